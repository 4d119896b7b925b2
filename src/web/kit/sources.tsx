import type { Source } from "../../core/knowledge/schema.ts";
import { useText } from "../text/language.tsx";
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
  const { title, publisher, date, where, checked } = source;
  return (
    <li className={classes.source}>
      <span className={classes.title} lang={languageOf(title)}>
        {title}
      </span>
      <span className={classes.by}>
        {[publisher, date].filter((part) => part !== undefined).join(", ")}
        <span className={classes.checked} data-checked={checked} title={text.checkedMore[checked]}>
          {text.checked[checked]}
        </span>
      </span>
      <span className={classes.where}>{where}</span>
    </li>
  );
}

/** Titles stand in their document's own language. */
function languageOf(title: string): "en" | "ja" {
  return /[ぁ-んァ-ヶ一-龠]/.test(title) ? "ja" : "en";
}
