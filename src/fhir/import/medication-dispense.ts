import { because } from "../account.ts";
import { isEmpty } from "../codes.ts";
import { happenedAt } from "../dates.ts";
import { field, given, type JsonObject, objectsAt, textAt } from "../json.ts";
import { capsulesIn } from "../quantity.ts";
import type { Context, Reading } from "./context.ts";
import { dosingOf, longestDays } from "./dosage.ts";
import { medicationOf } from "./medication.ts";

/** Isotretinoin handed over. Prepared is not given: without `whenHandedOver` the supply has no day. */
export function readMedicationDispense(resource: JsonObject, context: Context): Reading {
  const status = textAt(resource, "status");
  if (status === "entered-in-error") return { leftAside: because("entered-in-error") };
  if (status !== "completed") return { leftAside: because("status", status ?? "none") };
  const concept = medicationOf(resource, context);
  if (isEmpty(concept)) return { leftAside: because("no-code") };
  const drug = context.book.isotretinoin(concept);
  if (drug === undefined) return { leftAside: because("only-dispensed-or-given", concept.text) };

  const capsules = capsulesIn(field(resource, "quantity"));
  const dosing = dosingOf(objectsAt(resource, "dosageInstruction"), drug.capsuleMg);
  const body = given({
    product: drug.product,
    capsules,
    capsuleMg: drug.capsuleMg,
    dailyMg: dosing.dailyMg,
    days: longestDays(field(resource, "daysSupply"), capsules, drug.capsuleMg, dosing),
  });
  return {
    found: [{ type: "supply-dispensed", body, happened: happenedAt(field(resource, "whenHandedOver")) }],
  };
}
