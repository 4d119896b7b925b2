import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, day, plus } from "./calendar.ts";
import { type Capsules, capsulesInHand } from "./capsules-in-hand.ts";
import { runs } from "./testing/scenes.ts";

const first = day("2026-10-20");
const on = (days: number) => plus(first, days);
const missed = (days: number, part = 1) => ({ day: on(days), part });
const nothing: Capsules = { supplies: [], returned: [], counted: [], missed: [], pauses: [] };
const month = { day: first, days: 30 };
const inHand = (known: Partial<Capsules>, after: number) =>
  capsulesInHand({ ...nothing, ...known }, on(after));

describe("Capsules in hand", () => {
  test("are none before the first supply", () => expect(inHand({}, 5)).toEqual({ days: 0 }));

  test.each([
    [0, 30],
    [1, 29],
    [29, 1],
    [30, 0],
    [45, 0],
  ])("of 30 days' supply after %i days are %i", (after, days) => {
    expect(inHand({ supplies: [month] }, after)).toEqual({ days });
  });

  test("carry what was left over into the next supply", () => {
    const supplies = [month, { day: on(27), days: 30 }];
    expect(inHand({ supplies }, 27)).toEqual({ days: 33 });
    expect(inHand({ supplies }, 60)).toEqual({ days: 0 });
    expect(inHand({ supplies }, 59)).toEqual({ days: 1 });
  });

  test("are not eaten up in advance by a gap before the next supply", () => {
    const supplies = [month, { day: on(40), days: 30 }];
    expect(inHand({ supplies }, 41)).toEqual({ days: 29 });
  });

  test("last a day longer for each day missed, once a day, and not for today", () => {
    expect(inHand({ supplies: [month], missed: [missed(3), missed(3), missed(9)] }, 29)).toEqual({ days: 3 });
    expect(inHand({ supplies: [month], missed: [missed(29)] }, 29)).toEqual({ days: 1 });
    expect(inHand({ supplies: [month], missed: [missed(35)] }, 40)).toEqual({ days: 0 });
  });

  test("last longer by the part of a dose that was not taken", () => {
    expect(inHand({ supplies: [month], missed: [missed(3, 0.5), missed(4, 0.5)] }, 29)).toEqual({ days: 2 });
    const thirds = [missed(3, 1 / 3), missed(4, 1 / 3), missed(5, 1 / 3)];
    expect(inHand({ supplies: [month], missed: thirds }, 31)).toEqual({ days: 0 });
  });

  test("are fewer by what came back, and never fewer than none", () => {
    expect(inHand({ supplies: [month], returned: [{ day: on(10), days: 15 }] }, 10)).toEqual({ days: 5 });
    expect(inHand({ supplies: [month], returned: [{ day: on(10), days: 99 }] }, 12)).toEqual({ days: 0 });
  });

  test("are what was counted, less the days since", () => {
    const counted = [
      { day: on(10), days: 9 },
      { day: on(20), days: 2.5 },
    ];
    expect(inHand({ supplies: [month], counted }, 20)).toEqual({ days: 2.5 });
    expect(inHand({ supplies: [month], counted }, 22)).toEqual({ days: 0.5 });
    expect(inHand({ supplies: [month], counted }, 23)).toEqual({ days: 0 });
    // A count that has yet to be made says nothing today.
    expect(inHand({ supplies: [month], counted }, 15)).toEqual({ days: 4 });
  });

  test("counted on the day of a supply were counted before it, unless the clock says otherwise", () => {
    const supplies = [month, { day: on(30), at: 2, days: 30 }];
    expect(inHand({ supplies, counted: [{ day: on(30), days: 4 }] }, 30)).toEqual({ days: 34 });
    expect(inHand({ supplies, counted: [{ day: on(30), at: 1, days: 4 }] }, 30)).toEqual({ days: 34 });
    expect(inHand({ supplies, counted: [{ day: on(30), at: 3, days: 34 }] }, 30)).toEqual({ days: 34 });
  });

  test("counted twice on one day: the last by the clock, without one the most", () => {
    const twice = (a?: number, b?: number) => [
      { day: on(5), at: a, days: 3 },
      { day: on(5), at: b, days: 7 },
    ];
    expect(inHand({ supplies: [month], counted: twice(2, 1) }, 5)).toEqual({ days: 3 });
    expect(inHand({ supplies: [month], counted: twice(2, undefined) }, 5)).toEqual({ days: 7 });
    expect(inHand({ supplies: [month], counted: twice() }, 5)).toEqual({ days: 7 });
  });

  test("that a pause left over are unknown until they are counted or taken", () => {
    const pauses = [{ from: on(10), to: on(17) }];
    const supplies = [month];
    expect(inHand({ supplies, pauses }, 20)).toEqual({ unknown: "pause", since: on(10) });
    const counted = [{ day: on(14), days: 20 }];
    expect(inHand({ supplies, pauses, counted }, 16)).toEqual({ days: 20 });
    expect(inHand({ supplies, pauses, counted }, 18)).toEqual({ days: 19 });
    expect(inHand({ supplies, pauses }, 36)).toEqual({ unknown: "pause", since: on(10) });
    expect(inHand({ supplies, pauses }, 37)).toEqual({ days: 0 });
    const returned = [{ day: on(12), days: 20 }];
    expect(inHand({ supplies, pauses, returned }, 20)).toEqual({ days: 0 });
  });

  test("are not in doubt where a pause began after the last capsule", () => {
    expect(inHand({ supplies: [month], pauses: [{ from: on(30), to: undefined }] }, 40)).toEqual({ days: 0 });
  });

  test("of a supply nobody knows the length of are unknown until they are counted", () => {
    const supplies = [{ day: first, days: undefined }];
    expect(inHand({ supplies }, 20)).toEqual({ unknown: "days", since: first });
    expect(inHand({ supplies, counted: [{ day: on(21), days: 0 }] }, 22)).toEqual({ days: 0 });
  });
});

describe("Capsules in hand, of any history", () => {
  const aDay = fc.integer({ min: 0, max: 80 }).map(on);
  const clock = fc.option(fc.nat(3), { nil: undefined });
  const histories: fc.Arbitrary<Capsules> = fc.record({
    supplies: fc.array(
      fc.record({
        day: aDay,
        at: clock,
        days: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined, freq: 8 }),
      }),
      { maxLength: 4 },
    ),
    returned: fc.array(fc.record({ day: aDay, days: fc.integer({ min: 1, max: 60 }) }), { maxLength: 2 }),
    counted: fc.array(fc.record({ day: aDay, at: clock, days: fc.integer({ min: 0, max: 30 }) }), {
      maxLength: 3,
    }),
    missed: fc.array(fc.record({ day: aDay, part: fc.constantFrom(0.25, 0.5, 1) }), { maxLength: 6 }),
    pauses: fc.array(
      fc
        .tuple(aDay, fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }))
        .map(([from, long]) => ({ from, to: long === undefined ? undefined : plus(from, long) })),
      { maxLength: 2 },
    ),
  });
  const daysOf = (capsules: Capsules, when: Day) => {
    const found = capsulesInHand(capsules, when);
    return "unknown" in found ? undefined : found.days;
  };

  test("are never fewer than none", () => {
    fc.assert(
      fc.property(histories, aDay, (capsules, when) => {
        expect(daysOf(capsules, when) ?? 0).toBeGreaterThanOrEqual(0);
      }),
      runs(200),
    );
  });

  test("do not depend on the order in which things are told", () => {
    fc.assert(
      fc.property(histories, aDay, (capsules, when) => {
        const reversed: Capsules = {
          supplies: capsules.supplies.toReversed(),
          returned: capsules.returned.toReversed(),
          counted: capsules.counted.toReversed(),
          missed: capsules.missed.toReversed(),
          pauses: capsules.pauses.toReversed(),
        };
        expect(capsulesInHand(reversed, when)).toEqual(capsulesInHand(capsules, when));
      }),
      runs(200),
    );
  });

  test("are no fewer for one more missed day, and no more for what came back", () => {
    fc.assert(
      fc.property(histories, aDay, aDay, (capsules, when, other) => {
        const before = daysOf(capsules, when);
        const missed = daysOf({ ...capsules, missed: [...capsules.missed, { day: other, part: 1 }] }, when);
        if (before !== undefined && missed !== undefined) expect(missed).toBeGreaterThanOrEqual(before);
        const returned = [...capsules.returned, { day: other, days: 5 }];
        const less = daysOf({ ...capsules, returned }, when);
        if (before !== undefined && less !== undefined) expect(less).toBeLessThanOrEqual(before);
      }),
      runs(200),
    );
  });

  test("fall by no more than one from a day to the next, but for a count or a return", () => {
    fc.assert(
      fc.property(histories, aDay, (capsules, when) => {
        const next = plus(when, 1);
        const told = [...capsules.counted, ...capsules.returned].some(({ day: at }) => at === next);
        const [today, tomorrow] = [daysOf(capsules, when), daysOf(capsules, next)];
        if (told || today === undefined || tomorrow === undefined) return;
        expect(tomorrow).toBeGreaterThanOrEqual(today - 1);
      }),
      runs(200),
    );
  });
});
