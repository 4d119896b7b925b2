import { type Day, plus, safetyMonths } from "../calendar.ts";
import { type Case, closes, opens } from "../case.ts";
import type { EntryOf } from "../entry.ts";
import { ask, pass, stop, wait } from "../finding.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";
import { suppliedDays } from "../supply.ts";

const refractive: ReadonlySet<string> = new Set(["lasik", "prk"]);

/** A house rule of some clinics: no treatment within months of refractive eye surgery, before or after. */
export const eyeSurgeryIsFarEnough = rule(
  "eye-surgery-is-far-enough",
  ["pass", "ask", "wait", "stop"],
  (c) => {
    const { value: months, cites } = c.values.procedureMonthsApart;
    if (months === null) return pass("not-asked-for", {}, cites);
    const doneDay = c.record.of("procedure-done").findLast(({ body }) => refractive.has(body.procedure))
      ?.happened.day;
    const plan = openPlan(c, doneDay);
    const plannedDay = plan?.body.plannedFor;
    const lastCapsule = plus(c.day, (suppliedDays(c) ?? 1) - 1);
    if (
      plan !== undefined &&
      (plannedDay === undefined || (c.day <= plannedDay && plannedDay <= safetyMonths(lastCapsule, months)))
    ) {
      return stop(
        "planned-too-soon",
        { plannedDay, months },
        cites,
        [step("patient", "postpone-eye-surgery", {}, c.day)],
        { until: plannedDay === undefined ? undefined : closes(c, plannedDay) },
      );
    }
    if (doneDay !== undefined) {
      const allowedDay = plus(safetyMonths(doneDay, months), 1);
      if (c.day < allowedDay) {
        return wait(
          "too-soon-after",
          { doneDay, allowedDay, months },
          cites,
          [
            step("patient", "wait-after-eye-surgery", { untilDay: allowedDay }, allowedDay, {
              when: "only-then",
            }),
          ],
          opens(c, allowedDay),
        );
      }
    }
    if (
      plan !== undefined &&
      plannedDay !== undefined &&
      plannedDay < c.day &&
      !isDenied(c, plan, plannedDay)
    ) {
      // Done or not, from that day plus the months on it makes no difference.
      const allowedDay = plus(safetyMonths(plannedDay, months), 1);
      if (c.day < allowedDay) {
        return ask(
          "perhaps-done",
          { plannedDay, months },
          cites,
          [step("nurse", "say-whether-eye-surgery-was-done", { plannedDay }, c.today, { when: "now" })],
          { until: opens(c, allowedDay) },
        );
      }
    }
    return pass("far-enough", { months }, cites);
  },
);

type Plan = EntryOf<"procedure-planned">;

/** The plan made last, unless the surgery has been done since. */
function openPlan(c: Case, doneDay: Day | undefined): Plan | undefined {
  const plan = c.record.of("procedure-planned").findLast(({ body }) => refractive.has(body.procedure));
  return plan !== undefined && (doneDay === undefined || plan.happened.day > doneDay) ? plan : undefined;
}

/** Whether somebody has said, after the planned day and the plan, that there was no surgery. */
function isDenied(c: Case, plan: Plan, plannedDay: Day): boolean {
  const stated = c.record.of("circumstances-stated").findLast(({ body }) => body.eyeSurgery !== undefined);
  return (
    stated?.body.eyeSurgery === false &&
    stated.happened.day > plannedDay &&
    stated.happened.day > plan.happened.day
  );
}
