/** The product's short words (roles, verdicts, coded terms), without the sentences of every rule. */
import type { GateId } from "../../core/rules/index.ts";
import * as en from "../../words/en/terms.ts";
import * as ja from "../../words/ja/terms.ts";
import type { Language, Words } from "../../words/words.ts";

type ShortWords = Pick<Words, "dispensingVerdicts" | "protocolTerms" | "roles" | "terms" | "verdicts">;

export const shortWords: { readonly [L in Language]: ShortWords } = { en, ja };

/** The word for each verdict on a question. */
export function verdictWords(language: Language, gate: GateId): Words["verdicts"] {
  return shortWords[language][gate === "supply" ? "verdicts" : "dispensingVerdicts"];
}

/** A coded word (a consent, a topic, a test's setting) in plain words; the code itself where there is none. */
export function termIn(language: Language, id: string): string {
  const { terms, protocolTerms } = shortWords[language];
  const known: Readonly<Record<string, string>> = { ...terms, ...protocolTerms };
  return Object.hasOwn(known, id) ? (known[id] ?? id) : id;
}
