import { lastStated } from "../circumstances.ts";
import { ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Somebody who cannot come regularly is better treated nearer home. */
export const visitsCanBeKept = rule("visits-can-be-kept", ["pass", "ask", "stop"], (c) => {
  const { value, cites } = c.values.regularVisitsNeeded;
  if (value !== true) return pass("not-asked-for", {}, cites);
  const comes = lastStated(c, "comesRegularly")?.body.comesRegularly;
  if (comes === undefined) {
    const yes = draft("circumstances-stated", { comesRegularly: true }, "nurse", c.today);
    return ask("not-asked", {}, cites, [
      step("nurse", "ask-circumstance", { circumstance: "comesRegularly" }, c.today, {
        when: "now",
        entries: [yes],
      }),
    ]);
  }
  return comes
    ? pass("can-come", {}, cites)
    : stop("cannot-come", {}, cites, [step("patient", "find-nearer-clinic", {}, c.day)]);
});
