import { useMemo } from "react";
import { useAudit } from "../../api/accesses.ts";
import { AccessCard } from "../../kit/access-card.tsx";
import { usePage } from "../../shell/page.ts";
import { usePlace, useZone } from "../../shell/place.tsx";
import { useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import { ExportCard } from "./export-card.tsx";
import { Filters } from "./filters.tsx";
import classes from "./page.module.css";
import { auditText } from "./text.ts";
import { useFilter } from "./use-filter.ts";
import { VerifyCard } from "./verify-card.tsx";

/** Who saw what at a clinic: what needs somebody to look at it first, and whether anybody changed it. */
export function AuditPage() {
  const text = useText(auditText);
  const heading = usePage(text.title);
  const { clinic } = usePlace();
  const when = useWhen(useZone(clinic?.id));
  const [filter, change] = useFilter();
  const attention = useAudit(clinic?.id, filter, "attention");
  const everything = useAudit(clinic?.id, filter);
  const people = useMemo(
    () => accountsIn([...(attention.data?.pages ?? []), ...(everything.data?.pages ?? [])]),
    [attention.data, everything.data],
  );
  const narrow = useMemo(
    () => ({
      toPatient: (patient: string) => change({ patient }),
      toAccount: (account: string) => change({ account }),
    }),
    [change],
  );
  const isQuiet = attention.data?.pages[0]?.items.length === 0;
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 {...heading}>{text.title}</h1>
        <p className={classes.lead}>{text.lead}</p>
      </header>
      <Filters filter={filter} onChange={change} people={people} />
      <div className={classes.columns}>
        <div className={classes.main}>
          {isQuiet ? undefined : (
            <AccessCard
              id="attention"
              heading={text.attention}
              lead={text.attentionLead}
              query={attention}
              when={when}
              narrow={narrow}
            />
          )}
          <AccessCard
            id="everything"
            heading={filter.patient === undefined ? text.everything : text.everythingOf(filter.patient)}
            query={everything}
            when={when}
            narrow={narrow}
          />
        </div>
        <div className={`${classes.aside} screen-only`}>
          {clinic === undefined ? undefined : (
            <>
              <VerifyCard key={clinic.id} clinic={clinic.id} />
              <ExportCard clinic={clinic.id} filter={filter} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

/** Whoever stands in the lines that are there, to choose from. */
function accountsIn(
  pages: readonly { readonly items: readonly { readonly account: string; readonly name: string | null }[] }[],
): ReadonlyMap<string, string> {
  const lines = pages.flatMap(({ items }) => items);
  return new Map(lines.map(({ account, name }) => [account, name ?? account]));
}
