/** What a record's entries leave standing: tests with their results, medicines, conditions, results, open symptoms. */
import { type At, type Day, dayOf, earlierDay, laterDay } from "./calendar.ts";
import type { EntriesOf } from "./entries-of.ts";
import type { Body, Entry, EntryOf, Happened } from "./entry.ts";
import { hasLastWord, isAnswered, latest, notBefore, type Written } from "./happened.ts";

export interface PregnancyTest {
  readonly id: string;
  /** The day of the specimen; the earlier one, where the day as written and the clinic's day of that instant differ. */
  readonly day: Day;
  /** The later of the two. */
  readonly lastDay: Day;
  readonly setting: Body<"pregnancy-test-collected">["setting"];
  readonly detectsMiuPerMl: number | undefined;
  /** Somebody other than the patient says that it was supervised. */
  readonly supervised: boolean;
  readonly result: Body<"pregnancy-test-resulted">["result"] | undefined;
  /** When it was collected, or when its result came if that was later. */
  readonly known: Happened;
  /** When the last word on it was written down. */
  readonly recordedAt: At | undefined;
}

const worstResultFirst = ["positive", "indeterminate", "negative"] as const;

/**
 * Samples with their results. A result belongs to the last sample of its name taken before it; of several the worst
 * counts, for a mistake is mended by a correction and not by writing again.
 */
export function pregnancyTests(of: EntriesOf, zone: string): PregnancyTest[] {
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
  // A positive result whose sample nobody finds is one all the same.
  const lost = of("pregnancy-test-resulted").filter(
    (result) =>
      result.body.result === "positive" && ![...results.values()].some((own) => own.includes(result)),
  );
  const stray = lost.map(
    ({ body, happened, recordedAt }): PregnancyTest => ({
      id: body.test,
      ...daysOf(happened, zone),
      setting: undefined,
      detectsMiuPerMl: undefined,
      supervised: false,
      result: "positive",
      known: happened,
      recordedAt,
    }),
  );
  const taken = samples.map((sample): PregnancyTest => {
    const own = results.get(sample) ?? [];
    return {
      id: sample.body.test,
      ...daysOf(sample.happened, zone),
      setting: sample.body.setting,
      detectsMiuPerMl: sample.body.detectsMiuPerMl,
      supervised:
        sample.body.supervised === true && sample.actor !== "patient" && sample.actor !== "guardian",
      result: worstResultFirst.find((result) => own.some(({ body }) => body.result === result)),
      known: own.map(({ happened }) => happened).reduce((a, b) => latest(a, b) ?? b, sample.happened),
      recordedAt: lastRecorded([sample, ...own]),
    };
  });
  return stray.length === 0 ? taken : [...taken, ...stray].toSorted((a, b) => a.day - b.day);
}

function daysOf({ day, at }: Happened, zone: string): Pick<PregnancyTest, "day" | "lastDay"> {
  const here = at === undefined ? day : dayOf(at, zone);
  return { day: earlierDay(day, here), lastDay: laterDay(day, here) };
}

/** When the last of several entries was written down, as far as they say. */
function lastRecorded(entries: readonly Written[]): At | undefined {
  const known = entries.flatMap(({ recordedAt }) => recordedAt ?? []);
  return known.length === 0 ? undefined : (Math.max(...known) as At);
}

/** What started and has not ended: the latest entry of each name; those nobody could name all stay. */
export function current<S extends Entry>(
  started: readonly S[],
  ended: readonly (EntryOf<"medicine-ended"> | EntryOf<"condition-ended">)[],
  nameOf: (entry: S) => string | undefined,
): S[] {
  const named = new Map<string, S>();
  const unnamed: S[] = [];
  for (const entry of started) {
    const name = nameOf(entry);
    const before = name === undefined ? undefined : named.get(name);
    if (name === undefined) unnamed.push(entry);
    else if (before === undefined || !hasLastWord(before, entry)) named.set(name, entry);
  }
  for (const entry of ended) {
    const name = entry.type === "medicine-ended" ? entry.body.medicine : entry.body.condition;
    const open = named.get(name);
    if (open !== undefined && isOver(open, entry)) named.delete(name);
  }
  return [...named.values(), ...unnamed];
}

/**
 * Whether an end closes a start. On one day without clock times what was written down later has the last word: what
 * was begun anew after it had ended is not lost.
 */
export function isOver(start: Written, end: Written): boolean {
  if (!notBefore(end.happened, start.happened)) return false;
  const byClock = start.happened.at !== undefined && end.happened.at !== undefined;
  if (byClock || end.happened.day > start.happened.day) return true;
  return (end.recordedAt ?? 0) >= (start.recordedAt ?? 0);
}

export function byAnalyte(
  results: readonly EntryOf<"lab-resulted">[],
): Map<string, EntryOf<"lab-resulted">[]> {
  const found = new Map<string, EntryOf<"lab-resulted">[]>();
  for (const entry of results) {
    const list = found.get(entry.body.analyte);
    if (list === undefined) found.set(entry.body.analyte, [entry]);
    else list.push(entry);
  }
  return found;
}

/** Symptoms reported and not yet assessed by a prescriber as resolved or compatible with treatment. */
export function openSymptoms(of: EntriesOf): Map<string, Happened> {
  const assessed = of("symptom-assessed");
  const lifts = (one: (typeof assessed)[number]) => one.body.conclusion !== "stop";
  const open = new Map<string, Happened>();
  for (const entry of of("symptom-reported")) {
    for (const symptom of entry.body.symptoms) {
      const words = assessed.filter(({ body }) => body.symptom === symptom);
      if (!isAnswered(entry, words, lifts)) open.set(symptom, entry.happened);
    }
  }
  for (const entry of assessed) {
    const { symptom } = entry.body;
    const later = assessed.filter((one) => one.body.symptom === symptom && lifts(one));
    if (!lifts(entry) && !later.some((one) => hasLastWord(one, entry))) open.set(symptom, entry.happened);
  }
  return open;
}
