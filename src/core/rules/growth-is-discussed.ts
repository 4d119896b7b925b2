import { settled } from "../case.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Under the clinic's age the growth plates may still be open: the prescriber records that growth was discussed. */
export const growthIsDiscussed = rule("growth-is-discussed", ["pass", "ask"], (c) => {
  const { value: years, cites } = c.values.growthDiscussionUnderAgeYears;
  if (years === null) return pass("not-asked-for", {}, cites);
  const ruleId = "growth-is-discussed";
  const wayOut = () => [
    step("prescriber", "discuss-growth", { years }, c.day, {
      entries: [
        draft("judgement-recorded", { rule: ruleId, conclusion: "may-continue" }, "prescriber", c.day),
      ],
    }),
  ];
  if (c.age === undefined) return ask("age-unknown", { years }, cites, wayOut());
  if (c.age >= years) return pass("old-enough", { ageYears: c.age, years }, cites);
  // One discussion serves the course: growth is not a monthly question.
  const since = c.record.earlierCourse?.overDay ?? c.record.birthDate ?? c.day;
  const discussed = settled(c, ruleId, "not-discussed", { happened: { day: since } });
  return discussed
    ? pass("discussed", { ageYears: c.age, years }, cites)
    : ask("not-discussed", { ageYears: c.age, years }, cites, wayOut());
});
