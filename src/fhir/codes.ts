/** Codes as FHIR carries them. They match by system and code together: LOINC 2106-3 is also the race code "White". */
import type { Code } from "../core/knowledge/schema.ts";
import { field, isObject, type JsonObject, objectsAt, textAt } from "./json.ts";

export const loinc = "http://loinc.org";
export const snomed = "http://snomed.info/sct";

const systemOfUri: ReadonlyMap<string, Code["system"]> = new Map([
  [loinc, "loinc"],
  [snomed, "snomed"],
  ["http://www.nlm.nih.gov/research/umls/rxnorm", "rxnorm"],
  ["http://hl7.org/fhir/sid/ndc", "ndc"],
  ["http://www.whocc.no/atc", "atc"],
  ["http://hl7.org/fhir/sid/icd-10-cm", "icd-10-cm"],
  ["http://hl7.org/fhir/sid/icd-10", "icd-10"],
]);

/** A coding with both halves of its name. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}
/** A CodeableConcept: several codings for one thing, and the words it was written with. */
export interface Concept {
  readonly codings: readonly Coding[];
  readonly text: string | undefined;
}

/** Reads a CodeableConcept; codings without a system or a code are dropped, their display still serves as text. */
export function conceptOf(json: unknown): Concept {
  const raw = objectsAt(json, "coding");
  const codings = raw.flatMap((coding): Coding[] => {
    const system = textAt(coding, "system");
    const code = textAt(coding, "code");
    const display = textAt(coding, "display");
    if (system === undefined || code === undefined) return [];
    return [display === undefined ? { system, code } : { system, code, display }];
  });
  const text =
    textAt(json, "text") ??
    raw.map((coding) => textAt(coding, "display")).find((words) => words !== undefined);
  return { codings, text };
}

/** Whether a concept has a coding of a system. */
export function hasCode(concept: Concept, system: string, codes: ReadonlySet<string>): boolean {
  return concept.codings.some((coding) => coding.system === system && codes.has(coding.code));
}

/** Whether nothing at all says what this is. */
export function isEmpty(concept: Concept): boolean {
  return concept.codings.length === 0 && concept.text === undefined;
}

/** What a person may call it: the text, else the first code. */
export function wordsOf(concept: Concept): string {
  const first = concept.codings[0];
  return concept.text ?? (first === undefined ? "" : `${first.system}|${first.code}`);
}

/** The codes of a concept, for the account. */
export function codesText(concept: Concept): string {
  const codes = concept.codings.map((coding) => `${coding.system}|${coding.code}`).join(", ");
  return codes === "" ? (concept.text ?? "") : codes;
}

/** Keys under which a coding may stand in the knowledge; an NDC has several, as its hyphens may be missing. */
export function keysOf(coding: Coding): readonly string[] {
  const system = systemOfUri.get(coding.system);
  return system === undefined ? [] : keysOfCode({ system, code: coding.code });
}

/** The same for a code as the knowledge writes it. */
export function keysOfCode(code: Pick<Code, "system" | "code">): readonly string[] {
  if (code.system === "ndc") return ndcProducts(code.code).map((product) => `ndc|${product}`);
  return [`${code.system}|${code.code}`];
}

/**
 * The labeller and product segments of an NDC, padded to 5 and 4 digits. Strength, dosage form and formulation belong
 * to these two; the package segment says only how many are in the box, so it is dropped. Without hyphens ten digits
 * can be read in three ways (4-4-2, 5-3-2, 5-4-1); all three are given.
 */
export function ndcProducts(code: string): readonly string[] {
  const segments = code.split("-");
  if (!segments.every((segment) => /^\d+$/.test(segment))) return [];
  const [labeller = "", product = ""] = segments;
  if (segments.length > 1) {
    const fits =
      segments.length <= 3 &&
      labeller.length >= 4 &&
      labeller.length <= 5 &&
      product.length >= 3 &&
      product.length <= 4;
    return fits ? [labeller.padStart(5, "0") + product.padStart(4, "0")] : [];
  }
  if (code.length === 11) return [code.slice(0, 9)];
  if (code.length !== 10) return [];
  return [`0${code.slice(0, 8)}`, `${code.slice(0, 5)}0${code.slice(5, 8)}`, code.slice(0, 9)];
}

/** The code a status field holds: a plain code, or the first coding of a concept. */
export function statusCode(resource: JsonObject, name: string): string | undefined {
  const value = field(resource, name);
  if (!isObject(value)) return textAt(resource, name);
  return conceptOf(value).codings[0]?.code ?? textAt(objectsAt(value, "coding")[0], "code");
}
