import type { Body, Happened } from "../../core/entry.ts";
import { because } from "../account.ts";
import { type Concept, conceptOf, loinc, snomed } from "../codes.ts";
import { happenedAt } from "../dates.ts";
import { field, type JsonObject, objectsAt, textAt } from "../json.ts";
import { quantityOf } from "../quantity.ts";
import type { Context, Found, Reading } from "./context.ts";
import { noValue } from "./no-value.ts";

type Specimen = "urine" | "serum";
type Result = Body<"pregnancy-test-resulted">["result"];

// LOINC: hCG in urine, in serum, beta-hCG in serum qualitative and quantitative. Only with the system loinc.org:
// the bare code 2106-3 also means "White" in the CDC's race and ethnicity codes.
const specimens: ReadonlyMap<string, Specimen> = new Map([
  ["2106-3", "urine"],
  ["2118-8", "serum"],
  ["2110-5", "serum"],
  ["21198-7", "serum"],
]);

const interpretation = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
const resultCodes: ReadonlyMap<string, Result> = new Map([
  [`${snomed}|260385009`, "negative"],
  [`${snomed}|10828004`, "positive"],
  [`${interpretation}|NEG`, "negative"],
  [`${interpretation}|POS`, "positive"],
  [`${interpretation}|IND`, "indeterminate"],
]);
const resultWords: ReadonlyMap<string, Result> = new Map([
  ["negative", "negative"],
  ["positive", "positive"],
  ["陰性", "negative"],
  ["陽性", "positive"],
]);
/** Words around the result, such as "Weakly positive", do not take it back; a denial beside it does. */
const saysPositive = /positive|陽性/;
const deniesPositive = /negative|陰性|\bnot\b/;
const worstFirst = ["positive", "indeterminate", "negative"] as const;

/** Urine or serum, where a concept is a pregnancy test. */
export function pregnancyTestSpecimen(concept: Concept): Specimen | undefined {
  for (const { system, code } of concept.codings) {
    const specimen = system === loinc ? specimens.get(code) : undefined;
    if (specimen !== undefined) return specimen;
  }
  return undefined;
}

interface Collected {
  readonly specimen: Specimen;
  readonly test: Context["id"];
  readonly happened: Happened | undefined;
  readonly issued: string | undefined;
}

/**
 * The sample and, where the laboratory says it in words or codes, the result. A bare number is no result: no source
 * gives a threshold to read it by, and "indeterminate" is not ours to invent. A positive result without a day belongs
 * to no sample that counts, so it is kept as a reported pregnancy.
 */
export function readPregnancyTest(
  part: JsonObject,
  { specimen, test, happened, issued }: Collected,
): Reading {
  const collected: Found = { type: "pregnancy-test-collected", body: { test, specimen }, happened };
  const result = resultOf(part);
  if (result === undefined) {
    const number = quantityOf(field(part, "valueQuantity"));
    const leftAside =
      number === undefined ? noValue(part) : because("quantity-not-interpreted", number.written);
    return { found: [collected], leftAside };
  }
  const known = happened === undefined ? undefined : laterOf(happened, happenedAt(issued));
  const reported = happened === undefined ? reportedPregnancy(part, happened, issued) : [];
  return {
    found: [
      collected,
      { type: "pregnancy-test-resulted", body: { test, result }, happened: known },
      ...reported,
    ],
  };
}

/** The pregnancy that a positive test reports where it cannot count as a test, on the best day there is for it. */
export function reportedPregnancy(
  part: JsonObject,
  happened: Happened | undefined,
  issued: string | undefined,
): readonly Found[] {
  if (resultOf(part) !== "positive") return [];
  return [{ type: "pregnancy-reported", body: {}, happened: happened ?? happenedAt(issued) }];
}

/** A result is known when it is issued, never before its sample. */
function laterOf(sample: Happened, issued: Happened | undefined): Happened {
  if (issued?.at === undefined || issued.day < sample.day) return sample;
  return sample.at !== undefined && issued.at < sample.at ? sample : issued;
}

/** Where value and interpretation contradict each other, the worse one. */
function resultOf(part: JsonObject): Result | undefined {
  const said = new Set<Result>();
  for (const concept of [
    conceptOf(field(part, "valueCodeableConcept")),
    ...objectsAt(part, "interpretation").map(conceptOf),
  ]) {
    for (const { system, code } of concept.codings) {
      const result = resultCodes.get(`${system}|${code}`);
      if (result !== undefined) said.add(result);
    }
    addWords(concept.text);
    if (concept.codings.some(({ display }) => wordsResult(display) === "positive")) said.add("positive");
  }
  addWords(textAt(part, "valueString"));
  return worstFirst.find((result) => said.has(result));

  function addWords(words: string | undefined) {
    const result = wordsResult(words);
    if (result !== undefined) said.add(result);
  }
}

function wordsResult(words: string | undefined): Result | undefined {
  const said = (words ?? "").toLowerCase();
  return (
    resultWords.get(said) ?? (saysPositive.test(said) && !deniesPositive.test(said) ? "positive" : undefined)
  );
}
