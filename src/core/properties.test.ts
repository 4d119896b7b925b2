import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { type At, type Day, day, endOf, lastMinuteOf, plus, startOf } from "./calendar.ts";
import { decideSupply } from "./decide.ts";
import type { Body, Entry, EntryOf, EntryType, Role } from "./entry.ts";
import { type Verdict, verdicts } from "./finding.ts";
import { counting, judgeSupply } from "./judge.ts";
import { type AnyValue, isLooser, type ParameterId, parameterIds, parameters } from "./knowledge/parameters.ts";
import type { Knowledge } from "./knowledge/schema.ts";
import type { SupplyQuestion } from "./question.ts";
import { foldRecord, remember } from "./record.ts";
import type { Setting } from "./setting.ts";
import { asEntry } from "./steps.ts";
import { patient, supply } from "./testing/patients.ts";

// The slow suites run these with ISOWARD_RUNS=20 or more; `npm test` takes a sample.
const runs = (sample: number) => ({ numRuns: sample * Number(process.env["ISOWARD_RUNS"] ?? 1) });

const knowledge = readKnowledge();
const on = day("2026-11-20");
const protocols = ["us-ipledge", "label-us", "label-eu", "jp-selfpay"] as const;

interface Scene {
  readonly entries: Entry[];
  readonly question: SupplyQuestion;
  readonly setting: Setting;
  readonly zone: string;
  readonly day: Day;
  readonly at: At;
}

/** What can go wrong with a patient in whom everything is in order. */
const mishaps: readonly (readonly [EntryType, Body<EntryType>, Role])[] = [
  ["pregnancy-reported", {}, "patient"],
  ["contraception-lapsed", {}, "patient"],
  ["contraception-ended", { method: "iud" }, "patient"],
  ["contraception-ended", { method: "male-condom" }, "patient"],
  ["menses-recorded", { status: "late" }, "patient"],
  ["menses-recorded", { status: "irregular" }, "patient"],
  ["symptom-reported", { symptoms: ["abdominal-pain"] }, "patient"],
  ["symptom-reported", { symptoms: ["severe-flare", "fever"] }, "patient"],
  ["mood-screened", { selfHarmThoughts: true, newMoodSymptom: false }, "nurse"],
  ["mood-screened", { selfHarmThoughts: false }, "nurse"],
  ["medicine-started", { medicine: "doxycycline" }, "patient"],
  ["medicine-started", { text: "something nobody knows" }, "patient"],
  ["allergy-recorded", { allergen: "soy" }, "patient"],
  ["condition-recorded", { condition: "depression", status: "active" }, "prescriber"],
  ["lab-resulted", { analyte: "triglycerides", value: 850, unit: "mg/dL", upperLimit: 150, fasting: true }, "lab"],
  ["lab-resulted", { analyte: "alt", value: 130, unit: "U/L", upperLimit: 40 }, "lab"],
  ["weight-measured", { kg: 0.155 }, "nurse"],
  ["course-held", {}, "prescriber"],
  ["last-capsule-recorded", {}, "patient"],
  ["category-attested", { canBecomePregnant: true, documented: [] }, "prescriber"],
  ["pregnancy-wish-recorded", { withinMonths: 3 }, "patient"],
];

/** Near misses teach more than ruins: each thing is as it should be more often than not. */
function mostly<T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
}

const scenes: fc.Arbitrary<Scene> = fc
  .record({
    canBecomePregnant: fc.boolean(),
    monthsBefore: fc.nat(6),
    protocol: fc.constantFrom(...protocols),
    clinic: mostly(false, fc.constant(true)),
    zone: fc.constantFrom("Asia/Tokyo", "America/New_York", "Pacific/Honolulu", "Europe/London"),
    shift: mostly(0, fc.integer({ min: -25, max: 45 })),
    minute: fc.integer({ min: 0, max: 1439 }),
    dropped: mostly<number[]>([], fc.uniqueArray(fc.nat(120), { minLength: 1, maxLength: 3 })),
    moved: mostly(
      [],
      fc.array(fc.record({ which: fc.nat(120), by: fc.integer({ min: -40, max: 3 }) }), { minLength: 1, maxLength: 3 }),
    ),
    mishap: mostly(
      [],
      fc.array(fc.record({ what: fc.nat(mishaps.length - 1), daysAgo: fc.integer({ min: 0, max: 50 }) }), {
        minLength: 1,
        maxLength: 2,
      }),
    ),
    confirmed: fc.boolean(),
    dailyMg: mostly(40, fc.constantFrom(20, 60, 80, 140)),
    days: mostly(30, fc.constantFrom(10, 31, 60)),
    refills: mostly(0, fc.constant(1)),
  })
  .map((made): Scene => {
    const base = patient({ canBecomePregnant: made.canBecomePregnant, monthsBefore: made.monthsBefore, on });
    const movedBy = new Map(made.moved.map(({ which, by }) => [which % base.length, by]));
    const gone = new Set(made.dropped.map((which) => which % base.length));
    const kept = base
      .map((entry, index): Entry => {
        const by = movedBy.get(index);
        return by === undefined ? entry : { ...entry, happened: { day: plus(entry.happened.day, by) } };
      })
      .filter((_, index) => !gone.has(index));
    const extra = made.mishap.map(({ what, daysAgo }, index): Entry => {
      const [type, body, actor] = mishaps[what]!;
      return {
        id: `x${index}`,
        type,
        body,
        actor,
        source: "manual",
        happened: { day: plus(on, -daysAgo) },
      } as EntryOf<EntryType> as Entry;
    });
    const atDay = plus(on, made.shift);
    const capsules = Math.ceil((made.dailyMg * made.days) / 20);
    return {
      entries: [...kept, ...extra],
      question: { ...supply, dailyMg: made.dailyMg, days: made.days, capsules, refills: made.refills },
      setting: {
        protocol: made.protocol,
        confirmedEditions: made.confirmed
          ? [{ protocol: "us-ipledge", edition: day("2026-11-15"), from: day("2026-11-15") }]
          : [],
        ...(made.clinic ? { clinic: "tokyo-monthly" } : {}),
      },
      zone: made.zone,
      day: atDay,
      at: (startOf(atDay, made.zone) + made.minute * 60_000) as At,
    };
  });

const fold = (scene: Scene, entries = scene.entries) => foldRecord(entries, { at: scene.at, zone: scene.zone });
const judge = (scene: Scene, entries = scene.entries, of: Knowledge = knowledge) =>
  judgeSupply(scene.question, { knowledge: of, setting: scene.setting, record: fold(scene, entries) });
const rank = (verdict: Verdict) => verdicts.indexOf(verdict);

describe("deciding", () => {
  test("twice gives the same", () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        expect(judge(scene)).toEqual(judge(scene));
      }),
      runs(60),
    );
  });

  test("does not depend on the order in which entries are given", () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        expect(judge(scene, scene.entries.toReversed())).toEqual(judge(scene));
      }),
      runs(60),
    );
  });

  test("never asks for a person's administrative gender", () => {
    fc.assert(
      fc.property(scenes, fc.constantFrom("male", "female", "other", "unknown"), (scene, gender) => {
        const gendered = scene.entries.map((entry) =>
          entry.type === "registered" ? { ...entry, body: { ...entry.body, gender } as Body<"registered"> } : entry,
        );
        expect(judge(scene, gendered)).toEqual(judge(scene));
      }),
      runs(60),
    );
  });

  test("gives the worst verdict of the findings that count, so that one rule more never improves it", () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { verdict, findings } = judge(scene);
        const worst = Math.max(0, ...counting(findings).map((finding) => rank(finding.verdict)));
        expect(verdicts[worst]).toBe(verdict);
      }),
      runs(60),
    );
  });
});

describe("folding", () => {
  test("a and then b is folding a and b together", () => {
    fc.assert(
      fc.property(scenes, fc.nat(), (scene, cut) => {
        const at = cut % (scene.entries.length + 1);
        const both = remember(fold(scene, scene.entries.slice(0, at)), scene.entries.slice(at));
        const context = { knowledge, setting: scene.setting };
        expect(judgeSupply(scene.question, { ...context, record: both })).toEqual(judge(scene));
      }),
      runs(60),
    );
  });
});

/** Facts a supply rests on; what is left out are events that speak against one (a symptom, a lapse, an illness). */
const restsOn: ReadonlySet<EntryType> = new Set<EntryType>([
  "registered",
  "category-attested",
  "consent-signed",
  "counselled",
  "comprehension-answered",
  "conditions-asked",
  "allergies-asked",
  "medicines-asked",
  "pregnancy-test-collected",
  "pregnancy-test-resulted",
  "contraception-started",
  "contraception-stated",
  "breastfeeding-recorded",
  "results-reviewed",
  "programme-enrolled",
]);

describe("unknown is not safe", () => {
  test("taking away a fact never lets a supply pass that did not", () => {
    let looked = 0;
    fc.assert(
      fc.property(scenes, fc.nat(), (scene, which) => {
        const facts = scene.entries.filter(
          (entry) =>
            restsOn.has(entry.type) &&
            !(entry.type === "contraception-stated" && !entry.body.usedWithoutGap) &&
            // An attestation that the patient can become pregnant is the stricter one: without it a former one counts.
            entry.id !== "x0" &&
            entry.id !== "x1",
        );
        const victim = facts[which % Math.max(1, facts.length)];
        if (victim === undefined || judge(scene).verdict === "pass") return;
        looked += 1;
        expect(judge(scene, scene.entries.filter((entry) => entry !== victim)).verdict).not.toBe("pass");
      }),
      runs(250),
    );
    expect(looked).toBeGreaterThan(100);
  });
});

describe("stricter is free", () => {
  test("tightening any value of a protocol never lets a supply pass that did not", () => {
    let tightened = 0;
    fc.assert(
      fc.property(scenes, fc.constantFrom(...parameterIds), (scene, id) => {
        const stricter = tighten(knowledge, scene.setting.protocol, id);
        if (stricter === undefined || judge(scene).verdict === "pass") return;
        tightened += 1;
        expect(judge(scene, scene.entries, stricter).verdict).not.toBe("pass");
      }),
      runs(300),
    );
    expect(tightened).toBeGreaterThan(50);
  });

  test("a clinic's house rules never let a supply pass that its protocol refuses", () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { protocol, confirmedEditions } = scene.setting;
        const plain = judge({ ...scene, setting: { protocol, confirmedEditions } });
        const house = judge({ ...scene, setting: { protocol, confirmedEditions, clinic: "tokyo-monthly" } });
        if (plain.verdict !== "pass") expect(house.verdict).not.toBe("pass");
      }),
      runs(150),
    );
  });
});

describe("the way out", () => {
  test("followed, it passes on the earliest day and not on the day before", () => {
    let followed = 0;
    fc.assert(
      fc.property(scenes, (scene) => {
        const context = { knowledge, setting: scene.setting, record: fold(scene) };
        const { plan, verdict } = decideSupply(scene.question, context);
        if (verdict === "pass") {
          expect(plan.earliest).toBe(scene.day);
          expect(plan.steps).toEqual([]);
          return;
        }
        if (plan.earliest === undefined) return;
        followed += 1;
        const planned = plan.steps
          .flatMap((step) => (step.change === undefined ? step.entries : []))
          .map((draft, index) => asEntry(draft, `plan-${String(index).padStart(3, "0")}`));
        const judgeOn = (on: Day, minute: At) =>
          judgeSupply(plan.question, {
            ...context,
            record: foldRecord([...scene.entries, ...planned], {
              at: minute,
              through: (endOf(on, scene.zone) - 1) as At,
              zone: scene.zone,
            }),
          }).verdict;
        const minutes = (on: Day) => [startOf(on, scene.zone), lastMinuteOf(on, scene.zone)];
        if (plan.earliest === scene.day) {
          expect(judgeOn(scene.day, scene.at)).toBe("pass");
          return;
        }
        for (const minute of minutes(plan.earliest)) expect(judgeOn(plan.earliest, minute)).toBe("pass");
        const before = plus(plan.earliest, -1);
        expect(minutes(before).map((minute) => judgeOn(before, minute))).not.toEqual(["pass", "pass"]);
      }),
      runs(150),
    );
    expect(followed).toBeGreaterThan(30);
  });

  test("is shown for every refusal: steps with a person, or plainly never", () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        for (const finding of counting(judge(scene).findings)) {
          if (finding.wayOut !== "never") expect(finding.wayOut.length, finding.rule).toBeGreaterThan(0);
        }
      }),
      runs(100),
    );
  });
});

describe("the answer holds until it says", () => {
  test("with no new fact the verdict stays the same before validUntil", () => {
    fc.assert(
      fc.property(scenes, fc.double({ min: 0, max: 1, noNaN: true }), (scene, part) => {
        const settled = { ...scene, entries: scene.entries.filter((entry) => entry.happened.day <= scene.day) };
        const { verdict, validUntil } = judge(settled);
        const end = validUntil ?? ((scene.at + 400 * 86_400_000) as At);
        const later = Math.floor(scene.at + part * (end - 1 - scene.at)) as At;
        expect(judge({ ...settled, at: later }).verdict).toBe(verdict);
      }),
      runs(200),
    );
  });
});

/** The knowledge with one value of a protocol made stricter, where it can be. */
function tighten(of: Knowledge, protocolId: string, id: ParameterId): Knowledge | undefined {
  const protocol = of.protocols[protocolId]!;
  const stated = protocol.values[id] as readonly { value: AnyValue | null }[] | undefined;
  if (stated === undefined) return undefined;
  const values = stated.map((one) => ({ ...one, value: stricterBy(id, one.value) }));
  if (values.every(({ value }, index) => value === stated[index]!.value)) return undefined;
  for (const [index, { value }] of values.entries()) expect(isLooser(id, value, stated[index]!.value)).toBe(false);
  return {
    ...of,
    protocols: { ...of.protocols, [protocolId]: { ...protocol, values: { ...protocol.values, [id]: values } } },
  } as Knowledge;
}

function stricterBy(id: ParameterId, value: AnyValue | null): AnyValue | null {
  const parameter = parameters[id];
  if (value === null) return null;
  if (typeof value === "number") {
    const up = parameter.stricter === "higher" || parameter.stricter === "more";
    return up ? Math.ceil(value * 1.5) : Math.floor(value * 0.6);
  }
  if (typeof value === "boolean") return true;
  if (typeof value === "object" && !Array.isArray(value) && "months" in value) {
    const months = (value as { months: number }).months;
    return { months: parameter.stricter === "higher" ? months + 1 : Math.max(1, months - 1) };
  }
  if (typeof value === "object" && !Array.isArray(value) && "weeks" in value) {
    const weeks = (value as { weeks: number }).weeks;
    return { weeks: parameter.stricter === "higher" ? weeks + 2 : Math.max(1, weeks - 2) };
  }
  return value;
}
