import type { Source } from "../../core/knowledge/schema.ts";
import { sourcePlace, sourceTitle } from "../../words/source-titles.ts";
import { useLanguage, useText } from "../text/language.tsx";
import { reasonsText } from "../text/reasons.ts";
import { Disclosure } from "./disclosure.tsx";
import classes from "./sources.module.css";

/** What is shown of a document. */
export type ShownSource = Pick<Source, "id" | "title" | "publisher" | "where" | "checked"> & {
  readonly date?: string | undefined;
};

/** The documents behind a finding, a click away, each with how far anyone has checked it. */
export function Sources({ sources }: { sources: readonly ShownSource[] }) {
  const text = useText(reasonsText);
  if (sources.length === 0) return undefined;
  return (
    <Disclosure summary={text.sources(sources.length)} quiet>
      <ul className={classes.sources}>
        {sources.map((source) => (
          <SourceLine key={source.id} source={source} />
        ))}
      </ul>
    </Disclosure>
  );
}

function SourceLine({ source }: { source: ShownSource }) {
  const text = useText(reasonsText);
  const { language } = useLanguage();
  const { publisher, date, checked } = source;
  const title = sourceTitle(source, language);
  const { address, says } = sourcePlace(source);
  return (
    <li className={classes.source}>
      <span className={classes.title} lang={title.lang}>
        {title.text}
      </span>
      <span className={classes.by}>
        {[publisher, date].filter((part) => part !== undefined).join(", ")}
        <span className={classes.checked} data-checked={checked} title={text.checkedMore[checked]}>
          {text.checked[checked]}
        </span>
      </span>
      {address === undefined ? undefined : (
        <a className={classes.where} href={address} rel="noreferrer">
          {address}
        </a>
      )}
      {says === undefined ? undefined : <span className={classes.where}>{says}</span>}
    </li>
  );
}
