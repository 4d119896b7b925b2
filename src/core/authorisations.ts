/**
 * Authorisations, each given once: open, handed out, taken back, voided or expired.
 *
 * Used is used for good. What was voided, handed out or taken back stays so whatever is corrected afterwards, and an
 * authorisation is not mended: a correction of it voids it, and a number given twice names nothing.
 */
import { hasAuthority } from "./authority.ts";
import { type At, type Day, startOf } from "./calendar.ts";
import type { Body, Entry, EntryOf, EntryType } from "./entry.ts";
import { inOrder, notBefore } from "./happened.ts";

export const authorisationStates = ["open", "dispensed", "reversed", "voided", "expired"] as const;
export type AuthorisationState = (typeof authorisationStates)[number];

export interface Authorisation {
  readonly number: string;
  readonly state: AuthorisationState;
  /** The day it was given, and the instant: the day's first where no clock time was written down. */
  readonly day: Day;
  readonly at: At;
  /** The amount as authorised. */
  readonly body: Body<"supply-authorised">;
  /** The edition it was given under, by its first day. */
  readonly edition: Day;
  /** The first instant at which it can no longer be redeemed, where a window was set. */
  readonly dispenseBefore: At | undefined;
  /** The day on which it was handed out, also where that was taken back. */
  readonly dispensedDay: Day | undefined;
  readonly entry: EntryOf<"supply-authorised">;
  readonly entryId: string;
}

/** What an authorisation's state is read from. */
interface Told {
  /** What is known, as it was written: before any correction, and whatever its instant. */
  readonly written: readonly Entry[];
  /** What counts as handed out. */
  readonly handedOut: readonly EntryOf<"supply-dispensed">[];
  readonly at: At;
  readonly zone: string;
}

export function authorisationsOf({ written, handedOut, at, zone }: Told): readonly Authorisation[] {
  const given = ofType(written, "supply-authorised").filter(hasAuthority).toSorted(inOrder);
  if (given.length === 0) return none;
  const corrected = new Set(ofType(written, "corrected").map(({ body }) => body.ref));
  const voided = new Set(ofType(written, "supply-voided").map(({ body }) => body.number));
  const reversed = new Set(ofType(written, "supply-reversed").map(({ body }) => body.number));
  const firstLast = ofType(written, "supply-dispensed").toSorted(inOrder).toReversed();
  const everOut = new Map(firstLast.map(({ body, happened }) => [body.number, happened.day]));
  const out = new Set(handedOut.map(({ body }) => body.number));
  const numbers = given.map(({ body }) => body.number);
  const isTwice = (number: string) => numbers.indexOf(number) !== numbers.lastIndexOf(number);
  const stateOf = ({ id, body: { number, dispenseBefore } }: (typeof given)[number]): AuthorisationState => {
    if (out.has(number)) return "dispensed";
    if (everOut.has(number) || reversed.has(number)) return "reversed";
    if (voided.has(number) || corrected.has(id) || isTwice(number)) return "voided";
    return dispenseBefore !== undefined && at >= dispenseBefore ? "expired" : "open";
  };
  return given.map((entry): Authorisation => {
    const { body, happened, id } = entry;
    return {
      number: body.number,
      state: stateOf(entry),
      day: happened.day,
      at: happened.at ?? startOf(happened.day, happened.zone ?? zone),
      body,
      edition: body.edition,
      dispenseBefore: body.dispenseBefore,
      dispensedDay: everOut.get(body.number),
      entry,
      entryId: id,
    };
  });
}

/** Handed out and not taken back since. */
export function notReversed(
  dispensed: readonly EntryOf<"supply-dispensed">[],
  reversals: readonly EntryOf<"supply-reversed">[],
): EntryOf<"supply-dispensed">[] {
  return dispensed.filter(
    ({ body, happened }) =>
      body.number === undefined ||
      !reversals.some((back) => back.body.number === body.number && notBefore(back.happened, happened)),
  );
}

/**
 * What came back on top of supplies that were taken back: the capsules of a reversed box come back once, also where
 * somebody had counted them in before or on that day. Another strength is another box.
 */
export function returnsBeside(
  returned: readonly EntryOf<"supply-returned">[],
  dispensed: readonly EntryOf<"supply-dispensed">[],
  reversals: readonly EntryOf<"supply-reversed">[],
): EntryOf<"supply-returned">[] {
  const left = returned.map((entry) => ({ entry, capsules: entry.body.capsules }));
  for (const { body, happened } of dispensed) {
    const back = reversals.find(
      (one) => one.body.number === body.number && notBefore(one.happened, happened),
    );
    if (body.number === undefined || back === undefined) continue;
    let own = body.capsules ?? Number.POSITIVE_INFINITY;
    for (const one of left) {
      const { entry } = one;
      const sameStrength = (body.capsuleMg ?? entry.body.capsuleMg) === entry.body.capsuleMg;
      const meanwhile = notBefore(entry.happened, happened) && entry.happened.day <= back.happened.day;
      if (!sameStrength || !meanwhile) continue;
      const ofIt = Math.min(own, one.capsules);
      own -= ofIt;
      one.capsules -= ofIt;
    }
  }
  return left
    .filter(({ capsules }) => capsules > 0)
    .map(({ entry, capsules }) => ({ ...entry, body: { ...entry.body, capsules } }));
}

/** With what the authorisation says that it redeems, where the dispensing itself does not; less lasts as long. */
export function completed(
  dispensed: readonly EntryOf<"supply-dispensed">[],
  authorised: readonly EntryOf<"supply-authorised">[],
): EntryOf<"supply-dispensed">[] {
  return dispensed.map((entry) => {
    const given = authorised.find(({ body }) => body.number === entry.body.number)?.body;
    if (given === undefined) return entry;
    const { body } = entry;
    const capsules = body.capsules ?? given.capsules;
    const capsuleMg = body.capsuleMg ?? given.capsuleMg;
    const dailyMg = body.dailyMg ?? given.dailyMg;
    const part = capsules !== given.capsules || capsuleMg !== given.capsuleMg || dailyMg !== given.dailyMg;
    const days = body.days ?? (part ? Math.ceil((capsules * capsuleMg) / dailyMg) : given.days);
    return { ...entry, body: { product: given.product, ...body, capsules, capsuleMg, dailyMg, days } };
  });
}

function ofType<T extends EntryType>(entries: readonly Entry[], type: T): EntryOf<T>[] {
  return entries.filter((entry): entry is Entry & EntryOf<T> => entry.type === type);
}

/** The authorisation of a number; undefined where there is none. */
export function authorisationOf(
  authorisations: readonly Authorisation[],
  number: string,
): Authorisation | undefined {
  return authorisations.find((one) => one.number === number);
}

const none: readonly never[] = [];
