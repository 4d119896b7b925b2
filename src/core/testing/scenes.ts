/** Random histories: patients in whom everything is in order, and what can go wrong with them. */
import fc from "fast-check";
import { type At, type Day, day, plus, startOf } from "../calendar.ts";
import type { Body, Entry, EntryOf, EntryType, Role } from "../entry.ts";
import type { SupplyQuestion } from "../question.ts";
import type { Setting } from "../setting.ts";
import { patient, supply } from "./patients.ts";

/** The day on which the undisturbed patient passes. */
export const sceneDay = day("2026-11-20");
/** How often a property is tried: the slow suite sets ISOWARD_RUNS to 20 or more, `npm test` takes a sample. */
export function runs(sample: number): { numRuns: number } {
  return { numRuns: sample * Number(process.env["ISOWARD_RUNS"] ?? 1) };
}

const protocols = ["us-ipledge", "label-us", "label-eu", "uk-mhra", "eu-ppp", "jp-selfpay"] as const;

/** A history, a proposal and a moment to decide at. */
export interface Scene {
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
  ["sexual-function-asked", { newProblem: true }, "patient"],
  ["medicine-started", { medicine: "doxycycline" }, "patient"],
  ["medicine-started", { text: "something nobody knows" }, "patient"],
  ["allergy-recorded", { allergen: "soy" }, "patient"],
  ["condition-recorded", { condition: "depression", status: "active" }, "prescriber"],
  [
    "lab-resulted",
    { analyte: "triglycerides", value: 850, unit: "mg/dL", upperLimit: 150, fasting: true },
    "lab",
  ],
  ["lab-resulted", { analyte: "alt", value: 130, unit: "U/L", upperLimit: 40 }, "lab"],
  ["weight-measured", { kg: 0.155 }, "nurse"],
  ["course-held", {}, "prescriber"],
  ["last-capsule-recorded", {}, "patient"],
  ["category-attested", { canBecomePregnant: true, documented: [] }, "prescriber"],
  ["pregnancy-wish-recorded", { withinMonths: 3 }, "patient"],
  ["corrected", { ref: "e001", reason: "typing mistake", withdrawn: true }, "front-desk"],
  ["corrected", { ref: "e023", reason: "another patient", withdrawn: true }, "prescriber"],
  ["corrected", { ref: "x0", reason: "another patient", withdrawn: true }, "prescriber"],
  [
    "finding-overridden",
    { rule: "results-are-acceptable", reason: "too-high", because: "repeated" },
    "prescriber",
  ],
  ["judgement-recorded", { rule: "medicines-do-not-conflict", conclusion: "may-continue" }, "prescriber"],
  ["judgement-recorded", { rule: "medicines-do-not-conflict", conclusion: "stop" }, "prescriber"],
  ["course-resumed", {}, "prescriber"],
  ["dose-taken", { mg: 40 }, "nurse"],
  ["result-unread", { analyte: "ck", written: ">300 IU/L" }, "lab"],
  ["prior-therapy-recorded", { agent: "isotretinoin" }, "prescriber"],
  ["procedure-planned", { procedure: "lasik" }, "patient"],
];

/** Near misses teach more than ruins: each thing is as it should be so many times as often as not. */
export function usually(times: number) {
  return <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
    fc.oneof({ weight: times, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
}

const scenesOf = (mostly: ReturnType<typeof usually>): fc.Arbitrary<Scene> =>
  fc
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
        fc.array(fc.record({ which: fc.nat(120), by: fc.integer({ min: -40, max: 3 }) }), {
          minLength: 1,
          maxLength: 3,
        }),
      ),
      mishap: mostly(
        [],
        fc.array(
          fc.record({
            what: fc.nat(mishaps.length - 1),
            daysAgo: fc.integer({ min: 0, max: 50 }),
            hour: fc.option(fc.nat(23), { nil: undefined }),
          }),
          {
            minLength: 1,
            maxLength: 2,
          },
        ),
      ),
      confirmed: fc.boolean(),
      dailyMg: mostly(40, fc.constantFrom(20, 60, 80, 140)),
      days: mostly(30, fc.constantFrom(10, 31, 60)),
      refills: mostly(0, fc.constant(1)),
    })
    .map((made): Scene => {
      const base = patient({
        canBecomePregnant: made.canBecomePregnant,
        monthsBefore: made.monthsBefore,
        on: sceneDay,
      });
      const movedBy = new Map(made.moved.map(({ which, by }) => [which % base.length, by]));
      const gone = new Set(made.dropped.map((which) => which % base.length));
      const kept = base
        .map((entry, index): Entry => {
          const by = movedBy.get(index);
          return by === undefined ? entry : { ...entry, happened: { day: plus(entry.happened.day, by) } };
        })
        .filter((_, index) => !gone.has(index));
      const extra = made.mishap.map(({ what, daysAgo, hour }, index): Entry => {
        const [type, body, actor] = mishaps[what]!;
        return {
          id: `x${index}`,
          type,
          body,
          actor,
          source: "manual",
          happened: {
            day: plus(sceneDay, -daysAgo),
            ...(hour === undefined
              ? {}
              : { at: startOf(plus(sceneDay, -daysAgo), made.zone) + hour * 3_600_000 }),
          },
        } as EntryOf<EntryType> as Entry;
      });
      const atDay = plus(sceneDay, made.shift);
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

export const scenes: fc.Arbitrary<Scene> = scenesOf(usually(3));
/** Scenes in which next to nothing goes wrong. */
export const calmScenes: fc.Arbitrary<Scene> = scenesOf(usually(30));
