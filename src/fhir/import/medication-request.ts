import type { Happened } from "../../core/entry.ts";
import type { Indication } from "../../core/knowledge/schema.ts";
import type { Indicated, SupplyQuestion } from "../../core/question.ts";
import { because } from "../account.ts";
import type { Isotretinoin } from "../code-book.ts";
import { type Concept, conceptOf, isEmpty, wordsOf } from "../codes.ts";
import { happenedAt } from "../dates.ts";
import { field, given, type JsonObject, numberAt, objectsAt, textAt } from "../json.ts";
import { capsulesIn } from "../quantity.ts";
import type { Context, Reading } from "./context.ts";
import { dosingOf, longestDays } from "./dosage.ts";
import { medicationOf, readMedicine } from "./medication.ts";

const live: ReadonlySet<string> = new Set(["active", "draft"]);
const ended: ReadonlySet<string> = new Set(["completed", "stopped"]);
const firmIntents: ReadonlySet<string> = new Set([
  "order",
  "original-order",
  "instance-order",
  "reflex-order",
  "filler-order",
]);
/** A plan or a proposal is judged like an order: better before it is signed than after. An option is none. */
const intents: ReadonlySet<string> = new Set([...firmIntents, "plan", "proposal"]);

/** An order for isotretinoin is a question to decide; one for anything else is a medicine that is taken. */
export function readMedicationRequest(resource: JsonObject, context: Context): Reading {
  const status = textAt(resource, "status");
  const intent = textAt(resource, "intent");
  if (status === "entered-in-error") return { leftAside: because("entered-in-error") };
  if (field(resource, "doNotPerform") === true) return { leftAside: because("do-not-perform") };
  const concept = medicationOf(resource, context);
  if (isEmpty(concept)) return { leftAside: because("no-code") };
  if (intent === undefined || !intents.has(intent)) return { leftAside: because("not-an-order", intent) };

  const isotretinoin = context.book.isotretinoin(concept);
  const isLive = status !== undefined && live.has(status);
  if (isotretinoin !== undefined) {
    if (!isLive) return { leftAside: because("status", status ?? "none") };
    return { order: orderOf(resource, isotretinoin, context) };
  }
  const over = status !== undefined && ended.has(status);
  if (!isLive && !over) return { leftAside: because("status", status ?? "none") };
  const dosages = objectsAt(resource, "dosageInstruction");
  const taken = {
    from: happenedAt(field(resource, "authoredOn")),
    until: over ? lastDay(dosages) : undefined,
    over,
    certain: firmIntents.has(intent) && status !== "draft",
  };
  return readMedicine(concept, dosages, taken, context);
}

/** The day on which the last of all instructions ends; undefined where one does not say. */
function lastDay(dosages: readonly JsonObject[]): Happened | undefined {
  let last: Happened | undefined;
  for (const dosage of dosages) {
    const end = happenedAt(field(dosage, "timing", "repeat", "boundsPeriod", "end"));
    if (end === undefined) return undefined;
    if (last === undefined || end.day > last.day) last = end;
  }
  return last;
}

function orderOf(resource: JsonObject, drug: Isotretinoin, context: Context): SupplyQuestion {
  const dosing = dosingOf(objectsAt(resource, "dosageInstruction"), drug.capsuleMg);
  const request = field(resource, "dispenseRequest");
  const capsules = capsulesIn(field(request, "quantity"));
  const repeats = Math.max(0, numberAt(request, "numberOfRepeatsAllowed") ?? 0);
  return {
    order: context.id,
    ...drug,
    ...given({
      capsules,
      dailyMg: dosing.dailyMg,
      dosesPerDay: dosing.dosesPerDay,
      days: longestDays(field(request, "expectedSupplyDuration"), capsules, drug.capsuleMg, dosing),
      indication: indicationOf(resource, context),
    }),
    // A first, smaller fill comes on top of those that follow it.
    refills: repeats + (field(request, "initialFill", "quantity") === undefined ? 0 : 1),
  };
}

const worstFirst: readonly Indication["class"][] = [
  "never",
  "harmful",
  "none",
  "off-label",
  "off-label-strong",
  "labelled",
];

/** What the order is for; of several reasons the worst that is known, else the first in words. */
function indicationOf(resource: JsonObject, context: Context): Indicated | undefined {
  const reasons: Concept[] = [
    ...objectsAt(resource, "reasonCode").map(conceptOf),
    ...objectsAt(resource, "reasonReference").map((reference) => {
      const condition = conceptOf(field(context.resolve(reference, resource), "code"));
      return isEmpty(condition) ? { codings: [], text: textAt(reference, "display") } : condition;
    }),
  ].filter((reason) => !isEmpty(reason));
  const known = reasons.flatMap((reason) =>
    context.book.indications(reason).map((indication) => ({ indication, text: wordsOf(reason) })),
  );
  known.sort((a, b) => worstFirst.indexOf(a.indication.class) - worstFirst.indexOf(b.indication.class));
  const worst = known[0];
  if (worst !== undefined) return { id: worst.indication.id, text: worst.text };
  return reasons[0] === undefined ? undefined : { text: wordsOf(reasons[0]) };
}
