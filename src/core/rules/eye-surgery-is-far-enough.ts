import { plus, safetyMonths } from "../calendar.ts";
import { closes, opens } from "../case.ts";
import { pass, stop, wait } from "../finding.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";
import { suppliedDays } from "../supply.ts";

const refractive: ReadonlySet<string> = new Set(["lasik", "prk"]);

/** A house rule of some clinics: no treatment within months of refractive eye surgery, before or after. */
export const eyeSurgeryIsFarEnough = rule("eye-surgery-is-far-enough", ["pass", "wait", "stop"], (c) => {
  const { value: months, cites } = c.values.procedureMonthsApart;
  if (months === null) return pass("not-asked-for", {}, cites);
  const doneDay = c.record.of("procedure-done").findLast(({ body }) => refractive.has(body.procedure))
    ?.happened.day;
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
  const lastCapsule = plus(c.day, (suppliedDays(c) ?? 1) - 1);
  const planned = c.record.of("procedure-planned").findLast(({ body }) => refractive.has(body.procedure));
  const open = planned !== undefined && (doneDay === undefined || planned.happened.day > doneDay);
  const plannedDay = planned?.body.plannedFor;
  if (
    open &&
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
  return pass("far-enough", { months }, cites);
});
