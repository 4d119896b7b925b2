/**
 * What happened to a patient, as it is written down: one body a type. Schemas live here for the edges (files, API);
 * the core uses the types alone.
 */
import { z } from "zod";
import { accessBodies } from "./access-bodies.ts";
import { type At, atText, type Day, dayText, parseAt, parseDay } from "./calendar.ts";
import { storedDecision } from "./stored-decision.ts";
import { categoryBases, severities, severityFeatures, testSettings } from "./vocabulary.ts";

/** A day: text outside, a number inside. */
export const dayInput = z.codec(z.string(), z.custom<Day>(Number.isInteger), {
  decode: (text, { issues }) => {
    const read = parseDay(text);
    if (read !== undefined) return read;
    issues.push({
      code: "custom",
      input: text,
      message: `"${text}" is not a calendar day; write YYYY-MM-DD`,
    });
    return z.NEVER;
  },
  encode: dayText,
});

/** An instant: text with an offset outside, a number inside. */
export const instantInput = z.codec(z.string(), z.custom<At>(Number.isFinite), {
  decode: (text, { issues }) => {
    const read = parseAt(text);
    if (read !== undefined) return read;
    issues.push({
      code: "custom",
      input: text,
      message: `"${text}" is not an instant; write 2026-11-20T09:30:00+09:00`,
    });
    return z.NEVER;
  },
  encode: atText,
});
export const id = z.string().min(1).max(120);
const coding = z.strictObject({ system: z.string(), code: z.string(), display: z.string().optional() });

/** One body a type. Days are days, masses are kg or mg, spans are weeks: the unit is in the name. */
export const bodies = {
  registered: z.strictObject({
    birthDate: dayInput,
    gender: z.enum(["male", "female", "other", "unknown"]).optional(),
    prepubertal: z.boolean().optional(),
    /** Nobody real: a patient of the demo clinic. */
    fictional: z.boolean().optional(),
  }),
  "category-attested": z.strictObject({
    canBecomePregnant: z.boolean(),
    basis: z.enum(categoryBases).optional(),
    documented: z
      .array(z.enum(["fsh-post-menopausal", "hcg-negative", "oestradiol-low", "progesterone-absent"]))
      .default([]),
  }),
  /** A new name, kept privately. */
  "name-recorded": z.strictObject({}),
  /** Everything private of the person is destroyed from here on. */
  "person-erased": z.strictObject({}),
  "guardian-recorded": z.strictObject({ relation: z.string().optional() }),
  "consent-signed": z.strictObject({ consent: id, guardianSigned: z.boolean().default(false) }),
  "visit-held": z.strictObject({ inPerson: z.boolean() }),
  /** How treatment fits the patient's life, in the patient's own words: what was not asked is left out. */
  "circumstances-stated": z.strictObject({
    /** Takes, or means to take, capsules of their own import. */
    privateImport: z.boolean().optional(),
    /** Laser or light hair removal goes on. */
    hairRemoval: z.boolean().optional(),
    /** LASIK or PRK, done or planned. */
    eyeSurgery: z.boolean().optional(),
    comesRegularly: z.boolean().optional(),
    /** Contraception before, during and after, with the tests. */
    agreesToPrevention: z.boolean().optional(),
    mayBePregnant: z.boolean().optional(),
  }),
  counselled: z.strictObject({ topics: z.array(id).default([]) }),
  "comprehension-answered": z.strictObject({ passed: z.boolean() }),
  "prior-therapy-recorded": z.strictObject({
    agent: z.enum([
      "systemic-antibiotic",
      "topical-retinoid",
      "topical-antibiotic",
      "benzoyl-peroxide",
      "hormonal",
      "isotretinoin",
      "other",
    ]),
    weeks: z.number().nonnegative().optional(),
    result: z.enum(["failed", "partial", "cleared", "not-tolerated"]).optional(),
  }),
  "condition-recorded": z.strictObject({
    condition: id.optional(),
    coding: z.array(coding).optional(),
    text: z.string().optional(),
    status: z.enum(["active", "history"]).default("active"),
  }),
  "condition-ended": z.strictObject({ condition: id }),
  "conditions-asked": z.strictObject({}),
  "allergy-recorded": z.strictObject({
    allergen: id.optional(),
    coding: z.array(coding).optional(),
    text: z.string().optional(),
  }),
  "allergies-asked": z.strictObject({}),
  "medicine-started": z.strictObject({
    medicine: id.optional(),
    coding: z.array(coding).optional(),
    text: z.string().optional(),
  }),
  "medicine-ended": z.strictObject({ medicine: id }),
  "medicines-asked": z.strictObject({}),
  "procedure-planned": z.strictObject({ procedure: id, plannedFor: dayInput.optional() }),
  "procedure-done": z.strictObject({ procedure: id }),
  "weight-measured": z.strictObject({ kg: z.number(), written: z.string().optional() }),
  "pregnancy-test-collected": z.strictObject({
    test: id,
    specimen: z.enum(["urine", "serum"]).optional(),
    setting: z.enum(testSettings).optional(),
    detectsMiuPerMl: z.number().positive().optional(),
    /** At home, with somebody of the clinic looking on. */
    supervised: z.boolean().optional(),
  }),
  "pregnancy-test-resulted": z.strictObject({
    test: id,
    result: z.enum(["negative", "positive", "indeterminate"]),
  }),
  "home-testing-permitted": z.strictObject({ permitted: z.boolean() }),
  "menses-recorded": z.strictObject({ status: z.enum(["started", "late", "irregular", "absent"]) }),
  "contraception-started": z.strictObject({ method: id }),
  "contraception-ended": z.strictObject({ method: id }),
  "contraception-lapsed": z.strictObject({ what: z.string().optional() }),
  "contraception-stated": z.strictObject({ usedWithoutGap: z.boolean() }),
  "abstinence-attested": z.strictObject({
    committed: z.boolean(),
    compellingReasons: z.boolean().optional(),
  }),
  "pregnancy-reported": z.strictObject({}),
  "pregnancy-ended": z.strictObject({}),
  "pregnancy-wish-recorded": z.strictObject({ withinMonths: z.number().nonnegative().nullable() }),
  "breastfeeding-recorded": z.strictObject({ breastfeeding: z.boolean() }),
  "lab-resulted": z.strictObject({
    analyte: id,
    value: z.number(),
    unit: z.string(),
    upperLimit: z.number().optional(),
    lowerLimit: z.number().optional(),
    /** Fasting as the protocol asks for it, the hours without alcohol included unless they are given. */
    fasting: z.boolean().optional(),
    hoursSinceAlcohol: z.number().nonnegative().optional(),
  }),
  /** A result that is there and could not be read, in its own words: it asks until somebody has read it. */
  "result-unread": z.strictObject({ analyte: id, written: z.string() }),
  "results-reviewed": z.strictObject({}),
  "severity-scored": z.strictObject({
    severity: z.enum(severities).optional(),
    gags: z.number().int().min(0).max(44).optional(),
    iga: z.number().int().min(0).max(4).optional(),
    features: z.array(z.enum(severityFeatures)).default([]),
  }),
  "symptom-reported": z.strictObject({ symptoms: z.array(id) }),
  "symptom-assessed": z.strictObject({
    symptom: id,
    conclusion: z.enum(["resolved", "may-continue", "stop"]),
  }),
  "mood-screened": z.strictObject({
    selfHarmThoughts: z.boolean().optional(),
    newMoodSymptom: z.boolean().optional(),
    phq9: z.number().int().min(0).max(27).optional(),
    phq9Item9: z.number().int().min(0).max(3).optional(),
  }),
  "sexual-function-asked": z.strictObject({ newProblem: z.boolean() }),
  "mood-assessed": z.strictObject({ conclusion: z.enum(["may-continue", "stop"]) }),
  "photograph-taken": z.strictObject({ view: z.string().optional() }),
  "course-started": z.strictObject({ indication: id.optional() }),
  "course-held": z.strictObject({ because: z.string().optional() }),
  "course-resumed": z.strictObject({}),
  "course-ended": z.strictObject({ because: z.string().optional() }),
  "judgement-recorded": z.strictObject({
    rule: id,
    reason: id.optional(),
    conclusion: z.enum(["may-continue", "stop"]),
    because: z.string().optional(),
  }),
  /** Names the amount, the edition it was given under and the last instant at which it can be redeemed. */
  "supply-authorised": z.strictObject({
    number: id,
    product: id,
    capsuleMg: z.number().positive(),
    capsules: z.number().int().positive(),
    dailyMg: z.number().positive(),
    dosesPerDay: z.number().int().positive(),
    days: z.number().int().positive(),
    edition: dayInput,
    /** Absent where neither a test nor the protocol sets one. */
    dispenseBefore: instantInput.optional(),
    decision: storedDecision.optional(),
  }),
  "supply-voided": z.strictObject({
    number: id,
    because: z.enum(["no-longer-passes", "withdrawn", "replaced"]),
    rules: z.array(id).default([]),
  }),
  "external-authorisation-recorded": z.strictObject({
    programme: id,
    number: id,
    doNotDispenseAfter: dayInput,
    /** The authorisation of ours that it belongs to. */
    authorisation: id.optional(),
  }),
  "supply-dispensed": z.strictObject({
    /** The authorisation it redeems; absent where it was handed out elsewhere. */
    number: id.optional(),
    product: id.optional(),
    capsules: z.number().positive().optional(),
    capsuleMg: z.number().positive().optional(),
    dailyMg: z.number().positive().optional(),
    days: z.number().positive().optional(),
    lot: z.string().min(1).max(40).optional(),
    expiresOn: dayInput.optional(),
    by: z.enum(["clinic", "pharmacy"]).optional(),
    decision: storedDecision.optional(),
  }),
  /** Not collected, or taken back unopened: it counts as never handed out, and its authorisation stays used. */
  "supply-reversed": z.strictObject({ number: id }),
  "supply-returned": z.strictObject({ capsules: z.number().positive(), capsuleMg: z.number().positive() }),
  /** Capsules the patient still has at home, counted. */
  "capsules-counted": z.strictObject({
    capsules: z.number().int().nonnegative(),
    capsuleMg: z.number().positive(),
  }),
  "dose-taken": z.strictObject({ mg: z.number().nonnegative() }),
  "dose-missed": z.strictObject({}),
  "last-capsule-recorded": z.strictObject({}),
  /** Sets one finding aside for one supply; it names the order where there are several. */
  "finding-overridden": z.strictObject({
    rule: id,
    reason: id,
    because: z.string().min(1),
    order: id.optional(),
  }),
  corrected: z.strictObject({
    ref: id,
    reason: z.string().min(1),
    withdrawn: z.boolean().default(false),
    replacement: z.record(z.string(), z.unknown()).optional(),
  }),
  "programme-enrolled": z.strictObject({
    programme: id,
    party: z.enum(["patient", "prescriber", "site"]),
    /** Which prescriber, by their account; absent where it is not known. */
    account: id.optional(),
    until: dayInput.optional(),
  }),
  "programme-left": z.strictObject({
    programme: id,
    party: z.enum(["patient", "prescriber", "site"]),
    account: id.optional(),
  }),
  "policy-signed": z.strictObject({
    policy: z.enum(["laboratory", "pregnancy-test-kit", "supply-overlap", "retention"]),
    signedBy: z.string().min(1),
    /** Signed by nobody real: a demo. */
    fictional: z.boolean().optional(),
    detectsMiuPerMl: z.number().positive().optional(),
    /** Days of capsules a patient may still have in hand when the next supply is dispensed. */
    overlapDays: z.number().int().nonnegative().optional(),
    /** Years for which a record is kept after its last entry. */
    years: z.number().int().nonnegative().optional(),
    rows: z
      .array(
        z.strictObject({
          analyte: id,
          fromGrade: z.number().int().min(1).max(4),
          action: z.enum(["advise", "ask", "stop"]),
        }),
      )
      .default([]),
  }),
  "edition-confirmed": z.strictObject({ protocol: id, edition: dayInput }),
  /** Something a person has to look at that no verdict shows: capsules are out that would not be given today. */
  "task-raised": z.strictObject({
    task: id,
    kind: z.enum(["review-dispensed-supply"]),
    number: id,
    rules: z.array(id).default([]),
  }),
  "task-closed": z.strictObject({ task: id }),
  /** One document as it came, kept privately, and the entries it became. */
  "document-imported": z.strictObject({
    format: z.enum(["fhir-r4", "isoward"]),
    resource: z.string(),
    digest: z.string(),
    became: z.array(id).default([]),
    leftAside: z.string().optional(),
  }),
  /** A fact that came without a day: it may speak against treatment, and never for it. */
  "undated-fact-imported": z.strictObject({
    type: z.string(),
    body: z.record(z.string(), z.unknown()),
    resource: z.string(),
  }),
  "product-read": z.strictObject({ product: id, excipients: z.array(id) }),
  ...accessBodies,
} as const;
