import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { counting } from "../core/judge.ts";
import { allRules } from "../core/rules/index.ts";
import { rules } from "../words/en/rules.ts";
import { judge, readGolden, runExample } from "./golden.ts";
import { readKnowledge } from "./knowledge-files.ts";

const files = readGolden(readKnowledge());
const examples = files.flatMap((file) => file.examples.map((example) => ({ file, example })));
const patients = files.flatMap((file) => file.patients.map((patient) => ({ file, patient })));

describe("Golden examples", () => {
  test.each(
    examples.map(({ file, example }) => [`${file.file}: ${example.name.en}`, file, example] as const),
  )("%s", (_name, file, example) => {
    const { got } = runExample(file, example);
    expect({ line: example.line, rule: example.rule, ...got }).toMatchObject(example.expected);
  });
});

describe("The patients the examples begin from", () => {
  test.each(patients.map(({ file, patient }) => [`${file.file}: ${patient.id}`, file, patient] as const))(
    "%s passes on its day",
    (_name, file, patient) => {
      for (const judgement of judge(file, patient)) {
        expect(counting(judgement.findings).map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual([]);
        expect(judgement.verdict).toBe("pass");
      }
    },
  );
});

describe("The set of golden examples", () => {
  test("is there for every protocol decided under and every clinic", () => {
    const knowledge = readKnowledge();
    const usable = Object.values(knowledge.protocols).filter((protocol) => protocol.usable);
    const ids = [
      ...Object.values(knowledge.clinics).map(({ id }) => `clinics/${id}.examples.yaml`),
      ...usable.map(({ id }) => `protocols/${id}.examples.yaml`),
    ];
    expect(files.map(({ file }) => file)).toEqual(ids.toSorted());
  });

  test("holds an example of each verdict a rule can give", () => {
    const shown = new Set(examples.map(({ example }) => `${example.rule}: ${example.expected.gives}`));
    const all = allRules.flatMap(({ id, gives }) => gives.map((verdict) => `${id}: ${verdict}`));
    expect(all.filter((one) => !shown.has(one))).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
    expect(examples.length).toBeGreaterThan(200);
  });

  test("holds an example of each reason in a rule's source", () => {
    const shown = new Set(
      examples.map(({ example: { rule, expected } }) => `${rule}: ${expected.gives} ${expected.reason}`),
    );
    const all = reasonsInSource();
    expect(all.length).toBeGreaterThan(200);
    const worded = Object.entries(rules).flatMap(([id, { reasons }]) =>
      Object.keys(reasons).map((reason) => `${id}: ${reason}`),
    );
    expect(all.map((one) => one.replace(/: \w+ /, ": ")).toSorted()).toEqual(worded.toSorted());
    expect(all.filter((one) => !shown.has(one)).toSorted()).toEqual(unreachable);
    expect([...shown].filter((one) => !all.includes(one))).toEqual([]);
  });

  test("names no two examples of a file alike, in either language", () => {
    for (const language of ["en", "ja"] as const) {
      const names = examples.map(({ file, example }) => `${file.file}: ${example.name[language]}`);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  test("says in Japanese what it says in English: no number is missing", () => {
    const numbers = (text: string) => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
    let seen = 0;
    for (const { example } of examples) {
      const { en, ja } = example.name;
      seen += numbers(en).length;
      expect(ja, en).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
      expect(ja, en).not.toContain("好転反応");
      expect(
        numbers(en).filter((number) => !numbers(ja).includes(number)),
        `${en} / ${ja}`,
      ).toEqual([]);
    }
    expect(seen).toBeGreaterThan(300);
  });
});

describe("A mistake in an example file", () => {
  const patient =
    "patients: { someone: { en: a, ja: あ, on: 2026-10-20, entries: [{ type: medicines-asked, happened: 2026-10-20 }] } }";
  const example = (rest: string) =>
    `  - { en: b, ja: い, rule: no-refills, patient: someone, gives: pass, reason: none, ${rest} }`;
  const reading = (lines: readonly string[]) => () => {
    const folder = mkdtempSync(join(tmpdir(), "golden-"));
    try {
      writeFileSync(
        join(folder, "label-us.examples.yaml"),
        ["protocol: label-us", patient, "examples:", ...lines].join("\n"),
      );
      return readGolden(readKnowledge(), folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test.each([
    ["an unknown key", [example("wiht: []")], /examples\.yaml:4: .*wiht/],
    [
      "a day that does not exist",
      [example("refills: 0"), example("on: 2026-02-30")],
      /examples\.yaml:5: .*2026-02-30/,
    ],
    [
      "an entry to take away that is not there",
      [example("without: [weight-measured]")],
      /examples\.yaml:4: .*weight-measured/,
    ],
    [
      "an entry nobody knows",
      [example("with: [{ type: weight, happened: 2026-10-20 }]")],
      /examples\.yaml:4: .*type/,
    ],
    ["a patient nobody knows", [example("").replace("someone", "nobody")], /examples\.yaml:4: .*nobody/],
    ["a clinic nobody knows", [example("clinic: nowhere")], /examples\.yaml:4: .*nowhere/],
    [
      "an id that stands twice",
      [
        example(
          "with: [{ id: a, type: conditions-asked, happened: 2026-10-20 }, { id: a, type: allergies-asked, happened: 2026-10-20 }]",
        ),
      ],
      /examples\.yaml:4: .*twice/,
    ],
    ["broken YAML", ["  - { en: b"], /examples\.yaml:4: /],
  ])("is named with its file and line: %s", (_what, lines, says) => {
    expect(reading(lines)).toThrow(says);
  });

  test("is not seen where there is none", () => {
    expect(reading([example("with: [{ type: conditions-asked, happened: 2026-10-20 }]")])().length).toBe(1);
  });
});

/** Both switches are on in every protocol that is decided under, and no clinic may turn them off. */
const unreachable = [
  "hair-removal-is-paused: pass not-asked-for",
  "mood-has-been-asked: pass not-asked-for",
  "severity-is-current: pass not-asked-for",
];

/** Every `verdict("reason"` written in a rule's file. */
function reasonsInSource(): string[] {
  const folder = fileURLToPath(new URL("../core/rules/", import.meta.url));
  return readdirSync(folder).flatMap((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const id = /\brule\(\s*"([a-z-]+)"/.exec(text)?.[1];
    if (id === undefined) return [];
    const said = [...text.matchAll(/\b(pass|advise|ask|wait|stop)\(\s*"([a-z-]+)"/g)];
    return [...new Set(said.map(([, verdict, reason]) => `${id}: ${verdict} ${reason}`))];
  });
}
