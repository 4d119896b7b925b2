import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { type Day, day, daysBetween, plus, safetyMonths } from "../../calendar.ts";
import { testDaysFor } from "../../plan/before-start.ts";
import type { PlannedSupply } from "../../plan/supplies.ts";
import type { Setting } from "../../setting.ts";
import { askedOn } from "../asked.ts";
import type { PlanInput } from "./fields.ts";
import { plan } from "./plan.ts";

const knowledge = readKnowledge();
const today = day("2026-11-22");
const places: readonly Setting[] = [
  ...Object.values(knowledge.protocols)
    .filter(({ usable }) => usable)
    .map(({ id }) => ({ protocol: id, confirmedEditions: [] })),
  ...Object.values(knowledge.clinics).map(({ id, on }) => ({
    protocol: on,
    clinic: id,
    confirmedEditions: [],
  })),
];
const jp: Setting = { protocol: "jp-selfpay", confirmedEditions: [] };
const ask = (input: PlanInput, setting = jp) => plan.answer(input, askedOn(knowledge, setting, today));
const planned = (input: PlanInput, setting = jp) => {
  const [made] = ask(input, setting).plans ?? [];
  if (made === undefined) throw new Error("no plan");
  return made;
};
const start = day("2027-01-10");
const man = { weightKg: 60, age: 24, canBecomePregnant: false, product: "isotroin", start };

const inputs = fc.record(
  {
    weightKg: fc.integer({ min: 20, max: 150 }),
    age: fc.integer({ min: 10, max: 70 }),
    canBecomePregnant: fc.boolean(),
    product: fc.constantFrom(...Object.keys(knowledge.products)),
    start: fc.integer({ min: 0, max: 400 }).map((days) => plus(today, days)),
    targetMgPerKg: fc.integer({ min: 5, max: 200 }),
    dailyMg: fc.integer({ min: 5, max: 160 }),
    dosesPerDay: fc.integer({ min: 1, max: 2 }),
    steps: fc.array(
      fc.record({ days: fc.integer({ min: 1, max: 40 }), dailyMg: fc.integer({ min: 5, max: 100 }) }),
      { maxLength: 2 },
    ),
    daysOff: fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 400 }).map((days) => plus(today, days)),
        days: fc.integer({ min: 1, max: 20 }),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ["weightKg", "targetMgPerKg", "product", "start"] },
);
const everyPlan = (hold: (input: PlanInput, setting: Setting) => void) =>
  fc.assert(
    fc.property(inputs, fc.constantFrom(...places), (input, setting) => hold(input, setting)),
    { numRuns: 120 },
  );

/** How long its capsules would last, those to spare among them, at the dose of its days. */
const lasts = ({ capsules, spare, days }: PlannedSupply) => {
  const mg = (list: PlannedSupply["capsules"]) => list.reduce((sum, one) => sum + one.mg * one.count, 0);
  return Math.ceil((mg(capsules) * days) / (mg(capsules) - mg(spare)));
};

describe("a plan", () => {
  test("counts milligrams from its capsules, and between supplies no day is left out that takes one", () => {
    let looked = 0;
    everyPlan((input, setting) => {
      const [made] = ask(input, setting).plans ?? [];
      if (made === undefined) return;
      looked += 1;
      const handed = made.supplies.flatMap(({ capsules }) => capsules);
      const spare = made.supplies.flatMap((one) => one.spare);
      const mg = (list: typeof handed) => list.reduce((sum, one) => sum + one.mg * one.count, 0);
      expect(mg(handed) - mg(spare)).toBe(made.mg);
      expect(made.phases.reduce((sum, phase) => sum + phase.mg, 0)).toBe(made.mg);
      expect(made.mgPerKg).toBeCloseTo(made.mg / input.weightKg!, 9);
      made.supplies.forEach(({ day: from }, index) => {
        const before = made.supplies[index - 1];
        if (before === undefined) return;
        const between = Array.from({ length: daysBetween(before.toDay, from) - 1 }, (_, n) =>
          plus(before.toDay, n + 1),
        );
        const isOff = (on: Day) =>
          (input.daysOff ?? []).some(({ from: first, days }) => first <= on && on < plus(first, days));
        const isAlternate = made.phases.some(({ pattern }) => pattern?.days.some((one) => one.mg === 0));
        if (!isAlternate) expect(between.every(isOff)).toBe(true);
      });
      expect(made.supplies[0]?.day).toBe(made.startDay);
      expect(made.supplies.at(-1)?.toDay).toBe(made.lastDay);
    });
    expect(looked).toBeGreaterThan(60);
  });

  test("reaches its target on its last day and not a capsule day before", () => {
    everyPlan((input, setting) => {
      const [made] = ask(input, setting).plans ?? [];
      const last = made?.phases.at(-1);
      if (made === undefined || last === undefined) return;
      const targetMg = input.targetMgPerKg! * input.weightKg!;
      expect(made.mg).toBeGreaterThanOrEqual(targetMg - 1e-6);
      const heaviest = Math.max(...(last.pattern?.days.map(({ mg }) => mg) ?? []));
      expect(made.mg - heaviest).toBeLessThan(targetMg);
    });
  });

  test("gives nobody who may become pregnant more than 30 days, nor a supply without a test", () => {
    everyPlan((input, setting) => {
      const { canBecomePregnant: _, ...untold } = input;
      for (const told of [untold, { ...untold, canBecomePregnant: true }]) {
        const [made] = ask(told, setting).plans ?? [];
        const { values } = askedOn(knowledge, setting, today);
        for (const supply of made?.supplies ?? []) {
          expect(supply.days).toBeLessThanOrEqual(30);
          expect(lasts(supply)).toBeLessThanOrEqual(30);
          const { fromDay: from, toDay: to } = testDaysFor(supply.day, values);
          const tests = made?.events.filter(
            ({ kind, day: on, fromDay }) => kind === "pregnancy-test" && from <= (fromDay ?? on) && on <= to,
          );
          expect(tests?.length).toBeGreaterThan(0);
        }
      }
    });
  });

  test("holds the month after the last capsule whatever the dose, and tests when it is over", () => {
    everyPlan((input, setting) => {
      const [made] = ask({ ...input, canBecomePregnant: true }, setting).plans ?? [];
      if (made === undefined) return;
      const month = safetyMonths(made.lastDay, 1);
      const over = made.events.find(({ kind }) => kind === "month-over");
      expect(over?.day).toBeGreaterThanOrEqual(month);
      expect(made.events.some(({ kind, day: on }) => kind === "pregnancy-test" && on >= month)).toBe(true);
    });
  });

  test("never calls a dose above the maximum anything but a stop", () => {
    everyPlan((input, setting) => {
      const { plans, verdict } = ask(input, setting);
      const asked = askedOn(knowledge, setting, today);
      const product = knowledge.products[input.product!];
      const { value: most } =
        product?.formulation === "micronised"
          ? asked.values.micronisedMaximumMgPerKg
          : asked.values.doseMaximumMgPerKg;
      const above = plans?.[0]?.phases.some(({ pattern }) =>
        pattern?.days.some(({ mg }) => most !== null && mg / input.weightKg! > most),
      );
      if (above === true) expect(verdict).toBe("stop");
    });
  });

  test("days off move its end by as many days and change no milligram", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 100 }), (days, after) => {
        const input = { ...man, targetMgPerKg: 120, dailyMg: 60 };
        const plain = planned(input);
        const paused = planned({ ...input, daysOff: [{ from: plus(start, after), days }] });
        expect(paused.mg).toBe(plain.mg);
        expect(daysBetween(plain.lastDay, paused.lastDay)).toBe(days);
      }),
    );
  });
});

describe("supplies of whole blisters", () => {
  test("come out even, or leave over what the last one needs and no more than it may last", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("claravis", "absorica", "absorica-ld", "zenatane"),
        fc.integer({ min: 16, max: 80 }),
        fc.integer({ min: 20, max: 140 }),
        (product, dailyMg, days) => {
          const { supplies } = planned(
            { ...man, product, dailyMg, days },
            { protocol: "us-ipledge", confirmedEditions: [] },
          );
          for (const { capsules } of supplies) for (const { count } of capsules) expect(count % 10).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test("a supply of whole blisters lasts no longer than a supply may, where a step leaves capsules over", () => {
  const { supplies } = planned(
    {
      weightKg: 60,
      age: 24,
      canBecomePregnant: true,
      product: "claravis",
      start: day("2027-03-01"),
      steps: [{ days: 3, dailyMg: 10 }],
      dailyMg: 40,
      days: 100,
      dosesPerDay: 1,
    },
    { protocol: "us-ipledge", confirmedEditions: [] },
  );
  expect(supplies.length).toBeGreaterThan(3);
  expect(Math.max(...supplies.map(lasts))).toBeLessThanOrEqual(30);
});

test("a long pause has no empty supply, and its tests all the same", () => {
  const begin = day("2027-03-01");
  const pause = { from: day("2027-03-20"), days: 100 };
  const { supplies, events } = planned({
    weightKg: 60,
    age: 24,
    canBecomePregnant: true,
    product: "isotroin",
    start: begin,
    dailyMg: 40,
    days: 150,
    daysOff: [pause],
  });
  expect(supplies.map((one) => one.day)).toEqual([0, 119, 149].map((days) => plus(begin, days)));
  expect(supplies.every(({ capsules }) => capsules.length > 0)).toBe(true);
  const tests = events.filter(
    ({ kind, day: on }) => kind === "pregnancy-test" && on > begin && on < plus(pause.from, pause.days),
  );
  expect(tests.map(({ day: on }) => on)).toEqual([30, 60, 90].map((days) => plus(begin, days)));
});

test("what is drawn ends where the plan does", () => {
  const answer = ask({ ...man, targetMgPerKg: 120, dailyMg: 40 });
  const [daily, cumulative] = answer.series;
  expect(daily?.points.map(({ value }) => value)).toEqual([40, 40]);
  expect(daily?.lines.map(({ value }) => value)).toEqual([30, 60, 120]);
  expect(cumulative?.points.at(-1)).toEqual({ day: day("2027-07-08"), value: 120 });
  expect(cumulative?.lines).toContainEqual({ value: 120, meaning: "target" });
});
