import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { dayText, plus } from "../../core/calendar.ts";
import { type Entry, writeBody } from "../../core/entry.ts";
import { scenes } from "../../core/testing/scenes.ts";
import { roles } from "../../core/vocabulary.ts";
import { commandTitle } from "../../words/command-titles.ts";
import { entryTitle } from "../../words/entry-titles.ts";
import { renderRefusal } from "../../words/refusals.ts";
import { languages } from "../../words/words.ts";
import { happening } from "../practice.ts";
import { clinicOf, give, kept, knowledge, now, patientOf, read, zone } from "../testing/given.ts";
import type { Spec, WritesCase } from "../testing/spec.ts";
import { clinicSpecs } from "../testing/specs/clinic.ts";
import { course } from "../testing/specs/course.ts";
import { health } from "../testing/specs/health.ts";
import { pregnancy } from "../testing/specs/pregnancy.ts";
import { results } from "../testing/specs/results.ts";
import { rights } from "../testing/specs/rights.ts";
import { supplies } from "../testing/specs/supply.ts";
import { who } from "../testing/specs/who.ts";
import { commandNamed, commandNames, commands } from "./index.ts";
import { anybody } from "./recording.ts";

const specs: readonly Spec[] = [
  ...who,
  ...health,
  ...pregnancy,
  ...results,
  ...course,
  ...supplies,
  ...clinicSpecs,
  ...rights,
];

const casesOf = <C>(cases: Readonly<Record<string, C>> | { readonly never: string }): [string, C][] =>
  "never" in cases && typeof cases.never === "string" ? [] : (Object.entries(cases) as [string, C][]);
const roleOf = ({ command }: Spec, { by = command.roles[0] ?? "unknown" }: Pick<WritesCase, "by">) => by;

for (const spec of specs) {
  const { command } = spec;
  describe(command.name, () => {
    for (const [what, one] of casesOf(spec.writes)) {
      test(`writes ${what}`, () => {
        const role = roleOf(spec, one);
        const before = read(one.given ?? []);
        const outcome = give(command, one.when, role, before, one);
        if (!("writes" in outcome) || outcome.writes === "nothing") {
          throw new Error(`expected entries, got ${JSON.stringify(outcome)}`);
        }
        const drafts = outcome.writes;
        expect(drafts.map(({ type }) => type)).toEqual(one.gives.map(([type]) => type));
        one.gives.forEach(([, body = {}, day], index) => {
          const draft = drafts[index];
          if (draft === undefined) throw new Error("fewer entries than expected");
          const written = writeBody(draft.type, draft.body as never);
          const shown =
            "test" in written && /^[0-9a-f-]{36}$/.test(String(written["test"]))
              ? { ...written, test: "new-1" }
              : written;
          expect(shown).toMatchObject(body);
          if (day !== undefined) expect(dayText((draft.happened ?? happening(now, zone)).day)).toBe(day);
        });
        const after = [...before, ...kept(drafts, role)];
        counts(spec, after, after.slice(before.length));
        // Given again at the same moment it writes nothing more; a note and an alarm of a day are written each time.
        const again = give(command, one.when, role, after, one);
        const mayRepeat =
          "note" in one.when || command.name === "record-name" || isAlarmOfADay(command.name, one.when);
        if (casesOf(spec.quiet).length > 0 && !mayRepeat) {
          expect("writes" in again && again.writes !== "nothing", "writes twice").toBe(false);
        }
      });
    }
    for (const [what, one] of casesOf(spec.refuses)) {
      test(`refuses ${what}`, () => {
        const outcome = give(command, one.when, roleOf(spec, one), read(one.given ?? []), one);
        if (!("refusal" in outcome)) throw new Error(`expected a refusal, got ${JSON.stringify(outcome)}`);
        const [refused, facts = {}] = one.gives;
        expect(outcome.refusal.refused).toBe(refused);
        expect(outcome.refusal.facts).toMatchObject(facts);
        const said = renderRefusal(outcome.refusal, knowledge, zone);
        for (const language of languages) {
          const end = language === "en" ? /[^.][.?]$/ : /[^。]。$/;
          expect(said[language].says).toMatch(end);
          expect(said[language].remedy).toMatch(end);
          expect(said[language].says + said[language].remedy).not.toMatch(/undefined|NaN|\[object|null/);
        }
      });
    }
    for (const [what, one] of casesOf(spec.quiet)) {
      test(`is quiet ${what}`, () => {
        const outcome = give(command, one.when, roleOf(spec, one), read(one.given ?? []), one);
        expect(outcome).toEqual({ writes: "nothing" });
      });
    }
  });
}

function isAlarmOfADay(name: string, input: object): boolean {
  return (
    alarms.some(([alarm]) => alarm === name) && "happened" in input && !String(input.happened).includes("T")
  );
}

/** What was written counts in the record, and has a line for the timeline. */
function counts({ command }: Spec, after: readonly Entry[], written: readonly Entry[]): void {
  const { record } = command.on === "clinic" ? clinicOf(after) : patientOf(after);
  for (const entry of written) {
    expect(
      record.of(entry.type).some(({ id }) => id === entry.id),
      `${entry.type} does not count`,
    ).toBe(true);
    const title = entryTitle(entry, knowledge, zone);
    for (const language of languages) expect(title[language]).not.toMatch(/undefined|NaN|\[object|null|^$/);
  }
}

describe("The registry", () => {
  test("asks the three questions of every command", () => {
    const asked = new Map(specs.map((spec) => [spec.command.name, spec]));
    expect([...asked.keys()].toSorted()).toEqual(commandNames.toSorted());
    expect(specs.length).toBe(asked.size);
    let questions = 0;
    for (const { command, writes, refuses, quiet } of specs) {
      for (const answers of [writes, refuses, quiet]) {
        const answered = casesOf<unknown>(answers).length;
        if (answered === 0)
          expect(answers, command.name).toEqual({ never: expect.stringMatching(/^.{20,}$/) });
        questions += Math.max(1, answered);
      }
    }
    expect(asked.size).toBeGreaterThanOrEqual(65);
    expect(questions).toBeGreaterThanOrEqual(250);
  });

  test("knows each command by its own name, with roles, an input that can be published, and a label", () => {
    for (const name of commandNames) {
      const one = commands[name];
      expect(commandNamed(name)).toBe(one);
      expect(one.name).toBe(name);
      expect(one.roles.length).toBeGreaterThan(0);
      expect(one.roles.filter((role) => !roles.includes(role))).toEqual([]);
      expect(z.toJSONSchema(one.input, { io: "input" })).toHaveProperty("properties");
      const title = commandTitle(name);
      expect(title.en).toMatch(/^[A-Z]/);
      expect(title.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
    expect(commandNamed("constructor")).toBeUndefined();
    expect(commandNamed("")).toBeUndefined();
  });

  test("takes nothing that it does not know: a field too many is said", () => {
    for (const name of commandNames) {
      const read = commands[name].input.safeParse({ surely: "not a field" });
      expect(read.success, name).toBe(false);
      expect(JSON.stringify(read.error?.issues), name).toContain("surely");
    }
  });
});

/** What must not be lost, whatever is wrong with it. */
const alarms: readonly (readonly [name: keyof typeof commands, input: object])[] = [
  ["report-pregnancy", {}],
  ["result-pregnancy-test", { test: "month-0", result: "positive" }],
  ["result-pregnancy-test", { test: "no-such-sample", result: "positive" }],
  ["report-symptoms", { symptoms: ["visual-disturbance"] }],
  ["screen-mood", { selfHarmThoughts: true }],
  ["screen-mood", { phq9Item9: 1 }],
  ["report-contraception-lapse", {}],
  ["state-contraception", { usedWithoutGap: false }],
  ["record-menses", { status: "late" }],
  ["record-breastfeeding", { breastfeeding: true }],
  ["ask-sexual-function", { newProblem: true }],
];

describe("An alarm", () => {
  const days = fc.option(fc.integer({ min: -20_000, max: 4_000 }), { nil: undefined });
  test("is never refused: it is written and counts, or the record says so already", () => {
    let tried = 0;
    fc.assert(
      fc.property(
        scenes,
        fc.constantFrom(...alarms),
        fc.constantFrom(...anybody),
        days,
        (scene, [name, input], role, ahead) => {
          const command = commands[name];
          const happened = ahead === undefined ? undefined : dayText(plus(happening(now, zone).day, ahead));
          const outcome = give(
            command,
            { ...input, ...(happened === undefined ? {} : { happened }) },
            role,
            scene.entries,
          );
          expect("refusal" in outcome ? outcome.refusal : undefined).toBeUndefined();
          if (!("writes" in outcome) || outcome.writes === "nothing") {
            expect(name).toBe("result-pregnancy-test");
            return;
          }
          const written = kept(outcome.writes, role);
          const { record } = patientOf([...scene.entries, ...written]);
          for (const one of written) expect(record.of(one.type).some(({ id }) => id === one.id)).toBe(true);
          if (name === "result-pregnancy-test") {
            expect(record.tests.some((found) => found.result === "positive")).toBe(true);
          }
          tried += 1;
        },
      ),
      { numRuns: 400 },
    );
    expect(tried).toBeGreaterThan(300);
  });
});
