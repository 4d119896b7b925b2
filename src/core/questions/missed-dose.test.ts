import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { day } from "../calendar.ts";
import { askedOn } from "./asked.ts";
import { missedDose } from "./missed-dose.ts";

const knowledge = readKnowledge();
const usable = Object.values(knowledge.protocols).filter((one) => one.usable);
const settings = [
  ...usable.map(({ id }) => ({ protocol: id, confirmedEditions: [] })),
  ...Object.values(knowledge.clinics).map(({ id, on }) => ({
    protocol: on,
    clinic: id,
    confirmedEditions: [],
  })),
];
const of = <const T extends readonly unknown[]>(...all: T) =>
  fc.constantFrom<T[number] | undefined>(...all, undefined);
const told = fc.record({
  what: of("forgotten", "vomited", "two-taken"),
  missedOn: of("today", "yesterday", "earlier"),
  noticed: of("before-next-dose", "at-next-dose", "after-next-dose"),
  dosesMissed: of(1, 2, 5),
  nextDoseNear: of(true, false),
  hoursUntilNext: of(0, 0.5, 3, 20),
  dosesPerDay: of(1, 2),
  capsulesPerDose: of(1, 2),
  twoTogether: of(true, false),
});
type Told = Parameters<typeof missedDose.answer>[0];
const answer = (input: object, setting = settings[0]) => {
  if (setting === undefined) throw new Error("no protocol");
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Told;
  return missedDose.answer(given, askedOn(knowledge, setting, day("2026-11-22")));
};

describe("A missed dose", () => {
  test("under every protocol and clinic, two together is refused and nothing asks for more than one dose", () => {
    expect(settings.length).toBeGreaterThanOrEqual(8);
    fc.assert(
      fc.property(told, fc.constantFrom(...settings), (input, setting) => {
        const { headline, remarks, verdict } = answer(input, setting);
        if (input.twoTogether === true) expect(verdict).toBe("stop");
        expect(remarks.map(({ reason }) => reason)).toContain("never-two");
        expect(verdict).not.toBe("pass");
        if (headline.reason === "take-now") {
          expect(input).toMatchObject({ noticed: "before-next-dose", nextDoseNear: false });
          expect(input.hoursUntilNext ?? 24).toBeGreaterThanOrEqual(12 / (input.dosesPerDay ?? 1));
          expect(["EU", "UK"]).toContain(knowledge.protocols[setting.protocol]?.jurisdiction);
        }
      }),
    );
  });

  test("what nobody said never makes the dose be taken", () => {
    fc.assert(
      fc.property(told, fc.constantFrom("noticed", "nextDoseNear"), (input, left) => {
        const eu = settings.find(({ protocol }) => protocol === "label-eu");
        expect(answer({ ...input, [left]: undefined }, eu).headline.reason).not.toBe("take-now");
      }),
    );
  });

  test("the page's third example is called dangerous wherever more than one dose a day may be meant", () => {
    for (const setting of settings)
      for (const dosesPerDay of [undefined, 2, 3])
        expect(answer({ dosesPerDay }, setting).remarks).toContainEqual(
          expect.objectContaining({
            reason: "page-takes-two-together",
            section: "not-applied",
            facts: { judged: "dangerous" },
          }),
        );
  });

  test("every protocol says whether a missed dose is left out, and that two are never taken together", () => {
    for (const setting of settings) {
      const { values } = askedOn(knowledge, setting, day("2026-11-22"));
      expect(values.missedDoseSkipped.value, setting.protocol).not.toBeNull();
      expect(values.neverTwoDosesTogether.value, setting.protocol).toBe(true);
    }
  });
});
