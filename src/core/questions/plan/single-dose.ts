/** What a day's capsules would be as one dose, where dividing the day takes more of them. */
import { capsulesIn, type DayDose, type Making, patternFor } from "../../plan/capsule-dose.ts";
import type { Phase } from "../../plan/schedule.ts";

/** The capsules of one dose a day, where they are fewer; undefined where nothing is saved, or days take turns. */
export function singleDose(phase: Phase | undefined, making: Making): DayDose | undefined {
  const [one, other] = phase?.pattern?.days ?? [];
  if (phase === undefined || one === undefined || other !== undefined || making.doses === 1) return undefined;
  const single = patternFor(phase.dailyMg, phase.dailyMg, { ...making, doses: 1 })?.days[0];
  if (single === undefined || single.mg !== one.mg) return undefined;
  return capsulesIn(single) < capsulesIn(one) ? single : undefined;
}

/** So much less a day, where every capsule has a price. */
export function lessYen(from: DayDose, to: DayDose, { priceOf }: Making): number | undefined {
  const costs = [from, to].map(({ capsules }) =>
    capsules.reduce<number | undefined>((sum, { mg, count }) => {
      const yen = priceOf?.(mg);
      return sum === undefined || yen === undefined ? undefined : sum + yen * count;
    }, 0),
  );
  const [before, after] = costs;
  return before === undefined || after === undefined || after >= before ? undefined : before - after;
}
