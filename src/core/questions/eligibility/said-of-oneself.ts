/** What somebody says of themselves, as the entries that the clinic would write: judged as if they were recorded. */
import { birthday, type Day, laterDay } from "../../calendar.ts";
import type { Body, Entry, EntryType, Role } from "../../entry.ts";
import type { Knowledge } from "../../knowledge/schema.ts";
import { type Findable, findByName } from "../../names/find-by-name.ts";
import { findMedicine } from "../../names/find-medicine.ts";
import { asEntry, draft } from "../../steps.ts";
import { categoryBases, severities, severityFeatures } from "../../vocabulary.ts";
import type { InputOf } from "../fields.ts";
import { firstApprovedDay } from "../moment.ts";

const agents = [
  "systemic-antibiotic",
  "topical-retinoid",
  "topical-antibiotic",
  "benzoyl-peroxide",
  "hormonal",
  "isotretinoin",
  "other",
] as const;
const results = ["failed", "partial", "cleared", "not-tolerated"] as const;

/** Nobody is older; and no treatment took longer. */
const mostYears = 120;
const mostWeeks = 2_000;

export const eligibilityFields = {
  age: { kind: "number", unit: "a", least: 0, most: mostYears, whole: true },
  pubertyBegun: { kind: "yes-no" },
  guardian: { kind: "yes-no" },
  indication: { kind: "known", of: "indications" },
  severity: { kind: "choice", of: severities },
  features: { kind: "choices", of: severityFeatures },
  priorTreatments: {
    kind: "rows",
    columns: {
      agent: { kind: "choice", of: agents, required: true },
      weeks: { kind: "number", unit: "wk", least: 0, most: mostWeeks },
      result: { kind: "choice", of: results },
    },
  },
  lastCapsule: { kind: "day" },
  canBecomePregnant: { kind: "yes-no" },
  cannotBecause: { kind: "choice", of: categoryBases },
  pregnant: { kind: "yes-no" },
  breastfeeding: { kind: "yes-no" },
  planningPregnancy: { kind: "yes-no" },
  planningWithinMonths: { kind: "number", unit: "mo", least: 0, most: 1_200 },
  preventionAgreed: { kind: "yes-no" },
  conditions: { kind: "texts", suggest: "conditions" },
  pastConditions: { kind: "texts", suggest: "conditions" },
  allergies: { kind: "texts", suggest: "allergens" },
  medicines: { kind: "texts", suggest: "medicines" },
  eyeSurgery: { kind: "yes-no" },
  eyeSurgeryDone: { kind: "day" },
  eyeSurgeryPlanned: { kind: "day" },
  hairRemoval: { kind: "yes-no" },
  privateImport: { kind: "yes-no" },
  regularVisits: { kind: "yes-no" },
} as const;
type Said = InputOf<typeof eligibilityFields>;

/**
 * The entries of that day. What was not said has none, so that a rule asks for it.
 *
 * @param born the day of birth on record: no word makes anybody older
 */
export function entriesSaid(said: Said, day: Day, knowledge: Knowledge, born?: Day): readonly Entry[] {
  const entries: Entry[] = [];
  const add = <T extends EntryType>(type: T, body: Body<T>, actor: Role = "prescriber", on = day) =>
    entries.push(asEntry(draft(type, body, actor, on), `said-${String(entries.length).padStart(3, "0")}`));

  const { age, pubertyBegun } = said;
  const bornBySaid = age === undefined ? born : birthday(day, -age);
  if (bornBySaid !== undefined && (age !== undefined || pubertyBegun !== undefined)) {
    const birthDate = born === undefined ? bornBySaid : laterDay(born, bornBySaid);
    const prepubertal = pubertyBegun === undefined ? {} : { prepubertal: !pubertyBegun };
    add("registered", { birthDate, ...prepubertal }, "front-desk");
  }
  if (said.guardian === true) add("guardian-recorded", {}, "front-desk");
  if (said.severity !== undefined)
    add("severity-scored", { severity: said.severity, features: [...(said.features ?? [])] });
  const lastCapsule = believedDay(said.lastCapsule, day);
  for (const { agent, weeks, result } of said.priorTreatments ?? []) {
    const known = { ...(weeks === undefined ? {} : { weeks }), ...(result === undefined ? {} : { result }) };
    const on = agent === "isotretinoin" ? (lastCapsule ?? day) : day;
    add("prior-therapy-recorded", { agent, ...known }, "nurse", on);
  }
  if (lastCapsule !== undefined) add("last-capsule-recorded", {}, "patient", lastCapsule);
  // A day nobody can believe says that there was one, and not when.
  else if (said.lastCapsule !== undefined) add("prior-therapy-recorded", { agent: "isotretinoin" }, "nurse");

  const { canBecomePregnant, cannotBecause } = said;
  if (canBecomePregnant !== undefined) {
    const basis = canBecomePregnant || cannotBecause === undefined ? {} : { basis: cannotBecause };
    add("category-attested", { canBecomePregnant, ...basis, documented: [] });
  }
  if (said.pregnant === true) add("pregnancy-reported", {}, "patient");
  if (said.breastfeeding !== undefined)
    add("breastfeeding-recorded", { breastfeeding: said.breastfeeding }, "nurse");
  const { planningPregnancy, planningWithinMonths } = said;
  // Planned, and nobody says when: as if it were soon.
  if (planningWithinMonths !== undefined || planningPregnancy !== undefined)
    add("pregnancy-wish-recorded", {
      withinMonths: planningWithinMonths ?? (planningPregnancy === true ? 0 : null),
    });

  const circumstances = {
    ...given("mayBePregnant", said.pregnant),
    ...given("agreesToPrevention", said.preventionAgreed),
    ...given("hairRemoval", said.hairRemoval),
    ...given("eyeSurgery", said.eyeSurgery),
    ...given("privateImport", said.privateImport),
    ...given("comesRegularly", said.regularVisits),
  };
  if (Object.keys(circumstances).length > 0) add("circumstances-stated", circumstances, "nurse");

  for (const [list, status] of [
    [said.conditions, "active"],
    [said.pastConditions, "history"],
  ] as const) {
    for (const text of named(list)) {
      const { id, near } = idOf(Object.values(knowledge.conditions), text);
      for (const condition of id === undefined ? near : [id])
        add("condition-recorded", { condition, status });
      if (id === undefined) add("condition-recorded", { text, status });
    }
  }
  // An illness that is over counts too: as long as one of the two lists is missing, nobody has been asked.
  if (said.conditions !== undefined && said.pastConditions !== undefined)
    add("conditions-asked", {}, "nurse");
  for (const text of named(said.allergies)) {
    const { id, near } = idOf(Object.values(knowledge.allergens), allergenIn(text));
    for (const allergen of id === undefined ? near : [id]) add("allergy-recorded", { allergen });
    if (id === undefined) add("allergy-recorded", { text });
  }
  if (said.allergies !== undefined) add("allergies-asked", {}, "nurse");
  for (const text of named(said.medicines)) {
    for (const { meant, how, written } of findMedicine(knowledge, text)) {
      for (const one of meant) {
        if (one.kind === "medicine") add("medicine-started", { medicine: one.id }, "nurse");
        if (one.kind === "itself") add("medicine-started", { text: written }, "nurse");
      }
      // A guess is never better than what nobody knows.
      if (how !== "named") add("medicine-started", { text: written }, "nurse");
    }
  }
  if (said.medicines !== undefined) add("medicines-asked", {}, "nurse");
  const { eyeSurgeryDone, eyeSurgeryPlanned } = said;
  if (eyeSurgeryDone !== undefined && eyeSurgeryDone <= day)
    add("procedure-done", { procedure: "lasik" }, "patient", eyeSurgeryDone);
  // What is done on a day ahead is planned for it.
  for (const plannedFor of [eyeSurgeryPlanned, eyeSurgeryDone])
    if (plannedFor !== undefined && (plannedFor === eyeSurgeryPlanned || plannedFor > day))
      add("procedure-planned", { procedure: "lasik", plannedFor }, "patient");
  return entries;
}

/** Neither ahead nor before the drug was approved. */
function believedDay(told: Day | undefined, today: Day): Day | undefined {
  return told !== undefined && told <= today && told >= firstApprovedDay ? told : undefined;
}

function given<K extends string>(key: K, value: boolean | undefined): { readonly [P in K]?: boolean } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: boolean });
}

/** Ways to say that there is nothing: an answer too, and not the same as saying nothing. */
const nothing: ReadonlySet<string> = new Set([
  "none",
  "no",
  "nothing",
  "なし",
  "無し",
  "ない",
  "特になし",
  "ありません",
]);

function named(list: readonly string[] | undefined): readonly string[] {
  return (list ?? []).filter((text) => !nothing.has(text.trim().toLowerCase()));
}

/** "Allergic to soya", "soya allergy", "大豆アレルギー": the allergen alone. */
function allergenIn(text: string): string {
  const bare = text.replaceAll(/\b(?:allergic to|allergy to|allergy)\b|の?アレルギー/gi, "").trim();
  return bare === "" ? text : bare;
}

function idOf(items: readonly Findable[], text: string) {
  const found = findByName(items, text);
  return found.is === "found"
    ? { id: found.id, near: [] }
    : { id: undefined, near: found.near.map(({ id }) => id) };
}
