/** The shape of a file of golden examples, read strictly. */
import { z } from "zod";
import { type At, type Day, isZone, parseAt, parseDay } from "../core/calendar.ts";
import { type EntryType, entryTypes } from "../core/entry.ts";
import { verdicts } from "../core/finding.ts";
import { clinicSchema } from "../core/knowledge/schema.ts";
import { type AnyRule, allRules } from "../core/rules/index.ts";

export type RuleId = AnyRule["id"];

const words = z.string().min(1);
const dayInput = z.string().transform((text, context): Day => {
  const read = parseDay(text);
  if (read !== undefined) return read;
  context.addIssue({ code: "custom", message: `"${text}" is not a calendar day; write YYYY-MM-DD` });
  return z.NEVER;
});
const atInput = z.string().transform((text, context): At => {
  const read = parseAt(text);
  if (read !== undefined) return read;
  context.addIssue({
    code: "custom",
    message: `"${text}" is not an instant; write 2026-10-20T09:30:00-04:00`,
  });
  return z.NEVER;
});
const zoneInput = z.string().refine(isZone, "not an IANA time zone such as Asia/Tokyo");
const rawEntry = z.record(z.string(), z.unknown());

const supply = {
  product: z.string(),
  capsuleMg: z.number().positive(),
  formulation: z.enum(["conventional", "lidose", "micronised"]),
  capsules: z.number().positive(),
  dailyMg: z.number().positive(),
  dosesPerDay: z.number().positive(),
  days: z.number().positive(),
  refills: z.number().int().nonnegative(),
  unread: z.array(z.string()),
  otherOrders: z.number().int().nonnegative(),
  indication: z.strictObject({ id: z.string().optional(), text: words }),
} as const;
export const proposed = z.strictObject(supply).partial();
/** Changes to a patient's supply; `null` takes a part of it away. */
const changed = z.strictObject(
  Object.fromEntries(Object.entries(supply).map(([key, schema]) => [key, schema.nullable().optional()])),
);
const handedOut = {
  number: z.string(),
  product: z.string(),
  capsuleMg: z.number().positive(),
  capsules: z.number().int().positive(),
  lot: z.string(),
  expiresOn: dayInput,
} as const;
/** Changes to what a patient is handed out; `null` takes a part of it away, or asks about the supply instead. */
const dispenseChanged = z
  .strictObject(
    Object.fromEntries(Object.entries(handedOut).map(([key, schema]) => [key, schema.nullable().optional()])),
  )
  .nullable();
const what = {
  en: words,
  ja: words,
  on: dayInput.optional(),
  at: atInput.optional(),
  /** Entry types or ids that are taken away. */
  without: z.array(z.string()).default([]),
  /** Entries that are added. */
  with: z.array(rawEntry).default([]),
  /** What an import found without any day. */
  undated: z
    .array(z.strictObject({ type: z.enum(entryTypes as [EntryType, ...EntryType[]]), body: rawEntry }))
    .default([]),
  zone: zoneInput.optional(),
  clinic: z.string().optional(),
  supply: changed.optional(),
  /** Asks whether the authorised supply may be handed out, and what is handed out. */
  dispense: dispenseChanged.optional(),
} as const;
const patientSchema = z.strictObject({
  ...what,
  /** Another patient of the file, further changed. */
  like: z.string().optional(),
  entries: z.array(rawEntry).default([]),
});
const exampleSchema = z.strictObject({
  ...what,
  rule: z.enum(allRules.map(({ id }) => id) as [RuleId, ...RuleId[]]),
  patient: z.string(),
  /** An edition an administrator confirmed, counting from its own first day. */
  confirmEdition: dayInput.optional(),
  gives: z.enum(verdicts),
  reason: z.string(),
  overall: z.enum(verdicts).optional(),
});
export const goldenFileSchema = z
  .strictObject({
    protocol: z.string().optional(),
    clinic: z.string().optional(),
    /** Clinics that exist in these examples alone, such as one with a signed deviation. */
    clinics: z.array(clinicSchema).default([]),
    patients: z.record(z.string(), patientSchema),
    examples: z.array(exampleSchema),
  })
  .refine(({ protocol, clinic }) => (protocol === undefined) !== (clinic === undefined), {
    message: "name either a `protocol` or a `clinic`",
  });
export type GoldenFileInput = z.output<typeof goldenFileSchema>;
/** What changes a patient, or an example's patient. */
export type GoldenChange = Pick<
  GoldenFileInput["examples"][number],
  "without" | "with" | "supply" | "dispense" | "on" | "at" | "zone" | "clinic"
>;
