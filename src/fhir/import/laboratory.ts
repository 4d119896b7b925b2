import type { Happened } from "../../core/entry.ts";
import type { Analyte } from "../../core/knowledge/schema.ts";
import { because, type Reason } from "../account.ts";
import { field, given, type JsonObject, objectsAt, textAt } from "../json.ts";
import { type Quantity, quantityOf } from "../quantity.ts";
import { convert, tidy } from "../units.ts";
import type { Reading } from "./context.ts";
import { noValue, writtenValue } from "./no-value.ts";

/** A laboratory value in the analyte's unit, with the laboratory's own range in that unit. */
export function readLaboratory(part: JsonObject, analyte: Analyte, happened: Happened | undefined): Reading {
  const quantity = quantityOf(field(part, "valueQuantity"));
  if (quantity === undefined) return unreadResult(part, analyte, happened, noValue(part));
  const value = inUnitOf(analyte, quantity);
  if (value === undefined) {
    return unreadResult(part, analyte, happened, because("unsupported-unit", quantity.written));
  }
  const limits = range(part, analyte);
  if (!isSafeToRead(quantity.comparator, value, limits.upperLimit, analyte)) {
    return unreadResult(part, analyte, happened, because("comparator", quantity.written));
  }
  const body = { analyte: analyte.id, value, unit: analyte.unit, ...given(limits) };
  return { found: [{ type: "lab-resulted", body, happened }] };
}

/** A value that is there and cannot count, kept in its own words so that somebody reads it. */
export function unreadResult(
  part: JsonObject,
  analyte: Analyte,
  happened: Happened | undefined,
  leftAside: Reason,
): Reading {
  const written = writtenValue(part);
  if (written === undefined) return { leftAside };
  return { found: [{ type: "result-unread", body: { analyte: analyte.id, written }, happened }], leftAside };
}

/** By UCUM where the dimension is the same; from an amount of substance by the analyte's cited factor. */
export function inUnitOf(analyte: Analyte, quantity: Pick<Quantity, "value" | "unit">): number | undefined {
  if (quantity.unit === undefined) return undefined;
  const direct = convert(quantity.value, quantity.unit, analyte.unit);
  if (direct !== undefined) return direct;
  for (const factor of analyte.factors) {
    const amount = convert(quantity.value, quantity.unit, factor.from);
    if (amount !== undefined) return tidy(amount * factor.by);
  }
  return undefined;
}

/**
 * A limit stands for a value only where that cannot flatter it. Grades rise with the value, so for a graded analyte
 * `<5` is read as 5, its worst; `>3000` only where 3000 already is the worst grade. Everything else is left aside.
 */
function isSafeToRead(
  comparator: string | undefined,
  value: number,
  upperLimit: number | undefined,
  { grades }: Analyte,
): boolean {
  if (comparator === undefined) return true;
  if (grades === undefined) return false;
  if (comparator === "<" || comparator === "<=") return true;
  if (comparator !== ">" && comparator !== ">=") return false;
  const scale = grades.of === "unit" ? 1 : upperLimit;
  const worst = grades.limits.find((limit) => limit.grade === 4);
  return scale !== undefined && worst !== undefined && value > worst.over * scale;
}

/** The one range that holds for the patient without further conditions; where several might, none is known. */
function range(part: JsonObject, analyte: Analyte) {
  const plain = objectsAt(part, "referenceRange").filter(
    (one) =>
      field(one, "appliesTo") === undefined &&
      field(one, "age") === undefined &&
      (textAt(one, "type", "text") ?? "normal").toLowerCase() === "normal" &&
      objectsAt(one, "type", "coding").every((coding) => textAt(coding, "code") === "normal"),
  );
  const only = plain.length === 1 ? plain[0] : undefined;
  return { upperLimit: limit(only, "high", analyte), lowerLimit: limit(only, "low", analyte) };
}

function limit(range: JsonObject | undefined, end: "high" | "low", analyte: Analyte): number | undefined {
  const quantity = quantityOf(field(range, end));
  return quantity === undefined || quantity.comparator !== undefined
    ? undefined
    : inUnitOf(analyte, quantity);
}
