/** How long a proposed supply could last. */
import type { Case } from "./case.ts";

/** The longest of what the order says and what its capsules could cover. */
export function suppliedDays(c: Case): number | undefined {
  const { days, capsules, capsuleMg, dailyMg } = c.question;
  const covered =
    capsules === undefined || capsuleMg === undefined || dailyMg === undefined
      ? undefined
      : Math.ceil((capsules * capsuleMg) / dailyMg);
  if (days === undefined) return covered;
  return covered === undefined ? days : Math.max(days, covered);
}
