/** A bill for a terminal: its lines, and what they come to. */
import { styleText } from "node:util";
import type { AnswerJson } from "../app/questions/answer-shape.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { billWords } from "../words/render-bill.ts";
import { sayIn } from "../words/say.ts";
import type { Language } from "../words/words.ts";

/** Nothing where an answer has no bill. */
export function billLines(answer: AnswerJson, knowledge: Knowledge, language: Language): readonly string[] {
  const { lines, total, taxIncluded, notListed = [] } = answer;
  if (lines === undefined || total === undefined) return [];
  const words = billWords[language];
  const say = sayIn(language, knowledge, answer.zone);
  const written = lines.map(({ text, quantity, unitYen, yen }) => {
    const each = quantity === 1 ? "" : ` ${say.number(quantity)} × ${words.yen(unitYen, say)}`;
    return `  ${text[language]}:${each}${each === "" ? "" : " ="} ${words.yen(yen, say)}`;
  });
  const sum = notListed.length > 0 ? words.totalOfListed : words.total;
  return [
    "",
    styleText("underline", words.heading),
    ...written,
    styleText("bold", `  ${sum}: ${words.yen(total, say)} (${words.tax(taxIncluded ?? null)})`),
  ];
}
