import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { day, dayText, plus } from "../../calendar.ts";
import { verdicts } from "../../finding.ts";
import { askedOn } from "../asked.ts";
import { contraceptionTrouble, troubles } from "./contraception-trouble.ts";

const knowledge = readKnowledge();
const today = day("2026-11-22");
const settings = [
  ...Object.values(knowledge.protocols)
    .filter((one) => one.usable)
    .map(({ id }) => ({ protocol: id, confirmedEditions: [] })),
  ...Object.values(knowledge.clinics).map(({ id, on }) => ({
    protocol: on,
    clinic: id,
    confirmedEditions: [],
  })),
];
type Told = Parameters<typeof contraceptionTrouble.answer>[0];
const answer = (told: Told, setting: (typeof settings)[number], on = today) =>
  contraceptionTrouble.answer(told, askedOn(knowledge, setting, on));
const what = fc.uniqueArray(fc.constantFrom(...troubles), { minLength: 1, maxLength: 3 });
const someDay = fc.integer({ min: -400, max: 30 }).map((days) => plus(today, days));
const setting = fc.constantFrom(...settings);
const atLeast = (verdict: (typeof verdicts)[number], least: (typeof verdicts)[number]) =>
  verdicts.indexOf(verdict) >= verdicts.indexOf(least);

describe("Trouble with contraception", () => {
  test("during treatment, and where nobody said when, it stops under every protocol and clinic", () => {
    expect(settings.length).toBeGreaterThanOrEqual(8);
    fc.assert(
      fc.property(
        what,
        setting,
        fc.constantFrom("during" as const, undefined),
        someDay,
        (told, where, phase, on) => {
          const { verdict, headline } = answer(
            { what: told, day: on, ...(phase === undefined ? {} : { phase }) },
            where,
          );
          expect(verdict).toBe("stop");
          expect(headline.floor).toBe(true);
        },
      ),
    );
  });

  test("a positive test stops in every phase, whatever else is told", () => {
    fc.assert(
      fc.property(
        what,
        setting,
        fc.constantFrom("before", "during", "after"),
        someDay,
        (told, where, phase, on) => {
          const all = [...new Set([...told, "positive-test" as const])];
          expect(
            answer({ what: all, phase, day: on, lastCapsule: plus(today, -300) }, where).headline.reason,
          ).toBe("positive-test");
        },
      ),
    );
  });

  test("a day nobody knows is never better than any day", () => {
    fc.assert(
      fc.property(what, setting, someDay, someDay, (told, where, on, lastCapsule) => {
        const known = answer({ what: told, day: on, phase: "after", lastCapsule }, where).verdict;
        const { verdict } = answer({ what: told, phase: "after", lastCapsule }, where);
        expect(atLeast(verdict, known), `${dayText(on)} after ${dayText(lastCapsule)}`).toBe(true);
      }),
    );
  });

  test("no clinic counts fewer months after the last capsule than its protocol", () => {
    fc.assert(
      fc.property(
        what,
        someDay,
        someDay,
        fc.constantFrom(...settings.filter((one) => "clinic" in one)),
        (told, on, last, where) => {
          const protocol = { protocol: where.protocol, confirmedEditions: [] };
          const asked = { what: told, day: on, phase: "after" as const, lastCapsule: last };
          expect(atLeast(answer(asked, where).verdict, answer(asked, protocol).verdict)).toBe(true);
        },
      ),
    );
  });

  test("no further trouble makes the answer better", () => {
    fc.assert(
      fc.property(what, fc.constantFrom(...troubles), setting, someDay, (told, further, where, on) => {
        for (const phase of ["during", "after"] as const) {
          const asked = { day: on, phase, lastCapsule: plus(today, -20) };
          const more = [...new Set([...told, further])];
          expect(
            atLeast(
              answer({ ...asked, what: more }, where).verdict,
              answer({ ...asked, what: told }, where).verdict,
            ),
          ).toBe(true);
        }
      }),
    );
  });

  test("nothing told is no all-clear", () => {
    for (const where of settings) expect(answer({ what: [] }, where).verdict).toBe("ask");
  });
});
