import { birthday } from "../calendar.ts";
import { opens } from "../case.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** A minor's parent or guardian is recorded; that they sign is asked for by the consents. */
export const guardianTakesPart = rule("guardian-takes-part", ["pass", "ask"], (c) => {
  const { value: underYears, cites } = c.values.guardianUnderAgeYears;
  if (underYears === null) return pass("not-asked-for", {}, cites);
  const wayOut = () => [
    step("guardian", "involve-guardian", {}, c.today, {
      when: "now",
      entries: [draft("guardian-recorded", {}, "front-desk", c.today)],
    }),
  ];
  if (c.age === undefined || c.record.birthDate === undefined) {
    return ask("age-unknown", { underYears }, cites, wayOut());
  }
  if (c.age >= underYears) return pass("of-age", { ageYears: c.age, underYears }, cites);
  if (c.record.last("guardian-recorded") === undefined) {
    const until = opens(c, birthday(c.record.birthDate, underYears));
    return ask("guardian-missing", { ageYears: c.age, underYears }, cites, wayOut(), { until });
  }
  return pass("guardian-recorded", { ageYears: c.age, underYears }, cites);
});
