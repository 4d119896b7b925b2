import type { Happened } from "../../core/entry.ts";
import { because, type Reason } from "../account.ts";
import { codesText, conceptOf, hasCode, isEmpty, loinc } from "../codes.ts";
import { firstHappened } from "../dates.ts";
import { field, type JsonObject, numberAt, objectsAt, textAt } from "../json.ts";
import { quantityOf } from "../quantity.ts";
import { convert } from "../units.ts";
import type { Context, Found, Reading } from "./context.ts";
import { readLaboratory, unreadResult } from "./laboratory.ts";
import { noValue } from "./no-value.ts";
import { pregnancyTestSpecimen, readPregnancyTest, reportedPregnancy } from "./pregnancy-test.ts";
import { namesPregnancy } from "./pregnancy-words.ts";

// LOINC 29463-7 body weight; 44261-6 PHQ-9 total score.
const weight: ReadonlySet<string> = new Set(["29463-7"]);
const phq9: ReadonlySet<string> = new Set(["44261-6"]);
const counted: ReadonlySet<string> = new Set(["final", "amended", "corrected"]);

/** An Observation and each of its components, all of one day. */
export function readObservation(resource: JsonObject, context: Context): Reading {
  const status = textAt(resource, "status");
  if (status === "entered-in-error") return { leftAside: because("entered-in-error") };
  if (status === "cancelled") return { leftAside: because("status", status) };
  const doubt = doubtOf(status);

  const happened = collected(resource, context);
  const components = objectsAt(resource, "component");
  const issued = textAt(resource, "issued");
  const readings = [resource, ...components].map((part, place) =>
    doubt === undefined
      ? readPart(part, happened, issued, place === 0 ? context.id : `${context.id}#${place}`, context)
      : readDoubtful(part, happened, issued, doubt, context),
  );
  const found = readings.flatMap((reading) => reading.found ?? []);
  const reasons = readings.flatMap((reading) => reading.leftAside ?? []);
  const telling = reasons.find((one) => one.reason !== "unknown-code" && one.reason !== "no-code");
  const leftAside = telling ?? (found.length === 0 ? reasons[0] : undefined);
  return leftAside === undefined ? { found } : { found, leftAside };
}

function doubtOf(status: string | undefined): Reason | undefined {
  if (status === "preliminary") return because("preliminary");
  return status !== undefined && counted.has(status) ? undefined : because("status", status ?? "none");
}

/** Of a result that is not final: only what speaks against treatment, or might. */
function readDoubtful(
  part: JsonObject,
  happened: Happened | undefined,
  issued: string | undefined,
  doubt: Reason,
  context: Context,
): Reading {
  const concept = conceptOf(field(part, "code"));
  if (field(part, "modifierExtension") !== undefined) return { leftAside: doubt };
  if (pregnancyTestSpecimen(concept) !== undefined) {
    return { found: reportedPregnancy(part, happened, issued), leftAside: doubt };
  }
  const analyte = context.book.analytes(concept)[0];
  return analyte === undefined ? { leftAside: doubt } : unreadResult(part, analyte, happened, doubt);
}

/** The day of the specimen, else of the measurement. Never `issued`: a report may come days after its sample. */
function collected(resource: JsonObject, context: Context): Happened | undefined {
  const specimen = context.resolve(field(resource, "specimen"), resource);
  return firstHappened(
    field(specimen, "collection", "collectedDateTime"),
    field(specimen, "collection", "collectedPeriod", "start"),
    field(resource, "effectiveDateTime"),
    field(resource, "effectivePeriod", "start"),
    field(resource, "effectiveInstant"),
  );
}

function readPart(
  part: JsonObject,
  happened: Happened | undefined,
  issued: string | undefined,
  testId: string,
  context: Context,
): Reading {
  const concept = conceptOf(field(part, "code"));
  if (isEmpty(concept)) return { leftAside: because("no-code") };
  if (field(part, "modifierExtension") !== undefined) return { leftAside: because("modifier-extension") };
  const specimen = pregnancyTestSpecimen(concept);
  if (specimen !== undefined) return readPregnancyTest(part, { specimen, test: testId, happened, issued });
  if (hasCode(concept, loinc, weight)) return readWeight(part, happened);
  if (hasCode(concept, loinc, phq9)) return readPhq9(part, happened);
  const analyte = context.book.analytes(concept)[0];
  if (analyte !== undefined) return readLaboratory(part, analyte, happened);
  const value = conceptOf(field(part, "valueCodeableConcept"));
  const said = { codings: value.codings, text: value.text ?? textAt(part, "valueString") };
  if (namesPregnancy(said) || (namesPregnancy(concept) && field(part, "valueBoolean") === true)) {
    return { found: [{ type: "pregnancy-reported", body: {}, happened }] };
  }
  return { leftAside: because("unknown-code", codesText(concept)) };
}

/** Any weight, however odd: whether a person can weigh 155 mg is for the rules to say. */
function readWeight(part: JsonObject, happened: Happened | undefined): Reading {
  const quantity = quantityOf(field(part, "valueQuantity"));
  if (quantity === undefined) return { leftAside: noValue(part) };
  if (quantity.comparator !== undefined) return { leftAside: because("comparator", quantity.written) };
  const kg = quantity.unit === undefined ? undefined : convert(quantity.value, quantity.unit, "kg");
  if (kg === undefined) return { leftAside: because("unsupported-unit", quantity.written) };
  return { found: [{ type: "weight-measured", body: { kg, written: quantity.written }, happened }] };
}

function readPhq9(part: JsonObject, happened: Happened | undefined): Reading {
  const score = numberAt(part, "valueInteger") ?? numberAt(part, "valueQuantity", "value");
  if (score === undefined) return { leftAside: noValue(part) };
  const readable =
    Number.isInteger(score) &&
    score >= 0 &&
    score <= 27 &&
    textAt(part, "valueQuantity", "comparator") === undefined;
  if (!readable) return { leftAside: because("unreadable-value", String(score)) };
  const found: Found = { type: "mood-screened", body: { phq9: score }, happened };
  return { found: [found] };
}
