/**
 * What we know about a patient at an instant, and what we do not: folded from entries.
 * Entries dated after the instant do not count; they are kept apart so that a finding can say that they exist.
 */

import { hasAuthority } from "./authority.ts";
import { type At, beginningOfTime, type Day, dayOf, earlierDay, plus, safetyMonths } from "./calendar.ts";
import type { Body, Entry, EntryOf, EntryType, Happened } from "./entry.ts";
import { latest, notBefore } from "./happened.ts";

/**
 * A fact that an import found without any day. A measurement without a day never counts, though a finding may name
 * it; a condition, an allergy or a medicine on the list is a state, and counts as of now.
 */
export type UndatedFact = {
  [T in EntryType]: { readonly type: T; readonly body: Body<T>; readonly resource: string };
}[EntryType];

export interface AsOf {
  readonly at: At;
  /** Entries written down later do not count; unlimited where undefined. */
  readonly knownAt?: At | undefined;
  /** The clinic's zone, in which `at` is a day. */
  readonly zone: string;
  /** Entries with a clock time count up to here; `at` itself where undefined. */
  readonly through?: At | undefined;
}

export interface PregnancyTest {
  readonly id: string;
  readonly day: Day;
  readonly setting: Body<"pregnancy-test-collected">["setting"];
  readonly detectsMiuPerMl: number | undefined;
  readonly result: Body<"pregnancy-test-resulted">["result"] | undefined;
  /** When it was collected, or when its result came if that was later. */
  readonly known: Happened;
}

export interface Supply {
  readonly day: Day;
  readonly product: string | undefined;
  readonly capsules: number | undefined;
  readonly capsuleMg: number | undefined;
  readonly days: number | undefined;
}

export interface Record {
  readonly entries: readonly Entry[];
  readonly undated: readonly UndatedFact[];
  readonly asOf: AsOf;
  readonly day: Day;
  /** Entries dated after `asOf`, which do not count. */
  readonly ahead: readonly Entry[];
  readonly birthDate: Day | undefined;
  readonly prepubertal: boolean | undefined;
  readonly tests: readonly PregnancyTest[];
  /** Supplies of the course under way, oldest first. */
  readonly supplies: readonly Supply[];
  readonly firstDoseDay: Day | undefined;
  readonly previousSupplyDay: Day | undefined;
  /** The last day of earlier treatment: the capsule recorded as last, else unknown. */
  readonly earlierCourse:
    | { readonly lastCapsuleDay: Day | undefined; readonly overDay: Day; readonly lastPossibleDay: Day }
    | undefined;
  /** The previous supply, of this course or of an earlier one: what was judged for it is used up. */
  readonly sinceDay: Day | undefined;
  readonly heldDay: Day | undefined;
  /** The last day on which the course still counts as under way, if no further supply is given. */
  readonly courseLapsesDay: Day | undefined;
  /** Milligrams handed out in the course under way; undefined where a supply does not say. */
  readonly courseMg: number | undefined;
  readonly medicines: readonly EntryOf<"medicine-started">[];
  readonly conditions: readonly EntryOf<"condition-recorded">[];
  readonly labs: ReadonlyMap<string, readonly EntryOf<"lab-resulted">[]>;
  readonly openSymptoms: ReadonlyMap<string, Happened>;
  /** All counting entries of a type, oldest first. */
  of<T extends EntryType>(type: T): readonly EntryOf<T>[];
  last<T extends EntryType>(type: T): EntryOf<T> | undefined;
}

/** Folds entries into what is known as of an instant. The order of the entries given does not matter. */
export function foldRecord(
  entries: readonly Entry[],
  asOf: AsOf,
  undated: readonly UndatedFact[] = [],
): Record {
  const day = dayOf(asOf.at, asOf.zone);
  const through = asOf.through ?? asOf.at;
  const states = undated.filter(({ type }) => isState(type)).map(asStanding);
  const happenedYet = ({ happened }: Entry) =>
    happened.at === undefined ? happened.day <= day : happened.at <= through;
  const isKnown = ({ recordedAt }: Entry) =>
    asOf.knownAt === undefined || recordedAt === undefined || recordedAt <= asOf.knownAt;
  const known = entries.filter(isKnown);
  const byType = new Map<EntryType, Entry[]>();
  const ahead: Entry[] = [];
  for (const entry of [...states, ...standing(known, happenedYet)]) {
    if (!hasAuthority(entry)) continue;
    if (!happenedYet(entry)) {
      ahead.push(entry);
      continue;
    }
    const list = byType.get(entry.type);
    if (list === undefined) byType.set(entry.type, [entry]);
    else list.push(entry);
  }
  for (const list of byType.values()) list.sort(inOrder);

  const of = <T extends EntryType>(type: T) => (byType.get(type) ?? none) as readonly EntryOf<T>[];
  const last = <T extends EntryType>(type: T) => of(type).at(-1);
  const registered = last("registered");
  return {
    entries,
    undated,
    asOf,
    day,
    ahead,
    birthDate: registered?.body.birthDate,
    prepubertal: registered?.body.prepubertal,
    tests: pregnancyTests(of),
    ...courseOf(of, day),
    medicines: current(of("medicine-started"), of("medicine-ended"), (e) => e.body.medicine),
    conditions: current(of("condition-recorded"), of("condition-ended"), (e) => e.body.condition),
    labs: byAnalyte(of("lab-resulted")),
    openSymptoms: openSymptoms(of),
    of,
    last,
  };
}

/** The same record with further entries, folded at the same or another instant. */
export function remember(record: Record, further: readonly Entry[], asOf: AsOf = record.asOf): Record {
  return foldRecord([...record.entries, ...further], asOf, record.undated);
}

type Of = Record["of"];
const none: readonly never[] = [];

/**
 * Entries as corrections left them: withdrawn ones gone, replaced ones with their new body. Corrections count like
 * other entries: once known, and not before they were made. The newest is read first, so that one which was itself
 * withdrawn does nothing.
 */
function standing(entries: readonly Entry[], counts: (entry: Entry) => boolean): readonly Entry[] {
  const corrections = entries.filter(
    (entry) => entry.type === "corrected" && counts(entry),
  ) as EntryOf<"corrected">[];
  if (corrections.length === 0) return entries;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const gone = new Set<string>();
  const mended = new Map<string, object>();
  for (const correction of corrections.toSorted(inOrder).toReversed()) {
    const { ref, withdrawn, replacement } = correction.body;
    const corrected = byId.get(ref);
    const mayCorrect = correction.actor === "prescriber" || correction.actor === corrected?.actor;
    if (gone.has(correction.id) || !mayCorrect) continue;
    if (withdrawn) gone.add(ref);
    else if (replacement !== undefined && !mended.has(ref)) mended.set(ref, replacement);
  }
  return entries
    .filter((entry) => !gone.has(entry.id))
    .map((entry) => {
      const replacement = mended.get(entry.id);
      return replacement === undefined
        ? entry
        : ({ ...entry, body: { ...entry.body, ...replacement } } as Entry);
    });
}

function inOrder(a: Entry, b: Entry): number {
  return (
    a.happened.day - b.happened.day ||
    (a.happened.at ?? 0) - (b.happened.at ?? 0) ||
    (a.recordedAt ?? 0) - (b.recordedAt ?? 0) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** States speak against treatment, so one without a day is taken to stand. */
const stateTypes: ReadonlySet<EntryType> = new Set([
  "condition-recorded",
  "allergy-recorded",
  "medicine-started",
  "pregnancy-reported",
  "prior-therapy-recorded",
  "result-unread",
]);

/** Whether a fact of this type counts where nobody wrote down its day: it stands from the beginning of time. */
export function isState(type: EntryType): boolean {
  return stateTypes.has(type);
}

function asStanding({ resource, ...fact }: UndatedFact): Entry {
  return {
    ...fact,
    id: `${resource}~undated`,
    happened: { day: beginningOfTime },
    actor: "unknown",
    source: "import",
    ref: resource,
  };
}

const worstResultFirst = ["positive", "indeterminate", "negative"] as const;

/**
 * Samples with their results. A result belongs to the last sample of its name taken before it; of several the worst
 * counts, for a mistake is mended by a correction and not by writing again.
 */
function pregnancyTests(of: Of): PregnancyTest[] {
  const samples = of("pregnancy-test-collected");
  const results = new Map<EntryOf<"pregnancy-test-collected">, EntryOf<"pregnancy-test-resulted">[]>();
  for (const result of of("pregnancy-test-resulted")) {
    const sample = samples.findLast(
      ({ body, happened }) => body.test === result.body.test && notBefore(result.happened, happened),
    );
    if (sample === undefined) continue;
    const list = results.get(sample);
    if (list === undefined) results.set(sample, [result]);
    else list.push(result);
  }
  return samples.map((sample) => {
    const own = results.get(sample) ?? [];
    return {
      id: sample.body.test,
      day: sample.happened.day,
      setting: sample.body.setting,
      detectsMiuPerMl: sample.body.detectsMiuPerMl,
      result: worstResultFirst.find((result) => own.some(({ body }) => body.result === result)),
      known: own.map(({ happened }) => happened).reduce((a, b) => latest(a, b) ?? b, sample.happened),
    };
  });
}

/**
 * The course under way. Treatment that was not held and whose last capsules ran out more than a safety month ago is
 * over: contraception has not been asked for since, so what comes next starts anew.
 */
function courseOf(of: Of, day: Day) {
  const ends = [...of("course-ended"), ...of("last-capsule-recorded")];
  const endedDay = ends.reduce<Day | undefined>((latest, e) => later(latest, e.happened.day), undefined);
  const given = of("supply-dispensed");
  const lastGiven = given.at(-1);
  const held = of("course-held").at(-1)?.happened;
  const resumed = of("course-resumed").at(-1)?.happened;
  const heldDay =
    held !== undefined && (resumed === undefined || !notBefore(resumed, held)) ? held.day : undefined;

  const paused =
    heldDay !== undefined ||
    (resumed !== undefined && lastGiven !== undefined && resumed.day >= lastGiven.happened.day);
  const lapsesDay =
    lastGiven === undefined || paused
      ? undefined
      : safetyMonths(plus(lastGiven.happened.day, longest(lastGiven)), 1);
  const ranOut = lapsesDay !== undefined && day > lapsesDay;
  const over = (entry: Entry) => ranOut || (endedDay !== undefined && entry.happened.day <= endedDay);

  const supplies = given.filter((entry) => !over(entry));
  const overSupplyDay = given.findLast(over)?.happened.day;
  const overDay = endedDay === undefined ? overSupplyDay : later(overSupplyDay, endedDay);
  const previousSupplyDay = supplies.at(-1)?.happened.day;
  const lastOver = given.findLast(over);
  // The latest day on which a capsule of the earlier course can have been left, if all were taken as dispensed.
  const lastPossibleDay =
    lastOver === undefined ? day : earlierDay(day, plus(lastOver.happened.day, longest(lastOver)));
  return {
    supplies: supplies.map(
      (entry): Supply => ({
        day: entry.happened.day,
        product: entry.body.product,
        capsules: entry.body.capsules,
        capsuleMg: entry.body.capsuleMg,
        days: entry.body.days,
      }),
    ),
    firstDoseDay: supplies[0]?.happened.day,
    previousSupplyDay,
    sinceDay: previousSupplyDay ?? overDay,
    earlierCourse:
      overDay === undefined
        ? undefined
        : { lastCapsuleDay: lastCapsuleOf(of, overSupplyDay, overDay), overDay, lastPossibleDay },
    heldDay: endedDay !== undefined && heldDay !== undefined && heldDay <= endedDay ? undefined : heldDay,
    courseLapsesDay: supplies.length > 0 ? lapsesDay : undefined,
    courseMg: milligrams(supplies, of("supply-returned")),
  };
}

/** The last capsule of the latest earlier course: one recorded for a course before it does not speak for it. */
function lastCapsuleOf(of: Of, overSupplyDay: Day | undefined, overDay: Day): Day | undefined {
  const recorded = of("last-capsule-recorded").at(-1)?.happened.day;
  const begun = of("course-started").findLast(({ happened }) => happened.day <= overDay)?.happened.day;
  const notEarlierThan = begun === undefined ? overSupplyDay : later(overSupplyDay, begun);
  return recorded !== undefined && (notEarlierThan === undefined || recorded >= notEarlierThan)
    ? recorded
    : undefined;
}

/** The most days a supply could have lasted: one capsule a day where nothing better is known. */
const floorDays = 30; // the longest supply the floor allows
function longest(supply: EntryOf<"supply-dispensed">): number {
  return supply.body.days ?? supply.body.capsules ?? floorDays;
}

function milligrams(
  supplies: readonly EntryOf<"supply-dispensed">[],
  returned: readonly EntryOf<"supply-returned">[],
): number | undefined {
  let sum = 0;
  for (const { body } of supplies) {
    if (body.capsules !== undefined && body.capsuleMg !== undefined) sum += body.capsules * body.capsuleMg;
    else if (body.dailyMg !== undefined && body.days !== undefined) sum += body.dailyMg * body.days;
    else return undefined;
  }
  const first = supplies[0]?.happened.day;
  for (const { body, happened } of returned) {
    if (first !== undefined && happened.day >= first) sum -= body.capsules * body.capsuleMg;
  }
  return Math.max(0, sum);
}

function later(a: Day | undefined, b: Day): Day {
  return a === undefined || b > a ? b : a;
}

/** What started and has not ended: the latest entry of each name; those nobody could name all stay. */
function current<S extends Entry>(
  started: readonly S[],
  ended: readonly (EntryOf<"medicine-ended"> | EntryOf<"condition-ended">)[],
  nameOf: (entry: S) => string | undefined,
): S[] {
  const named = new Map<string, S>();
  const unnamed: S[] = [];
  for (const entry of started) {
    const name = nameOf(entry);
    if (name === undefined) unnamed.push(entry);
    else named.set(name, entry);
  }
  for (const entry of ended) {
    const name = entry.type === "medicine-ended" ? entry.body.medicine : entry.body.condition;
    const open = named.get(name);
    if (open !== undefined && entry.happened.day >= open.happened.day) named.delete(name);
  }
  return [...named.values(), ...unnamed];
}

function byAnalyte(results: readonly EntryOf<"lab-resulted">[]): Map<string, EntryOf<"lab-resulted">[]> {
  const found = new Map<string, EntryOf<"lab-resulted">[]>();
  for (const entry of results) {
    const list = found.get(entry.body.analyte);
    if (list === undefined) found.set(entry.body.analyte, [entry]);
    else list.push(entry);
  }
  return found;
}

/** Symptoms reported and not yet assessed by a prescriber as resolved or compatible with treatment. */
function openSymptoms(of: Of): Map<string, Happened> {
  const open = new Map<string, Happened>();
  for (const entry of of("symptom-reported")) {
    for (const symptom of entry.body.symptoms) open.set(symptom, entry.happened);
  }
  for (const entry of of("symptom-assessed")) {
    const since = open.get(entry.body.symptom);
    if (entry.body.conclusion === "stop") open.set(entry.body.symptom, entry.happened);
    else if (since !== undefined && notBefore(entry.happened, since)) open.delete(entry.body.symptom);
  }
  return open;
}
