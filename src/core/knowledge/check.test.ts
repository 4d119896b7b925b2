import { describe, expect, test } from "vitest";
import {
  type Change,
  changed,
  floor,
  harbour,
  only,
  problem,
  problemsOf,
  strict,
} from "./small-knowledge.ts";

describe("Ids and references", () => {
  test("an id twice in a list", () => {
    const again = "  - { id: hepatic-insufficiency, name: { en: Again, ja: 再 }, cites: [label] }\n";
    const twice = changed(["conditions.yaml", "conditions:\n", `conditions:\n${again}`]);
    const problems = problemsOf(twice);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: "conditions.yaml", line: 3 });
    expect(problems[0]?.remedy).toMatch(/Join/);
  });
  test("a file named otherwise than its id", () => {
    expect(only(changed([harbour, "id: harbour", "id: port"]))).toEqual(
      problem(harbour, "id: port", /named harbour/, /Rename the file to port.yaml/),
    );
  });
  test("a clinic with a protocol's id", () => {
    const texts = changed([harbour, "id: harbour", "id: strict"]).map((file) =>
      file.path === harbour ? { ...file, path: "clinics/strict.yaml" } : file,
    );
    expect(only(texts)).toEqual(
      problem("clinics/strict.yaml", "id: strict", /protocol's id/, /id of its own/),
    );
  });
  test("a protocol on one that is not there", () => {
    expect(only(changed([strict, "on: floor", "on: flor"]))).toEqual(
      problem(strict, "on: flor", /names no protocol/, /floor, strict/),
    );
  });
  test("a protocol on nothing escapes the floor", () => {
    expect(only(changed([strict, "on: floor\n", ""]))).toEqual(
      problem(strict, "id: strict", /no floor holds it/, /Write `on: floor`/),
    );
  });
  test("a circle of protocols", () => {
    const problems = problemsOf(changed([floor, "id: floor\n", "id: floor\non: strict\n"]));
    expect(problems.map(({ file, line }) => [file, line])).toEqual([
      [floor, 2],
      [strict, 2],
    ]);
    for (const { says, remedy } of problems) expect(`${says} ${remedy}`).toMatch(/leads back.*Remove `on`/);
  });
  test("a cite nobody entered, of a value, a medicine, and deep inside an analyte", () => {
    expect(only(changed([strict, "value: 30, cites: [label]", "value: 30, cites: [labe]"]))).toEqual(
      problem(strict, "labe]", /`labe` is cited/, /Correct the id/),
    );
    expect(only(changed(["medicines.yaml", "cites: [label]", "cites: [x]"]))).toEqual(
      problem("medicines.yaml", "cites: [x]", /`x` is cited/, /sources.yaml/),
    );
    expect(only(changed(["labs.yaml", "88.57, cites: [label]", "88.57, cites: [x]"]))).toEqual(
      problem("labs.yaml", "cites: [x]", /`x` is cited/, /sources.yaml/),
    );
  });
  test.each<[string, Change, string]>([
    ["an allergen's excipient", ["allergens.yaml", "[soybean-oil]", "[soy]"], "[soy]"],
    [
      "a product's excipient",
      ["products.yaml", "excipients: [soybean-oil]", "excipients: [soy]"],
      "excipients: [soy]",
    ],
    ["an excipient of one strength", ["products.yaml", "10: [soybean-oil]", "10: [soy]"], "10: [soy]"],
    [
      "a strength the product has not",
      ["products.yaml", "10: [soybean-oil]", "15: [soybean-oil]"],
      "15: [soybean-oil]",
    ],
    [
      "the method that a medicine is",
      ["medicines.yaml", "    class: tetracycline\n", "    class: tetracycline\n    contraceptive: coil\n"],
      "contraceptive: coil",
    ],
    ["a clinic's product", [harbour, "[claravis]", "[claro]"], "[claro]"],
    ["a baseline analyte", [floor, "[triglycerides]", "[triglycerides, tg]"], "tg]"],
    ["a condition", [strict, "[hepatic-insufficiency]", "[hepatic]"], "[hepatic]"],
    [
      "an allergy that stops",
      [
        strict,
        "  enrolments:\n",
        "  allergensThatStop:\n    - { since: 2001-01-01, value: [soy], cites: [label] }\n  enrolments:\n",
      ],
      "[soy]",
    ],
    [
      "a symptom of a combination",
      [
        "symptoms.yaml",
        "combinations: []\n",
        "combinations:\n  - { id: both, oneOfEach: [[headache], [fevr]], stops: true, urgency: today, does: { en: Call., ja: 電話。 }, cites: [label] }\n",
      ],
      "fevr",
    ],
    ["a class of indication", [strict, "[never]", "[no]"], "[no]"],
    ["a party of enrolment", [strict, "[patient]", "[nurse]"], "[nurse]"],
    [
      "a house rule's activity",
      [
        harbour,
        "cites: [label]\n",
        'cites: [label]\nhouseRules:\n  - { activity: wax, during: "no", says: { en: No., ja: だめ。 }, cites: [label] }\n',
      ],
      "activity: wax",
    ],
  ])("an id that is nowhere: %s", (_what, change, at) => {
    expect(only(changed(change))).toEqual(problem(change[0], at, /is none of/, /Correct `[\w-]+`/));
  });
  test("a code that stands for two methods", () => {
    const pill = `  - id: pill
    name: { en: Pill, ja: ピル }
    class: not-accepted
    hormonal: true
    codes: [{ system: atc, code: G03AC08 }]
    cites: [label]\n`;
    const texts = changed(["contraceptives.yaml", "    cites: [label]\n", `    cites: [label]\n${pill}`]);
    expect(only(texts)).toEqual(
      problem("contraceptives.yaml", "codes: [{", /`implant` and for `pill`/, /no guess/),
    );
  });
});
