import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { day } from "../calendar.ts";
import type { PriceList } from "../knowledge/topics/prices.ts";
import { capsulesIn } from "../plan/capsule-dose.ts";
import { askedOn } from "../questions/asked.ts";
import { price } from "../questions/price/price.ts";
import { nearestDoses, waysToMake } from "./capsule-ways.ts";
import { courseCost } from "./course-cost.ts";
import { capsulesOver, daysInTurn } from "./in-turn.ts";
import { priceListOn } from "./price-list.ts";

const knowledge = readKnowledge();
const tokyo = knowledge.clinics["tokyo-monthly"];
if (tokyo === undefined) throw new Error("the clinic of page 004 is missing");
const [list] = tokyo.prices;
if (list === undefined) throw new Error("it has no price list");

/** The totals of page 004 as it prints them: without and with the urine test. */
const page004 = [
  [10, "first", 16_698, 17_754],
  [10, "return", 14_498, 15_554],
  [20, "first", 19_998, 21_054],
  [20, "return", 17_798, 18_854],
  [40, "first", 32_538, 33_594],
  [40, "return", 30_338, 31_394],
  [60, "first", 45_078, 46_134],
  [60, "return", 42_878, 43_934],
  [80, "first", 57_618, 58_674],
  [80, "return", 55_418, 56_474],
] as const;

describe("A bill", () => {
  const asked = askedOn(
    knowledge,
    { protocol: "jp-selfpay", clinic: "tokyo-monthly", confirmedEditions: [] },
    day("2026-11-22"),
  );

  test.each(page004)(
    "for 30 days of %d mg at a %s visit is page 004's, to the yen",
    (dailyMg, visit, without, withTest) => {
      for (const [canBecomePregnant, totalYen] of [
        [false, without],
        [true, withTest],
      ] as const) {
        const { verdict, bill } = price.answer({ dailyMg, days: 30, visit, canBecomePregnant }, asked);
        expect(verdict).toBe("pass");
        expect(bill).toMatchObject({ totalYen, taxIncluded: true, notListed: [] });
        expect(bill?.lines.reduce((sum, { yen }) => sum + yen, 0)).toBe(totalYen);
        expect(bill?.lines.every(({ quantity, unitYen, yen }) => quantity * unitYen === yen)).toBe(true);
      }
    },
  );

  test("has the urine test wherever nobody says that pregnancy is impossible", () => {
    const { verdict, bill } = price.answer({ dailyMg: 40, days: 30, visit: "first" }, asked);
    expect(verdict).toBe("ask");
    expect(bill?.lines.map(({ item }) => item)).toContain("urine-test");
  });

  test("names both doses beside one that no whole capsules make", () => {
    expect(price.answer({ dailyMg: 22, days: 30, visit: "first" }, asked).headline).toMatchObject({
      verdict: "ask",
      facts: { belowMg: 20, aboveMg: 30 },
    });
    expect(price.answer({ dailyMg: 5, days: 30, visit: "first" }, asked).headline.facts).toMatchObject({
      belowMg: undefined,
      aboveMg: 10,
    });
  });
});

describe("Price lists by date", () => {
  const dearer: PriceList = { ...list, since: "2027-04-01", capsules: [{ mg: 20, yen: 500 }] };
  const planted = { ...tokyo, prices: [dearer, list] };
  const on = (text: string) =>
    courseCost(planted, {
      visits: [],
      supplies: [{ day: day(text), capsules: [{ mg: 20, count: 60 }] }],
    })?.totalYen;

  test("a later list changes no bill before it, and every bill from its first day", () => {
    expect(on("2026-11-22")).toBe(25_080);
    expect(on("2027-03-31")).toBe(25_080);
    expect(on("2027-04-01")).toBe(30_000);
  });

  test("before the first list there is no price at all", () => {
    expect(priceListOn(planted, day("2021-12-12"))).toBeUndefined();
    expect(on("2021-12-12")).toBeUndefined();
    const asked = askedOn(
      { ...knowledge, clinics: { ...knowledge.clinics, "tokyo-monthly": { ...tokyo, prices: [dearer] } } },
      { protocol: "jp-selfpay", clinic: "tokyo-monthly", confirmedEditions: [] },
      day("2027-03-31"),
    );
    expect(price.answer({ dailyMg: 40, days: 30, visit: "first" }, asked)).toMatchObject({
      verdict: "ask",
      headline: { reason: "no-price-list", facts: { firstDay: day("2027-04-01") } },
    });
  });

  test("a course that runs across both is charged by each on its own days", () => {
    const bill = courseCost(planted, {
      visits: [
        { day: day("2027-03-15"), visit: "first", bloodTest: true, urineTest: false },
        { day: day("2027-04-14"), visit: "return", bloodTest: true, urineTest: false },
      ],
      supplies: [
        { day: day("2027-03-15"), capsules: [{ mg: 20, count: 30 }] },
        { day: day("2027-04-14"), capsules: [{ mg: 20, count: 30 }] },
      ],
    });
    expect(bill?.totalYen).toBe(3850 + 3608 + 1650 + 3608 + 30 * 418 + 30 * 500);
    expect(bill?.lines.filter(({ item }) => item === "capsules").map(({ unitYen }) => unitYen)).toEqual([
      418, 500,
    ]);
    expect(bill?.listsSinceDay).toEqual([day("2021-12-13"), day("2027-04-01")]);
  });
});

describe("The cost of a course", () => {
  test("six months of 40 mg a day come to one first and five follow-up visits", () => {
    const days = Array.from({ length: 6 }, (_, month) => (day("2027-01-04") + month * 30) as typeof asOf);
    const bill = courseCost(tokyo, {
      visits: days.map((on, index) => ({
        day: on,
        visit: index === 0 ? "first" : "return",
        bloodTest: true,
        urineTest: true,
      })),
      supplies: days.map((on) => ({ day: on, capsules: [{ mg: 20, count: 60 }] })),
    });
    expect(bill?.totalYen).toBe(33_594 + 5 * 31_394);
    expect(bill?.lines.map(({ item, quantity }) => [item, quantity])).toEqual([
      ["consultation-first", 1],
      ["consultation-return", 5],
      ["capsules", 360],
      ["blood-test", 6],
      ["urine-test", 6],
    ]);
  });

  test("names what is charged and not listed, and never leaves capsules out in silence", () => {
    const bill = courseCost(tokyo, {
      visits: [],
      supplies: [
        {
          day: asOf,
          capsules: [
            { mg: 20, count: 10 },
            { mg: 40, count: 10 },
          ],
        },
      ],
    });
    expect(bill).toMatchObject({ totalYen: 4180, notListed: ["capsules"] });
    expect(courseCost(tokyo, { visits: [], supplies: [{ day: asOf, capsules: [] }] })?.notListed).toEqual([
      "capsules",
    ]);
  });

  test("takes a package only where it is exactly the supply and cheaper than single capsules", () => {
    const cost = (yen: number, days: number) =>
      courseCost(
        { prices: [{ ...list, packages: [{ dailyMg: 20, days: 10, yen }] }] },
        {
          visits: [],
          supplies: [{ day: asOf, capsules: [{ mg: 20, count: days }], steady: { dailyMg: 20, days } }],
        },
      )?.lines.map(({ item, yen: of }) => [item, of]);
    expect(cost(4179, 10)).toEqual([["package", 4179]]);
    expect(cost(4180, 10)).toEqual([["capsules", 4180]]);
    expect(cost(100, 11)).toEqual([["capsules", 11 * 418]]);
  });
});

describe("Capsules for a day", () => {
  const strengths = fc.uniqueArray(fc.constantFrom(8, 10, 16, 20, 24, 25, 30, 32, 35, 40), {
    minLength: 1,
    maxLength: 3,
  });
  const priced = strengths.chain((all) =>
    fc.tuple(...all.map((mg) => fc.integer({ min: 1, max: 1500 }).map((yen) => ({ mg, yen })))),
  );

  test("40 mg are two of 20 mg; what else makes 40 mg costs more", () => {
    expect(waysToMake(40, list).map(({ daily, dailyYen }) => [daily, dailyYen])).toEqual([
      [[{ mg: 20, count: 2 }], 836],
      [
        [
          { mg: 20, count: 1 },
          { mg: 10, count: 2 },
        ],
        1034,
      ],
      [[{ mg: 10, count: 4 }], 1232],
    ]);
  });

  test("the cheapest is the cheapest that trying every count finds, and every way makes the dose", () => {
    fc.assert(
      fc.property(priced, fc.integer({ min: 1, max: 120 }), (capsules, dailyMg) => {
        const ways = waysToMake(dailyMg, { capsules });
        for (const { daily } of ways)
          expect(daily.reduce((sum, { mg, count }) => sum + mg * count, 0)).toBe(dailyMg);
        const least = leastByTrying(dailyMg, capsules);
        expect(ways[0]?.dailyYen).toBe(least);
        expect(ways.map(({ dailyYen }) => dailyYen)).toEqual(
          ways.map(({ dailyYen }) => dailyYen).toSorted((a, b) => a - b),
        );
      }),
    );
  });

  test("of two that cost the same the one with fewer capsules comes first", () => {
    const [first] = waysToMake(40, {
      capsules: [
        { mg: 10, yen: 100 },
        { mg: 20, yen: 200 },
      ],
    });
    expect(first === undefined ? undefined : capsulesIn({ capsules: first.daily })).toBe(2);
  });

  test("the nearest doses are made of whole capsules, with none nearer", () => {
    fc.assert(
      fc.property(priced, fc.integer({ min: 1, max: 120 }), (capsules, dailyMg) => {
        const { below, above } = nearestDoses(dailyMg, { capsules });
        const made = (mg: number) => leastByTrying(mg, capsules) !== undefined;
        for (let mg = dailyMg - 1; mg > (below ?? 0); mg--) expect(made(mg), `${mg}`).toBe(false);
        if (below !== undefined) expect(made(below)).toBe(true);
        for (let mg = dailyMg + 1; mg < (above ?? 0); mg++) expect(made(mg), `${mg}`).toBe(false);
        expect(above !== undefined && made(above)).toBe(true);
      }),
    );
  });

  test("capsules of two products are not mixed, nor is a product's own price passed over", () => {
    const two = {
      capsules: [
        { mg: 10, yen: 100, product: "isotroin" },
        { mg: 20, yen: 150, product: "roaccutane" },
        { mg: 10, yen: 300 },
      ],
    };
    expect(waysToMake(30, two).map(({ product, dailyYen }) => [product, dailyYen])).toEqual([
      ["isotroin", 300],
      ["roaccutane", 450],
      ["roaccutane", 900],
    ]);
    expect(waysToMake(20, two, "isotroin").map(({ dailyYen }) => dailyYen)).toEqual([200]);
  });
});

const asOf = day("2026-11-22");

/** The least that any count of each strength up to the dose comes to: slow, and nothing to get wrong. */
function leastByTrying(
  dailyMg: number,
  capsules: readonly { readonly mg: number; readonly yen: number }[],
): number | undefined {
  const [first, ...rest] = capsules;
  if (first === undefined) return dailyMg === 0 ? 0 : undefined;
  let least: number | undefined;
  for (let count = 0; count * first.mg <= dailyMg; count++) {
    const others = leastByTrying(dailyMg - count * first.mg, rest);
    if (others === undefined) continue;
    const yen = count * first.yen + others;
    if (least === undefined || yen < least) least = yen;
  }
  return least;
}

test("days in turn come to the dose on average, an odd day belonging to the lower", () => {
  const list = {
    capsules: [
      { mg: 10, yen: 308 },
      { mg: 20, yen: 418 },
    ],
  };
  const inTurn = daysInTurn(45, list);
  expect(inTurn?.days).toEqual([
    [{ mg: 20, count: 2 }],
    [
      { mg: 20, count: 2 },
      { mg: 10, count: 1 },
    ],
  ]);
  expect(capsulesOver(31, inTurn?.days ?? [])).toEqual([
    { mg: 20, count: 62 },
    { mg: 10, count: 15 },
  ]);
  // A day without capsules is no dose, and 22 mg is the mean of no two days.
  expect([daysInTurn(5, list), daysInTurn(22, list)]).toEqual([undefined, undefined]);
});
