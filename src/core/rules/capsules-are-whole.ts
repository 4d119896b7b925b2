import { citesOf } from "../cites.ts";
import { ask, pass, stop } from "../finding.ts";
import { productDefaults } from "../product-plan.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";

/** Whole capsules and, where the programme has it, whole blisters. */
export const capsulesAreWhole = rule("capsules-are-whole", ["pass", "ask", "stop"], (c) => {
  const { wholeCapsules, wholeBlisterCapsules } = c.values;
  const cites = citesOf(wholeCapsules, wholeBlisterCapsules);
  const { capsules, dailyMg, days, capsuleMg } = c.question;
  const count =
    capsules ??
    (dailyMg === undefined || days === undefined || capsuleMg === undefined
      ? undefined
      : (dailyMg * days) / capsuleMg);
  if (count === undefined) {
    return ask("count-unknown", {}, cites, [
      step("prescriber", "choose-product", {}, c.day, { change: productDefaults(c) }),
    ]);
  }
  const blister = wholeBlisterCapsules.value ?? c.product?.blisterCapsules ?? 1;
  const fits = Math.max(blister, Math.floor(count / blister) * blister);
  const wayOut = () => [
    step("prescriber", "count-capsules", { capsules: fits }, c.day, {
      change: {
        capsules: fits,
        ...(dailyMg === undefined || capsuleMg === undefined
          ? {}
          : { days: Math.floor((fits * capsuleMg) / dailyMg) }),
      },
    }),
  ];
  if (!Number.isInteger(count)) return stop("split-capsule", { count, fits }, cites, wayOut());
  if (count % blister !== 0) return stop("broken-blister", { count, blister, fits }, cites, wayOut());
  const { dosesPerDay: doses } = c.question;
  if (dailyMg !== undefined && capsuleMg !== undefined) {
    const aDay = dailyMg / capsuleMg;
    if (doses !== undefined && Number.isInteger(aDay) && aDay < doses) {
      return ask("dose-splits-capsule", { capsulesDaily: aDay, doses }, cites, [
        step("prescriber", "state-dose", {}, c.day, { change: { dosesPerDay: aDay } }),
      ]);
    }
    if (days !== undefined && Math.abs(count * capsuleMg - dailyMg * days) >= dailyMg) {
      const needed = Math.floor((dailyMg * days) / capsuleMg / blister) * blister || blister;
      const covered = Math.ceil((needed * capsuleMg) / dailyMg);
      return ask("does-not-add-up", { count, days, dailyMg, capsuleMg }, cites, [
        step("prescriber", "count-capsules", { capsules: needed }, c.day, {
          change: { capsules: needed, days: covered },
        }),
      ]);
    }
  }
  return pass("whole", { count, blister }, cites);
});
