/** From FHIR R4 resources to entries of the record and orders to decide. Pure: no clock, no I/O. */
import type { Entry } from "../core/entry.ts";
import type { SupplyQuestion } from "../core/question.ts";
import { isState, type UndatedFact } from "../core/record.ts";
import { type AccountLine, because } from "./account.ts";
import { codeBook, type ImportKnowledge } from "./code-book.ts";
import { readAllergyIntolerance } from "./import/allergy-intolerance.ts";
import { chosenPatient, contradictions } from "./import/chosen-patient.ts";
import { readCondition } from "./import/condition.ts";
import { type Context, idOf, type Reading, resolver, subjectOf } from "./import/context.ts";
import { readMedicationAdministration } from "./import/medication-administration.ts";
import { readMedicationDispense } from "./import/medication-dispense.ts";
import { readMedicationRequest } from "./import/medication-request.ts";
import { readMedicationStatement } from "./import/medication-statement.ts";
import { withEnds } from "./import/medicine-ends.ts";
import { readObservation } from "./import/observation.ts";
import { readPatient } from "./import/patient.ts";
import { field, isObject, type JsonObject, textAt } from "./json.ts";
import type { ImportProblem } from "./resources.ts";

export type { AccountLine } from "./account.ts";
export type { ImportKnowledge } from "./code-book.ts";
export { type ImportProblem, isImportProblem, resourcesOf } from "./resources.ts";

/** What an import found, with one line of account for each resource given. */
export interface Imported {
  readonly patient: { readonly id?: string };
  readonly entries: readonly Entry[];
  /** Orders for isotretinoin, each named by its resource's id. */
  readonly orders: readonly SupplyQuestion[];
  /** Facts without a day: a state counts as of now, anything else can only be named by a finding. */
  readonly undated: readonly UndatedFact[];
  readonly account: readonly AccountLine[];
}
export interface ImportOptions {
  /** The id of the patient meant, where there are several. */
  readonly patient?: string;
}

type Reader = (resource: JsonObject, context: Context) => Reading;
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["Patient", readPatient],
  ["Observation", readObservation],
  ["MedicationRequest", readMedicationRequest],
  ["MedicationDispense", readMedicationDispense],
  ["MedicationStatement", readMedicationStatement],
  ["MedicationAdministration", readMedicationAdministration],
  ["Condition", readCondition],
  ["AllergyIntolerance", readAllergyIntolerance],
  // No operation settles who can become pregnant; an attestation does.
  ["Procedure", () => ({ leftAside: because("never-decides-category") })],
]);
const onlyReferredTo: ReadonlySet<string> = new Set(["Medication", "Specimen"]);

/** Reads the resources of one patient (open Bundles with `resourcesOf` first), or says what is wrong with them. */
export function importFhir(
  resources: readonly unknown[],
  knowledge: ImportKnowledge,
  options: ImportOptions = {},
): Imported | { readonly problems: readonly ImportProblem[] } {
  const names = resources.map(nameOf);
  const patient = chosenPatient(resources, options.patient);
  const problems = contradictions(resources.filter(isRead));
  if (isProblem(patient)) return { problems: [patient, ...problems] };
  if (problems.length > 0) return { problems };

  const book = codeBook(knowledge);
  const resolve = resolver(resources);
  const entries: Entry[] = [];
  const orders: SupplyQuestion[] = [];
  const undated: UndatedFact[] = [];
  const seen = new Set<string>();

  const readings = resources.map((resource, place): Reading => {
    const name = names[place] ?? "";
    const isCopy = isRead(resource) && seen.has(name);
    seen.add(name);
    return isCopy
      ? { leftAside: because("duplicate") }
      : read(resource, patient, { book, name, id: idOf(resource) ?? name, resolve });
  });
  const account = withEnds(readings).map((reading, place) => settle(names[place] ?? "", reading));
  const id = idOf(patient);
  return { patient: id === undefined ? {} : { id }, entries, orders, undated, account };

  function settle(name: string, { found = [], order, leftAside }: Reading): AccountLine {
    const became: string[] = [];
    let dateless = false;
    for (const { happened, ...fact } of found) {
      if (happened === undefined) {
        undated.push({ ...fact, resource: name });
        const id = `${name}~undated`;
        if (!isState(fact.type)) dateless = true;
        else if (!became.includes(id)) became.push(id);
        continue;
      }
      const entry: Entry = {
        id: `${name}#${became.length}`,
        ...fact,
        happened,
        actor: "unknown",
        source: "import",
        ref: name,
      };
      entries.push(entry);
      became.push(entry.id);
    }
    if (order !== undefined) {
      orders.push(order);
      became.push("order");
    }
    const dayMissing = dateless ? because("no-day") : undefined;
    const reason = became.length === 0 ? (dayMissing ?? leftAside) : (leftAside ?? dayMissing);
    return reason === undefined ? { resource: name, became } : { resource: name, became, leftAside: reason };
  }
}

/** `Observation/abc`; what has no usable id is named by its place: `Observation/~3`. */
function nameOf(resource: unknown, place: number): string {
  const type = textAt(resource, "resourceType");
  const shown = type !== undefined && /^[A-Za-z]{1,40}$/.test(type) ? type : "Unknown";
  return `${shown}/${(shown === "Unknown" ? undefined : idOf(resource)) ?? `~${place + 1}`}`;
}

/** Whether anything of a resource is ever read, so that two versions of it could contradict each other. */
function isRead(resource: unknown): boolean {
  const type = textAt(resource, "resourceType");
  return type !== undefined && (readers.has(type) || onlyReferredTo.has(type));
}

function isProblem(found: JsonObject | ImportProblem): found is ImportProblem {
  return field(found, "resourceType") === undefined;
}

function read(resource: unknown, patient: JsonObject, context: Context): Reading {
  const type = textAt(resource, "resourceType");
  if (!isObject(resource) || type === undefined) return { leftAside: because("not-a-resource") };
  if (type === "Bundle") return { leftAside: because("unopened-bundle") };
  if (onlyReferredTo.has(type)) return { leftAside: because("used-by-reference") };
  const reader = readers.get(type);
  if (reader === undefined) return { leftAside: because("not-relevant", type) };
  if (field(resource, "modifierExtension") !== undefined) return { leftAside: because("modifier-extension") };
  if (type === "Patient")
    return resource === patient ? reader(resource, context) : { leftAside: because("other-patient") };
  const subject = subjectOf(resource, patient);
  if (subject === "none") return { leftAside: because("no-subject") };
  return subject === "this" ? reader(resource, context) : { leftAside: because("other-patient") };
}
