/** Facts of the page, tried on every example patient. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { zoneOf } from "../../../app/decide-supply.ts";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { type At, type Day, day, endOf, lastMinuteOf, plus } from "../../../core/calendar.ts";
import { decideSupplyOn } from "../../../core/decide.ts";
import type { Entry } from "../../../core/entry.ts";
import { editionsOn, resolveValues } from "../../../core/knowledge/resolve.ts";
import { foldRecord } from "../../../core/record.ts";
import { readExample } from "../../examples/read-example.ts";
import { fits } from "./fits.ts";
import {
  type FactChanges,
  type FactContext,
  type FactId,
  type FactValues,
  factIds,
  readFacts,
  sameValue,
  withChanges,
} from "./index.ts";
import { pregnancyPossible } from "./needed.ts";

const knowledge = readKnowledge();
const folder = fileURLToPath(new URL("../../../../examples", import.meta.url));
const examples = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => readExample(basename(name), readFileSync(join(folder, name), "utf8"), knowledge));

/** Values to try for each fact. */
const tries: { readonly [K in FactId]: readonly FactValues[K][] } = {
  birthDate: [day("2011-01-01"), null],
  category: ["can", "not-attested", "hysterectomy", "tubal-sterilisation"],
  guardian: [true, false],
  seenInPerson: [true, false],
  consents: [[], ["treatment-consent", "informed-consent"]],
  guardianSigned: [true, false],
  test: [
    null,
    { day: day("2026-11-10"), result: "positive", setting: "home" },
    { day: day("2026-11-10"), result: "pending", setting: "unknown" },
  ],
  periodDay: [day("2026-11-10"), null],
  contraception: [
    { methods: [], sinceDay: null },
    { methods: ["implant", "male-condom"], sinceDay: day("2026-09-01") },
  ],
  stated: ["yes", "no", "not-asked"],
  breastfeeding: ["yes", "no", "not-asked"],
  weightKg: [30, 155, null],
  severity: ["mild", "very-severe", null],
  mood: ["calm", "self-harm", "new-symptom", "not-asked"],
  sexualFunction: ["yes", "no", "not-asked"],
  symptoms: [
    { asked: true, ids: ["headache"] },
    { asked: true, ids: [] },
    { asked: false, ids: [] },
  ],
  triglycerides: [900, 40, null],
  alt: [400, 10, null],
  medicines: [
    { asked: true, ids: ["doxycycline"] },
    { asked: false, ids: [] },
  ],
  allergies: [
    { asked: true, ids: ["peanut"] },
    { asked: false, ids: [] },
  ],
  conditions: [
    { asked: true, ids: ["depression"] },
    { asked: false, ids: [] },
  ],
  counselled: [true, false],
};

function bench(example: (typeof examples)[number]) {
  const { under, on, supply } = example.suggest;
  const clinic = knowledge.clinics[under];
  const protocol = clinic?.on ?? under;
  const setting = { protocol, confirmedEditions: [], ...(clinic === undefined ? {} : { clinic: clinic.id }) };
  const zone = zoneOf(setting, knowledge);
  const known = knowledge.protocols[protocol];
  const edition = known && editionsOn(known, on).at(-1)?.since;
  if (edition === undefined) throw new Error(`no edition for ${example.id}`);
  const values = resolveValues(knowledge, { ...setting, edition, on });
  const context = (entries: readonly Entry[], day: Day = on): FactContext => ({
    record: foldRecord(entries, { at: lastMinuteOf(day, zone), through: (endOf(day, zone) - 1) as At, zone }),
    knowledge,
    values,
    on: day,
  });
  const verdict = (entries: readonly Entry[]) =>
    decideSupplyOn(supply, on, { knowledge, setting, zone, entries, undated: [], knownAt: undefined })
      .verdict;
  return { context, verdict, recorded: context(example.entries) };
}

describe.each(examples.map((example) => [example.id, example] as const))(
  "With the example %s",
  (_id, example) => {
    const { context, verdict, recorded } = bench(example);

    test.each(factIds)("%s, tried with another value, reads as that value", (id) => {
      for (const value of tries[id]) {
        const changes: FactChanges = { [id]: value };
        const after = readFacts(context(withChanges(example.entries, changes, recorded)));
        // A guardian signs what there is to sign, and a patient without consents has nothing.
        if (id === "guardianSigned" && after.consents.length === 0) continue;
        // Without the latest test the one before it is the latest.
        if (id === "test" && value === null && recorded.record.tests.length > 1) continue;
        expect(
          sameValue(after[id], value),
          `${JSON.stringify(value)} reads as ${JSON.stringify(after[id])}`,
        ).toBe(true);
      }
    });

    test("every fact set to what is recorded keeps the verdict", () => {
      const before = readFacts(recorded);
      for (const id of factIds) {
        const changes: FactChanges = { [id]: before[id] };
        expect(verdict(withChanges(example.entries, changes, recorded)), id).toBe(verdict(example.entries));
      }
    });

    test("a change does not reach facts it does not name", () => {
      const before = readFacts(recorded);
      const joined: Partial<Record<FactId, FactId>> = {
        consents: "guardianSigned",
        guardianSigned: "consents",
      };
      for (const id of factIds) {
        for (const value of tries[id]) {
          const changed = context(withChanges(example.entries, { [id]: value }, recorded));
          const after = readFacts(changed);
          // Whether somebody is counselled on everything depends on who can become pregnant.
          const asksElse = pregnancyPossible(changed) !== pregnancyPossible(recorded);
          for (const other of factIds) {
            if (other === id || joined[id] === other || (other === "counselled" && asksElse)) continue;
            expect(after[other], `${id} → ${other}`).toEqual(before[other]);
          }
        }
      }
    });

    test("every value of a fact may stand in a link, and nothing else", () => {
      for (const id of factIds) {
        for (const value of tries[id]) expect(fits(id, value), `${id} ${JSON.stringify(value)}`).toBe(true);
        for (const wrong of [undefined, {}, "nonsense", [1], Number.NaN, { asked: true }]) {
          expect(fits(id, wrong), `${id} ${JSON.stringify(wrong)}`).toBe(false);
        }
      }
    });

    test("what is tried still holds a day later", () => {
      const day = plus(example.suggest.on, 1);
      const later = context(example.entries, day);
      const after = readFacts(
        context(withChanges(example.entries, { mood: "self-harm", weightKg: 30 }, later), day),
      );
      expect(after).toMatchObject({ mood: "self-harm", weightKg: 30 });
    });
  },
);

test("There are examples to try", () => expect(examples.length).toBeGreaterThanOrEqual(9));
