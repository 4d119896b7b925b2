/** What a writing command did, for a terminal. */
import type { TimelineLine } from "../app/views/shapes.ts";
import type { Answer } from "./api.ts";
import type { Shared } from "./options.ts";
import { problemStatus, problemText } from "./problem-text.ts";

interface Written {
  readonly version: number;
  readonly entries: readonly TimelineLine[];
}

const words = {
  en: { nothing: "Nothing to do: the record says so already." },
  ja: { nothing: "記録済みのため、何も書き加えませんでした。" },
} as const;

/** Prints an answer and gives the exit status: 0 done, 3 refused by rule, 10–12 refused by a decision, 2 bad input. */
export function sayWritten(
  { ok, body }: Answer,
  { lang, json }: Shared,
  also: readonly string[] = [],
): number {
  if (json) console.log(JSON.stringify(body, null, 2));
  if (!ok) {
    if (!json) console.error(problemText(body, lang));
    return problemStatus(body);
  }
  if (json) return 0;
  const { entries } = body as Written;
  for (const { title } of entries) console.log(`✓ ${title[lang]}`);
  if (entries.length === 0) console.log(words[lang].nothing);
  for (const line of also) console.log(line);
  return 0;
}
