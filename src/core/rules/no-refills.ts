import { pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";

/** Every supply is decided anew. */
export const noRefills = rule("no-refills", ["pass", "stop"], (c) => {
  const { value: allowed, cites } = c.values.refills;
  const { refills } = c.question;
  return allowed !== null && refills > allowed
    ? stop(
        "refills",
        { refills, allowed },
        cites,
        [step("prescriber", "remove-refills", {}, c.day, { change: { refills: allowed } })],
        { floor: true },
      )
    : pass("none", { refills }, cites);
});
