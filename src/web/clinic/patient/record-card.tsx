import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { PatientView, TimelineLine } from "../../../app/views/shapes.ts";
import { useTimeline } from "../../api/queries.ts";
import { Card } from "../../kit/card.tsx";
import { NotShown } from "../../kit/not-shown.tsx";
import { Trouble } from "../../kit/trouble.tsx";
import { Waiting } from "../../kit/waiting.tsx";
import { knowledge } from "../../knowledge.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import { MendDialog } from "./mend-dialog.tsx";
import classes from "./record-card.module.css";
import { fits } from "./record-filters.ts";
import { inSamples, RecordLines } from "./record-lines.tsx";
import { type RecordFilter, recordText } from "./record-text.ts";

/** The record as it was written, newest first, a page at a time. */
export function RecordCard({ view, zone }: { view: PatientView; zone: string }) {
  const text = useText(recordText);
  const { language } = useLanguage();
  const when = useWhen(zone);
  const timeline = useTimeline(view.patient);
  const [filter, setFilter] = useState<RecordFilter>("all");
  const [find, setFind] = useState("");
  const [mending, mend] = useState<TimelineLine>();
  const lines = timeline.data?.pages.flatMap(({ items }) => items) ?? [];
  const wanted = find.trim().normalize("NFKC").toLowerCase();
  const shown = lines.filter(
    (line) =>
      fits(filter, line, knowledge) && line.title[language].normalize("NFKC").toLowerCase().includes(wanted),
  );
  return (
    <Card id="record" heading={text.record}>
      <div className={`${classes.tools} screen-only`}>
        <label className={classes.filter}>
          <span className="visually-hidden">{text.filter}</span>
          <select
            value={filter}
            onChange={({ currentTarget }) => setFilter(currentTarget.value as RecordFilter)}
          >
            {(Object.keys(text.filters) as RecordFilter[]).map((one) => (
              <option key={one} value={one}>
                {text.filters[one]}
              </option>
            ))}
          </select>
        </label>
        <TextInput
          className={classes.find ?? ""}
          aria-label={text.find}
          placeholder={text.find}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={find}
          onChange={({ currentTarget }) => setFind(currentTarget.value)}
        />
      </div>
      {timeline.data === undefined ? (
        timeline.error === null ? (
          <Waiting lines={6} />
        ) : (
          <Trouble cause={timeline.error} onRetry={() => void timeline.refetch()} />
        )
      ) : (
        <>
          <NotShown notShown={view.notShown} />
          {shown.length === 0 ? <p className={classes.nothing}>{text.nothing}</p> : undefined}
          <ol className={classes.lines}>
            {inSamples(shown).map((lines) => (
              <RecordLines key={lines[0].id} lines={lines} when={when} onMend={mend} />
            ))}
          </ol>
          {timeline.hasNextPage ? (
            <Button
              className={`${classes.older} screen-only`}
              variant="light"
              fullWidth
              loading={timeline.isFetchingNextPage}
              onClick={() => void timeline.fetchNextPage()}
            >
              {text.older}
            </Button>
          ) : (
            <p className={classes.nothing}>{text.all(lines.length)}</p>
          )}
        </>
      )}
      {mending === undefined ? undefined : <MendDialog line={mending} onClose={() => mend(undefined)} />}
    </Card>
  );
}
