import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { authorisationOf } from "./authorisations.ts";
import { type At, endOf, lastMinuteOf, plus, startOf } from "./calendar.ts";
import { decideDispensing, dispensingQuestion } from "./decide-dispensing.ts";
import type { Entry, EntryType } from "./entry.ts";
import { type Verdict, verdicts } from "./finding.ts";
import { counting, judgeDispensing, judgeSupply } from "./judge.ts";
import { foldRecord } from "./record.ts";
import { dispensingRules } from "./rules/index.ts";
import { type DispensingScene, dispensingScenes, number } from "./testing/dispensing-scenes.ts";
import { runs } from "./testing/scenes.ts";
import { plannedEntries } from "./way-out.ts";

const knowledge = readKnowledge();
const fold = ({ at, zone }: DispensingScene, entries: readonly Entry[]) => foldRecord(entries, { at, zone });
const judge = (scene: DispensingScene, entries: readonly Entry[] = scene.entries) => {
  const record = fold(scene, entries);
  const question = dispensingQuestion(scene.handed, record);
  return judgeDispensing(question, { knowledge, setting: scene.setting, record });
};
const rank = (verdict: Verdict) => verdicts.indexOf(verdict);
const stateOf = (scene: DispensingScene, entries: readonly Entry[] = scene.entries) =>
  authorisationOf(fold(scene, entries).authorisations, scene.handed.number)?.state;

describe("handing out", () => {
  test("is tried on scenes that pass and on scenes that do not", () => {
    const seen = fc.sample(dispensingScenes, { numRuns: 400, seed: 7 }).map((scene) => judge(scene).verdict);
    const passing = seen.filter((verdict) => verdict === "pass").length;
    expect(passing).toBeGreaterThan(40);
    expect(passing).toBeLessThan(300);
  });

  test("decided twice gives the same, in whatever order entries are given", () => {
    fc.assert(
      fc.property(dispensingScenes, (scene) => {
        expect(judge(scene)).toEqual(judge(scene));
        expect(judge(scene, scene.entries.toReversed())).toEqual(judge(scene));
      }),
      runs(60),
    );
  });

  test("has the worst verdict of the findings that count", () => {
    fc.assert(
      fc.property(dispensingScenes, (scene) => {
        const { verdict, findings } = judge(scene);
        const worst = Math.max(0, ...counting(findings).map((finding) => rank(finding.verdict)));
        expect(verdicts[worst]).toBe(verdict);
      }),
      runs(60),
    );
  });

  test("never passes on a number that is unknown, used, voided or expired", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(dispensingScenes, (scene) => {
        const state = stateOf(scene);
        seen.add(state ?? "unknown");
        if (state !== "open") expect(judge(scene).verdict).not.toBe("pass");
      }),
      runs(400),
    );
    expect([...seen].toSorted()).toEqual(["dispensed", "expired", "open", "reversed", "unknown", "voided"]);
  });

  test("never passes where the same supply could not be prescribed but for the age of its test", () => {
    let looked = 0;
    fc.assert(
      fc.property(dispensingScenes, (scene) => {
        if (judge(scene).verdict !== "pass") return;
        const record = fold(scene, scene.entries);
        const { dispensing: _asked, ...supply } = dispensingQuestion(scene.handed, record);
        const proposed = judgeSupply(supply, { knowledge, setting: scene.setting, record });
        looked += 1;
        const against = counting(proposed.findings).filter(
          ({ rule }) => rule !== "pregnancy-test-is-in-window" && rule !== "no-other-order-is-open",
        );
        expect(against.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual([]);
      }),
      runs(300),
    );
    expect(looked).toBeGreaterThan(10);
  });
});

describe("unknown is not safe at the counter", () => {
  test("leaving out what is handed out, its lot or its expiry never lets it pass", () => {
    let looked = 0;
    fc.assert(
      fc.property(
        dispensingScenes,
        fc.constantFrom("product", "capsuleMg", "capsules", "lot", "expiresOn"),
        (scene, part) => {
          const { [part]: told, ...rest } = scene.handed;
          if (told === undefined) return;
          looked += 1;
          expect(judge({ ...scene, handed: rest }).verdict).not.toBe("pass");
        },
      ),
      runs(150),
    );
    expect(looked).toBeGreaterThan(50);
  });

  const restsOn: ReadonlySet<EntryType> = new Set<EntryType>([
    "supply-authorised",
    "external-authorisation-recorded",
    "category-attested",
    "counselled",
    "conditions-asked",
    "allergies-asked",
    "medicines-asked",
    "pregnancy-test-collected",
    "pregnancy-test-resulted",
    "contraception-started",
    "weight-measured",
    "severity-scored",
    "mood-screened",
    "results-reviewed",
  ]);
  test("taking away a fact never lets something be handed out that was not", () => {
    let looked = 0;
    fc.assert(
      fc.property(dispensingScenes, fc.nat(), (scene, which) => {
        const facts = scene.entries.filter(
          // An attestation that the patient can become pregnant, an alarm or a second authorisation speaks against it.
          ({ type, id }) => restsOn.has(type) && !/^x|^turn|-other$/.test(id),
        );
        const victim = facts[which % Math.max(1, facts.length)];
        if (victim === undefined || judge(scene).verdict === "pass") return;
        looked += 1;
        const left = scene.entries.filter((entry) => entry !== victim);
        expect(judge(scene, left).verdict).not.toBe("pass");
      }),
      runs(250),
    );
    expect(looked).toBeGreaterThan(100);
  });
});

describe("an authorisation", () => {
  test("that is used or void stays so, whatever is written down after", () => {
    let looked = 0;
    fc.assert(
      fc.property(dispensingScenes, dispensingScenes, (scene, elsewhere) => {
        const state = stateOf(scene);
        if (state === undefined || state === "open" || state === "expired") return;
        looked += 1;
        const known = new Set(scene.entries.map(({ id }) => id));
        const corrections = scene.entries.map(
          ({ id }): Entry => ({
            id: `undo-${id}`,
            type: "corrected",
            happened: { day: scene.day },
            actor: "prescriber",
            source: "manual",
            body: { ref: id, reason: "it never was", withdrawn: true },
          }),
        );
        const further = [...elsewhere.entries.filter(({ id }) => !known.has(id)), ...corrections];
        for (const added of [further, corrections]) {
          const all = [...scene.entries, ...added];
          expect(stateOf(scene, all)).not.toBe("open");
          expect(judge(scene, all).verdict).not.toBe("pass");
        }
      }),
      runs(300),
    );
    expect(looked).toBeGreaterThan(20);
  });

  test("is redeemed once: with the dispensing written down a second one is refused, of a part too", () => {
    let looked = 0;
    fc.assert(
      fc.property(dispensingScenes, fc.integer({ min: 1, max: 60 }), (scene, capsules) => {
        if (judge(scene).verdict !== "pass") return;
        looked += 1;
        const redeemed: Entry = {
          id: "redeemed",
          type: "supply-dispensed",
          happened: { day: scene.day, at: scene.at },
          actor: "pharmacist",
          source: "manual",
          body: { number, capsules },
        };
        const again = [...scene.entries, redeemed];
        expect(judge(scene, again).verdict).toBe("stop");
        const rest = { ...scene, handed: { ...scene.handed, capsules: 1 } };
        expect(judge(rest, again).verdict).toBe("stop");
        const back: Entry = { ...redeemed, id: "back", type: "supply-reversed", body: { number } };
        expect(judge(scene, [...again, back]).verdict).toBe("stop");
        // What was taken back counts as never handed out.
        const without = fold(scene, scene.entries);
        const reversed = fold(scene, [...again, back]);
        const course = ({ supplies, firstDoseDay, sinceDay }: typeof without) => ({
          supplies,
          firstDoseDay,
          sinceDay,
        });
        expect(course(reversed)).toEqual(course(without));
        // Capsules that came in on the very day may have been of this box: then they are not counted down again.
        const mayBeOfIt = without.of("supply-returned").some(({ happened }) => happened.day === scene.day);
        if (!mayBeOfIt) expect(reversed.courseMg).toBe(without.courseMg);
        expect(reversed.courseMg ?? 0).toBeGreaterThanOrEqual(without.courseMg ?? 0);
      }),
      runs(300),
    );
    expect(looked).toBeGreaterThan(10);
  });
});

/** A scene without what still lies ahead of its moment: a plan cannot know it. */
const settled = (scene: DispensingScene): DispensingScene => ({
  ...scene,
  entries: scene.entries.filter(({ happened }) =>
    happened.at === undefined ? happened.day <= scene.day : happened.at <= scene.at,
  ),
});

describe("the way out at the counter", () => {
  test("followed, it passes on the earliest day and not on the day before", () => {
    let followed = 0;
    let later = 0;
    fc.assert(
      fc.property(dispensingScenes.map(settled), (scene) => {
        const record = fold(scene, scene.entries);
        const context = { knowledge, setting: scene.setting, record };
        const { plan, verdict } = decideDispensing(scene.handed, context);
        if (verdict === "pass") expect(plan).toMatchObject({ steps: [], earliest: scene.day });
        if (verdict === "pass" || plan.earliest === undefined) return;
        followed += 1;
        const planned = plannedEntries(plan.steps);
        const judgeOn = (on: number, at: At, done = planned) =>
          judgeDispensing(plan.question, {
            ...context,
            record: foldRecord([...scene.entries, ...done], {
              at,
              through: (endOf(on as typeof scene.day, scene.zone) - 1) as At,
              zone: scene.zone,
            }),
          }).verdict;
        if (plan.earliest === scene.day) {
          expect(judgeOn(scene.day, scene.at)).toBe("pass");
          return;
        }
        later += 1;
        const minutes = (on: typeof scene.day) => [startOf(on, scene.zone), lastMinuteOf(on, scene.zone)];
        for (const minute of minutes(plan.earliest)) expect(judgeOn(plan.earliest, minute)).toBe("pass");
        const before = plus(plan.earliest, -1);
        const hurried = planned.map(
          (entry): Entry =>
            entry.happened.day === plan.earliest ? { ...entry, happened: { day: before } } : entry,
        );
        expect(minutes(before).map((minute) => judgeOn(before, minute, hurried))).not.toEqual([
          "pass",
          "pass",
        ]);
      }),
      runs(250),
    );
    expect(followed).toBeGreaterThan(25);
    expect(later).toBeGreaterThan(0);
  });

  test("is shown for every refusal: steps with a person, or plainly never", () => {
    const own = new Set<string>(dispensingRules.map(({ id }) => id));
    let looked = 0;
    fc.assert(
      fc.property(dispensingScenes, (scene) => {
        for (const finding of counting(judge(scene).findings)) {
          if (own.has(finding.rule)) looked += 1;
          if (finding.wayOut !== "never") expect(finding.wayOut.length, finding.rule).toBeGreaterThan(0);
        }
      }),
      runs(100),
    );
    expect(looked).toBeGreaterThan(50);
  });

  test("changes no amount in the pharmacy: it is handed out as authorised, or authorised anew", () => {
    fc.assert(
      fc.property(dispensingScenes, (scene) => {
        for (const { wayOut } of judge(scene).findings) {
          if (wayOut === "never") continue;
          for (const { change } of wayOut) if (change !== undefined) expect(change.dispensing).toBeDefined();
        }
      }),
      runs(100),
    );
  });
});

describe("the answer at the counter holds until it says", () => {
  test("with no new fact the verdict stays the same before validUntil", () => {
    fc.assert(
      fc.property(
        dispensingScenes.map(settled),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (scene, part) => {
          const { verdict, validUntil } = judge(scene);
          const end = validUntil ?? ((scene.at + 400 * 86_400_000) as At);
          const later = Math.floor(scene.at + part * (end - 1 - scene.at)) as At;
          expect(judge({ ...scene, at: later }).verdict).toBe(verdict);
        },
      ),
      runs(200),
    );
  });
});
