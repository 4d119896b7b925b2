/** The shape of every file under `knowledge/`. Used where files are read; the core takes the types alone. */
import { z } from "zod";
import { isZone } from "../calendar.ts";
import { type AnyValue, type Parameter, type ParameterId, parameterIds, parameters } from "./parameters.ts";
import { calendarDay, cites, code, id, span, words } from "./parts.ts";
import {
  type Activity,
  activitySchema,
  type Duty,
  dutySchema,
  houseRuleSchema,
} from "./topics/activities.ts";
import { type Claim, type PageReference, referenceSchema } from "./topics/claims.ts";
import { authoritySchema, type Helpline, helplineSchema, type ReportAuthority } from "./topics/contacts.ts";
import {
  type Expectation,
  expectationSchema,
  type RelapseDefinition,
  type ResponseRule,
  relapseDefinitionSchema,
  responseRuleSchema,
  type Scale,
  type Study,
  scaleSchema,
  studySchema,
} from "./topics/evidence.ts";
import { type LabNote, type LabSchedule, labNoteSchema, labScheduleSchema } from "./topics/labs.ts";
import {
  type Itself,
  itselfSchema,
  type Medicine,
  medicineSchema,
  type NotMedicine,
  notMedicineSchema,
} from "./topics/medicines.ts";
import { priceListSchema } from "./topics/prices.ts";
import {
  combinationSchema,
  type Symptom,
  type SymptomCombination,
  symptomSchema,
} from "./topics/symptoms.ts";

export const checkStates = ["read", "secondary", "unread", "derived", "decided"] as const;

export const sourceSchema = z.strictObject({
  id,
  title: z.string().min(1),
  publisher: z.string().min(1),
  date: z.string().min(4).optional(),
  where: z.string().min(1),
  checked: z.enum(checkStates),
});

export const productSchema = z.strictObject({
  id,
  name: words,
  strengthsMg: z.array(z.number().positive()).min(1),
  market: z.enum(["US", "JP", "CA", "EU"]),
  formulation: z.enum(["conventional", "lidose", "micronised"]),
  /** Allergenic excipients by strength; `null` means that nobody has read the list. */
  excipients: z.array(id).nullable(),
  excipientsByStrengthMg: z.record(z.string(), z.array(id)).default({}),
  /** True where the list read was complete, so that an allergen not on it is absent. */
  excipientsComplete: z.boolean().default(false),
  food: z.enum(["with-meal", "any", "unknown"]),
  notInterchangeableWith: z.array(z.enum(["conventional", "lidose", "micronised"])).default([]),
  codesByStrengthMg: z.record(z.string(), z.array(code)).default({}),
  blisterCapsules: z.number().int().positive().optional(),
  cites,
});

export const ingredientSchema = z.strictObject({
  codes: z.array(code).min(1),
  strengthCodes: z.array(
    z.strictObject({
      mg: z.number().positive(),
      form: z.enum(["conventional-or-lidose", "micronised"]),
      code,
      cites,
    }),
  ),
  cites,
});

const grade = z.strictObject({
  grade: z.number().int().min(1).max(4),
  over: z.number(),
  /** True where the limit itself belongs to the grade. */
  inclusive: z.boolean().optional(),
});
export const analyteSchema = z.strictObject({
  id,
  name: words,
  /** Other names it is looked for by, in either language. */
  aliases: z.array(z.string().min(1)).default([]),
  unit: z.string().min(1),
  /** None where no source gives one. */
  codes: z.array(code).default([]),
  /** Multiply a value in `from` by `by` to have it in `unit`: for amounts of substance. */
  factors: z.array(z.strictObject({ from: z.string(), by: z.number().positive(), cites })).default([]),
  /** Values outside are not believed and count as missing. */
  plausible: z.strictObject({ least: z.number(), most: z.number(), cites }),
  /** A laboratory's own limits outside, in the analyte's unit, count as missing: a digit or the unit has slipped. */
  plausibleLimit: z.strictObject({ least: z.number().positive(), most: z.number().positive(), cites }),
  /** CTCAE v5 grades: lower limits in the analyte's unit, or as multiples of the upper limit of normal or the baseline. */
  grades: z
    .strictObject({
      of: z.enum(["unit", "upper-limit"]),
      /** True where grade 1 begins at the laboratory's own upper limit although the rest is in the unit. */
      aboveUpperLimitIsGrade1: z.boolean().optional(),
      limits: z.array(grade),
      ofRaisedBaseline: z.array(grade).optional(),
      cites,
    })
    .optional(),
  lipid: z.boolean().default(false),
  /** The end of the laboratory's range that has to be known before a value without grades is called normal; else both. */
  watched: z.strictObject({ end: z.enum(["upper", "lower"]), cites }).optional(),
});

export const conditionSchema = z.strictObject({
  id,
  name: words,
  /** What people call it, in either language. */
  aliases: z.array(z.string().min(1)).default([]),
  codes: z.array(code).default([]),
  cites,
});

export const indicationSchema = z.strictObject({
  id,
  name: words,
  /** What people and pages call it, in either language. */
  aliases: z.array(z.string().min(1)).default([]),
  class: z.enum(["labelled", "off-label-strong", "off-label", "none", "outside", "harmful", "never"]),
  /** What effect there is was seen above the label's maximum alone: the answer says so first. */
  onlyAboveMaximum: z.literal(true).optional(),
  reason: words,
  /** What treats it, only where a source says so. */
  instead: z.strictObject({ says: words, cites }).optional(),
  codes: z.array(code).default([]),
  cites,
});

export const contraceptiveSchema = z.strictObject({
  id,
  name: words,
  class: z.enum(["primary", "secondary", "not-accepted"]),
  /** Left out where the id covers hormonal and other kinds. */
  hormonal: z.boolean().optional(),
  /** Works without the user doing anything; unknown where no source says. */
  userIndependent: z.boolean().optional(),
  barrier: z.boolean().default(false),
  codes: z.array(code).default([]),
  atcPrefixes: z.array(z.string()).default([]),
  cites,
});

export const allergenSchema = z.strictObject({
  id,
  name: words,
  /** What people call it, in either language. */
  aliases: z.array(z.string().min(1)).default([]),
  codes: z.array(code).default([]),
  /** Excipients that someone with this allergy must not swallow. */
  excipients: z.array(id),
  /** True where the allergy is to isotretinoin or vitamin A itself, whatever the product. */
  molecule: z.boolean().default(false),
  cites,
});

export const excipientSchema = z.strictObject({ id, name: words });

/** Units in which half of one makes sense; days, months, years, tests and capsules come whole. */
const fractional: ReadonlySet<string> = new Set(["mg/kg/d", "mg/kg", "mg/dL", "m[IU]/mL", "kg"]);

export const numberOf = (parameter: Parameter): z.ZodType<AnyValue | null> => {
  switch (parameter.kind) {
    case "number":
      return (fractional.has(parameter.unit) ? z.number() : z.int()).nonnegative().nullable();
    case "switch":
      return z.boolean();
    case "list":
      return z
        .array(z.string().min(1))
        .refine((items) => new Set(items).size === items.length, "no item twice");
    case "span":
      return span.nullable();
    case "zone":
      return z.string().refine(isZone, "an IANA time zone such as America/New_York").nullable();
  }
};

const deviation = z.strictObject({
  signedBy: z.string().min(1),
  because: z.string().min(1),
});
const valueOf = (parameter: Parameter) =>
  z
    .array(
      z.strictObject({
        since: calendarDay,
        until: calendarDay.optional(),
        value: numberOf(parameter),
        cites,
        deviation: deviation.optional(),
      }),
    )
    .min(1);

const valuesSchema = z.strictObject(
  Object.fromEntries(parameterIds.map((key) => [key, valueOf(parameters[key]).optional()])),
);

/** What a protocol lets a clinic loosen by a signed deviation, and how far. */
const loosenable = z.strictObject(
  Object.fromEntries(
    parameterIds.map((key) => [
      key,
      z
        .strictObject({
          asFarAs: numberOf(parameters[key]),
          onlyIf: z.literal("pregnancy-impossible").optional(),
          cites,
        })
        .optional(),
    ]),
  ),
);

export const protocolSchema = z.strictObject({
  id,
  on: id.optional(),
  title: words,
  jurisdiction: z.enum(["any", "US", "EU", "UK", "JP"]),
  zone: z.string().refine(isZone, "an IANA time zone such as Asia/Tokyo"),
  /** False for layers that are not decided under by themselves. */
  usable: z.boolean().default(true),
  editions: z
    .array(z.strictObject({ since: calendarDay, confirmed: z.boolean().default(true), cites }))
    .min(1),
  mayLoosen: loosenable.default({}),
  values: valuesSchema,
});

const opening = z.strictObject({
  days: z.array(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday"])).min(1),
  from: z.string().regex(/^\d{2}:\d{2}$/),
  to: z.string().regex(/^\d{2}:\d{2}$/),
});
export const clinicSchema = z.strictObject({
  id,
  on: id,
  title: words,
  zone: z.string().refine(isZone, "an IANA time zone such as Asia/Tokyo"),
  sites: z.array(z.strictObject({ id, name: words, opens: z.array(opening) })).min(1),
  products: z.array(id).min(1),
  values: valuesSchema,
  /** What it asks of activities on top of its protocol. */
  houseRules: z.array(houseRuleSchema).default([]),
  /** What it charges; empty where it tells nobody. */
  prices: z.array(priceListSchema).default([]),
  cites,
});

export type { Medicine } from "./topics/medicines.ts";
export type Source = z.output<typeof sourceSchema>;
export type Product = z.output<typeof productSchema>;
export type Ingredient = z.output<typeof ingredientSchema>;
export type Analyte = z.output<typeof analyteSchema>;
export type Condition = z.output<typeof conditionSchema>;
export type Indication = z.output<typeof indicationSchema>;
export type Contraceptive = z.output<typeof contraceptiveSchema>;
export type Allergen = z.output<typeof allergenSchema>;
export type Excipient = z.output<typeof excipientSchema>;
export type Protocol = z.output<typeof protocolSchema>;
export type Clinic = z.output<typeof clinicSchema>;
export type Code = z.output<typeof code>;

/** One value as a protocol or clinic file states it. */
export interface StatedValue {
  readonly since: string;
  readonly until?: string | undefined;
  readonly value: AnyValue | null;
  readonly cites: readonly string[];
  readonly deviation?: { readonly signedBy: string; readonly because: string } | undefined;
}
export type StatedValues = { readonly [P in ParameterId]?: readonly StatedValue[] | undefined };

/** Everything under `knowledge/`, checked; the digest names this exact state of it. */
export interface Knowledge {
  readonly digest: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly ingredient: Ingredient;
  readonly products: Readonly<Record<string, Product>>;
  readonly medicines: Readonly<Record<string, Medicine>>;
  /** Isotretinoin by its own names. */
  readonly itself: Itself;
  readonly notMedicines: Readonly<Record<string, NotMedicine>>;
  readonly analytes: Readonly<Record<string, Analyte>>;
  readonly labNotes: Readonly<Record<string, LabNote>>;
  readonly labSchedules: Readonly<Record<string, LabSchedule>>;
  readonly symptoms: Readonly<Record<string, Symptom>>;
  readonly symptomCombinations: Readonly<Record<string, SymptomCombination>>;
  readonly conditions: Readonly<Record<string, Condition>>;
  readonly indications: Readonly<Record<string, Indication>>;
  readonly contraceptives: Readonly<Record<string, Contraceptive>>;
  readonly allergens: Readonly<Record<string, Allergen>>;
  readonly excipients: Readonly<Record<string, Excipient>>;
  readonly activities: Readonly<Record<string, Activity>>;
  readonly duties: Readonly<Record<string, Duty>>;
  readonly studies: Readonly<Record<string, Study>>;
  readonly relapseDefinitions: Readonly<Record<string, RelapseDefinition>>;
  readonly expectations: Readonly<Record<string, Expectation>>;
  readonly scales: Readonly<Record<string, Scale>>;
  readonly responseRules: Readonly<Record<string, ResponseRule>>;
  readonly helplines: Readonly<Record<string, Helpline>>;
  readonly authorities: Readonly<Record<string, ReportAuthority>>;
  readonly claims: Readonly<Record<string, Claim>>;
  readonly references: Readonly<Record<string, PageReference>>;
  readonly protocols: Readonly<Record<string, Protocol>>;
  readonly clinics: Readonly<Record<string, Clinic>>;
}

/** A file of the knowledge folder: which schema reads it, and under which key its list stands. */
export const files = {
  "sources.yaml": { sources: z.array(sourceSchema) },
  "products.yaml": {
    ingredient: ingredientSchema,
    excipients: z.array(excipientSchema),
    products: z.array(productSchema),
  },
  "medicines.yaml": {
    medicines: z.array(medicineSchema),
    itself: itselfSchema,
    notMedicines: z.array(notMedicineSchema),
  },
  "contraceptives.yaml": { contraceptives: z.array(contraceptiveSchema) },
  "allergens.yaml": { allergens: z.array(allergenSchema) },
  "labs.yaml": {
    analytes: z.array(analyteSchema),
    notes: z.array(labNoteSchema),
    schedules: z.array(labScheduleSchema),
  },
  "symptoms.yaml": { symptoms: z.array(symptomSchema), combinations: z.array(combinationSchema) },
  "conditions.yaml": { conditions: z.array(conditionSchema) },
  "indications.yaml": { indications: z.array(indicationSchema) },
  "activities.yaml": { activities: z.array(activitySchema), duties: z.array(dutySchema) },
  "evidence.yaml": {
    studies: z.array(studySchema),
    relapseDefinitions: z.array(relapseDefinitionSchema),
    expectations: z.array(expectationSchema),
    scales: z.array(scaleSchema),
    responseRules: z.array(responseRuleSchema),
  },
  "contacts.yaml": { helplines: z.array(helplineSchema), authorities: z.array(authoritySchema) },
  "references.yaml": { references: z.array(referenceSchema) },
} as const;
