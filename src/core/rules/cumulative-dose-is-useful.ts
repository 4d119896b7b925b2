import { advise, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { suppliedDays } from "../supply.ts";
import { usableWeight } from "../weight.ts";

/** Milligrams per kilogram over the course, this supply included. Only ever an advice. */
export const cumulativeDoseIsUseful = rule("cumulative-dose-is-useful", ["pass", "advise"], (c) => {
  const { value: mostMgPerKg, cites } = c.values.cumulativeMgPerKg;
  const weightKg = usableWeight(c);
  const days = suppliedDays(c);
  const { dailyMg } = c.question;
  if (mostMgPerKg === null || weightKg === undefined || days === undefined || dailyMg === undefined) {
    return pass("not-reckoned", {}, cites);
  }
  if (c.record.courseMg === undefined) return advise("unknown", {}, cites);
  const exact = (c.record.courseMg + dailyMg * days) / weightKg;
  const mgPerKg = Math.round(exact);
  return exact > mostMgPerKg
    ? advise("beyond", { mgPerKg, mostMgPerKg }, cites)
    : pass("useful", { mgPerKg, mostMgPerKg }, cites);
});
