/**
 * What we know about a patient at an instant, and what we do not: folded from entries.
 * Entries dated after the instant permit nothing; they are kept apart so that a finding can say that they exist. What
 * speaks against treatment counts all the same where it was written down already.
 */

import {
  type Authorisation,
  authorisationsOf,
  completed,
  notReversed,
  returnsBeside,
} from "./authorisations.ts";
import { hasAuthority, speaksAgainst } from "./authority.ts";
import { type At, beginningOfTime, type Day, dayOf, startOf } from "./calendar.ts";
import { standing } from "./corrections.ts";
import { courseOf, type Supply } from "./course.ts";
import type { Body, Entry, EntryOf, EntryType, Happened } from "./entry.ts";
import { hasHappened, inOrder } from "./happened.ts";
import { byAnalyte, current, openSymptoms, type PregnancyTest, pregnancyTests } from "./what-stands.ts";

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

export interface Record {
  readonly entries: readonly Entry[];
  readonly undated: readonly UndatedFact[];
  readonly asOf: AsOf;
  readonly day: Day;
  /** Entries dated after `asOf` that do not count. */
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
  /** Every authorisation of a supply, oldest first, used ones too. */
  readonly authorisations: readonly Authorisation[];
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
  const { zone } = asOf;
  const day = dayOf(asOf.at, zone);
  const through = asOf.through ?? asOf.at;
  const states = undated.filter(({ type }) => isState(type)).map(asStanding);
  const happenedYet = ({ happened }: Entry) => hasHappened(happened, { day, through });
  const writtenYet = ({ happened, recordedAt }: Entry) =>
    (recordedAt ?? happened.at ?? startOf(happened.day, zone)) <= plusDay(asOf.at);
  const isKnown = ({ recordedAt }: Entry) =>
    asOf.knownAt === undefined || recordedAt === undefined || recordedAt <= asOf.knownAt;
  const known = entries.filter(isKnown);
  const byType = new Map<EntryType, Entry[]>();
  const ahead: Entry[] = [];
  for (const entry of [...states, ...standing(known, happenedYet)]) {
    if (!hasAuthority(entry)) continue;
    if (!happenedYet(entry) && !(countsAhead(entry) && writtenYet(entry))) {
      ahead.push(entry);
      continue;
    }
    const list = byType.get(entry.type);
    if (list === undefined) byType.set(entry.type, [entry]);
    else list.push(entry);
  }
  for (const list of byType.values()) list.sort(inOrder);

  const of = <T extends EntryType>(type: T) => (byType.get(type) ?? none) as readonly EntryOf<T>[];
  // What was taken back unopened counts as never handed out.
  const everOut = completed(of("supply-dispensed"), of("supply-authorised"));
  const handedOut = notReversed(everOut, of("supply-reversed"));
  byType.set("supply-returned", returnsBeside(of("supply-returned"), everOut, of("supply-reversed")));
  byType.set("supply-dispensed", handedOut);
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
    tests: pregnancyTests(of, zone),
    ...courseOf(of, day),
    medicines: current(of("medicine-started"), of("medicine-ended"), (e) => e.body.medicine),
    conditions: current(of("condition-recorded"), of("condition-ended"), (e) => e.body.condition),
    labs: byAnalyte(of("lab-resulted")),
    openSymptoms: openSymptoms(of),
    authorisations: known.some(({ type }) => type === "supply-authorised")
      ? authorisationsOf({
          written: known.filter(
            (entry) =>
              entry.type !== "supply-authorised" ||
              happenedYet(entry) ||
              (entry.recordedAt !== undefined && writtenYet(entry)),
          ),
          handedOut,
          at: asOf.at,
          zone,
        })
      : none,
    of,
    last,
  };
}

/** The same record with further entries, folded at the same or another instant. */
export function remember(record: Record, further: readonly Entry[], asOf: AsOf = record.asOf): Record {
  return foldRecord([...record.entries, ...further], asOf, record.undated);
}

const none: readonly never[] = [];

/** States speak against treatment, so one without a day is taken to stand. */
const stateTypes: ReadonlySet<EntryType> = new Set([
  "condition-recorded",
  "allergy-recorded",
  "medicine-started",
  "pregnancy-reported",
  "prior-therapy-recorded",
  "result-unread",
]);

/**
 * Whether an entry counts although it is dated ahead. What is written is written: a clock that was fast, or has been
 * set back, silences no alarm and empties no hand. What permits something waits for its time.
 */
function countsAhead(entry: Entry): boolean {
  return speaksAgainst(entry) || isState(entry.type) || entry.type === "supply-dispensed";
}

/** No clock is off by more than a day: an entry written down later than that is not known yet. */
function plusDay(at: At): At {
  return (at + 86_400_000) as At;
}

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
