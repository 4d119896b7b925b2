import type { Source } from "../../core/knowledge/schema.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { knowledge } from "../knowledge.ts";
import { useSpeech } from "../text/language.tsx";
import classes from "./sources.module.css";

/** The documents behind a finding, a click away, each with how far anyone has checked it. */
export function Sources({ ids }: { ids: readonly string[] }) {
  const { text } = useSpeech();
  const sources = ids.map((id) => knowledge.sources[id]).filter((source) => source !== undefined);
  if (sources.length === 0) return undefined;
  return (
    <Disclosure summary={text.reasons.sources(sources.length)} quiet>
      <ul className={classes.sources}>
        {sources.map((source) => (
          <SourceLine key={source.id} source={source} />
        ))}
      </ul>
    </Disclosure>
  );
}

function SourceLine({ source }: { source: Source }) {
  const { text } = useSpeech();
  const { title, publisher, date, where, checked } = source;
  return (
    <li className={classes.source}>
      <span className={classes.title} lang={languageOf(title)}>
        {title}
      </span>
      <span className={classes.by}>
        {[publisher, date].filter((part) => part !== undefined).join(", ")}
        <span className={classes.checked} data-checked={checked} title={text.reasons.checkedMore[checked]}>
          {text.reasons.checked[checked]}
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
