import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { type Day, day, plus, type Span, spanEnd } from "../calendar.ts";
import { verdicts } from "../finding.ts";
import type { Knowledge } from "../knowledge/schema.ts";
import { type ActivityStatement, whoms } from "../knowledge/topics/activities.ts";
import { permissions } from "../knowledge/topics/permission.ts";
import { namesOf, sameName } from "../names/find-by-name.ts";
import type { Setting } from "../setting.ts";
import { askedOn } from "./asked.ts";
import { mayI } from "./may-i.ts";

const knowledge = readKnowledge();
const activities = Object.keys(knowledge.activities);
const clinics = Object.values(knowledge.clinics);
const protocols = Object.values(knowledge.protocols).filter(({ usable }) => usable);
const firstDay = day("2026-01-01");

type Input = Parameters<typeof mayI.answer>[0];
const under = (protocol: string, clinic?: string): Setting => ({
  protocol,
  confirmedEditions: [],
  ...(clinic === undefined ? {} : { clinic }),
});
const answer = (input: Input, on: Day, setting = under("jp-selfpay"), from: Knowledge = knowledge) =>
  mayI.answer(input, askedOn(from, setting, on));
const rank = ({ verdict }: ReturnType<typeof answer>) => verdicts.indexOf(verdict);

/** Days of two years, the ends of months among them. */
const aDay = fc.oneof(
  fc.integer({ min: 0, max: 730 }).map((days) => plus(firstDay, days)),
  fc.constantFrom(...["2026-01-31", "2026-02-28", "2026-03-31", "2026-08-31", "2027-02-28"].map(day)),
);
const aSpan: fc.Arbitrary<Span> = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((days) => ({ days })),
  fc.integer({ min: 1, max: 12 }).map((weeks) => ({ weeks })),
  fc.integer({ min: 1, max: 9 }).map((months) => ({ months })),
);
const aPerson = fc.constantFrom(true, false, undefined);
const aStatement: fc.Arbitrary<ActivityStatement> = fc
  .record({
    by: fc.constantFrom("floor", "label", "regulator", "guideline", "literature", "decision", "page", "none"),
    where: fc.option(fc.subarray(["US", "EU", "UK", "JP"] as const, { minLength: 1 }), { nil: undefined }),
    judged: fc.constantFrom("supported", "supported", "house-rule", "unsupported", "wrong", "dangerous"),
    whom: fc.option(fc.constantFrom(...whoms), { nil: undefined }),
    during: fc.constantFrom(...permissions),
    after: fc.option(aSpan, { nil: undefined }),
    afterwards: fc.constantFrom(...permissions),
    text: fc.integer({ min: 0, max: 3 }),
  })
  .filter((one) => permissions.indexOf(one.afterwards) <= permissions.indexOf(one.during))
  .map(
    ({ text, ...one }): ActivityStatement => ({
      ...one,
      where: one.where === undefined ? undefined : [...one.where],
      says: { en: `Statement ${text}.`, ja: `記述${text}。` },
      cites: ["page-000"],
    }),
  );

/** The knowledge with one activity, of which exactly this is said. */
function said(statements: readonly ActivityStatement[]): Knowledge {
  const made = {
    id: "made",
    name: { en: "Made", ja: "作り物" },
    aliases: [],
    group: "habit" as const,
    notOfMen: false,
  };
  return { ...knowledge, activities: { made: { ...made, statements: [...statements] } } };
}
const moment = fc.oneof(
  fc.constant({ during: true }),
  aDay.map((stopped) => ({ stopped })),
);

describe("the strictness order alone decides", () => {
  test("statements in any order give the same answer", () => {
    fc.assert(
      fc.property(
        fc
          .array(aStatement, { minLength: 1, maxLength: 6 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        moment,
        aPerson,
        aDay,
        fc.constantFrom(...protocols.map(({ id }) => id)),
        ([all, shuffled], when, canBecomePregnant, on, protocol) => {
          const input = {
            activity: "made",
            ...when,
            ...(canBecomePregnant === undefined ? {} : { canBecomePregnant }),
          };
          const setting = under(protocol);
          const later = plus(on, 200);
          expect(answer(input, later, setting, said(shuffled))).toEqual(
            answer(input, later, setting, said(all)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test("one statement more never makes the answer more permissive, nor the first day earlier", () => {
    const everybody: ActivityStatement = {
      by: "label",
      judged: "supported",
      during: "yes",
      afterwards: "yes",
      says: { en: "Yes.", ja: "はい。" },
      cites: ["page-000"],
    };
    fc.assert(
      fc.property(
        fc.array(aStatement, { maxLength: 4 }),
        aStatement,
        moment,
        aPerson,
        aDay,
        fc.constantFrom(...protocols.map(({ id }) => id)),
        (some, more, when, canBecomePregnant, on, protocol) => {
          const input = {
            activity: "made",
            ...when,
            ...(canBecomePregnant === undefined ? {} : { canBecomePregnant }),
          };
          const later = plus(on, 200);
          const before = answer(input, later, under(protocol), said([everybody, ...some]));
          const after = answer(input, later, under(protocol), said([everybody, ...some, more]));
          expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
          if (after.earliestDay !== undefined)
            expect(after.earliestDay).toBeGreaterThanOrEqual(before.earliestDay ?? 0);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("the headline is the worst of what counts", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...activities),
        moment,
        aPerson,
        aDay,
        (activity, when, canBecomePregnant, on) => {
          const input = {
            activity,
            ...when,
            ...(canBecomePregnant === undefined ? {} : { canBecomePregnant }),
          };
          const got = answer(input, on);
          expect(got.verdict).toBe(got.headline.verdict);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("no clinic is more permissive than its protocol", () => {
  test("over every activity, day and person", () => {
    let stricter = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...activities),
        fc.constantFrom(...clinics),
        moment,
        aPerson,
        aDay,
        (activity, clinic, when, canBecomePregnant, on) => {
          const input = {
            activity,
            ...when,
            ...(canBecomePregnant === undefined ? {} : { canBecomePregnant }),
          };
          const own = answer(input, on, under(clinic.on, clinic.id));
          const protocol = answer(input, on, under(clinic.on));
          expect(rank(own)).toBeGreaterThanOrEqual(rank(protocol));
          if (protocol.earliestDay !== undefined)
            expect(own.earliestDay ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(protocol.earliestDay);
          if (rank(own) > rank(protocol)) stricter += 1;
        },
      ),
      { numRuns: 1_000 },
    );
    expect(stricter).toBeGreaterThan(0);
  });
});

describe("what is not known", () => {
  test("without a moment nothing passes, whatever is asked", () => {
    for (const { id } of protocols) {
      for (const activity of activities) {
        for (const canBecomePregnant of [true, false]) {
          expect(answer({ activity, canBecomePregnant }, firstDay, under(id)).verdict).toBe("ask");
        }
      }
    }
  });

  test("without a category the answer is as strict as for either", () => {
    fc.assert(
      fc.property(fc.constantFrom(...activities), moment, aDay, (activity, when, on) => {
        const unknown = rank(answer({ activity, ...when }, on));
        for (const canBecomePregnant of [true, false])
          expect(unknown).toBeGreaterThanOrEqual(rank(answer({ activity, ...when, canBecomePregnant }, on)));
      }),
      { numRuns: 500 },
    );
  });

  test("a last capsule that is still to come lifts nothing", () => {
    for (const activity of activities)
      expect(answer({ activity, stopped: plus(firstDay, 1) }, firstDay).verdict).toBe("ask");
  });

  test("an activity nobody has written about asks", () => {
    const got = answer({ activity: "constructor", during: true }, firstDay);
    expect([got.verdict, got.headline.reason]).toEqual(["ask", "no-source"]);
  });
});

describe("the edge of an interval", () => {
  test("restricted through the last capsule and the interval, free the day after", () => {
    fc.assert(
      fc.property(aDay, aSpan, (stopped, after) => {
        const only = said([
          {
            by: "label",
            judged: "supported",
            during: "no",
            afterwards: "yes",
            after,
            says: { en: "No.", ja: "いいえ。" },
            cites: ["page-000"],
          },
        ]);
        const last = spanEnd(stopped, after);
        const at = (on: Day) => answer({ activity: "made", stopped }, on, under("jp-selfpay"), only);
        expect([at(last).verdict, at(last).earliestDay]).toEqual(["wait", plus(last, 1)]);
        expect(at(stopped).earliestDay).toBe(plus(last, 1));
        expect([at(plus(last, 1)).verdict, at(plus(last, 1)).earliestDay]).toEqual(["pass", undefined]);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["2026-01-31", "2026-03-03"], // 30 days reach past the end of February
    ["2026-02-28", "2026-03-31"], // 30 days reach past 28 March
    ["2026-03-31", "2026-05-01"],
    ["2026-10-31", "2026-12-01"],
    ["2027-01-29", "2027-03-01"],
  ])("blood may be given again after a last capsule on %s from %s", (stopped, free) => {
    const at = (on: Day) => answer({ activity: "blood-donation", stopped: day(stopped) }, on);
    expect(at(plus(day(free), -1)).earliestDay).toBe(day(free));
    expect(at(day(free)).verdict).toBe("pass");
  });
});

describe("the list of activities", () => {
  test("each is answered during treatment, soon after it and long after it, under every protocol", () => {
    let asked = 0;
    for (const { id } of protocols) {
      for (const activity of activities) {
        const during = answer({ activity, during: true }, firstDay, under(id));
        const soon = answer({ activity, stopped: firstDay }, firstDay, under(id));
        const late = answer({ activity, stopped: day("2020-01-01") }, firstDay, under(id));
        expect(rank(late)).toBeLessThanOrEqual(rank(soon));
        if (during.verdict === "stop") expect(["wait", "stop"]).toContain(soon.verdict);
        asked += 1;
      }
    }
    expect(activities.length).toBeGreaterThanOrEqual(50);
    expect(asked).toBe(activities.length * protocols.length);
  });

  test("only what is never passed on or bought stays a no for good", () => {
    const long = activities.filter(
      (activity) => answer({ activity, stopped: day("2020-01-01") }, firstDay).verdict === "stop",
    );
    expect(long).toEqual(["sharing-capsules", "private-import"]);
  });

  test("a name finds one activity, but for hair removal, of which there are kinds", () => {
    const owners = new Map<string, Set<string>>();
    for (const activity of Object.values(knowledge.activities)) {
      for (const name of namesOf(activity)) {
        const key = sameName(name);
        owners.set(key, (owners.get(key) ?? new Set()).add(activity.id));
      }
    }
    expect([...owners].filter(([, ids]) => ids.size > 1).map(([name]) => name)).toEqual(["hairremoval"]);
    expect(owners.size).toBeGreaterThan(300);
  });

  test("every house rule stands with a page of its clinic", () => {
    let rules = 0;
    for (const clinic of clinics) {
      for (const { cites } of clinic.houseRules) {
        rules += 1;
        expect(clinic.cites).toEqual(expect.arrayContaining(cites));
      }
    }
    expect(rules).toBeGreaterThan(30);
  });
});
