/**
 * What follows of itself from entries about to be written, in the same append: an open authorisation that may no
 * longer stand is voided, and where capsules are out that would not have been given, somebody is asked to look.
 */

import type { Authorisation } from "../core/authorisations.ts";
import { type At, beginningOfTime } from "../core/calendar.ts";
import { decideSupply } from "../core/decide.ts";
import { authorisedQuestion } from "../core/decide-dispensing.ts";
import type { Entry } from "../core/entry.ts";
import { counting } from "../core/judge.ts";
import { foldRecord } from "../core/record.ts";
import type { NewEntry } from "../ledger/ledger.ts";
import { asWritten, type EntryDraft, entry, readReplacement, undatedOf } from "./entries.ts";
import type { PatientState } from "./patient-state.ts";

/** @param entries what a command wants written @returns what is to be written with it */
export function consequences(state: PatientState, entries: readonly NewEntry[], now: At): EntryDraft[] {
  const standing = state.record.authorisations.filter(({ state: is }) => is === "open" || is === "dispensed");
  if (standing.length === 0) return [];
  const known = [...state.history.entries];
  for (const one of entries) {
    const read = asWritten(one, state.stream);
    known.push(readReplacement(read, known));
  }
  const added = known.slice(state.history.entries.length);
  const corrects = added.some(({ type }) => type === "corrected");
  const all = [...state.record.entries, ...added];
  return standing.flatMap((authorisation): EntryDraft[] => {
    if (authorisation.state === "open") {
      const rules = fails(state, all, authorisation, now, corrects);
      return rules.length === 0
        ? []
        : [entry("supply-voided", { number: authorisation.number, because: "no-longer-passes", rules })];
    }
    if (!corrects || hasTask(all, authorisation.number)) return [];
    const rules = failsAsOf(state, all, authorisation, authorisation.at);
    if (rules.length === 0) return [];
    const task = `review-${authorisation.number}`;
    return [
      entry("task-raised", { task, kind: "review-dispensed-supply", number: authorisation.number, rules }),
    ];
  });
}

/** The rules by which an open authorisation falls: anything once its facts were corrected, a stop whenever it comes. */
function fails(
  state: PatientState,
  all: readonly Entry[],
  authorisation: Authorisation,
  now: At,
  corrects: boolean,
): string[] {
  const before = corrects ? failsAsOf(state, all, authorisation, authorisation.at) : [];
  if (before.length > 0) return before;
  const today = judged(state, all, authorisation, now);
  return today.filter(({ verdict }) => verdict === "stop").map(({ rule }) => rule);
}

function failsAsOf(
  state: PatientState,
  all: readonly Entry[],
  authorisation: Authorisation,
  at: At,
): string[] {
  return judged(state, all, authorisation, at).map(({ rule }) => rule);
}

/** What counts against the authorised supply at an instant, the authorisation itself left out, with hindsight. */
function judged(state: PatientState, all: readonly Entry[], authorisation: Authorisation, at: At) {
  const { zone, context } = state;
  const without = all.filter(
    ({ id, type, body }) =>
      id !== authorisation.entryId &&
      !(type === "supply-dispensed" && "number" in body && body.number === authorisation.number),
  );
  const folded = foldRecord(without.map(inHindsight), { at, zone }, undatedOf(all));
  return counting(decideSupply(authorisedQuestion(authorisation), { ...context, record: folded }).findings);
}

/** A correction counts from when it was made; looking back, what was corrected was never so. */
function inHindsight(one: Entry): Entry {
  return one.type === "corrected" ? { ...one, happened: { day: beginningOfTime } } : one;
}

function hasTask(entries: readonly Entry[], number: string): boolean {
  return entries.some(
    ({ type, body }) => type === "task-raised" && "number" in body && body.number === number,
  );
}
