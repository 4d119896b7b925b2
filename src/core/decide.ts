/** May this supply be prescribed now? The whole answer: verdict, findings, way out. */
import { type At, type Day, endOf, lastMinuteOf, startOf } from "./calendar.ts";
import { verdicts } from "./finding.ts";
import { type Context, type Judgement, judge } from "./judge.ts";
import type { SupplyQuestion } from "./question.ts";
import { type AsOf, foldRecord, type Record } from "./record.ts";
import { type Gate, supplyGate } from "./rules/index.ts";
import { type Plan, planWayOut } from "./way-out.ts";

/** The rules' own version: a stored decision names it, so that a later run can say which rules changed. */
export const rulesVersion = "4";

export interface Decision extends Judgement {
  readonly question: SupplyQuestion;
  readonly protocol: string;
  readonly clinic: string | undefined;
  readonly at: At;
  readonly day: Day;
  readonly zone: string;
  readonly plan: Plan;
  readonly knowledge: string;
  readonly rules: string;
}

/** The whole answer: verdict, findings, and the plan that leads to a pass. */
export function decideSupply(question: SupplyQuestion, context: Context): Decision {
  return decide(supplyGate, question, context);
}

/** The whole answer of a gate. */
export function decide(gate: Gate, question: SupplyQuestion, context: Context): Decision {
  const judged = judge(gate, question, context);
  const { record, knowledge, setting } = context;
  return {
    ...judged,
    question,
    protocol: setting.protocol,
    clinic: setting.clinic,
    at: record.asOf.at,
    day: record.day,
    zone: record.asOf.zone,
    plan: planWayOut(gate, question, context, judged),
    knowledge: knowledge.digest,
    rules: rulesVersion,
  };
}

/**
 * The answer for a bare day: the worse of its first and last minute in the zone. What happened that day counts for
 * both: only windows and editions can differ between them.
 */
export function decideSupplyOn(
  question: SupplyQuestion,
  day: Day,
  context: Omit<Context, "record"> & Pick<Record, "entries" | "undated"> & Pick<AsOf, "zone" | "knownAt">,
): Decision {
  const { zone, entries, undated, knownAt } = context;
  const through = (endOf(day, zone) - 1) as At;
  const on = (at: At) =>
    decideSupply(question, {
      ...context,
      record: foldRecord(entries, { at, through, zone, knownAt }, undated),
    });
  const first = on(startOf(day, zone));
  const last = on(lastMinuteOf(day, zone));
  return verdicts.indexOf(first.verdict) > verdicts.indexOf(last.verdict) ? first : last;
}
