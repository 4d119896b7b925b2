/** Which edition of a protocol counts at an instant. */
import { type At, type Day, dayOf, endOf, startOf } from "./calendar.ts";
import { allEditions, editionsOn } from "./knowledge/resolve.ts";
import type { Protocol } from "./knowledge/schema.ts";
import type { ConfirmedEdition } from "./setting.ts";

export interface Edition {
  readonly sinceDay: Day;
  /** The predecessor judged beside it, while nobody has confirmed it. */
  readonly besideDay: Day | undefined;
  readonly cites: readonly string[];
  /** When the answer can change because of editions alone: the next one starts, or a confirmation takes effect. */
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
  const begun = editionsOn(protocol, today);
  const current = begun.at(-1);
  if (current === undefined) return undefined;
  const ofProtocol = confirmed.filter((one) => one.protocol === protocol.id);
  const counts = (edition: { readonly since: Day; readonly confirmed: boolean }) =>
    edition.confirmed || ofProtocol.some((one) => one.edition === edition.since && one.from <= today);
  const before = counts(current) ? undefined : begun.slice(0, -1).findLast(counts);
  return {
    sinceDay: current.since,
    besideDay: before?.since,
    cites: current.cites,
    untilAt: nextChange(protocol, today, current.since, ofProtocol),
  };
}

/** Whether an edition counted, alone or beside another, when something was authorised under it. */
export function wasInForce(
  protocol: Protocol,
  authorised: { readonly edition: Day; readonly at: At; readonly day: Day },
  confirmed: readonly ConfirmedEdition[],
): boolean {
  // Where only the day is known, the edition may be that of its first or of its last minute.
  const moments = [authorised.at, (endOf(authorised.day, protocol.zone) - 1) as At];
  return moments.some((at) => {
    const counted = editionAt(protocol, at, confirmed);
    return counted?.sinceDay === authorised.edition || counted?.besideDay === authorised.edition;
  });
}

function nextChange(
  protocol: Protocol,
  today: Day,
  current: Day,
  confirmed: readonly ConfirmedEdition[],
): At | undefined {
  let next: Day | undefined;
  const soonest = (day: Day) => {
    if (day > today && (next === undefined || day < next)) next = day;
  };
  if (protocol.editions.length > 1) {
    for (const { since } of allEditions(protocol)) soonest(since);
  }
  for (const one of confirmed) if (one.edition === current) soonest(one.from);
  return next === undefined ? undefined : startOf(next, protocol.zone);
}
