import { lastThisCourse } from "../case.ts";
import { ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

export const patientIsNotBreastfeeding = rule(
  "patient-is-not-breastfeeding",
  ["pass", "ask", "stop"],
  (c) => {
    const cites = c.values.breastfeedingStops.cites;
    const breastfeeding = (
      c.record.last("breastfeeding-recorded")?.body.breastfeeding === true
        ? c.record.last("breastfeeding-recorded")
        : lastThisCourse(c, "breastfeeding-recorded")
    )?.body.breastfeeding;
    if (breastfeeding === true)
      return stop("breastfeeding", {}, cites, [step("nurse", "record-breastfeeding", {}, c.day)], {
        floor: true,
      });
    if (breastfeeding === undefined && c.pregnancyPossible) {
      const no = draft("breastfeeding-recorded", { breastfeeding: false }, "nurse", c.today);
      return ask("not-asked", {}, cites, [
        step("nurse", "record-breastfeeding", {}, c.today, { when: "now", entries: [no] }),
      ]);
    }
    return pass("not-breastfeeding", {}, cites);
  },
);
