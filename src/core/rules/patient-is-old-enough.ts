import { birthday } from "../calendar.ts";
import { opens } from "../case.ts";
import { ask, pass, wait } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Age in years on the day of the supply; someone not yet old enough waits for the birthday. */
export const patientIsOldEnough = rule("patient-is-old-enough", ["pass", "ask", "wait"], (c) => {
  const { minimumAgeYears, prepubertalExcluded } = c.values;
  const { birthDate, prepubertal } = c.record;
  const years = minimumAgeYears.value ?? 0;
  if (birthDate === undefined || c.age === undefined) {
    const born = draft("registered", { birthDate: birthday(c.day, -30) }, "front-desk", c.today);
    return ask("birth-date-unknown", { years }, minimumAgeYears.cites, [
      step("front-desk", "record-birth-date", {}, c.today, { when: "now", entries: [born] }),
    ]);
  }
  if (c.age < years) {
    const oldEnoughDay = birthday(birthDate, years);
    return wait(
      "too-young",
      { ageYears: c.age, years, oldEnoughDay },
      minimumAgeYears.cites,
      [
        step("patient", "wait-for-birthday", { untilDay: oldEnoughDay, years }, oldEnoughDay, {
          when: "only-then",
        }),
      ],
      opens(c, oldEnoughDay),
    );
  }
  // SmPC: not before puberty. Age does not show it in an adolescent; an adult is past it.
  const adolescent = c.age < (c.values.adultAgeYears.value ?? Number.POSITIVE_INFINITY);
  if (prepubertalExcluded.value === true && adolescent && prepubertal !== false) {
    const cites = prepubertalExcluded.cites;
    const grown = draft("registered", { birthDate, prepubertal: false }, "prescriber", c.today);
    const wayOut = [
      step("prescriber", "record-puberty", {}, c.today, { when: "now", entries: prepubertal ? [] : [grown] }),
    ];
    return prepubertal
      ? ask("before-puberty", { ageYears: c.age }, cites, wayOut)
      : ask("puberty-unknown", { ageYears: c.age }, cites, wayOut);
  }
  return pass("old-enough", { ageYears: c.age, years }, minimumAgeYears.cites);
});
