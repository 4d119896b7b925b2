/** How long the knowledge takes: read and checked anew, and at hand as it was kept; and what a question costs. */
import { knowledgeAtHand } from "../src/app/knowledge-cache.ts";
import { knowledgeTexts, readKnowledge } from "../src/app/knowledge-files.ts";
import { allAids } from "../src/app/questions/all-aids.ts";
import { askOn } from "../src/app/questions/ask.ts";
import { day } from "../src/core/calendar.ts";
import { questions } from "../src/core/questions/index.ts";

/** The median of several runs, in milliseconds. */
function median(of: () => unknown, runs = 9): number {
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    of();
    return performance.now() - from;
  }).toSorted((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}

const bytes = knowledgeTexts()
  .filter(({ path }) => !path.includes("examples"))
  .reduce((sum, { text }) => sum + text.length, 0);
const first = median(() => readKnowledge(), 1);
const parsed = median(() => JSON.parse(JSON.stringify(knowledgeAtHand())));
const kept = median(() => knowledgeAtHand());
const anew = median(() => readKnowledge(), 5);
console.log(`knowledge: ${Math.round(bytes / 1024)} kB of YAML beside the examples`);
console.log(
  `  at hand, as kept    ${kept.toFixed(1)} ms (its JSON written and parsed: ${parsed.toFixed(1)} ms)`,
);
console.log(
  `  read and checked    ${anew.toFixed(0)} ms, ${(anew / kept).toFixed(0)} times as long: once after an edit; the very first, before any
                      code is warm, ${first.toFixed(0)} ms`,
);

const knowledge = knowledgeAtHand();
const where = {
  knowledge,
  setting: { protocol: "jp-selfpay", confirmedEditions: [] },
  day: day("2026-11-22"),
};
console.log("one answer, in both languages with its sources");
for (const question of questions) {
  const ms = median(() => askOn(question, question.example, where, allAids), 15);
  console.log(`  ${question.id.padEnd(22)} ${ms.toFixed(2)} ms`);
}
