import { lastStated } from "../circumstances.ts";
import { ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Laser and light hair removal waits until treatment is over: the skin scars and marks more easily. */
export const hairRemovalIsPaused = rule("hair-removal-is-paused", ["pass", "ask", "stop"], (c) => {
  const { value, cites } = c.values.hairRemovalPaused;
  if (value !== true) return pass("not-asked-for", {}, cites);
  const goesOn = lastStated(c, "hairRemoval")?.body.hairRemoval;
  const none = draft("circumstances-stated", { hairRemoval: false }, "nurse", c.today);
  if (goesOn === undefined) {
    return ask("not-asked", {}, cites, [
      step("nurse", "ask-circumstance", { circumstance: "hairRemoval" }, c.today, {
        when: "now",
        entries: [none],
      }),
    ]);
  }
  return goesOn
    ? stop("goes-on", {}, cites, [
        step("patient", "pause-hair-removal", {}, c.today, { when: "now", entries: [none] }),
      ])
    : pass("paused", {}, cites);
});
