import type { Happened } from "../../core/entry.ts";
import type { Indication } from "../../core/knowledge/schema.ts";
import type { Indicated, SupplyQuestion } from "../../core/question.ts";
import { because } from "../account.ts";
import type { Isotretinoin } from "../code-book.ts";
import { type Concept, conceptOf, isEmpty, wordsOf } from "../codes.ts";
import { happenedAt } from "../dates.ts";
import { field, given, type JsonObject, numberAt, objectsAt, textAt } from "../json.ts";
import { amountIn, orderedCapsules } from "../quantity.ts";
import { writtenForm } from "../written.ts";
import type { Context, Reading } from "./context.ts";
import { dosingOf, longestDays } from "./dosage.ts";
import { medicationOf, orConflict, readMedicine, tookIsotretinoin } from "./medication.ts";

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
  if (intent !== undefined && !intents.has(intent)) return { leftAside: because("not-an-order", intent) };

  const isotretinoin = context.book.isotretinoin(concept);
  if (isotretinoin !== undefined) return readIsotretinoin(resource, isotretinoin, context);
  const dosages = objectsAt(resource, "dosageInstruction");
  const reading = readOther(resource, concept, dosages, context);
  if (status === "cancelled" || status === "stopped") return reading;
  const from = happenedAt(field(resource, "authoredOn"));
  return { ...orConflict(reading, concept, dosages, from, context), over: status === "completed" };
}

/** An order that is live is to be decided; one that was carried out, or may have been, says that capsules were taken. */
function readIsotretinoin(resource: JsonObject, drug: Isotretinoin, context: Context): Reading {
  const status = textAt(resource, "status");
  if (status === "cancelled") return { leftAside: because("status", status) };
  if (status === undefined || !live.has(status)) {
    return {
      found: [tookIsotretinoin(happenedAt(field(resource, "authoredOn")))],
      leftAside: because("isotretinoin-not-an-order", status),
    };
  }
  if (textAt(resource, "intent") === undefined) return { leftAside: because("not-an-order") };
  return { order: orderOf(resource, drug, context) };
}

function readOther(
  resource: JsonObject,
  concept: Concept,
  dosages: readonly JsonObject[],
  context: Context,
): Reading {
  const status = textAt(resource, "status");
  const intent = textAt(resource, "intent");
  if (intent === undefined) return { leftAside: because("not-an-order") };
  const over = status !== undefined && ended.has(status);
  if (status === undefined || (!over && !live.has(status)))
    return { leftAside: because("status", status ?? "none") };
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
  const capsules = orderedCapsules(field(request, "quantity"));
  const repeats = repeatsOf(request);
  const unread = [
    ...unreadIn(request, "quantity", capsules),
    ...unreadIn(request, "numberOfRepeatsAllowed", repeats),
    ...unreadIn(request, "expectedSupplyDuration", amountIn(field(request, "expectedSupplyDuration"), "d")),
  ];
  return {
    order: context.id,
    ...drug,
    ...given({
      capsules,
      dailyMg: dosing.dailyMg,
      dosesPerDay: dosing.dosesPerDay,
      days: longestDays(field(request, "expectedSupplyDuration"), capsules, drug.capsuleMg, dosing),
      unread: unread.length === 0 ? undefined : unread,
      indication: indicationOf(resource, context),
    }),
    // A first, smaller fill comes on top of those that follow it.
    refills: (repeats ?? 0) + (field(request, "initialFill", "quantity") === undefined ? 0 : 1),
  };
}

/** A number of repeats, which some senders write as text. */
function repeatsOf(request: unknown): number | undefined {
  const words = textAt(request, "numberOfRepeatsAllowed");
  const repeats =
    words !== undefined && /^\d{1,6}$/.test(words)
      ? Number(words)
      : numberAt(request, "numberOfRepeatsAllowed");
  return repeats === undefined || repeats < 0 ? undefined : repeats;
}

/** What the order says under a name, where it says something and nothing could be made of it. */
function unreadIn(request: unknown, name: string, read: number | undefined): readonly string[] {
  const written = field(request, name);
  if (read !== undefined || written === undefined || written === null) return [];
  return [`${name}: ${writtenForm(written) ?? "?"}`];
}

const worstFirst: readonly Indication["class"][] = [
  "never",
  "harmful",
  "none",
  "outside",
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
