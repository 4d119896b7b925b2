import { describe, expect, test } from "vitest";
import { day } from "../core/calendar.ts";
import { type Body, bodies, type Entry, type EntryType } from "../core/entry.ts";
import { fieldNames, type Refusal, type RefusalId, type Refusals } from "../core/refusal.ts";
import { commandTitle } from "./command-titles.ts";
import { commands } from "./en/commands.ts";
import { fields as enFields } from "./en/fields.ts";
import { entryTitle } from "./entry-titles.ts";
import { fields as jaFields } from "./ja/fields.ts";
import { renderRefusal } from "./refusals.ts";
import { knowledge, someAt, someDay, zone } from "./testing/sentences.ts";
import { languages } from "./words.ts";

const before = day("2026-11-01");
const number = "K7QX-2M9P-4TR8";

const refusals: { readonly [R in RefusalId]: readonly Refusals[R][] } = {
  "not-your-word": [
    { role: "front-desk", needed: ["prescriber", "nurse", "unknown"] },
    { role: "unknown", needed: ["prescriber"] },
  ],
  "dated-ahead": [
    { happenedDay: someDay, todayDay: before },
    { happenedDay: someDay, todayDay: someDay },
  ],
  "before-birth": [{ happenedDay: before, birthDay: someDay }],
  "unknown-id": [
    { field: "condition", given: "depresion", known: Object.keys(knowledge.conditions) },
    { field: "consent", given: "x", known: ["a", "b"] },
    { field: "edition", given: "x", known: [] },
  ],
  "unknown-patient": [{ patient: "4TR8K7QX" }],
  "possible-duplicates": [{ patients: ["4TR8K7QX", "4TR8K7QY"] }],
  "implausible-value": [
    { field: "kg", value: 0.155, least: 20, most: 300, unit: "kg" },
    { field: "value", value: 110_000, least: 10, most: 10_000, unit: "mg/dL" },
    { field: "age", value: -1, least: 0, most: Number.POSITIVE_INFINITY },
  ],
  "nothing-said": [{ fields: ["basis"] }, { fields: ["condition", "coding", "text"] }],
  "unreadable-unit": [{ analyte: "alt", unit: "per cent", readable: ["U/L"] }],
  "planned-for-the-past": [{ plannedDay: before, todayDay: someDay }],
  "already-collected": [{ test: "T1", collectedDay: someDay }],
  "result-without-sample": [{ test: "T1" }],
  "already-resulted": [
    { test: "T1", result: "positive" },
    { test: "T1", result: "indeterminate" },
  ],
  "not-started": [
    { field: "condition", what: "depression" },
    { field: "condition", what: "acne" },
    { field: "medicine", what: "doxycycline" },
    { field: "method", what: "iud" },
    { field: "symptom", what: "headache" },
    { field: "pregnancy", what: "" },
    { field: "programme", what: "us-ipledge" },
  ],
  "erase-during-course": [{ sinceDay: someDay }, {}],
  "erase-last-capsule-unknown": [{}],
  "erase-in-safety-time": [{ lastCapsuleDay: before, untilDay: someDay }],
  "erase-with-open-pregnancy": [{ sinceDay: someDay }],
  "erase-retention-unset": [
    { missing: "setting", clinic: "tokyo-monthly" },
    { missing: "policy", clinic: "tokyo-monthly" },
  ],
  "erase-retention-runs": [
    { lastDay: before, years: 5, untilDay: someDay },
    { lastDay: before, years: 1, untilDay: someDay },
  ],
  "erase-not-confirmed": [{ typed: "K7QX" }],
  "no-such-entry": [{ ref: "e9" }],
  "not-yours-to-correct": [
    { role: "pharmacist", writtenBy: "nurse" },
    { role: "nurse", writtenBy: "unknown" },
  ],
  "not-your-entry": [{ role: "guardian" }, { role: "nurse" }],
  "replacement-does-not-fit": [{ problem: "kg: expected number" }],
  "speaks-against-treatment": [{ role: "patient" }],
  "registration-stays": [{}],
  "no-such-rule": [{ rule: "no-refill", known: ["no-refills", "weight-is-current"] }],
  "nothing-to-settle": [
    { rule: "no-refills", reason: "refills" },
    { rule: "no-such-rule", reason: "x" },
  ],
  "floor-stands": [{ rule: "patient-is-not-pregnant", reason: "pregnancy-reported" }],
  "no-course": [{}],
  "course-under-way": [{ sinceDay: before }],
  "already-held": [{ sinceDay: before }],
  "not-held": [{}],
  "does-not-pass": [{ verdict: "ask" }, { verdict: "wait" }, { verdict: "stop" }],
  "not-a-number": [{ given: "1234" }],
  "no-such-authorisation": [{ number }],
  "authorisation-used": [
    { number, state: "dispensed" },
    { number, state: "reversed" },
    { number, state: "voided" },
    { number, state: "expired" },
  ],
  "never-dispensed": [{ number }],
  "handed-out-elsewhere": [{ number }],
  "not-unopened": [
    { number, because: "doses-taken" },
    { number, because: "capsules-counted" },
    { number, because: "capsules-returned" },
    { number, because: "later-supply" },
  ],
  "numbers-used-up": [{ most: 1024 }],
  "no-such-task": [{ task: "review-1" }],
  "personal-data-erased": [{}],
  "not-appointed": [{ appointed: "nurse" }],
  "last-administrator": [{}],
  "own-account": [{}],
  "linked-already": [{ as: "patient" }, { as: "guardian" }],
  "not-linked": [{}],
  "authorisation-open": [{}],
  "hand-over-first": [{ sinceDay: before }],
  "not-enrolled": [
    { programme: "us-ipledge", party: "prescriber" },
    { programme: "us-ipledge", party: "site" },
  ],
  "agreed-by-one-alone": [{}],
  "record-is-open": [{}],
  "record-in-use": [{ sinceDay: before }],
  "more-than-given": [
    { capsules: 31, given: 30 },
    { capsules: 2, given: 1 },
    { capsules: 1, given: 0 },
  ],
};

const entries: { readonly [T in EntryType]: readonly Body<T>[] } = {
  registered: [{ birthDate: before }, { birthDate: before, fictional: true }],
  "category-attested": [
    { canBecomePregnant: true, documented: [] },
    { canBecomePregnant: false, documented: [] },
    { canBecomePregnant: false, basis: "hysterectomy", documented: [] },
  ],
  "name-recorded": [{}],
  "person-erased": [{}],
  "guardian-recorded": [{}, { relation: "mother" }],
  "consent-signed": [
    { consent: "treatment-consent", guardianSigned: false },
    { consent: "treatment-consent", guardianSigned: true },
  ],
  counselled: [{ topics: ["no-sharing", "pregnancy-risk"] }],
  "comprehension-answered": [{ passed: true }, { passed: false }],
  "prior-therapy-recorded": [
    { agent: "other" },
    { agent: "systemic-antibiotic", weeks: 12, result: "failed" },
    { agent: "hormonal", weeks: 1, result: "not-tolerated" },
  ],
  "condition-recorded": [
    { condition: "depression", status: "active" },
    { condition: "acne", status: "active" },
    { text: "a rare illness", status: "history" },
    { coding: [{ system: "x", code: "C1" }], status: "active" },
    { status: "active" },
  ],
  "condition-ended": [{ condition: "acne" }],
  "conditions-asked": [{}],
  "allergy-recorded": [{ allergen: "soy" }, { text: "cats" }],
  "allergies-asked": [{}],
  "medicine-started": [
    { medicine: "doxycycline" },
    { coding: [{ system: "x", code: "C1", display: "Isotane" }] },
  ],
  "medicine-ended": [{ medicine: "doxycycline" }],
  "medicines-asked": [{}],
  "procedure-planned": [{ procedure: "lasik", plannedFor: someDay }, { procedure: "tattoo" }],
  "procedure-done": [{ procedure: "prk" }],
  "weight-measured": [{ kg: 54.2 }],
  "pregnancy-test-collected": [{ test: "T1" }, { test: "T1", specimen: "urine", setting: "medical-setting" }],
  "pregnancy-test-resulted": [
    { test: "T1", result: "negative" },
    { test: "T1", result: "indeterminate" },
  ],
  "home-testing-permitted": [{ permitted: true }, { permitted: false }],
  "menses-recorded": [
    { status: "started" },
    { status: "late" },
    { status: "irregular" },
    { status: "absent" },
  ],
  "contraception-started": [{ method: "iud" }],
  "contraception-ended": [{ method: "iud" }],
  "contraception-lapsed": [{}, { what: "two pills" }],
  "contraception-stated": [{ usedWithoutGap: true }, { usedWithoutGap: false }],
  "abstinence-attested": [
    { committed: true },
    { committed: true, compellingReasons: true },
    { committed: false },
  ],
  "pregnancy-reported": [{}],
  "pregnancy-ended": [{}],
  "pregnancy-wish-recorded": [{ withinMonths: null }, { withinMonths: 1 }, { withinMonths: 6 }],
  "breastfeeding-recorded": [{ breastfeeding: true }, { breastfeeding: false }],
  "lab-resulted": [
    { analyte: "alt", value: 41.5, unit: "U/L" },
    { analyte: "triglycerides", value: 1100, unit: "mg/dL", fasting: true },
  ],
  "result-unread": [{ analyte: "ck", written: ">3000 IU/L" }],
  "results-reviewed": [{}],
  "severity-scored": [
    { features: [], gags: 30 },
    { severity: "severe", iga: 4, features: ["scarring"] },
  ],
  "symptom-reported": [{ symptoms: [] }, { symptoms: ["headache", "fever"] }],
  "symptom-assessed": [{ symptom: "headache", conclusion: "resolved" }],
  "mood-screened": [
    { selfHarmThoughts: true, phq9: 20, phq9Item9: 2 },
    { selfHarmThoughts: false, newMoodSymptom: false },
  ],
  "circumstances-stated": [
    {
      privateImport: true,
      hairRemoval: true,
      eyeSurgery: true,
      comesRegularly: true,
      agreesToPrevention: true,
      mayBePregnant: true,
    },
    {
      privateImport: false,
      hairRemoval: false,
      eyeSurgery: false,
      comesRegularly: false,
      agreesToPrevention: false,
      mayBePregnant: false,
    },
    {},
  ],
  "visit-held": [{ inPerson: true }, { inPerson: false }],
  "sexual-function-asked": [{ newProblem: true }, { newProblem: false }],
  "mood-assessed": [{ conclusion: "stop" }],
  "photograph-taken": [{}, { view: "left cheek" }],
  "course-started": [{}, { indication: "acne" }],
  "course-held": [{}, { because: "headache" }],
  "course-resumed": [{}],
  "course-ended": [{}, { because: "clear" }],
  "judgement-recorded": [{ rule: "no-refills", conclusion: "may-continue" }],
  "supply-authorised": [
    {
      number,
      product: "claravis",
      capsuleMg: 20,
      capsules: 60,
      dailyMg: 40,
      dosesPerDay: 2,
      days: 30,
      edition: before,
      dispenseBefore: someAt,
    },
  ],
  "supply-voided": [
    { number, because: "no-longer-passes", rules: [] },
    { number, because: "no-longer-passes", rules: ["dose-is-within-limits", "weight-is-current"] },
    { number, because: "withdrawn", rules: [] },
  ],
  "external-authorisation-recorded": [
    { programme: "us-ipledge", number: "RMA-1", doNotDispenseAfter: someDay },
  ],
  "supply-dispensed": [{}, { capsules: 60 }, { number, capsules: 60, capsuleMg: 20 }],
  "supply-reversed": [{ number }],
  "supply-returned": [{ capsules: 1, capsuleMg: 20 }],
  "capsules-counted": [{ capsules: 4, capsuleMg: 20 }],
  "dose-taken": [{ mg: 40 }],
  "dose-missed": [{}],
  "last-capsule-recorded": [{}],
  "finding-overridden": [{ rule: "no-refills", reason: "refills", because: "travels" }],
  corrected: [
    { ref: "e1", reason: "typing mistake", withdrawn: false },
    { ref: "e1", reason: "another patient", withdrawn: true },
  ],
  "programme-enrolled": [
    { programme: "us-ipledge", party: "site" },
    { programme: "us-ipledge", party: "patient", until: someDay },
  ],
  "programme-left": [{ programme: "us-ipledge", party: "patient" }],
  "policy-signed": [
    { policy: "laboratory", signedBy: "Dr Example", rows: [] },
    { policy: "supply-overlap", signedBy: "Dr Example", rows: [], fictional: true },
  ],
  "edition-confirmed": [{ protocol: "us-ipledge", edition: someDay }],
  "task-raised": [{ task: "review-1", kind: "review-dispensed-supply", number, rules: [] }],
  "task-closed": [{ task: "review-1" }],
  "document-imported": [{ format: "fhir-r4", resource: "Observation/1", digest: "x", became: [] }],
  "undated-fact-imported": [{ type: "weight-measured", body: {}, resource: "Observation/2" }],
  "product-read": [
    { product: "claravis", excipients: [] },
    { product: "claravis", excipients: ["parabens"] },
  ],
  "staff-appointed": [
    { account: "a1", role: "nurse" },
    { account: "a1", role: "prescriber", sites: ["first"] },
  ],
  "staff-dismissed": [{ account: "a1", role: "nurse" }],
  "account-linked": [
    { account: "a1", as: "patient" },
    { account: "a2", as: "guardian" },
  ],
  "account-unlinked": [{ account: "a1" }],
  "shared-with-guardian": [{ topics: [] }, { topics: ["mood"] }],
  "treatment-relation-started": [
    { clinic: "tokyo-monthly", home: false },
    { clinic: "tokyo-monthly", home: true },
    { clinic: "tokyo-monthly", home: true, reason: "has moved here" },
  ],
  "treatment-relation-ended": [{ clinic: "tokyo-monthly" }],
  "glass-broken": [{ account: "a1", clinic: "tokyo-monthly", reason: "unconscious, no relative reached" }],
  "processing-restricted": [{ reason: "asked for it in writing" }],
  "restriction-lifted": [{ reason: "asked for it in writing" }],
  "person-data-read": [
    { patient: "K7QX2M9P", account: "a1", operation: "readPatient", through: "own-clinic" },
    { account: "a1", operation: "readToday", through: "own-clinic", patients: 12 },
  ],
  "access-refused": [{ patient: "K7QX2M9P", account: "a1", operation: "readPatient", why: "no-relation" }],
  "account-event": [{ account: "a1", event: "signed-in" }],
};

const gap =
  /undefined|NaN|Infinity|\[object|\bnull\b|\(\)|「」|“”| {2}|: ?$|：$|[.。]{2}|\.\.| [,.;]|、。|: \.|：。/;
const kana = /[\u3040-\u30ff]/;
const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
const wrong = /[!！]|好転反応|healing reaction/i;

describe("Refusals in words", () => {
  const said = Object.entries(refusals).flatMap(([refused, samples]) =>
    samples.map((facts) => ({
      refused,
      text: renderRefusal({ refused, facts } as Refusal, knowledge, zone),
    })),
  );

  test("say whole sentences in both languages, and what would be right", () => {
    for (const { refused, text } of said) {
      for (const sentence of [text.en.says, text.en.remedy]) {
        expect(sentence, refused).toMatch(/^[A-Z“0-9].*[^.]\.$/);
        expect(sentence, refused).not.toMatch(japanese);
      }
      for (const sentence of [text.ja.says, text.ja.remedy]) {
        expect(sentence, refused).toMatch(/[^。]。$/);
        expect(sentence, refused).toMatch(kana);
      }
      for (const language of languages) {
        expect(text[language].says + text[language].remedy, refused).not.toMatch(gap);
        expect(text[language].says + text[language].remedy, refused).not.toMatch(wrong);
      }
    }
    expect(said.length).toBeGreaterThanOrEqual(55);
  });

  test("name what is likest among many, and everything there is among few", () => {
    const unknown = (given: string, known: readonly string[]) =>
      renderRefusal({ refused: "unknown-id", facts: { field: "condition", given, known } }, knowledge, zone);
    expect(unknown("depresion", Object.keys(knowledge.conditions)).en.remedy).toContain("depression");
    expect(unknown("x", ["a", "b"]).en.remedy).toBe("Choose from: a, b. Or record it in words, as text.");
    expect(unknown("x", ["a", "b"]).ja.says).toBe("病気「x」は登録されていません。");
  });

  test("say an implausible value with its unit and its bounds", () => {
    const [weight] = refusals["implausible-value"];
    if (weight === undefined) throw new Error("no sample");
    const text = renderRefusal({ refused: "implausible-value", facts: weight }, knowledge, zone);
    expect(text.en.says).toBe("Body weight 0.155 kg cannot be right: it lies between 20 and 300 kg.");
    expect(text.ja.says).toBe("体重 0.155 kgは、ありえない値です(20〜300 kg)。");
  });
});

describe("Entries in words", () => {
  const titles = Object.entries(entries).flatMap(([type, samples]) =>
    samples.map((body) => ({ type, body, title: entryTitle({ type, body } as Entry, knowledge, zone) })),
  );

  test("are short lines without a full stop, in both languages, for every kind there is", () => {
    for (const { type, title } of titles) {
      for (const language of languages) {
        expect(title[language], type).toMatch(/^.{3,120}$/);
        expect(title[language], type).not.toMatch(/[.。]$/);
        expect(title[language], type).not.toMatch(gap);
        expect(title[language], type).not.toMatch(wrong);
      }
      expect(title.en, type).toMatch(/^[A-Z0-9“]/);
      expect(title.en, type).not.toMatch(japanese);
      expect(title.ja, type).toMatch(japanese);
    }
    expect(Object.keys(entries).toSorted()).toEqual(Object.keys(bodies).toSorted());
    expect(titles.length).toBeGreaterThanOrEqual(110);
  });

  test("are told from samples that the record would take", () => {
    for (const { type, body } of titles) {
      const written = bodies[type as EntryType].safeEncode(body as never);
      expect(written.success, type).toBe(true);
    }
  });

  test("read as the timeline shows them", () => {
    const line = <T extends EntryType>(type: T, body: Body<T>) => entryTitle({ type, body }, knowledge, zone);
    expect(line("weight-measured", { kg: 54.2 })).toEqual({ en: "Weight 54.2 kg", ja: "体重 54.2 kg" });
    expect(
      line("pregnancy-test-collected", { test: "T1", specimen: "urine", setting: "medical-setting" }),
    ).toEqual({
      en: "Pregnancy test (urine, medical setting) collected",
      ja: "妊娠検査(尿、医療機関)の検体を採取",
    });
    expect(line("supply-dispensed", { number, capsules: 60, capsuleMg: 20 })).toEqual({
      en: `Supply ${number} dispensed: 60 capsules of 20 mg`,
      ja: `薬のお渡し ${number}：20 mgカプセル 60個`,
    });
  });
});

describe("Labels", () => {
  test("of fields stand in both languages", () => {
    for (const field of fieldNames) {
      expect(enFields[field]).toMatch(/\S/);
      expect(jaFields[field]).toMatch(/\S/);
    }
    expect(Object.keys(jaFields).toSorted()).toEqual(fieldNames.toSorted());
    expect(fieldNames.length).toBeGreaterThanOrEqual(40);
  });

  test("of commands are short, and each is one of its own", () => {
    const names = Object.keys(commands);
    for (const language of languages) {
      const labels = names.map((name) => commandTitle(name)[language]);
      expect(new Set(labels).size).toBe(names.length);
      for (const label of labels) expect(label).toMatch(/^.{2,45}$/);
    }
    expect(names.length).toBeGreaterThanOrEqual(66);
    expect(() => commandTitle("constructor")).toThrow("no label");
  });
});
