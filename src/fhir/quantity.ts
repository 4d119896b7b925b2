import { numberAt, textAt } from "./json.ts";
import { convert } from "./units.ts";
import { writtenForm } from "./written.ts";

const ucumSystem = "http://unitsofmeasure.org";
const drugForms = "http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm";
const capsuleForms: ReadonlySet<string> = new Set(["CAP", "ORCAP"]);
/** Units of an order that can only mean pieces: isotretinoin comes as capsules, whatever a form calls them. */
const pieceWords = /^\{?(?:(?:each|ea)\}?$|cap|tab|カプセル|錠)/i;
const capsuleWords = /^(?:\{?(?:caps?|capsules?|capsule\(s\))\}?|カプセル)$/i;
// Pounds as people write them; every other unit must be a UCUM code.
const writtenUnits: ReadonlyMap<string, string> = new Map([
  ["lb", "[lb_av]"],
  ["lbs", "[lb_av]"],
]);

/** A Quantity as written. */
export interface Quantity {
  readonly value: number;
  readonly comparator: string | undefined;
  /** The unit as a UCUM code; undefined where none is given or it belongs to another system. */
  readonly unit: string | undefined;
  /** Value and unit for people: "155 mg". */
  readonly written: string;
  readonly inCapsules: boolean;
}

/** Reads a Quantity; undefined where it has no number. */
export function quantityOf(json: unknown): Quantity | undefined {
  const value = numberAt(json, "value");
  if (value === undefined) return undefined;
  const system = textAt(json, "system");
  const code = textAt(json, "code");
  const words = textAt(json, "unit");
  const comparator = textAt(json, "comparator");
  const ucum = system === undefined || system === ucumSystem;
  const spelled = words === undefined ? undefined : (writtenUnits.get(words.toLowerCase()) ?? words);
  return {
    value,
    comparator,
    unit: ucum ? (code ?? spelled) : undefined,
    written: writtenForm(json) ?? String(value),
    inCapsules:
      (system === drugForms && code !== undefined && capsuleForms.has(code)) ||
      (ucum && code !== undefined && capsuleWords.test(code)) ||
      (words !== undefined && capsuleWords.test(words) && (!ucum || code === undefined || code === "1")),
  };
}

/** A positive amount in a unit; undefined for a limit (`<5`), another dimension, or nothing. */
export function amountIn(json: unknown, unit: string): number | undefined {
  const quantity = quantityOf(json);
  if (quantity?.unit === undefined || quantity.comparator !== undefined || quantity.value <= 0)
    return undefined;
  return convert(quantity.value, quantity.unit, unit);
}

/** A positive number of capsules. */
export function capsulesIn(json: unknown): number | undefined {
  const quantity = quantityOf(json);
  if (quantity === undefined || !quantity.inCapsules || quantity.comparator !== undefined) return undefined;
  return quantity.value > 0 ? quantity.value : undefined;
}

/**
 * Capsules as an order may count them. A bare number, "each" and other pieces are read as capsules: the supply could
 * be that large, and a smaller reading would flatter it.
 */
export function orderedCapsules(json: unknown): number | undefined {
  const quantity = quantityOf(json);
  if (quantity === undefined || quantity.comparator !== undefined || quantity.value <= 0) return undefined;
  const words = textAt(json, "unit");
  const system = textAt(json, "system");
  // The words decide beside a code of a system unknown here; beside a UCUM code both must agree.
  const code =
    words === undefined || system === undefined || system === ucumSystem ? textAt(json, "code") : undefined;
  const units = [words, code].filter((unit) => unit !== undefined && unit !== "1");
  const inPieces = units.every((unit) => unit !== undefined && pieceWords.test(unit));
  return quantity.inCapsules || inPieces ? quantity.value : undefined;
}
