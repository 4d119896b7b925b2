/** How soon a symptom has to be seen, by itself and together with others. */
import { type Day, spanEnd } from "../../calendar.ts";
import type { Knowledge, Source } from "../../knowledge/schema.ts";
import type { Symptom, SymptomCombination } from "../../knowledge/topics/symptoms.ts";
import { type Urgency, urgencies } from "../../knowledge/topics/urgency.ts";

/** What is known of the person who has the symptom. */
export interface Circumstances {
  readonly day: Day;
  readonly firstCapsule: Day | undefined;
  /** False after the last capsule: then nothing is a usual effect of it any more. */
  readonly during: boolean | undefined;
  /** True where nobody has said otherwise. */
  readonly pregnancyPossible: boolean;
}

export interface Weighed {
  readonly symptom: Symptom;
  readonly urgency: Urgency;
  readonly stops: boolean;
  /** Nobody has read any source of it: it is asked about, and never waved through. */
  readonly unread: boolean;
}

/** One symptom, as it stands alone. */
export function weigh(symptom: Symptom, knowledge: Knowledge, now: Circumstances): Weighed {
  const unread = symptom.cites.every((id) => sourceOf(knowledge, id)?.checked === "unread");
  if (symptom.onlyIfPregnancyPossible && !now.pregnancyPossible)
    return { symptom, urgency: "next-visit", stops: false, unread: true };
  const late = symptom.urgency === "expected" && !isExpected(symptom, now);
  const urgency = late || (unread && symptom.urgency === "expected") ? "next-visit" : symptom.urgency;
  return { symptom, urgency, stops: symptom.stops, unread };
}

function isExpected({ expectedWithin }: Symptom, { firstCapsule, day, during }: Circumstances): boolean {
  if (during === false) return false;
  if (expectedWithin === undefined) return true;
  return firstCapsule !== undefined && firstCapsule <= day && day <= spanEnd(firstCapsule, expectedWithin);
}

function sourceOf(knowledge: Knowledge, id: string): Source | undefined {
  return Object.hasOwn(knowledge.sources, id) ? knowledge.sources[id] : undefined;
}

/** The combinations that these symptoms make, each with the symptoms that make it. */
export function combinationsOf(
  symptoms: readonly string[],
  knowledge: Knowledge,
): readonly { readonly combination: SymptomCombination; readonly symptoms: readonly string[] }[] {
  return Object.values(knowledge.symptomCombinations).flatMap((combination) => {
    const there = combination.oneOfEach.map((list) => list.filter((id) => symptoms.includes(id)));
    if (there.some((list) => list.length === 0)) return [];
    return [{ combination, symptoms: [...new Set(there.flat())] }];
  });
}

export function isMoreUrgent(a: Urgency, b: Urgency): boolean {
  return urgencies.indexOf(a) > urgencies.indexOf(b);
}

/** The more urgent of two. */
export function moreUrgent(a: Urgency, b: Urgency): Urgency {
  return isMoreUrgent(b, a) ? b : a;
}

interface Found {
  readonly weighed: readonly Weighed[];
  readonly together: readonly { readonly combination: SymptomCombination }[];
}

/** Whether everything that cannot wait is danger to oneself: then somebody to talk to comes before an ambulance. */
export function isCrisis(found: Found): boolean {
  const now = emergenciesOf(found);
  return now.length > 0 && now.every(({ crisis }) => crisis);
}

/** Whether somebody is in danger from themselves, whatever else cannot wait. */
export function hasCrisis(found: Found): boolean {
  return emergenciesOf(found).some(({ crisis }) => crisis);
}

function emergenciesOf({ weighed, together }: Found): readonly (Symptom | SymptomCombination)[] {
  return [
    ...weighed.filter(({ urgency }) => urgency === "emergency").map(({ symptom }) => symptom),
    ...together.map(({ combination }) => combination).filter(({ urgency }) => urgency === "emergency"),
  ];
}
