/**
 * What follows of itself from entries about to be written, in the same append: an open authorisation that may no
 * longer stand is voided, and where capsules are out that would not have been given, somebody is asked to look.
 */

import type { Authorisation } from "../core/authorisations.ts";
import { type At, beginningOfTime } from "../core/calendar.ts";
import { authorisedQuestion, dispensingQuestion } from "../core/decide-dispensing.ts";
import type { Entry, EntryOf } from "../core/entry.ts";
import { counting, type Finding, judgeDispensing, judgeSupply } from "../core/judge.ts";
import { foldRecord } from "../core/record.ts";
import { dispensingRules } from "../core/rules/index.ts";
import type { NewEntry } from "../ledger/ledger.ts";
import { isSame } from "./commands/recording.ts";
import { asWritten, type EntryDraft, entry, readReplacement, undatedOf } from "./entries.ts";
import { handedOut } from "./handed-out.ts";
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
    const { number } = authorisation;
    // What is redeemed, voided or taken back by these very entries is over already.
    if (added.some((one) => isOver.has(one.type) && "number" in one.body && one.body.number === number)) {
      return [];
    }
    if (authorisation.state === "open") {
      const rules = fails(state, all, authorisation, now, corrects);
      return rules.length === 0
        ? []
        : [entry("supply-voided", { number, because: "no-longer-passes", rules })];
    }
    return corrects ? review(state, all, authorisation) : [];
  });
}

const isOver: ReadonlySet<string> = new Set(["supply-dispensed", "supply-voided", "supply-reversed"]);

/** The rules by which an open authorisation falls: anything once its facts were corrected, a stop whenever it comes. */
function fails(
  state: PatientState,
  all: readonly Entry[],
  authorisation: Authorisation,
  now: At,
  corrects: boolean,
): string[] {
  const before = corrects ? failsAsGiven(state, all, authorisation) : [];
  const against = before.length > 0 ? before : stopsToday(state, all, authorisation, now);
  return against.map(({ rule }) => rule);
}

/**
 * What counts against the authorised supply as of the moment it was given, the authorisation itself left out, with
 * hindsight.
 */
function failsAsGiven(state: PatientState, all: readonly Entry[], authorisation: Authorisation): Finding[] {
  const { zone, context } = state;
  const { entryId, number, at } = authorisation;
  const without = all.filter(
    ({ id, type, body, happened }) =>
      id !== entryId &&
      !(type === "supply-dispensed" && "number" in body && body.number === number) &&
      // What happened afterwards was no reason against it then; only what was wrong then is looked at with hindsight.
      (type === "corrected" || happened.at === undefined || happened.at <= at),
  );
  const record = foldRecord(without.map(inHindsight), { at, zone }, undatedOf(all));
  return counting(judgeSupply(authorisedQuestion(authorisation), { ...context, record }).findings);
}

/**
 * What stops it today, as the counter will judge it: its window and amount under the edition it was given under. The
 * pack and what is in hand are the counter's to ask about, and a window that closes voids nothing.
 */
function stopsToday(
  { zone, context }: PatientState,
  all: readonly Entry[],
  authorisation: Authorisation,
  at: At,
): Finding[] {
  const record = foldRecord(all, { at, zone }, undatedOf(all));
  const question = dispensingQuestion(handedOut(authorisation), record);
  return counting(judgeDispensing(question, { ...context, record }).findings).filter(
    ({ rule, verdict }) => verdict === "stop" && !atTheCounter.has(rule),
  );
}

const atTheCounter: ReadonlySet<string> = new Set(dispensingRules.map(({ id }) => id));

/**
 * Capsules are out that would not have been given on the corrected record: somebody is asked to look, unless they are
 * asked to already, or have looked and nothing is new since.
 */
function review(state: PatientState, all: readonly Entry[], authorisation: Authorisation): EntryDraft[] {
  const { number } = authorisation;
  const found = failsAsGiven(state, all, authorisation);
  if (found.length === 0) return [];
  const raised = all.filter(
    (one): one is EntryOf<"task-raised"> => one.type === "task-raised" && one.body.number === number,
  );
  const closed = new Set(all.flatMap((one) => (one.type === "task-closed" ? [one.body.task] : [])));
  const open = new Set(raised.filter(({ body }) => !closed.has(body.task)).flatMap(({ body }) => body.rules));
  const looked = new Set(raised.flatMap(({ body }) => body.rules));
  const before = failsAsGiven(state, state.record.entries, authorisation);
  const isNew = (finding: Finding) =>
    !looked.has(finding.rule) || !before.some((one) => one.rule === finding.rule && says(one, finding));
  const uncovered = found.filter(({ rule }) => !open.has(rule));
  if (!uncovered.some(isNew)) return [];
  const task = raised.length === 0 ? `review-${number}` : `review-${number}-${raised.length + 1}`;
  const rules = uncovered.map(({ rule }) => rule);
  return [entry("task-raised", { task, kind: "review-dispensed-supply", number, rules })];
}

function says(one: Finding, other: Finding): boolean {
  return one.reason === other.reason && isSame(one.facts, other.facts);
}

/** A correction counts from when it was made; looking back, what was corrected was never so. */
function inHindsight(one: Entry): Entry {
  return one.type === "corrected" ? { ...one, happened: { day: beginningOfTime } } : one;
}
