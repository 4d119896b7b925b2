import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { type At, atText, parseAt } from "../../../core/calendar.ts";
import { type SheetPage, type SheetRow, sheetOf } from "../../../print/downtime-sheet.ts";
import "../../../print/downtime-sheet.css";
import { downtimeWords } from "../../../words/downtime-words.ts";
import { useDowntime } from "../../api/queries.ts";
import { Trouble } from "../../kit/trouble.tsx";
import { Waiting } from "../../kit/waiting.tsx";
import { usePage } from "../../shell/page.ts";
import { usePlace } from "../../shell/place.tsx";
import { PlaceChooser } from "../../shell/place-chooser.tsx";
import { useLanguage } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import { useWhen } from "../../text/use-when.ts";
import classes from "./page.module.css";

/** What a clinic prints for a day without the computer: on the screen as it will be on paper. */
export function DowntimePage() {
  const { language } = useLanguage();
  const words = downtimeWords[language];
  const heading = usePage(words.title);
  const { clinic, site, query } = usePlace();
  const found = useDowntime(clinic?.id, site);
  const when = useWhen(found.data?.zone ?? clinic?.zone ?? "UTC");
  const cause = query.error ?? found.error;
  const telling = {
    day: when.fullDay,
    at: when.fullAt,
    through: (until: string) => when.fullAt(minuteBefore(until)),
    role: (role: keyof (typeof shortWords)["en"]["roles"]) => shortWords[language].roles[role],
  };
  return (
    <>
      <div className={`${classes.lead} screen-only`}>
        <h1 {...heading}>{words.title}</h1>
        <p>{words.lead}</p>
        <div className={classes.actions}>
          <PlaceChooser />
          <Button
            leftSection={<IconPrinter size={18} aria-hidden />}
            disabled={found.data === undefined}
            onClick={() => globalThis.print()}
          >
            {words.print}
          </Button>
        </div>
      </div>
      {found.data === undefined ? (
        cause === null ? (
          <Waiting lines={8} />
        ) : (
          <Trouble cause={cause} onRetry={() => void (query.isError ? query : found).refetch()} />
        )
      ) : (
        <Paper sheet={sheetOf(found.data, language, telling)} />
      )}
    </>
  );
}

function Paper({ sheet }: { sheet: ReturnType<typeof sheetOf> }) {
  return (
    <div className={`dt ${classes.paper}`}>
      {sheet.pages.map((page) => (
        <Page key={page.label} sheet={sheet} page={page} />
      ))}
    </div>
  );
}

function Page({ sheet, page }: { sheet: ReturnType<typeof sheetOf>; page: SheetPage }) {
  const { title, printed, counts, rules, call } = sheet;
  const { label, heading, more, rows } = page;
  return (
    <section className="dt-page" aria-label={label}>
      <header className="dt-head">
        <h2>{title}</h2>
        <p>{printed}</p>
        <p className="dt-label">{label}</p>
      </header>
      <p className="dt-counts">{counts}</p>
      <ol className="dt-rules">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
      <p className="dt-call">{call}</p>
      {heading === undefined ? undefined : <h3>{heading}</h3>}
      {more === undefined ? undefined : <p>{more}</p>}
      <ul className="dt-rows">
        {rows.map((row, index) => (
          <Row key={index} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row: { kind, name, who, says, lines, blanks } }: { row: SheetRow }) {
  const each = (items: readonly string[]) => items.map((item) => <span key={item}>{item}</span>);
  return (
    <li className={`dt-row dt-${kind}`}>
      <div className="dt-who">
        <strong>{name}</strong>
        {each(who)}
      </div>
      <div className="dt-what">
        {says === "" ? undefined : <strong>{says}</strong>}
        {each(lines)}
      </div>
      <div className="dt-blanks">{each(blanks)}</div>
    </li>
  );
}

const minuteMs = 60_000;

function minuteBefore(instant: string): string {
  const at = parseAt(instant);
  return at === undefined ? instant : atText((at - minuteMs) as At);
}
