import { currentUntil, lastCurrent } from "../case.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Before each supply the patient says whether contraception was used all the time; a "no" is a lapse, judged there. */
export const contraceptionIsStated = rule("contraception-is-stated", ["pass", "ask"], (c) => {
  const cites = c.values.factsSincePreviousSupply.cites;
  if (!c.pregnancyPossible || c.values.factsSincePreviousSupply.value !== true)
    return pass("not-asked-for", {}, cites);
  const stated = lastCurrent(c, "contraception-stated");
  if (stated === undefined) {
    const yes = draft("contraception-stated", { usedWithoutGap: true }, "patient", c.day);
    return ask("not-stated", {}, cites, [
      step("patient", "state-contraception", {}, c.day, { entries: [yes] }),
    ]);
  }
  return pass("stated", { statedDay: stated.happened.day }, cites, currentUntil(c, stated.happened.day));
});
