/** Until when an authorisation can be redeemed. */
import type { At } from "./calendar.ts";
import type { Judgement } from "./judge.ts";

/**
 * The instant at which an authorisation given on the strength of this decision closes: the earliest close of the
 * windows that bound its redeeming, each in its own zone; under two editions judged side by side the earlier. Undefined
 * where no source sets one.
 *
 * @throws RangeError where the decision does not pass: nothing may be authorised on it
 */
export function dispenseBefore({
  verdict,
  closesAt,
}: Pick<Judgement, "verdict" | "closesAt">): At | undefined {
  if (verdict !== "pass") throw new RangeError(`nothing is authorised on a decision that says "${verdict}"`);
  return closesAt;
}
