import { birthday } from "../calendar.ts";
import { opens, settled } from "../case.ts";
import { ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/**
 * Under the protocol's age two prescribers decide: the second one records for the course that isotretinoin is right, or
 * that it is not (UK, 31 October 2023 until 22 January 2026).
 */
export const secondPrescriberAgrees = rule("second-prescriber-agrees", ["pass", "ask", "stop"], (c) => {
  const id = "second-prescriber-agrees";
  const { value: years, cites } = c.values.secondPrescriberUnderAgeYears;
  if (years === null) return pass("not-asked-for", {}, cites);
  const words = c.record.of("judgement-recorded").filter(({ body }) => body.rule === id);
  const wayOut = () => [
    step("prescriber", "agree-as-second-prescriber", { years }, c.day, {
      entries: [draft("judgement-recorded", { rule: id, conclusion: "may-continue" }, "prescriber", c.day)],
    }),
  ];
  if (c.age === undefined || c.record.birthDate === undefined) {
    return ask("age-unknown", { years }, cites, wayOut());
  }
  if (c.age >= years) return pass("of-age", { ageYears: c.age, years }, cites);
  // One agreement serves the course, as one consent does.
  const since = c.record.earlierCourse?.overDay ?? c.record.birthDate;
  const ofCourse = words.filter(({ happened }) => happened.day > since);
  const facts = { ageYears: c.age, years };
  if (settled(c, id, "not-agreed", { happened: { day: since } })) return pass("agreed", facts, cites);
  const until = opens(c, birthday(c.record.birthDate, years));
  return ofCourse.some(({ body }) => body.conclusion === "stop")
    ? stop("disagrees", facts, cites, [step("prescriber", "agree-as-second-prescriber", { years }, c.day)], {
        until,
      })
    : ask("not-agreed", facts, cites, wayOut(), { until });
});
