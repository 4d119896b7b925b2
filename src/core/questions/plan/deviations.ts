/** What a clinic has signed for and the plan makes use of: it is never used in silence. */
import { advise } from "../../finding.ts";
import { remark } from "../question.ts";
import type { Made, Standing } from "./make.ts";

/** Supplies longer than the protocol's own. */
export function deviationRemarks({ asked, person }: Standing, { plan }: Made) {
  const { values, protocolValues } = asked;
  if (person.canBecomePregnant !== false) return [];
  const { deviation, cites } = values.supplyDaysIfPregnancyImpossible;
  const mostDays = protocolValues.supplyDaysIfPregnancyImpossible.value;
  const days = Math.max(0, ...plan.supplies.map((supply) => supply.days));
  if (deviation === undefined || days <= (mostDays ?? 0)) return [];
  const facts = { days, mostDays, signedBy: deviation.signedBy };
  return [remark("counts", advise("longer-by-deviation", facts, cites))];
}
