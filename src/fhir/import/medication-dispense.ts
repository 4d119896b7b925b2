import { plus } from "../../core/calendar.ts";
import type { Happened } from "../../core/entry.ts";
import { because } from "../account.ts";
import type { Isotretinoin } from "../code-book.ts";
import { type Concept, isEmpty } from "../codes.ts";
import { firstHappened, happenedAt } from "../dates.ts";
import { field, given, type JsonObject, objectsAt, textAt } from "../json.ts";
import { amountIn, capsulesIn } from "../quantity.ts";
import type { Context, Reading } from "./context.ts";
import { dosingOf, longestDays } from "./dosage.ts";
import { conflicts, medicationOf, tookIsotretinoin } from "./medication.ts";

/** Isotretinoin handed over is a supply. Of other medicines only those that conflict are taken to be swallowed. */
export function readMedicationDispense(resource: JsonObject, context: Context): Reading {
  const status = textAt(resource, "status");
  if (status === "entered-in-error") return { leftAside: because("entered-in-error") };
  if (status !== "completed" && status !== "in-progress")
    return { leftAside: because("status", status ?? "none") };
  const concept = medicationOf(resource, context);
  if (isEmpty(concept)) return { leftAside: because("no-code") };
  const drug = context.book.isotretinoin(concept);
  if (drug === undefined) {
    const reading = conflicting(resource, concept, context);
    if (reading !== undefined) return reading;
  }
  if (status !== "completed") return { leftAside: because("status", status) };
  return drug === undefined
    ? { leftAside: because("only-dispensed-or-given", concept.text) }
    : supplyOf(resource, drug);
}

/** Prepared is not given: without `whenHandedOver` there is no supply, but capsules may have been taken. */
function supplyOf(resource: JsonObject, drug: Isotretinoin): Reading {
  const happened = happenedAt(field(resource, "whenHandedOver"));
  if (happened === undefined) {
    const prepared = happenedAt(field(resource, "whenPrepared"));
    return { found: [tookIsotretinoin(prepared)], leftAside: because("no-day") };
  }
  const capsules = capsulesIn(field(resource, "quantity"));
  const dosing = dosingOf(objectsAt(resource, "dosageInstruction"), drug.capsuleMg);
  const body = given({
    product: drug.product,
    capsules,
    capsuleMg: drug.capsuleMg,
    dailyMg: dosing.dailyMg,
    days: longestDays(field(resource, "daysSupply"), capsules, drug.capsuleMg, dosing),
  });
  return { found: [{ type: "supply-dispensed", body, happened }] };
}

/** A medicine that conflicts, from its day until the supply runs out, where that is written. */
function conflicting(resource: JsonObject, concept: Concept, context: Context): Reading | undefined {
  const from = firstHappened(field(resource, "whenHandedOver"), field(resource, "whenPrepared"));
  const found = conflicts(concept, objectsAt(resource, "dosageInstruction"), from, context);
  if (found.length === 0) return undefined;
  const happened = from === undefined ? undefined : lastDay(from, field(resource, "daysSupply"));
  if (happened === undefined) return { found };
  const runsOut = found.flatMap(({ body: { medicine } }) =>
    medicine === undefined ? [] : [{ medicine, happened }],
  );
  return { found, runsOut };
}

/** More than a year's supply is a slip of the pen, and says nothing about the end. */
const mostDays = 366;

function lastDay(from: Happened, daysSupply: unknown): Happened | undefined {
  const days = amountIn(daysSupply, "d");
  return days === undefined || days > mostDays ? undefined : { day: plus(from.day, Math.ceil(days)) };
}
