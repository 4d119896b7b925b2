/**
 * What happened to a patient, as it is written down: the vocabulary of the record.
 * Schemas live here for the edges (files, API); the core uses the types alone.
 */
import { z } from "zod";
import { type At, type Day, isZone, parseAt, parseDay, writtenDay } from "./calendar.ts";
import { categoryBases, roles, severities, severityFeatures, testSettings } from "./vocabulary.ts";

const dayInput = z.string().transform((text, context): Day => {
  const read = parseDay(text);
  if (read !== undefined) return read;
  context.addIssue({ code: "custom", message: `"${text}" is not a calendar day; write YYYY-MM-DD` });
  return z.NEVER;
});
const id = z.string().min(1).max(120);
const coding = z.strictObject({ system: z.string(), code: z.string(), display: z.string().optional() });

/** One body a type. Days are days, masses are kg or mg, spans are weeks: the unit is in the name. */
export const bodies = {
  registered: z.strictObject({
    birthDate: dayInput,
    gender: z.enum(["male", "female", "other", "unknown"]).optional(),
    prepubertal: z.boolean().optional(),
  }),
  "category-attested": z.strictObject({
    canBecomePregnant: z.boolean(),
    basis: z.enum(categoryBases).optional(),
    documented: z
      .array(z.enum(["fsh-post-menopausal", "hcg-negative", "oestradiol-low", "progesterone-absent"]))
      .default([]),
  }),
  "guardian-recorded": z.strictObject({ relation: z.string().optional() }),
  "consent-signed": z.strictObject({ consent: id, guardianSigned: z.boolean().default(false) }),
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
  "supply-authorised": z.strictObject({ number: id.optional(), days: z.number().positive().optional() }),
  "supply-voided": z.strictObject({ number: id.optional() }),
  "external-authorisation-recorded": z.strictObject({
    programme: id,
    number: id,
    doNotDispenseAfter: dayInput,
  }),
  "supply-dispensed": z.strictObject({
    product: id.optional(),
    capsules: z.number().positive().optional(),
    capsuleMg: z.number().positive().optional(),
    dailyMg: z.number().positive().optional(),
    days: z.number().positive().optional(),
  }),
  "supply-returned": z.strictObject({ capsules: z.number().positive(), capsuleMg: z.number().positive() }),
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
    until: dayInput.optional(),
  }),
  "programme-left": z.strictObject({ programme: id, party: z.enum(["patient", "prescriber", "site"]) }),
  "policy-signed": z.strictObject({
    policy: z.enum(["laboratory", "pregnancy-test-kit"]),
    signedBy: z.string().min(1),
    detectsMiuPerMl: z.number().positive().optional(),
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
  "product-read": z.strictObject({ product: id, excipients: z.array(id) }),
} as const;

export type EntryType = keyof typeof bodies;
export type Body<T extends EntryType> = z.output<(typeof bodies)[T]>;

export type Role = (typeof roles)[number];

/** When it happened: the day as written where it happened; the instant too where a clock time was given. */
export interface Happened {
  readonly day: Day;
  readonly at?: At;
  readonly zone?: string;
}

interface EntryFrame {
  readonly id: string;
  readonly happened: Happened;
  /** When it was written down; entries of files without one count as written when they happened. */
  readonly recordedAt?: At;
  readonly actor: Role;
  readonly source: "manual" | "import" | "patient";
  readonly ref?: string;
}
export type EntryOf<T extends EntryType> = EntryFrame & { readonly type: T; readonly body: Body<T> };
export type Entry = { [T in EntryType]: EntryOf<T> }[EntryType];

export const entryTypes = Object.keys(bodies) as EntryType[];

const instantInput = z.string().transform((text, context): At => {
  const read = parseAt(text);
  if (read !== undefined) return read;
  context.addIssue({
    code: "custom",
    message: `"${text}" is not an instant; write 2026-11-20T09:30:00+09:00`,
  });
  return z.NEVER;
});

/** `2026-11-20`, `2026-11-20T09:30:00+09:00`, or the long form `{ day, at, zone }`. */
const happenedInput = z.union([
  z.string().transform((text, context): Happened => {
    const onlyDay = parseDay(text);
    if (onlyDay !== undefined) return { day: onlyDay };
    const instant = parseAt(text);
    const written = writtenDay(text);
    if (instant !== undefined && written !== undefined) return { day: written, at: instant };
    context.addIssue({
      code: "custom",
      message: `"${text}" is neither a day (2026-11-20) nor an instant with an offset (2026-11-20T09:30:00+09:00)`,
    });
    return z.NEVER;
  }),
  z
    .strictObject({
      day: dayInput,
      at: instantInput.optional(),
      zone: z.string().refine(isZone, "not an IANA time zone such as Asia/Tokyo").optional(),
    })
    .transform(
      (long): Happened => ({
        day: long.day,
        ...(long.at === undefined ? {} : { at: long.at }),
        ...(long.zone === undefined ? {} : { zone: long.zone }),
      }),
    ),
]);

const frame = z.strictObject({
  id: id.optional(),
  type: z.enum(entryTypes as [EntryType, ...EntryType[]], {
    error: ({ input }) =>
      `"${String(input)}" is not a type of entry; did you mean "${mostAlike(String(input), entryTypes)}"?`,
  }),
  happened: happenedInput,
  recordedAt: instantInput.optional(),
  actor: z.enum(roles).default("unknown"),
  source: z.enum(["manual", "import", "patient"]).default("manual"),
  ref: z.string().optional(),
  body: z.unknown().optional(),
});

/** An entry as a file holds it, type by type, for the published JSON Schema of a record. */
export const entryFileSchema = z.union(
  entryTypes.map((type) => frame.extend({ type: z.literal(type), body: bodies[type] as z.ZodType })),
);

export interface EntryProblem {
  /** Where in the entry, such as `body.birthDate`. */
  readonly at: string;
  readonly says: string;
}

/** Reads one entry as a file holds it. `fallbackId` names entries that bring no id of their own. */
export function readEntry(input: unknown, fallbackId: string): Entry | readonly EntryProblem[] {
  const outer = frame.safeParse(input);
  if (!outer.success) return problems(outer.error, "");
  const { body, id: ownId, recordedAt, ref, ...rest } = outer.data;
  const inner = bodies[rest.type].safeParse(body ?? {});
  if (!inner.success) return problems(inner.error, "body");
  // The schema was picked by `type`, so body and type belong together; TypeScript cannot see that by itself.
  return {
    id: ownId ?? fallbackId,
    ...rest,
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(ref === undefined ? {} : { ref }),
    body: inner.data,
  } as Entry;
}

function problems(error: z.ZodError, under: string): EntryProblem[] {
  return error.issues.flatMap(meant).map((issue) => ({
    at: [under, ...issue.path.map(String)].filter((part) => part !== "").join(".") || "entry",
    says: issue.message,
  }));
}

/** Of a choice between shapes, what is wrong with the shape that was meant: the one that got furthest. */
function meant(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const furthest = issue.errors.find((branch) => branch.every(({ code }) => code !== "invalid_type"));
  return furthest === undefined
    ? [issue]
    : furthest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** The word that shares the most pairs of letters with what was written. */
function mostAlike(written: string, words: readonly string[]): string {
  const pairs = (word: string) => new Set(Array.from(word, (letter, at) => letter + (word[at + 1] ?? "")));
  const own = pairs(written);
  const shared = (word: string) => {
    const other = pairs(word);
    return (2 * [...own].filter((pair) => other.has(pair)).length) / (own.size + other.size);
  };
  return words.reduce((best, word) => (shared(word) > shared(best) ? word : best), words[0] ?? "");
}
