import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { type Day, day, plus, spanEnd } from "../../calendar.ts";
import { askedOn } from "../asked.ts";
import { nextCourse } from "./next-course.ts";

const knowledge = readKnowledge();
const protocols = Object.values(knowledge.protocols).filter(({ usable }) => usable);
const firstDay = day("2026-01-01");
const aDay = fc.integer({ min: 0, max: 730 }).map((days) => plus(firstDay, days));
const maybe = fc.constantFrom(true, false, undefined);
type Input = Parameters<typeof nextCourse.answer>[0];
const answer = (input: Input, on: Day, protocol = "jp-selfpay") =>
  nextCourse.answer(input, askedOn(knowledge, { protocol, confirmedEditions: [] }, on));
const definitions = (input: Input, on: Day) =>
  new Map(
    answer(input, on)
      .remarks.filter(({ about }) => about?.kind === "relapse-definition")
      .map(({ about, reason }) => [about?.id, reason]),
  );

describe("the rest before another course", () => {
  test("holds through its last day, and not on the day after", () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom(...protocols.map(({ id }) => id)), (stopped, protocol) => {
        const { value } = askedOn(knowledge, { protocol, confirmedEditions: [] }, stopped).values.rest;
        if (value === null) return;
        const last = spanEnd(stopped, value);
        const at = (on: Day) => answer({ stopped, age: 30 }, on, protocol);
        expect([at(last).verdict, at(last).earliestDay]).toEqual(["wait", plus(last, 1)]);
        expect([at(plus(last, 1)).verdict, at(plus(last, 1)).earliestDay]).toEqual(["advise", undefined]);
      }),
      { numRuns: 300 },
    );
  });

  test("never passes without a last capsule or, where it is not defined for the young, without an age", () => {
    const late = plus(firstDay, 900);
    for (const { id } of protocols) {
      expect(answer({ age: 30 }, late, id).verdict).toBe("ask");
      const { restUndefinedBeforeSkeletalMaturity } = askedOn(
        knowledge,
        { protocol: id, confirmedEditions: [] },
        late,
      ).values;
      if (restUndefinedBeforeSkeletalMaturity.value === true)
        expect(answer({ stopped: firstDay }, late, id).verdict).toBe("ask");
    }
    expect(answer({ stopped: firstDay }, late).verdict).toBe("ask");
  });
});

describe("the definitions of relapse", () => {
  test("are answered each for itself: what one asks about moves no other", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (before, now) => {
        const without = definitions({ stopped: firstDay, age: 30 }, plus(firstDay, 90));
        const counted = definitions(
          { stopped: firstDay, age: 30, lesionsBefore: before, lesionsNow: now },
          plus(firstDay, 90),
        );
        const moved = [...counted].filter(([id, reason]) => without.get(id) !== reason).map(([id]) => id);
        expect(moved).toEqual(before === 0 ? [] : ["third-of-before"]);
        if (before > 0)
          expect(counted.get("third-of-before")).toBe(
            3 * now >= before ? "definition-met" : "definition-not-met",
          );
      }),
      { numRuns: 300 },
    );
  });

  test("what is not told is never taken for a no", () => {
    fc.assert(
      fc.property(maybe, maybe, maybe, (acneMedicine, oralAcneMedicine, isotretinoinAgain) => {
        const told = { acneMedicine, oralAcneMedicine, isotretinoinAgain };
        const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
        const got = definitions({ stopped: firstDay, age: 30, ...known }, plus(firstDay, 90));
        const all = new Set([acneMedicine, oralAcneMedicine, isotretinoinAgain]);
        const any = all.has(true) ? "met" : all.has(undefined) ? "not-told" : "not-met";
        expect(got.get("any-acne-medicine")).toBe(`definition-${any}`);
        const second = isotretinoinAgain === undefined ? "not-told" : isotretinoinAgain ? "met" : "not-met";
        expect(got.get("second-course")).toBe(`definition-${second}`);
      }),
    );
  });

  test("every study on relapse is shown by its own definition, and none is pooled", () => {
    const shown = answer({ stopped: firstDay, age: 30 }, plus(firstDay, 90)).remarks.filter(
      ({ section }) => section === "evidence",
    );
    expect(new Set(shown.map(({ about }) => about?.id))).toEqual(
      new Set([
        "blasiak-2013",
        "borghi-2011",
        "cochrane-2018",
        "lai-barbieri-2025",
        "layton-1993",
        "rademaker-2016",
        "tan-2015",
      ]),
    );
    expect(shown.length).toBe(7);
    expect(Object.keys(knowledge.relapseDefinitions).length).toBe(6);
  });
});
