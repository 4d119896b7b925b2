import { lastStated } from "../circumstances.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Where months have to lie between eye surgery and treatment, nobody is treated who was not asked about it. */
export const eyeSurgeryHasBeenAsked = rule("eye-surgery-has-been-asked", ["pass", "ask"], (c) => {
  const { value, cites } = c.values.procedureMonthsApart;
  if (value === null) return pass("not-asked-for", {}, cites);
  const known = [...c.record.of("procedure-done"), ...c.record.of("procedure-planned")].some(
    ({ body }) => body.procedure === "lasik" || body.procedure === "prk",
  );
  if (known) return pass("on-record", {}, cites);
  const stated = lastStated(c, "eyeSurgery")?.body.eyeSurgery;
  if (stated === false) return pass("none", {}, cites);
  const none = draft("circumstances-stated", { eyeSurgery: false }, "nurse", c.today);
  // Of one that nobody has dated, how far off it is cannot be presumed.
  return stated === undefined
    ? ask("not-asked", {}, cites, [
        step("nurse", "ask-circumstance", { circumstance: "eyeSurgery" }, c.today, {
          when: "now",
          entries: [none],
        }),
      ])
    : ask("day-unknown", {}, cites, [step("nurse", "record-eye-surgery", {}, c.day)]);
});
