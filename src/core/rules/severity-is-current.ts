import { currentUntil, lastCurrent, nextCurrentDay } from "../case.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { severityOf } from "../severity.ts";
import { draft, step } from "../steps.ts";

/** The skin was looked at for this supply. */
export const severityIsCurrent = rule("severity-is-current", ["pass", "ask"], (c) => {
  const { value, cites } = c.values.factsSincePreviousSupply;
  if (value !== true) return pass("not-asked-for", {}, cites);
  const scored = lastCurrent(c, "severity-scored");
  const severity = scored === undefined ? undefined : severityOf(scored.body);
  if (scored === undefined || severity === undefined) {
    const day = nextCurrentDay(c);
    return ask("not-scored", { scoredDay: c.record.last("severity-scored")?.happened.day }, cites, [
      step("prescriber", "score-severity", {}, day, {
        entries: [
          draft("severity-scored", { severity: "severe", features: ["scarring"] }, "prescriber", day),
        ],
      }),
    ]);
  }
  const scoredDay = scored.happened.day;
  return pass("scored", { severity, scoredDay }, cites, currentUntil(c, scoredDay));
});
