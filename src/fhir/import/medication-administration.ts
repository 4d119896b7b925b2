import { because } from "../account.ts";
import { isEmpty } from "../codes.ts";
import { firstHappened } from "../dates.ts";
import { field, type JsonObject, textAt } from "../json.ts";
import { amountIn, capsulesIn } from "../quantity.ts";
import type { Context, Reading } from "./context.ts";
import { medicationOf, tookIsotretinoin } from "./medication.ts";

/** A dose of isotretinoin that was given; one that was begun or whose amount cannot be read shows that it was taken. */
export function readMedicationAdministration(resource: JsonObject, context: Context): Reading {
  const status = textAt(resource, "status");
  if (status === "entered-in-error") return { leftAside: because("entered-in-error") };
  if (status === "not-done") return { leftAside: because("status", status) };
  const concept = medicationOf(resource, context);
  if (isEmpty(concept)) return { leftAside: because("no-code") };
  const drug = context.book.isotretinoin(concept);
  if (drug === undefined) return { leftAside: because("only-dispensed-or-given", concept.text) };
  const happened = firstHappened(
    field(resource, "effectiveDateTime"),
    field(resource, "effectivePeriod", "start"),
  );
  const taken = tookIsotretinoin(happened);
  if (status !== "completed") return { found: [taken], leftAside: because("status", status ?? "none") };
  const dose = field(resource, "dosage", "dose");
  const capsules = capsulesIn(dose);
  const mg =
    amountIn(dose, "mg") ??
    (capsules !== undefined && drug.capsuleMg !== undefined ? capsules * drug.capsuleMg : undefined);
  if (mg === undefined) return { found: [taken], leftAside: because("unreadable-value", "dosage.dose") };
  return { found: [{ type: "dose-taken", body: { mg }, happened }, taken] };
}
