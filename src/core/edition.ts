/** Which edition of a protocol counts at an instant. */
import { type At, type Day, day as dayOfText, dayOf, startOf } from "./calendar.ts";
import type { Protocol } from "./knowledge/schema.ts";
import type { ConfirmedEdition } from "./setting.ts";

export interface Edition {
  readonly sinceDay: Day;
  /** The predecessor judged beside it, while nobody has confirmed it. */
  readonly besideDay: Day | undefined;
  readonly cites: readonly string[];
  /** When the next edition starts. */
  readonly untilAt: At | undefined;
}

/**
 * The edition in force at `at`, by the day in the protocol's own zone. Undefined before the first.
 * An unconfirmed edition stands beside the last confirmed one before it, until the day it is confirmed from.
 */
export function editionAt(
  protocol: Protocol,
  at: At,
  confirmed: readonly ConfirmedEdition[],
): Edition | undefined {
  const today = dayOf(at, protocol.zone);
  const editions = protocol.editions
    .map((edition) => ({ ...edition, day: dayOfText(edition.since) }))
    .sort((a, b) => a.day - b.day);
  const counts = (edition: (typeof editions)[number]) =>
    edition.confirmed ||
    confirmed.some((one) => one.protocol === protocol.id && one.edition === edition.day && one.from <= today);
  const index = editions.findLastIndex((edition) => edition.day <= today);
  const current = editions[index];
  if (current === undefined) return undefined;
  const before = counts(current) ? undefined : editions.slice(0, index).findLast(counts);
  const next = editions[index + 1];
  // A confirmation that starts later changes the answer without a new fact.
  const confirmedFrom = confirmed
    .filter((one) => one.protocol === protocol.id && one.edition === current.day && one.from > today)
    .map((one) => startOf(one.from, protocol.zone));
  const changes = [...confirmedFrom, ...(next === undefined ? [] : [startOf(next.day, protocol.zone)])];
  return {
    sinceDay: current.day,
    besideDay: before?.day,
    cites: current.cites,
    untilAt: changes.length === 0 ? undefined : (Math.min(...changes) as At),
  };
}
