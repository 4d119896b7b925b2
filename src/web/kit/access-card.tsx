import { Button } from "@mantine/core";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Accesses, Audit } from "../../app/views/access-shapes.ts";
import { useText } from "../text/language.tsx";
import type { When } from "../text/use-when.ts";
import classes from "./access-card.module.css";
import { AccessLines, type Narrow } from "./access-lines.tsx";
import { accessText } from "./access-text.ts";
import { Card } from "./card.tsx";
import { Trouble } from "./trouble.tsx";
import { Waiting } from "./waiting.tsx";

/** A list of who saw what, page by page. */
export function AccessCard(props: {
  id: string;
  heading: string;
  lead?: string;
  aside?: ReactNode;
  query: UseInfiniteQueryResult<{ readonly pages: readonly (Accesses | Audit)[] }>;
  when: When;
  narrow?: Narrow;
}) {
  const { id, heading, lead, aside, query, when, narrow } = props;
  const text = useText(accessText);
  const lines = query.data?.pages.flatMap(({ items }) => [...items]) ?? [];
  return (
    <Card id={id} heading={heading} {...(aside === undefined ? {} : { aside })}>
      {lead === undefined ? undefined : <p className={classes.lead}>{lead}</p>}
      {query.data === undefined ? (
        query.error === null ? (
          <Waiting lines={4} />
        ) : (
          <Trouble cause={query.error} onRetry={() => void query.refetch()} />
        )
      ) : (
        <>
          <AccessLines lines={lines} when={when} {...(narrow === undefined ? {} : { narrow })} />
          {query.hasNextPage ? (
            <Button
              className={`${classes.older} screen-only`}
              variant="light"
              fullWidth
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {text.older}
            </Button>
          ) : (
            <p className={classes.end}>{lines.length === 0 ? text.nothing : text.all(lines.length)}</p>
          )}
        </>
      )}
    </Card>
  );
}
