import { because } from "../account.ts";
import { isEmpty } from "../codes.ts";
import { firstHappened, happenedAt } from "../dates.ts";
import { field, type JsonObject, objectsAt, textAt } from "../json.ts";
import type { Context, Found, Reading } from "./context.ts";
import { medicationOf, orConflict, readMedicine, tookIsotretinoin } from "./medication.ts";

// R4 says "active"; R5 and national profiles say "recorded" and "on-going".
const taking: ReadonlySet<string> = new Set(["active", "recorded", "on-going"]);
const over: ReadonlySet<string> = new Set(["completed", "stopped"]);

/** A medicine the patient takes or took. The end of one still active counts for contraception alone: the stricter. */
export function readMedicationStatement(resource: JsonObject, context: Context): Reading {
  const status = textAt(resource, "status");
  if (status === "entered-in-error") return { leftAside: because("entered-in-error") };
  const concept = medicationOf(resource, context);
  if (isEmpty(concept)) return { leftAside: because("no-code") };
  if (status === "not-taken") return { leftAside: because("no-longer-taken", concept.text) };
  const isOver = status !== undefined && over.has(status);
  const from = firstHappened(
    field(resource, "effectiveDateTime"),
    field(resource, "effectivePeriod", "start"),
  );
  const until = happenedAt(field(resource, "effectivePeriod", "end"));
  if (context.book.isotretinoin(concept) !== undefined) {
    const last: Found[] =
      isOver && until !== undefined ? [{ type: "last-capsule-recorded", body: {}, happened: until }] : [];
    return {
      found: [tookIsotretinoin(from), ...last],
      leftAside: because("isotretinoin-not-an-order", status),
    };
  }
  const dosages = objectsAt(resource, "dosage");
  if (status === undefined || (!isOver && !taking.has(status))) {
    const unclear = { leftAside: because("status", status ?? "none") };
    return orConflict(unclear, concept, dosages, from, context);
  }
  return readMedicine(concept, dosages, { from, until, over: isOver, certain: true }, context);
}
