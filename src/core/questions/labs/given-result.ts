/** A laboratory result as somebody gave it, or as the record holds it, made ready to be graded. */
import type { Day } from "../../calendar.ts";
import type { Analyte, Knowledge } from "../../knowledge/schema.ts";
import { areLimitsPlausible, factorFor, isPlausible, type Measured } from "../../results.ts";
import type { InputOf } from "../fields.ts";

/** The columns of one result. Limits and baseline are in the unit of the value. */
export const resultColumns = {
  analyte: { kind: "known", of: "analytes", required: true },
  value: { kind: "number", unit: "1", least: 0, most: 1e13, required: true },
  /** UCUM; whoever reads the input turns it into the analyte's own unit before the question is asked. */
  unit: { kind: "text" },
  upperLimit: { kind: "number", unit: "1", least: 0, most: 1e13 },
  lowerLimit: { kind: "number", unit: "1", least: 0, most: 1e13 },
  /** The value before the first capsule. */
  baseline: { kind: "number", unit: "1", least: 0, most: 1e13 },
  day: { kind: "day" },
  fasting: { kind: "yes-no" },
  hoursSinceAlcohol: { kind: "number", unit: "h", least: 0, most: 1000 },
} as const;

export type GivenResult = InputOf<typeof resultColumns>;

/** A result in the analyte's own unit. */
export interface ReadyResult {
  readonly analyte: Analyte;
  readonly day: Day;
  readonly measured: Measured;
  /** The value before treatment, where it was above the laboratory's limit. */
  readonly raisedBaseline: number | undefined;
  readonly fasting: boolean | undefined;
  readonly hoursSinceAlcohol: number | undefined;
}

/** Why a given result cannot be graded. */
export type NotReady =
  | { readonly is: "unknown-analyte"; readonly analyte: string }
  | { readonly is: "no-unit" | "unknown-unit" | "not-believed"; readonly analyte: Analyte }
  /** Its limits count as missing: what is too high all the same is graded as it was given. */
  | { readonly is: "limits-not-believed"; readonly analyte: Analyte; readonly given: ReadyResult }
  | { readonly is: "ahead"; readonly analyte: Analyte; readonly sampledDay: Day };

/** @param recordBaseline the raised value before treatment in the patient's record, in the analyte's unit */
export function readyResult(
  { analyte: id, unit, value, ...row }: GivenResult,
  knowledge: Knowledge,
  today: Day,
  recordBaseline: (analyte: Analyte) => number | undefined,
): ReadyResult | NotReady {
  const analyte = Object.hasOwn(knowledge.analytes, id) ? knowledge.analytes[id] : undefined;
  if (analyte === undefined) return { is: "unknown-analyte", analyte: id };
  if (unit === undefined) return { is: "no-unit", analyte };
  const factor = factorFor(analyte, unit);
  if (factor === undefined) return { is: "unknown-unit", analyte };
  const inUnit = (of: number | undefined) => (of === undefined ? undefined : of * factor);
  const upperLimit = inUnit(row.upperLimit);
  const lowerLimit = inUnit(row.lowerLimit);
  const measured: Measured = {
    value: value * factor,
    ...(upperLimit === undefined ? {} : { upperLimit }),
    ...(lowerLimit === undefined ? {} : { lowerLimit }),
  };
  const sampledDay = row.day ?? today;
  if (sampledDay > today) return { is: "ahead", analyte, sampledDay };
  if (!isPlausible(analyte, measured)) return { is: "not-believed", analyte };
  const baseline = inUnit(row.baseline);
  const raised =
    baseline !== undefined && upperLimit !== undefined && baseline > upperLimit ? baseline : undefined;
  const ready: ReadyResult = {
    analyte,
    day: sampledDay,
    measured,
    raisedBaseline: raised ?? recordBaseline(analyte),
    fasting: row.fasting,
    hoursSinceAlcohol: row.hoursSinceAlcohol,
  };
  return areLimitsPlausible(analyte, measured) ? ready : { is: "limits-not-believed", analyte, given: ready };
}
