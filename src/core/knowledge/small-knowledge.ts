/** For tests: a small knowledge that loads, changed in one place by each test. */
import { expect } from "vitest";
import { type KnowledgeProblem, type KnowledgeText, loadKnowledge } from "./load.ts";
import type { Knowledge } from "./schema.ts";

const small: Readonly<Record<string, string>> = {
  "sources.yaml": `sources:
  - { id: label, title: The label, publisher: A regulator, where: at hand, checked: read }
  - { id: hearsay, title: Hearsay, publisher: Nobody, where: nowhere, checked: unread }
  - { id: page-000, title: A page, publisher: A clinic, where: at hand, checked: read }
  - { id: page-001, title: Another page, publisher: A clinic, where: at hand, checked: read }
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
itself:
  name: { en: Isotretinoin, ja: イソトレチノイン }
  says: { en: The same., ja: 同じ薬です。 }
  cites: ["label"]
notMedicines: []
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
    plausibleLimit: { least: 50, most: 500, cites: [label] }
notes: []
schedules: []
`,
  "symptoms.yaml": `symptoms:
  - id: headache
    name: { en: Headache, ja: 頭痛 }
    stops: true
    urgency: today
    does: { en: Call today., ja: 今日ご連絡ください。 }
    cites: [label]
combinations: []
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
  "activities.yaml": `activities:
  - id: blood-donation
    name: { en: Giving blood, ja: 献血 }
    group: giving
    statements:
      - by: floor
        during: "no"
        after: { months: 1 }
        says: { en: Not in treatment., ja: 治療中はできません。 }
        cites: [label]
duties: []
`,
  "evidence.yaml": `studies: []
relapseDefinitions: []
expectations: []
scales: []
responseRules: []
`,
  "contacts.yaml": `helplines: []
authorities: []
`,
  "references.yaml": `references:
  - { id: ref-1, page: page-000, number: 1, authors: Somebody, title: A study, where: A journal, cites: [label] }
`,
  "claims/page-000.yaml": `page: page-000
claims:
  - id: during-only
    topic: contraception
    says: { en: During treatment only., ja: 治療中だけです。 }
    judged: dangerous
    answer: { en: And a month after., ja: 終了後1か月も必要です。 }
    contradicts: [month-after]
    references: [ref-1]
    cites: [label]
`,
  "claims/page-001.yaml": `page: page-001
claims:
  - id: month-after
    topic: contraception
    says: { en: A month after., ja: 終了後1か月です。 }
    judged: supported
    answer: { en: So it is., ja: そのとおりです。 }
    cites: [label]
  - id: their-rule
    topic: supply
    says: { en: Ten days first., ja: まず10日分です。 }
    judged: house-rule
    answer: { en: This clinic's., ja: このクリニックの決まりです。 }
    cites: [page-001]
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

/** One place of one file: the text there, which stands in it once, and what to write instead. */
export type Change = readonly [file: string, from: string, to: string];

export const strict = "protocols/strict.yaml";
export const floor = "protocols/floor.yaml";
export const harbour = "clinics/harbour.yaml";

/** The small knowledge with these changes. */
export function changed(...changes: readonly Change[]): KnowledgeText[] {
  const all: Record<string, string> = { ...small };
  for (const [file, from, to] of changes) {
    const text = all[file];
    if (text === undefined || text.split(from).length !== 2)
      throw new Error(`"${from}" does not stand once in ${file}`);
    all[file] = text.replace(from, () => to);
  }
  return Object.entries(all).map(([path, text]) => ({ path, text }));
}

/** Loads with a digest that shows what was hashed. */
export function load(
  texts: readonly KnowledgeText[],
): Knowledge | { readonly problems: readonly KnowledgeProblem[] } {
  return loadKnowledge(texts, (canonical) => `digest of ${canonical}`);
}

/** Why the texts do not load; empty where they do. */
export function problemsOf(texts: readonly KnowledgeText[]): readonly KnowledgeProblem[] {
  const read = load(texts);
  return "problems" in read ? read.problems : [];
}

interface Shown {
  readonly file: string;
  /** The line the problem points to, as it stands in the file. */
  readonly text: string;
  readonly says: string;
  readonly remedy: string;
}

/** The one problem of the texts, with its line's text; all of them where they are not one. */
export function only(texts: readonly KnowledgeText[]): unknown {
  const problems = problemsOf(texts).map(({ file, line, says, remedy }): Shown => {
    const lines = texts.find(({ path }) => path === file)?.text.split("\n") ?? [];
    return { file, text: lines[line - 1] ?? "", says, remedy };
  });
  return problems.length === 1 ? problems[0] : problems;
}

/** What `only` gives for a problem in a line that holds `at`. */
export function problem(file: string, at: string, says: RegExp, remedy: RegExp): unknown {
  return {
    file,
    text: expect.stringContaining(at) as unknown,
    says: expect.stringMatching(says) as unknown,
    remedy: expect.stringMatching(remedy) as unknown,
  };
}
