/** How long a proposed supply could last. */
import type { Case } from "./case.ts";

/** The longest of what the order says and what its capsules could cover; undefined where that is no number. */
export function suppliedDays(c: Case): number | undefined {
  const { days, capsules, capsuleMg, dailyMg } = c.question;
  const covered =
    capsules === undefined || capsuleMg === undefined || dailyMg === undefined
      ? undefined
      : Math.ceil((capsules * capsuleMg) / dailyMg);
  const known = [days === undefined ? undefined : Math.ceil(days), covered].filter(
    (one): one is number => one !== undefined && !Number.isNaN(one),
  );
  return known.length === 0 ? undefined : Math.max(...known);
}
