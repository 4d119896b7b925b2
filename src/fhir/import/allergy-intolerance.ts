import { because } from "../account.ts";
import { type Concept, conceptOf, hasCode, isEmpty, snomed, statusCode } from "../codes.ts";
import { firstHappened } from "../dates.ts";
import { field, type JsonObject, objectsAt } from "../json.ts";
import type { Context, Found, Reading } from "./context.ts";

// SNOMED CT 716186003 "No known allergy"; the narrower ones say it of drugs, food and environment alone.
const none: ReadonlySet<string> = new Set(["716186003"]);
const noneOfAKind: ReadonlySet<string> = new Set(["409137002", "429625007", "428607008"]);
const past: ReadonlySet<string> = new Set(["inactive", "resolved"]);

/** An allergy, or the answer that there is none. */
export function readAllergyIntolerance(resource: JsonObject, context: Context): Reading {
  const verification = statusCode(resource, "verificationStatus");
  if (verification === "entered-in-error") return { leftAside: because("entered-in-error") };
  if (verification === "refuted") return { leftAside: because("refuted") };
  const clinical = statusCode(resource, "clinicalStatus");
  if (clinical !== undefined && past.has(clinical)) return { leftAside: because("status", clinical) };

  const concept = withSubstances(resource);
  if (isEmpty(concept)) return { leftAside: because("no-code") };
  const happened = firstHappened(
    field(resource, "onsetDateTime"),
    field(resource, "onsetPeriod", "start"),
    field(resource, "recordedDate"),
  );
  if (hasCode(concept, snomed, noneOfAKind)) return { leftAside: because("partial-negation", concept.text) };
  if (hasCode(concept, snomed, none)) {
    const isSure = verification === undefined || verification === "confirmed";
    return isSure
      ? { found: [{ type: "allergies-asked", body: {}, happened }] }
      : { leftAside: because("not-confirmed") };
  }

  const body = {
    ...(concept.codings.length === 0 ? {} : { coding: [...concept.codings] }),
    ...(concept.text === undefined ? {} : { text: concept.text }),
  };
  const known = context.book.allergens(concept);
  const found = known.map(
    ({ id }): Found => ({ type: "allergy-recorded", body: { allergen: id, ...body }, happened }),
  );
  return { found: found.length > 0 ? found : [{ type: "allergy-recorded", body, happened }] };
}

/** The allergy's own code and the substances of its reactions. */
function withSubstances(resource: JsonObject): Concept {
  const own = conceptOf(field(resource, "code"));
  const substances = objectsAt(resource, "reaction").map((reaction) =>
    conceptOf(field(reaction, "substance")),
  );
  return {
    codings: [own, ...substances].flatMap((concept) => concept.codings),
    text: own.text ?? substances.find((concept) => concept.text !== undefined)?.text,
  };
}
