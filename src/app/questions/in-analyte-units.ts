/** Laboratory values as somebody gave them, in any UCUM unit, turned into the unit the core grades in. */
import type { Knowledge } from "../../core/knowledge/schema.ts";
import { inUnitOf } from "../../fhir/import/laboratory.ts";

type Input = Readonly<Record<string, unknown>>;

/** Columns of a row that are in the row's `unit`. */
const measured = ["value", "upperLimit", "lowerLimit", "baseline"] as const;

/**
 * The input with each row of `results` in its analyte's own unit. A row without a unit, of an unknown analyte, or in
 * a unit that UCUM and the cited factors cannot turn is left as it is: the question then asks about it.
 */
export function inAnalyteUnits(input: Input, knowledge: Pick<Knowledge, "analytes">): Input {
  const rows: unknown = input["results"];
  if (!Array.isArray(rows)) return input;
  return { ...input, results: rows.map((row: Input) => inOwnUnit(row, knowledge)) };
}

function inOwnUnit(row: Input, { analytes }: Pick<Knowledge, "analytes">): Input {
  const { analyte: id, unit } = row;
  const analyte = typeof id === "string" && Object.hasOwn(analytes, id) ? analytes[id] : undefined;
  if (analyte === undefined || typeof unit !== "string") return row;
  const converted: Record<string, unknown> = { ...row, unit: analyte.unit };
  for (const column of measured) {
    const value = row[column];
    if (typeof value !== "number") continue;
    const own = inUnitOf(analyte, { value, unit });
    if (own === undefined) return row;
    converted[column] = own;
  }
  return converted;
}
