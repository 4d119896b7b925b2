import { because } from "../account.ts";
import { isEmpty } from "../codes.ts";
import { firstHappened, happenedAt } from "../dates.ts";
import { field, type JsonObject, objectsAt, textAt } from "../json.ts";
import type { Context, Reading } from "./context.ts";
import { medicationOf, readMedicine } from "./medication.ts";

// R4 says "active"; R5 and national profiles say "recorded" and "on-going".
const taking: ReadonlySet<string> = new Set(["active", "recorded", "on-going"]);
const over: ReadonlySet<string> = new Set(["completed", "stopped"]);

/** A medicine the patient takes or took. The end of one still active counts for contraception alone: the stricter. */
export function readMedicationStatement(resource: JsonObject, context: Context): Reading {
  const status = textAt(resource, "status");
  if (status === "entered-in-error") return { leftAside: because("entered-in-error") };
  const concept = medicationOf(resource, context);
  if (isEmpty(concept)) return { leftAside: because("no-code") };
  if (context.book.isotretinoin(concept) !== undefined) {
    return { leftAside: because("isotretinoin-not-an-order", status) };
  }
  if (status === "not-taken") return { leftAside: because("no-longer-taken", concept.text) };
  const isOver = status !== undefined && over.has(status);
  if (status === undefined || (!isOver && !taking.has(status)))
    return { leftAside: because("status", status ?? "none") };
  const from = firstHappened(
    field(resource, "effectiveDateTime"),
    field(resource, "effectivePeriod", "start"),
  );
  const until = happenedAt(field(resource, "effectivePeriod", "end"));
  return readMedicine(
    concept,
    objectsAt(resource, "dosage"),
    { from, until, over: isOver, certain: true },
    context,
  );
}
