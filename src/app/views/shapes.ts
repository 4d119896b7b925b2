/** The shapes of what can be read: the same for the API, the pages and the command line. Days and instants are text. */
import { z } from "zod";
import { roles } from "../../core/vocabulary.ts";
import { decisionSchema } from "../decision-json.ts";
import { groups } from "./standing.ts";

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const text = z.strictObject({ en: z.string(), ja: z.string() });
const patient = z.string();

/** A document that findings cite, and how far anyone has checked it. */
export const sourceShape = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  date: z.string().optional(),
  where: z.string(),
  checked: z.enum(["read", "secondary", "unread", "derived", "decided"]),
});

export const personShape = z.strictObject({
  patient,
  name: z.string().nullable(),
  kana: z.string().nullable(),
  birthDate: day,
  clinic: z.string(),
  site: z.string().nullable(),
  /** Nobody real: a patient of the demo. */
  fictional: z.boolean(),
});

export const standingShape = z.strictObject({
  group: z.enum(groups),
  verdict: decisionSchema.shape.verdict,
  /** Whose turn it is. */
  who: z.array(z.enum(roles)),
  headline: text,
  /** The first thing each of them has to do. */
  turns: z.array(z.strictObject({ who: z.enum(roles), text })),
  /** When this turn closes. */
  until: instant.nullable(),
  earliest: day.nullable(),
  capsulesUntil: day.nullable(),
});

/** What is there and is not shown to whoever asks: how many, why not, and that in words. */
export const notShownShape = z.array(
  z.strictObject({ because: z.enum(["role", "clinic", "private", "restricted"]), count: z.int(), text }),
);

/** One line of today's list. */
export const todayLineShape = personShape.extend({ version: z.int(), standing: standingShape });

export const todayShape = z.strictObject({
  clinic: z.string(),
  at: instant,
  day,
  zone: z.string(),
  lines: z.array(todayLineShape),
  notShown: notShownShape,
});

export const supplyShape = z.strictObject({
  product: z.string(),
  productName: text,
  capsuleMg: z.number(),
  capsules: z.number(),
  dailyMg: z.number(),
  dosesPerDay: z.number(),
  days: z.number(),
});

/** Of one patient, for a day without a computer. */
export const downtimeLineShape = personShape.extend({
  group: z.enum(groups),
  headline: text,
  turns: z.array(z.strictObject({ who: z.enum(roles), text })),
  /** When this turn closes. */
  closes: instant.nullable(),
  /** What may be handed out, if nothing new is written down; null where nothing may. */
  handOut: z
    .strictObject({
      number: z.string(),
      supply: supplyShape,
      /** Null: from now on. */
      from: instant.nullable(),
      /** The first instant at which it may no longer be, or at which the sheet ends. */
      until: instant,
      /** The pack has to be good until then. */
      packGoodUntil: day.nullable(),
    })
    .nullable(),
});

/** Those who may come today or tomorrow, for when the computer fails. */
export const downtimeShape = z.strictObject({
  clinic: z.string(),
  title: text,
  at: instant,
  day,
  /** The last day it is good for. */
  through: day,
  zone: z.string(),
  lines: z.array(downtimeLineShape),
});

export const authorisationStates = ["open", "dispensed", "reversed", "voided", "expired"] as const;

/** Why an authorisation is void: what the prescriber said, what it came to fail, or that its own entry was mended. */
export const voidReasons = [
  "no-longer-passes",
  "withdrawn",
  "replaced",
  "corrected",
  "number-given-twice",
] as const;

const failedRule = z.strictObject({ rule: z.string(), title: text });

export const authorisationShape = z.strictObject({
  number: z.string(),
  state: z.enum(authorisationStates),
  supply: supplyShape,
  authorisedAt: instant.nullable(),
  authorisedDay: day,
  /** The instant from which it can no longer be redeemed; null where no source sets a window. */
  dispenseBefore: instant.nullable(),
  dispensed: z
    .strictObject({
      day,
      capsules: z.number().nullable(),
      days: z.number().nullable(),
      lot: z.string().nullable(),
      expiresOn: day.nullable(),
    })
    .nullable(),
  /** Null unless it is voided. */
  voided: z
    .strictObject({
      because: z.enum(voidReasons),
      /** What it came to fail, where that voided it. */
      rules: z.array(failedRule),
      day: day.nullable(),
    })
    .nullable(),
});

export const courseShape = z.strictObject({
  /** The first capsules of the course under way. */
  firstDay: day.nullable(),
  supplies: z.int(),
  courseMg: z.number().nullable(),
  weightKg: z.number().nullable(),
  mgPerKg: z.number().nullable(),
  heldSince: day.nullable(),
  /** By its first supply, or by its recorded beginning; null where none is under way. */
  underWaySince: day.nullable(),
  /** The beginning of the course under way, if it was recorded. */
  begun: day.nullable(),
  canBecomePregnant: z.boolean().nullable(),
});

export const taskShape = z.strictObject({
  task: z.string(),
  kind: z.literal("review-dispensed-supply"),
  number: z.string(),
  rules: z.array(failedRule),
  raised: day,
});

/** Everything a patient's page shows but the timeline. */
export const patientShape = personShape.extend({
  version: z.int(),
  phone: z.string().nullable(),
  ageYears: z.int(),
  erased: z.boolean(),
  standing: standingShape,
  /** The supply that `decision` is about, as far as it is known. */
  proposal: z.record(z.string(), z.unknown()),
  /** For the next supply; for the open authorisation where there is one. */
  decision: decisionSchema,
  sources: z.record(z.string(), sourceShape),
  course: courseShape,
  authorisations: z.array(authorisationShape),
  tasks: z.array(taskShape),
  /** Of the record's entries. */
  notShown: notShownShape,
});

/** One line of the record as it was written. */
export const timelineLineShape = z.strictObject({
  id: z.string(),
  version: z.int(),
  type: z.string(),
  title: text,
  happened: z.strictObject({ day, at: instant.optional(), zone: z.string().optional() }),
  recordedAt: instant,
  actor: z.strictObject({ role: z.string(), id: z.string(), authenticated: z.boolean() }),
  source: z.string(),
  body: z.record(z.string(), z.unknown()),
  note: z.string().nullable(),
  /** The entry that mended or withdrew this one. */
  correctedBy: z.string().nullable(),
  withdrawn: z.boolean(),
  /** Whether a correction may name it. */
  correctable: z.boolean(),
});

export const timelineShape = z.strictObject({
  items: z.array(timelineLineShape),
  /** Give it as `before` for older entries; null on the last page. */
  next: z.string().nullable(),
  /** Of the entries of this page. */
  notShown: notShownShape,
});

/** What a pharmacist sees who has typed a number. */
export const redemptionShape = z.strictObject({
  patient: personShape,
  version: z.int(),
  authorisation: authorisationShape,
  /** The dispensing question as of now, for the pack that was named. */
  decision: decisionSchema,
  sources: z.record(z.string(), sourceShape),
});

export type Standing = z.output<typeof standingShape>;
export type TodayLine = z.output<typeof todayLineShape>;
/** Its lines are kept from one look to the next. */
export type Today = Omit<z.output<typeof todayShape>, "lines"> & { readonly lines: readonly TodayLine[] };
export type DowntimeLine = z.output<typeof downtimeLineShape>;
export type Downtime = z.output<typeof downtimeShape>;
export type PatientView = z.output<typeof patientShape>;
export type AuthorisationView = z.output<typeof authorisationShape>;
export type Timeline = z.output<typeof timelineShape>;
export type TimelineLine = z.output<typeof timelineLineShape>;
export type Redemption = z.output<typeof redemptionShape>;
export type NotShown = z.output<typeof notShownShape>;
export type SourceView = z.output<typeof sourceShape>;
