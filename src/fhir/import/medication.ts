/** What a medication resource names, by whichever route it carries it. */
import type { Happened } from "../../core/entry.ts";
import { because } from "../account.ts";
import { type Concept, conceptOf, hasCode, snomed } from "../codes.ts";
import { field, type JsonObject, objectsAt, textAt } from "../json.ts";
import type { Context, Found, Reading } from "./context.ts";

/** The concept itself, or the code and ingredients of the Medication referred to. */
export function medicationOf(resource: JsonObject, context: Context): Concept {
  const direct = conceptOf(field(resource, "medicationCodeableConcept"));
  const reference = field(resource, "medicationReference");
  const medication = context.resolve(reference, resource);
  const ingredients = objectsAt(medication, "ingredient").map((one) =>
    conceptOf(field(one, "itemCodeableConcept")),
  );
  const all = [direct, conceptOf(field(medication, "code")), ...ingredients];
  return {
    codings: all.flatMap((concept) => concept.codings),
    text: all.find((concept) => concept.text !== undefined)?.text ?? textAt(reference, "display"),
  };
}

export interface Taken {
  readonly from: Happened | undefined;
  /** The last day, where it is known to be over. */
  readonly until: Happened | undefined;
  readonly over: boolean;
  /** Whether it is more than a plan: planned contraception protects nobody. */
  readonly certain: boolean;
}

/** A medicine other than isotretinoin: what it is, and since when it is taken. */
export function readMedicine(
  concept: Concept,
  dosages: readonly JsonObject[],
  taken: Taken,
  context: Context,
): Reading {
  if (taken.over && taken.until === undefined) return { leftAside: because("no-longer-taken", concept.text) };
  const methods = context.book.contraceptives(concept);
  const matched = context.book.medicines(concept);
  const local = isLocal(dosages);
  const medicines = local ? matched.filter((medicine) => !medicine.systemicOnly) : matched;
  const method = methods.length === 1 ? methods[0] : undefined;
  const found: Found[] = [];

  for (const { id } of medicines) {
    const body = { medicine: id, ...namesOf(concept) };
    if (!taken.over || taken.from !== undefined)
      found.push({ type: "medicine-started", body, happened: taken.from });
    if (taken.over) found.push({ type: "medicine-ended", body: { medicine: id }, happened: taken.until });
  }
  if (method !== undefined && taken.certain) {
    found.push({ type: "contraception-started", body: { method: method.id }, happened: taken.from });
    if (taken.until !== undefined) {
      found.push({ type: "contraception-ended", body: { method: method.id }, happened: taken.until });
    }
  }
  if (matched.length === 0 && methods.length === 0 && !taken.over) {
    found.push({ type: "medicine-started", body: namesOf(concept), happened: taken.from });
  }

  if (methods.length > 1)
    return { found, leftAside: because("ambiguous-code", methods.map((one) => one.id).join(", ")) };
  if (found.length > 0) return { found };
  if (method !== undefined) return { leftAside: because("only-planned", concept.text) };
  return { leftAside: because(taken.over ? "no-longer-taken" : "local-route", concept.text) };
}

/** That isotretinoin was taken before, and perhaps still is. */
export function tookIsotretinoin(happened: Happened | undefined): Found {
  return { type: "prior-therapy-recorded", body: { agent: "isotretinoin" }, happened };
}

/**
 * The reading itself where it found something; otherwise, of a medicine that stops or asks, that it is taken: whether
 * it truly is may be doubtful, but a doubt about a conflict is no reason to drop it.
 */
export function orConflict(
  reading: Reading,
  concept: Concept,
  dosages: readonly JsonObject[],
  from: Happened | undefined,
  context: Context,
): Reading {
  if ((reading.found ?? []).length > 0) return reading;
  const found = conflicts(concept, dosages, from, context);
  return found.length === 0 ? reading : { found };
}

/** Starts of the medicines a concept names that stop or ask beside isotretinoin. */
export function conflicts(
  concept: Concept,
  dosages: readonly JsonObject[],
  from: Happened | undefined,
  context: Context,
): readonly MedicineStarted[] {
  const local = isLocal(dosages);
  return context.book
    .medicines(concept)
    .filter(
      ({ verdict, systemicOnly }) => (verdict === "stop" || verdict === "ask") && !(local && systemicOnly),
    )
    .map(({ id }) => ({
      type: "medicine-started",
      body: { medicine: id, ...namesOf(concept) },
      happened: from,
    }));
}
type MedicineStarted = Extract<Found, { readonly type: "medicine-started" }>;

function namesOf({ codings, text }: Concept) {
  return {
    ...(codings.length === 0 ? {} : { coding: [...codings] }),
    ...(text === undefined ? {} : { text }),
  };
}

// SNOMED CT routes: topical, respiratory tract, nasal, otic. A route not named here may be swallowed, and is matched.
const localRoutes: ReadonlySet<string> = new Set(["6064005", "447694001", "46713006", "10547007"]);

/** Whether every dosage says a local route. One that says none might be swallowed. */
function isLocal(dosages: readonly JsonObject[]): boolean {
  const routes = dosages.map((dosage) => conceptOf(field(dosage, "route")));
  return routes.length > 0 && routes.every((route) => hasCode(route, snomed, localRoutes));
}
