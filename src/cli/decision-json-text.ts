/** A decision that came as JSON, for a terminal: what refuses, and what to do next. */
import { styleText } from "node:util";
import type { DecisionJson } from "../app/decision-json.ts";
import { renderAnswer, renderRole } from "../words/render.ts";
import type { Language } from "../words/words.ts";

const colours = { pass: "green", advise: "cyan", ask: "yellow", wait: "blue", stop: "red" } as const;
const marks = { pass: "✓", advise: "i", ask: "?", wait: "…", stop: "✗" } as const;
const headings = {
  en: { next: "What to do next", earliest: "Could pass on" },
  ja: { next: "次にすること", earliest: "可能になる見込みの日" },
} as const;

export function decisionJsonText(decision: DecisionJson, language: Language): string {
  const { verdict, findings, next, earliest } = decision;
  const lines = [styleText([colours[verdict], "bold"], renderAnswer(verdict)[language])];
  for (const finding of findings) {
    if (finding.verdict === "pass" || finding.overridden !== undefined) continue;
    lines.push(`  ${styleText(colours[finding.verdict], marks[finding.verdict])} ${finding.text[language]}`);
  }
  if (next.length > 0) {
    lines.push("", styleText("bold", headings[language].next));
    for (const { who, text, by } of next) {
      lines.push(`  ${by ?? ""}  ${renderRole(who)[language]}: ${text[language]}`);
    }
  }
  if (earliest !== null && verdict !== "pass") lines.push("", `${headings[language].earliest}: ${earliest}`);
  return lines.join("\n");
}
