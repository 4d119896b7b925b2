import { describe, expect, test } from "vitest";
import { type KnowledgeProblem, type KnowledgeText, loadKnowledge } from "./load.ts";
import type { Knowledge } from "./schema.ts";

/** A small knowledge that loads; each test changes it in one place. */
const small: Readonly<Record<string, string>> = {
  "sources.yaml": `sources:
  - { id: label, title: The label, publisher: A regulator, where: at hand, checked: read }
  - { id: hearsay, title: Hearsay, publisher: Nobody, where: nowhere, checked: unread }
`,
  "products.yaml": `ingredient:
  codes:
    - { system: atc, code: D10BA01 }
  strengthCodes:
    - { mg: 10, form: conventional-or-lidose, code: { system: rxnorm, code: "197843" }, cites: [label] }
  cites: [label]
excipients:
  - { id: soybean-oil, name: { en: Soybean oil, ja: 大豆油 } }
products:
  - id: claravis
    name: { en: Claravis, ja: クララビス }
    strengthsMg: [10, 20]
    market: US
    formulation: conventional
    excipients: [soybean-oil]
    excipientsByStrengthMg:
      10: [soybean-oil]
    excipientsComplete: true
    food: with-meal
    cites: [label]
`,
  "medicines.yaml": `medicines:
  - id: doxycycline
    name: { en: Doxycycline, ja: ドキシサイクリン }
    class: tetracycline
    verdict: stop
    says: { en: Not together., ja: 併用しません。 }
    cites: [label]
`,
  "contraceptives.yaml": `contraceptives:
  - id: implant
    name: { en: Implant, ja: インプラント }
    class: primary
    hormonal: true
    codes:
      - { system: atc, code: G03AC08 }
    cites: [label]
`,
  "allergens.yaml": `allergens:
  - { id: soya, name: { en: Soya, ja: 大豆 }, excipients: [soybean-oil], cites: [label] }
`,
  "labs.yaml": `analytes:
  - id: triglycerides
    name: { en: Triglycerides, ja: 中性脂肪 }
    unit: mg/dL
    codes:
      - { system: loinc, code: 2571-8 }
    factors:
      - { from: mmol/L, by: 88.57, cites: [label] }
    plausible: { least: 5, most: 20000, cites: [label] }
`,
  "symptoms.yaml": `symptoms:
  - id: headache
    name: { en: Headache, ja: 頭痛 }
    stops: true
    urgency: today
    does: { en: Call today., ja: 今日ご連絡ください。 }
    cites: [label]
`,
  "conditions.yaml": `conditions:
  - { id: hepatic-insufficiency, name: { en: Hepatic insufficiency, ja: 肝不全 }, cites: [label] }
`,
  "indications.yaml": `indications:
  - id: severe-nodular-acne
    name: { en: Severe nodular acne, ja: 重症結節性ざ瘡 }
    class: labelled
    reason: { en: The label., ja: 添付文書。 }
    codes:
      - { system: icd-10-cm, code: L70.0 }
    cites: [label]
`,
  "protocols/floor.yaml": `id: floor
title: { en: Floor, ja: 下限 }
jurisdiction: any
zone: UTC
usable: false
editions:
  - { since: 2000-01-01, cites: [label] }
  - { since: 2010-01-01, cites: [label] }
values:
  contraceptionMonthsAfter:
    - { since: 2000-01-01, value: 1, cites: [label] }
  baselineAnalytes:
    - { since: 2000-01-01, value: [triglycerides], cites: [label] }
`,
  "protocols/strict.yaml": `id: strict
on: floor
title: { en: Strict, ja: 厳格 }
jurisdiction: JP
zone: Asia/Tokyo
editions:
  - { since: 2001-01-01, cites: [label] }
  - { since: 2011-01-01, confirmed: false, cites: [label] }
mayLoosen:
  supplyDaysIfPregnancyImpossible: { asFarAs: 90, onlyIf: pregnancy-impossible, cites: [label] }
values:
  testWindowDays:
    - { since: 2001-01-01, value: 7, cites: [label] }
    - { since: 2011-01-01, value: 6, cites: [label] }
  testAgeAtPrescriptionDays:
    - { since: 2001-01-01, value: 3, cites: [label] }
  supplyDaysIfPregnancyImpossible:
    - { since: 2001-01-01, value: 30, cites: [label] }
  conditionsThatStop:
    - { since: 2001-01-01, value: [hepatic-insufficiency], cites: [label] }
  indicationClassesRefused:
    - { since: 2001-01-01, value: [never], cites: [label] }
  enrolments:
    - { since: 2001-01-01, value: [patient], cites: [label] }
`,
  "clinics/harbour.yaml": `id: harbour
on: strict
title: { en: Harbour clinic, ja: 港クリニック }
zone: Asia/Tokyo
sites:
  - id: main
    name: { en: Main, ja: 本院 }
    opens: []
products: [claravis]
values:
  contraceptionMonthsAfter:
    - { since: 2012-01-01, value: 6, cites: [label] }
cites: [label]
`,
};

type Change = readonly [file: string, from: string, to: string];

function changed(...changes: readonly Change[]): KnowledgeText[] {
  const all: Record<string, string> = { ...small };
  for (const [file, from, to] of changes) {
    const text = all[file];
    if (text === undefined || text.split(from).length !== 2) throw new Error(`"${from}" does not stand once in ${file}`);
    all[file] = text.replace(from, () => to);
  }
  return Object.entries(all).map(([path, text]) => ({ path, text }));
}

function load(texts: readonly KnowledgeText[]): Knowledge | { readonly problems: readonly KnowledgeProblem[] } {
  return loadKnowledge(texts, (canonical) => `digest of ${canonical.length}: ${canonical}`);
}

function problemsOf(texts: readonly KnowledgeText[]): readonly KnowledgeProblem[] {
  const read = load(texts);
  return "problems" in read ? read.problems : [];
}

/** Where a problem is expected: the line that holds `at`, and what the remedy says. */
function expectOne(texts: readonly KnowledgeText[], file: string, at: string, says: RegExp, remedy: RegExp): void {
  const problems = problemsOf(texts);
  expect(problems).toHaveLength(1);
  const text = texts.find(({ path }) => path === file)?.text ?? "";
  expect(text, "the marker stands in the file").toContain(at);
  const line = text.slice(0, text.indexOf(at)).split("\n").length;
  expect(problems[0]).toMatchObject({ file, line });
  expect(problems[0]?.says).toMatch(says);
  expect(problems[0]?.remedy).toMatch(remedy);
}

const strict = "protocols/strict.yaml";
const floor = "protocols/floor.yaml";
const harbour = "clinics/harbour.yaml";

describe("Knowledge that loads", () => {
  test("a sound knowledge loads, with its values in order of their days", () => {
    const first = "    - { since: 2001-01-01, value: 7, cites: [label] }\n";
    const second = "    - { since: 2011-01-01, value: 6, cites: [label] }\n";
    const read = load(changed([strict, first + second, second + first]));
    if ("problems" in read) throw new Error(JSON.stringify(read.problems));
    const days = read.protocols["strict"]?.values["testWindowDays"]?.map(({ since }) => since);
    expect(days).toEqual(["2001-01-01", "2011-01-01"]);
    expect(read.products["constructor"]).toBeUndefined();
  });

  test("the digest is of what the files say, not of how they are laid out", () => {
    const digest = (texts: readonly KnowledgeText[]): unknown => {
      const read = load(texts);
      return "digest" in read ? read.digest : read;
    };
    const plain = digest(changed());
    const laidOut = changed(["symptoms.yaml", "    stops: true\n    urgency: today\n", "    # seen\n    urgency: 'today'\n    stops: true\n"]);
    expect(digest(laidOut.toReversed())).toBe(plain);
    expect(digest(changed(["symptoms.yaml", "urgency: today", "urgency: emergency"]))).not.toBe(plain);
  });

  test("examples beside a protocol are none of the loader's business", () => {
    const texts = [...changed(), { path: "protocols/strict.examples.yaml", text: "- anything" }];
    expect(problemsOf(texts)).toEqual([]);
  });

  test("a signed deviation within what the protocol allows loads", () => {
    const value = `  supplyDaysIfPregnancyImpossible:
    - { since: 2012-01-01, value: 90, cites: [label], deviation: { signedBy: Dr A, because: distance } }\n`;
    expect(problemsOf(changed([harbour, "values:\n", `values:\n${value}`]))).toEqual([]);
  });

  test("an unread source may tighten", () => {
    expect(problemsOf(changed([strict, "value: 6, cites: [label]", "value: 6, cites: [hearsay]"]))).toEqual([]);
  });

  test("every problem is collected, in order of file and line", () => {
    const problems = problemsOf(changed([harbour, "[claravis]", "[claro]"], [strict, "value: 30", "value: many"], ["symptoms.yaml", "stops: true", "stop: true"]));
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      "clinics/harbour.yaml:9",
      "protocols/strict.yaml:18",
      "symptoms.yaml:2",
      "symptoms.yaml:4",
    ]);
  });
});

describe("Files and their shape", () => {
  test("broken YAML names its line", () => {
    expectOne(changed(["medicines.yaml", "verdict: stop", "verdict: stop: now"]), "medicines.yaml", "verdict", /not sound YAML/, /quotes/);
  });
  test("an anchor nobody sets does not load, and does not throw", () => {
    expectOne(changed(["medicines.yaml", "class: tetracycline", "class: *tetra"]), "medicines.yaml", "class:", /anchor/, /Quote/);
  });
  test("a key that is not known", () => {
    expectOne(changed(["symptoms.yaml", "stops: true", "stops: true\n    severe: true"]), "symptoms.yaml", "severe", /`severe` is not a key/, /spelling/);
  });
  test("a text cut in two by a comma", () => {
    const texts = changed(["symptoms.yaml", "{ en: Headache,", "{ en: Headache, bad,"]);
    expectOne(texts, "symptoms.yaml", "{ en: Headache", /`bad` is not a key/, /Quote the text/);
  });
  test("a parameter that is not known", () => {
    expectOne(changed([strict, "testAgeAtPrescriptionDays", "testAge"]), strict, "testAge:", /`testAge` is not a key/, /spelling/);
  });
  test("a value of the wrong kind says which unit is wanted", () => {
    expectOne(changed([strict, "value: 30", "value: thirty"]), strict, "value: thirty", /not as it should be/, /number in d/);
  });
  test("a span of the wrong kind says what a span is", () => {
    const rest = "  rest:\n    - { since: 2001-01-01, value: { month: 2 }, cites: [label] }\n";
    expectOne(changed([strict, "values:\n", `values:\n${rest}`]), strict, "month: 2", /rest/, /\{ months: n \}/);
  });
  test("a missing entry stands at the thing that lacks it", () => {
    expectOne(changed(["symptoms.yaml", "    stops: true\n", ""]), "symptoms.yaml", "id: headache", /`symptoms.0.stops` is missing/, /Add `stops`/);
  });
  test("a value without cites", () => {
    expectOne(changed([strict, "value: 30, cites: [label]", "value: 30"]), strict, "value: 30", /cites` is missing/, /Name the source/);
    expectOne(changed([strict, "value: 30, cites: [label]", "value: 30, cites: []"]), strict, "value: 30", /cites/, /Name the source/);
  });
  test("a missing file", () => {
    const texts = changed().filter(({ path }) => path !== "symptoms.yaml");
    expect(problemsOf(texts)).toEqual([{ file: "symptoms.yaml", line: 1, says: "the file is missing", remedy: "Add it, with `symptoms`." }]);
  });
  test.each(["recipes.yaml", "protocols/deep/floor.yaml", "products.yml"])("a file nobody reads: %s", (path) => {
    expectOne([...changed(), { path, text: "" }], path, "", /nobody reads/, /Rename/);
  });
  test("an empty file", () => {
    const texts = changed().map((file) => (file.path === "symptoms.yaml" ? { ...file, text: "" } : file));
    expectOne(texts, "symptoms.yaml", "", /the file/, /object/);
  });
});

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
    expectOne(changed([harbour, "id: harbour", "id: port"]), harbour, "id: port", /named harbour/, /Rename the file to port.yaml/);
  });
  test("a clinic with a protocol's id", () => {
    const texts = changed([harbour, "id: harbour", "id: strict"]).map((file) => (file.path === harbour ? { ...file, path: "clinics/strict.yaml" } : file));
    expectOne(texts, "clinics/strict.yaml", "id: strict", /protocol's id/, /id of its own/);
  });
  test("a protocol on one that is not there", () => {
    expectOne(changed([strict, "on: floor", "on: flor"]), strict, "on: flor", /names no protocol/, /floor, strict/);
  });
  test("a protocol on nothing escapes the floor", () => {
    expectOne(changed([strict, "on: floor\n", ""]), strict, "id: strict", /no floor holds it/, /Write `on: floor`/);
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
    expectOne(changed([strict, "value: 30, cites: [label]", "value: 30, cites: [labe]"]), strict, "labe]", /`labe` is cited/, /Correct the id/);
    expectOne(changed(["medicines.yaml", "cites: [label]", "cites: [x]"]), "medicines.yaml", "cites: [x]", /`x` is cited/, /sources.yaml/);
    expectOne(changed(["labs.yaml", "88.57, cites: [label]", "88.57, cites: [x]"]), "labs.yaml", "cites: [x]", /`x` is cited/, /sources.yaml/);
  });
  test.each<[string, Change, string]>([
    ["an allergen's excipient", ["allergens.yaml", "[soybean-oil]", "[soy]"], "[soy]"],
    ["a product's excipient", ["products.yaml", "excipients: [soybean-oil]", "excipients: [soy]"], "excipients: [soy]"],
    ["an excipient of one strength", ["products.yaml", "10: [soybean-oil]", "10: [soy]"], "10: [soy]"],
    ["a strength the product has not", ["products.yaml", "10: [soybean-oil]", "15: [soybean-oil]"], "15: [soybean-oil]"],
    ["a clinic's product", [harbour, "[claravis]", "[claro]"], "[claro]"],
    ["a baseline analyte", [floor, "[triglycerides]", "[triglycerides, tg]"], "tg]"],
    ["a condition", [strict, "[hepatic-insufficiency]", "[hepatic]"], "[hepatic]"],
    ["a class of indication", [strict, "[never]", "[no]"], "[no]"],
    ["a party of enrolment", [strict, "[patient]", "[nurse]"], "[nurse]"],
  ])("an id that is nowhere: %s", (_what, change, at) => {
    expectOne(changed(change), change[0], at, /is none of/, /Correct `[\w-]+`/);
  });
  test("a code that stands for two methods", () => {
    const pill = `  - id: pill
    name: { en: Pill, ja: ピル }
    class: not-accepted
    hormonal: true
    codes: [{ system: atc, code: G03AC08 }]
    cites: [label]\n`;
    const texts = changed(["contraceptives.yaml", "    cites: [label]\n", `    cites: [label]\n${pill}`]);
    expectOne(texts, "contraceptives.yaml", "codes: [{", /`implant` and for `pill`/, /no guess/);
  });
});

describe("Days of values and editions", () => {
  test("two values of one parameter since the same day", () => {
    expectOne(changed([strict, "2011-01-01, value: 6", "2001-01-01, value: 6"]), strict, "value: 6", /two values since 2001-01-01/, /Keep one/);
  });
  test("a value that runs into the next", () => {
    expectOne(changed([strict, "value: 7,", "until: 2011-01-01, value: 7,"]), strict, "value: 7", /past 2011-01-01/, /a day before 2011-01-01/);
  });
  test("a value that ends the day before the next begins is well", () => {
    expect(problemsOf(changed([strict, "value: 7,", "until: 2010-12-31, value: 7,"]))).toEqual([]);
  });
  test("a value that ends before it begins", () => {
    expectOne(changed([strict, "value: 6,", "until: 2010-12-31, value: 6,"]), strict, "value: 6", /before it begins/, /on or after 2011-01-01/);
  });
  test("a value before the protocol's first edition", () => {
    expectOne(changed([strict, "2001-01-01, value: 30", "2000-12-31, value: 30"]), strict, "value: 30", /before the protocol's first edition/, /2001-01-01, 2011-01-01/);
  });
  test("a value between two editions would come late", () => {
    expectOne(changed([strict, "2011-01-01, value: 6", "2010-06-01, value: 6"]), strict, "value: 6", /no edition begins/, /enter one of 2010-06-01/);
  });
  test("two editions of one day", () => {
    expectOne(changed([floor, "since: 2010-01-01", "since: 2000-01-01"]), floor, "  - { since: 2000-01-01, cites: [label] }\nvalues", /two editions/, /Join the two/);
  });
});

describe("Looser than the base", () => {
  const house = (value: string): Change => [harbour, "values:\n", `values:\n${value}\n`];
  const signed = "deviation: { signedBy: Dr A, because: distance }";

  test("a clinic's floor never loosens, not even by a signed deviation", () => {
    const texts = changed([harbour, "value: 6, cites: [label]", `value: 0, cites: [label], ${signed}`]);
    expectOne(texts, harbour, "value: 0", /floor/, /at least as strict as 1.*not even by a signed deviation/);
  });
  test("a protocol's floor never loosens", () => {
    const value = "  baselineAnalytes:\n    - { since: 2001-01-01, value: [], cites: [label] }\n";
    expectOne(changed([strict, "values:\n", `values:\n${value}`]), strict, "value: []", /floor/, /\["triglycerides"\]/);
  });
  test("a floor tightened later beneath an overlay that stays is found on the day it changes", () => {
    const tighter = "value: 1, cites: [label] }\n    - { since: 2010-01-01, value: 7, cites: [label] }";
    expectOne(changed([floor, "value: 1, cites: [label] }", tighter]), harbour, "value: 6", /2012-01-01.*floor/, /at least as strict as 7/);
  });
  test("a floor beneath two layers holds", () => {
    const value = "  contraceptionMonthsAfter:\n    - { since: 2001-01-01, until: 2011-12-31, value: 2, cites: [label] }\n";
    const texts = changed([strict, "values:\n", `values:\n${value}`], [harbour, "value: 6,", "value: 0,"]);
    expectOne(texts, harbour, "value: 0", /`floor` on 2012-01-01/, /as strict as 1/);
  });
  test("before an overlay's first edition nothing is compared", () => {
    const ended = "since: 2000-01-01, until: 2000-12-31, value: 9, cites: [label] }\n    - { since: 2010-01-01, value: 1, cites: [label] }";
    const value = "  contraceptionMonthsAfter:\n    - { since: 2001-01-01, value: 2, cites: [label] }\n";
    const texts = changed([floor, "since: 2000-01-01, value: 1, cites: [label] }", ended], [strict, "values:\n", `values:\n${value}`]);
    expect(problemsOf(texts)).toEqual([]);
  });
  test("a base's value that has ended holds nobody", () => {
    const texts = changed([strict, "value: 3, cites", "until: 2011-12-31, value: 3, cites"], house("  testAgeAtPrescriptionDays:\n    - { since: 2012-01-01, value: 9, cites: [label] }"));
    expect(problemsOf(texts)).toEqual([]);
  });
  test("looser where the protocol allows nothing", () => {
    const texts = changed(house(`  testAgeAtPrescriptionDays:\n    - { since: 2012-01-01, value: 4, cites: [label], ${signed} }`));
    expectOne(texts, harbour, "value: 4", /lets nobody loosen/, /at least as strict as 3/);
  });
  test("no value at all is looser than a value", () => {
    const texts = changed(house("  testAgeAtPrescriptionDays:\n    - { since: 2012-01-01, value: null, cites: [label] }"));
    expectOne(texts, harbour, "value: null", /none is looser than 3/, /at least as strict as 3/);
  });
  test("looser without a signature", () => {
    const texts = changed(house("  supplyDaysIfPregnancyImpossible:\n    - { since: 2012-01-01, value: 60, cites: [label] }"));
    expectOne(texts, harbour, "value: 60", /nobody has signed/, /deviation: \{ signedBy/);
  });
  test("looser than the protocol lets be signed for", () => {
    const texts = changed(house(`  supplyDaysIfPregnancyImpossible:\n    - { since: 2012-01-01, value: 91, cites: [label], ${signed} }`));
    expectOne(texts, harbour, "value: 91", /further than/, /no further than 90/);
  });
  test("a protocol may not let a floor be loosened", () => {
    const texts = changed([strict, "mayLoosen:\n", "mayLoosen:\n  pretreatmentTests: { asFarAs: 0, cites: [label] }\n"]);
    expectOne(texts, strict, "pretreatmentTests", /is a floor/, /Remove/);
  });
});

describe("What nobody has read makes nothing more permissive", () => {
  test("a value looser than the one before it", () => {
    expectOne(changed([strict, "value: 6, cites: [label]", "value: 8, cites: [hearsay]"]), strict, "value: 8", /from 7 to 8.*nobody has read/, /Keep 7/);
  });
  test("one that has read a source beside it may loosen", () => {
    expect(problemsOf(changed([strict, "value: 6, cites: [label]", "value: 8, cites: [hearsay, label]"]))).toEqual([]);
  });
  test("a signed deviation", () => {
    const value = "  supplyDaysIfPregnancyImpossible:\n    - { since: 2012-01-01, value: 60, cites: [hearsay], deviation: { signedBy: A, because: b } }\n";
    expectOne(changed([harbour, "values:\n", `values:\n${value}`]), harbour, "value: 60", /nobody has read/, /or read the source/);
  });
  test("a leave to loosen", () => {
    const texts = changed([strict, "pregnancy-impossible, cites: [label]", "pregnancy-impossible, cites: [hearsay]"]);
    expectOne(texts, strict, "asFarAs", /nobody has read/, /Remove `supplyDaysIfPregnancyImpossible`/);
  });
  test.each<[string, Change, string, RegExp]>([
    ["an accepted method", ["contraceptives.yaml", "cites: [label]", "cites: [hearsay]"], "cites: [hearsay]", /not-accepted/],
    ["a code that recognises an accepted method", ["contraceptives.yaml", "code: G03AC08", "code: G03AC08, checked: unread"], "G03AC08", /Remove the code/],
    ["a labelled indication", ["indications.yaml", "cites: [label]", "cites: [hearsay]"], "cites: [hearsay]", /mark the indication `none`/i],
    ["a code that recognises an indication", ["indications.yaml", "code: L70.0", "code: L70.0, checked: unread"], "L70.0", /mark the code's indication `none`.*or read the source/i],
    ["excipients called complete", ["products.yaml", "food: with-meal\n    cites: [label]", "food: with-meal\n    cites: [hearsay]"], "excipientsComplete", /excipientsComplete: false/],
    ["a strength's code", ["products.yaml", 'code: "197843"', 'code: "197843", checked: unread'], "197843", /Remove the code/],
    ["a strength's source", ["products.yaml", "}, cites: [label] }", "}, cites: [hearsay] }"], "197843", /Remove the code/],
    ["a factor", ["labs.yaml", "88.57, cites: [label]", "88.57, cites: [hearsay]"], "88.57", /Remove the factor/],
    ["an analyte's code", ["labs.yaml", "code: 2571-8", "code: 2571-8, checked: unread"], "2571-8", /Remove the code/],
  ])("%s", (_what, change, at, remedy) => {
    expectOne(changed(change), change[0], at, /nobody has read/, remedy);
  });
  test("an unread refusal is welcome", () => {
    const texts = changed(["contraceptives.yaml", "class: primary", "class: not-accepted"], ["contraceptives.yaml", "cites: [label]", "cites: [hearsay]"]);
    expect(problemsOf(texts)).toEqual([]);
  });
});
