import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { at, type Day, day, plus, safetyMonths } from "../../calendar.ts";
import { verdicts } from "../../finding.ts";
import { foldRecord } from "../../record.ts";
import type { Setting } from "../../setting.ts";
import { entry } from "../../testing/entries.ts";
import { askedOf, askedOn } from "../asked.ts";
import { mayI } from "../may-i.ts";
import { aftercare } from "./aftercare.ts";
import { restrictionsAfter } from "./restrictions.ts";

const knowledge = readKnowledge();
const clinics = Object.values(knowledge.clinics);
const places: readonly Setting[] = [
  ...Object.values(knowledge.protocols)
    .filter(({ usable }) => usable)
    .map(({ id }) => ({ protocol: id, confirmedEditions: [] })),
  ...clinics.map(({ id, on }) => ({ protocol: on, clinic: id, confirmedEditions: [] })),
];
const firstDay = day("2026-01-01");
const aDay = fc.oneof(
  fc.integer({ min: 0, max: 730 }).map((days) => plus(firstDay, days)),
  fc.constantFrom(...["2026-01-31", "2026-03-31", "2026-08-31", "2027-02-28"].map(day)),
);
const aPerson = fc.constantFrom(true, false, undefined);
const aPlace = fc.constantFrom(...places);
const asking = (canBecomePregnant: boolean | undefined) =>
  canBecomePregnant === undefined ? {} : { canBecomePregnant };
const answer = (stopped: Day | undefined, who: boolean | undefined, on: Day, setting: Setting) =>
  aftercare.answer(
    { ...asking(who), ...(stopped === undefined ? {} : { stopped }) },
    askedOn(knowledge, setting, on),
  );

describe("what applies after the last capsule", () => {
  test("agrees with the question about each activity, on the last day and on the day after", () => {
    let held = 0;
    fc.assert(
      fc.property(aDay, aPerson, aPlace, (stopped, who, setting) => {
        const person = { canBecomePregnant: who };
        const late = plus(stopped, 400);
        for (const one of restrictionsAfter(stopped, person, askedOn(knowledge, setting, late))) {
          const rankOn = (on: Day) => {
            const input = { activity: one.activity, stopped, ...asking(who) };
            return verdicts.indexOf(mayI.answer(input, askedOn(knowledge, setting, on)).verdict);
          };
          expect(rankOn(one.untilDay), one.activity).toBeGreaterThan(rankOn(plus(one.untilDay, 1)));
          held += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(held).toBeGreaterThan(500);
  });

  test("nothing that may-i forbids on a day is missing from the list of that day", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 250 }), aPerson, aPlace, (stopped, later, who, setting) => {
        const on = plus(stopped, later);
        const listed = new Set(
          answer(stopped, who, on, setting)
            .remarks.filter(({ reason }) => reason === "restricted")
            .map(({ about }) => about?.id),
        );
        for (const activity of Object.keys(knowledge.activities)) {
          const { verdict } = mayI.answer(
            { activity, stopped, ...asking(who) },
            askedOn(knowledge, setting, on),
          );
          if (verdict === "wait") expect([...listed], activity).toContain(activity);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("no clinic frees anything earlier than its protocol", () => {
    fc.assert(
      fc.property(aDay, aPerson, fc.constantFrom(...clinics), (stopped, who, { id, on }) => {
        const late = plus(stopped, 400);
        const last = (setting: Setting) => {
          const days = new Map<string, number>();
          for (const one of restrictionsAfter(
            stopped,
            { canBecomePregnant: who },
            askedOn(knowledge, setting, late),
          ))
            if (one.level === "no") days.set(one.activity, one.untilDay);
          return days;
        };
        const own = last({ protocol: on, clinic: id, confirmedEditions: [] });
        for (const [activity, untilDay] of last({ protocol: on, confirmedEditions: [] }))
          expect(own.get(activity) ?? 0, activity).toBeGreaterThanOrEqual(untilDay);
      }),
      { numRuns: 200 },
    );
  });

  test("contraception and giving blood hold a month at least, for whoever can become pregnant or has not said", () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom(true, undefined), aPlace, (stopped, who, setting) => {
        const lastDay = safetyMonths(stopped, 1);
        const held = restrictionsAfter(
          stopped,
          { canBecomePregnant: who },
          askedOn(knowledge, setting, lastDay),
        );
        for (const activity of ["ending-contraception", "conceiving", "blood-donation", "breastfeeding"]) {
          const until = held.find((one) => one.activity === activity && one.level === "no")?.untilDay ?? 0;
          expect(until, activity).toBeGreaterThanOrEqual(lastDay);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("without the last capsule nothing is dated and nothing is free", () => {
    for (const setting of places) {
      for (const who of [true, false, undefined]) {
        const { verdict, remarks } = answer(undefined, who, day("2027-01-01"), setting);
        expect(verdict).toBe("ask");
        expect(remarks.length).toBeGreaterThan(10);
        expect(remarks.filter(({ facts }) => Object.keys(facts).some((key) => key.endsWith("Day")))).toEqual(
          [],
        );
        expect(remarks.filter(({ reason }) => reason === "free-again")).toEqual([]);
      }
    }
  });

  test("the list is in the order of its days", () => {
    const days = restrictionsAfter(
      firstDay,
      { canBecomePregnant: true },
      askedOn(knowledge, { protocol: "jp-selfpay", confirmedEditions: [] }, firstDay),
    ).map(({ untilDay }) => untilDay);
    expect(days.length).toBeGreaterThan(15);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  });
});

describe("a sign of pregnancy after the last capsule", () => {
  const over = [
    entry("supply-dispensed", "2026-01-01", { capsuleMg: 20, capsules: 60, days: 30 }),
    entry("last-capsule-recorded", "2026-01-31", {}),
    entry("course-ended", "2026-01-31", {}),
  ];
  const ended = { ...entry("pregnancy-ended", "2026-11-20", {}), id: "ended" };
  const reported = (at: string) => ({ ...entry("pregnancy-reported", "2026-11-20", {}), happened: atOf(at) });
  const atOf = (text: string) => ({ day: day("2026-11-20"), at: at(text) });
  const of = (...more: Parameters<typeof foldRecord>[0]) =>
    aftercare.answer(
      { stopped: day("2026-01-31"), canBecomePregnant: true },
      askedOf(
        knowledge,
        { protocol: "jp-selfpay", confirmedEditions: [] },
        foldRecord([...over, ...more], { at: at("2026-11-22T12:00:00+09:00"), zone: "Asia/Tokyo" }),
      ),
    );

  test("is closed by what is recorded after it, and not by what came before it the same day", () => {
    const end = { ...ended, happened: atOf("2026-11-20T09:00:00+09:00") };
    expect(of(reported("2026-11-20T15:00:00+09:00"), end).headline.reason).toBe("pregnancy");
    expect(of(reported("2026-11-20T08:00:00+09:00"), end).headline.reason).not.toBe("pregnancy");
  });
});
