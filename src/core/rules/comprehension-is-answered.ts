import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** The programme's comprehension questions, answered rightly since the previous supply. */
export const comprehensionIsAnswered = rule("comprehension-is-answered", ["pass", "ask"], (c) => {
  const { value, cites } = c.values.comprehensionEverySupplyIfPregnancyPossible;
  if (value !== true || !c.pregnancyPossible) return pass("not-asked-for", {}, cites);
  const previous = c.record.sinceDay;
  const latest = c.record
    .of("comprehension-answered")
    .findLast(({ happened }) => previous === undefined || happened.day > previous);
  if (latest?.body.passed === true) return pass("answered", { answeredDay: latest.happened.day }, cites);
  const wayOut = [
    step("patient", "answer-comprehension", {}, c.day, {
      entries: [draft("comprehension-answered", { passed: true }, "patient", c.day)],
    }),
  ];
  return latest === undefined ? ask("not-answered", {}, cites, wayOut) : ask("not-passed", {}, cites, wayOut);
});
