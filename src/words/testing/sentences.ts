/** Every sentence there is, said with sample facts: for tests. */
import { readKnowledge } from "../../app/knowledge-files.ts";
import { at, day } from "../../core/calendar.ts";
import { type Facts, verdicts } from "../../core/finding.ts";
import { allRules, gateIds } from "../../core/rules/index.ts";
import { roles } from "../../core/vocabulary.ts";
import { reasonWords, renderAnswer, renderRole, renderVerdict, ruleTitle } from "../render.ts";
import { sayIn, words } from "../say.ts";
import type { Language } from "../words.ts";

export const knowledge = readKnowledge();
export const zone = "America/New_York";
export const someDay = day("2026-11-20");
export const someAt = at("2026-11-21T05:00:00Z");

/** A value for every fact that a sentence may ask for, by its name. */
const full: Facts = {
  ...Object.fromEntries(
    ["weightKg", "mgPerKg", "capsuleMg", "minimumMgPerKg"].map((key, index) => [key, 0.25 + index]),
  ),
  ...Object.fromEntries(
    "ageYears allowed authorised authorisedMg blister capsules count dailyMg days detectsMiuPerMl fits methods months monthsAfter mostDays mostMg mostMgPerKg mostMiuPerMl periodDays refills overlapDays spacingDays stated tests underYears waitDays wanted withinMonths years weeks triedWeeks leastWeeks ordinaryMgPerKg maximumMgPerKg"
      .split(" ")
      .map((key, index) => [key, index + 2]),
  ),
  refills: 1_234,
  accepted: ["combined-pill", "male-condom"],
  refused: ["progestin-only-pill"],
  allergens: ["peanut", "soy"],
  allergies: ["cats", "pollen, grass"],
  allergyTexts: ["cats"],
  analytes: ["triglycerides", "alt"],
  activity: "blood-donation",
  circumstance: "hairRemoval",
  clinics: ["tokyo-monthly", "ten-day-start"],
  items: ["consultation", "blood-test"],
  indications: ["psoriasis", "rosacea"],
  analyte: "alt",
  due: ["triglycerides"],
  stale: ["alt"],
  results: [
    { analyte: "triglycerides", value: 520, unit: "mg/dL", grade: 3 },
    { analyte: "alt", value: 41.5, unit: "U/L", grade: "ungraded" },
    { analyte: "urate", value: 7, unit: "mg/dL", grade: "no-limit" },
  ],
  conditions: ["depression", "crohn-disease"],
  judged: ["depression"],
  consents: ["informed-consent", "treatment-consent"],
  topics: ["no-sharing", "no-blood-donation"],
  missing: ["fsh-post-menopausal", "hcg-negative"],
  medicines: ["doxycycline", "vitamin-a"],
  medicine: "doxycycline",
  medicineTexts: ["Isotane"],
  analyteTexts: ["ferritin"],
  attestedDay: someDay,
  parts: ["quantity: 90 mL"],
  others: 1,
  number: "7K3M-Q9",
  numbers: ["7K3M-Q9", "8P2T-X4"],
  programmeNumber: "R-1204",
  lot: "A1234",
  authorisedProduct: "claravis",
  capsulesDaily: 1,
  doses: 2,
  conditionTexts: ["a rare illness"],
  symptoms: ["headache", "visual-disturbance"],
  symptom: "headache",
  symptomTexts: ["itching"],
  features: ["scarring"],
  parties: ["patient", "site"],
  party: "site",
  basis: "hysterectomy",
  severity: "severe",
  indication: "rosacea",
  formulation: "micronised",
  food: "with-meal",
  product: "claravis",
  from: "absorica",
  to: "absorica-ld",
  programme: "us-ipledge",
  setting: "medical-setting",
  signedBy: "Dr Example",
  written: "155 mg",
  every: true,
  first: true,
  guardian: true,
  primary: true,
};

/** Of what there may be several there is one; what may be absent, nothing or none, is. */
const sparse: Facts = {
  ...Object.fromEntries(
    Object.entries(full).map(([key, value]) => [key, Array.isArray(value) ? value.slice(0, 1) : value]),
  ),
  refused: [],
  stale: [],
  ...Object.fromEntries(
    ["mostDays", "minimumMgPerKg", "ordinaryMgPerKg", "maximumMgPerKg", "periodDays"].map((key) => [
      key,
      null,
    ]),
  ),
  ...Object.fromEntries(
    ["allowed", "overlapDays", "refills", "withinMonths", "years"].map((key) => [key, 0]),
  ),
  ...Object.fromEntries(["blister", "days", "methods", "months"].map((key) => [key, 1])),
  detectsMiuPerMl: undefined,
  setting: "any",
  food: "unknown",
  every: false,
  first: false,
  guardian: false,
  primary: false,
};
const sparseDays = new Set(
  "scoredDay plannedDay collectedDay closesAt lastDay fillByDay besideDay usualDay longestDay".split(" "),
);

/** Facts that one reason has and another by the same name has not. */
const special: Readonly<Record<string, readonly [full: Facts, sparse: Facts]>> = {
  "baseline-results-are-reviewed/missing": [
    { missing: ["triglycerides", "alt"] },
    { missing: ["alt"], stale: ["ast"] },
  ],
  "baseline-results-are-reviewed/too-old": [{ stale: ["triglycerides", "alt"] }, { stale: ["ast"] }],
  "baseline-results-are-reviewed/reviewed": [{}, { analytes: [] }],
  "results-are-acceptable/acceptable": [{}, { analytes: [] }],
  "consents-are-signed/missing": [{ missing: full["consents"] }, { missing: ["informed-consent"] }],
  "consents-are-signed/guardian-signature-missing": [
    { missing: full["consents"] },
    { missing: ["informed-consent"] },
  ],
  "consents-are-signed/signed": [{}, { consents: [] }],
  "counselling-is-done/missing": [{ missing: full["topics"] }, { missing: ["pregnancy-risk"] }],
  "counselling-is-done/counselled": [{}, { topics: [] }],
  "parties-are-enrolled/missing": [{ missing: ["patient", "site"] }, { missing: ["prescriber"] }],
  "conditions-allow-treatment/none-excludes": [{}, { judged: [] }],
  "product-is-free-of-allergens/free": [{}, { allergens: [] }],
  "contraception-is-acceptable/too-few-methods": [{}, { accepted: [], refused: ["withdrawal"] }],
  "pregnancy-test-is-in-window/setting-not-accepted": [{ setting: "home" }, { setting: "" }],
  "name-priced-clinic": [{}, { clinics: [] }],
  "ask-pharmacist": [{ written: ["Celestamine", "Isotane"] }, { written: ["Isotane"] }],
};

/** Facts that throw where a sentence asks for one that no rule passes in. */
function standIn(known: Facts, absent: ReadonlySet<string>): Facts {
  return new Proxy(known, {
    get(target, key) {
      if (typeof key !== "string" || absent.has(key)) return undefined;
      if (key.endsWith("Day")) return someDay;
      if (key.endsWith("At")) return someAt;
      if (!(key in target)) throw new Error(`no sample for the fact "${key}"`);
      return target[key];
    },
  });
}
function samplesFor(name: string): readonly Facts[] {
  const [more, less] = special[name] ?? [{}, {}];
  return [standIn({ ...full, ...more }, new Set()), standIn({ ...sparse, ...less }, sparseDays)];
}

export const says = { en: sayIn("en", knowledge, zone), ja: sayIn("ja", knowledge, zone) };

/** Every sentence of a language, under a name that finds it again. */
export function sentencesOf(language: Language): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id } of allRules) {
    for (const reason of Object.keys(words[language].rules[id].reasons)) {
      for (const [index, facts] of samplesFor(`${id}/${reason}`).entries()) {
        found.set(`${id}/${reason}/${index}`, reasonWords(language, id, reason)(facts, says[language]));
      }
    }
  }
  for (const [action, sentence] of Object.entries(words[language].actions)) {
    // Each action's own facts are among the samples; which they are is held by the compiler where the words are written.
    const saying = sentence as (facts: Facts, say: (typeof says)[Language]) => string;
    for (const [index, facts] of samplesFor(action).entries())
      found.set(`${action}/${index}`, saying(facts, says[language]));
  }
  for (const gate of gateIds) {
    for (const verdict of verdicts)
      found.set(`answer/${gate}/${verdict}`, renderAnswer(verdict, gate)[language]);
  }
  return found;
}

/** Names and labels: no sentences, but texts that are shown. */
export function labelsOf(language: Language): Map<string, string> {
  const { terms: own, protocolTerms } = words[language];
  return new Map([
    ...allRules.map(({ id }) => [`title ${id}`, ruleTitle(id)[language]] as const),
    ...gateIds.flatMap((gate) =>
      verdicts.map(
        (verdict) => [`verdict ${gate} ${verdict}`, renderVerdict(verdict, gate)[language]] as const,
      ),
    ),
    ...roles.map((role) => [`role ${role}`, renderRole(role)[language]] as const),
    ...Object.entries({ ...own, ...protocolTerms }),
  ]);
}
