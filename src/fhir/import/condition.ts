import { because } from "../account.ts";
import { conceptOf, isEmpty, statusCode } from "../codes.ts";
import { firstHappened } from "../dates.ts";
import { field, type JsonObject } from "../json.ts";
import type { Context, Found, Reading } from "./context.ts";
import { namesPregnancy } from "./pregnancy-words.ts";

const past: ReadonlySet<string> = new Set(["inactive", "remission", "resolved"]);
const guessed: ReadonlySet<string> = new Set(["unconfirmed", "provisional", "differential"]);

/**
 * A condition the patient has or had. One that nobody confirmed counts where it may forbid treatment, but is no
 * reason to treat.
 */
export function readCondition(resource: JsonObject, context: Context): Reading {
  const verification = statusCode(resource, "verificationStatus");
  if (verification === "entered-in-error") return { leftAside: because("entered-in-error") };
  if (verification === "refuted") return { leftAside: because("refuted") };
  const concept = conceptOf(field(resource, "code"));
  if (isEmpty(concept)) return { leftAside: because("no-code") };

  const forbidding = context.book.conditions(concept).map(({ id }) => id);
  const isGuess = verification !== undefined && guessed.has(verification);
  if (isGuess && forbidding.length === 0) return { leftAside: because("not-confirmed", concept.text) };
  const treated = isGuess ? [] : context.book.indications(concept).map(({ id }) => id);
  const ids = new Set([...forbidding, ...treated]);

  const happened = firstHappened(
    field(resource, "onsetDateTime"),
    field(resource, "onsetPeriod", "start"),
    field(resource, "recordedDate"),
  );
  const body = {
    ...(concept.codings.length === 0 ? {} : { coding: [...concept.codings] }),
    ...(concept.text === undefined ? {} : { text: concept.text }),
    status: isPast(resource) ? ("history" as const) : ("active" as const),
  };
  if (body.status === "active" && namesPregnancy(concept)) {
    return { found: [{ type: "pregnancy-reported", body: {}, happened }] };
  }
  const found = [...ids].map(
    (condition): Found => ({ type: "condition-recorded", body: { condition, ...body }, happened }),
  );
  return { found: found.length > 0 ? found : [{ type: "condition-recorded", body, happened }] };
}

/** Where the status is missing, an abatement says that it is over; without either it is still there. */
function isPast(resource: JsonObject): boolean {
  const clinical = statusCode(resource, "clinicalStatus");
  if (clinical !== undefined) return past.has(clinical);
  return Object.keys(resource).some((key) => key.startsWith("abatement") && resource[key] !== false);
}
