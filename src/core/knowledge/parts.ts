/** Parts that the schemas of several knowledge files share. */
import { z } from "zod";
import { parseDay } from "../calendar.ts";

export const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "an id in lower case, digits and hyphens");
export const cites = z.array(z.string()).min(1, "at least one source id in `cites`");
export const words = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });
export const code = z.strictObject({
  system: z.enum(["rxnorm", "ndc", "atc", "loinc", "snomed", "icd-10-cm", "icd-10"]),
  code: z.string().min(1),
  checked: z.enum(["read", "secondary", "unread"]).default("read"),
});
export const calendarDay = z
  .string()
  .refine((text) => parseDay(text) !== undefined, "a calendar day, written YYYY-MM-DD");
/** A length of time as labels give it. */
export const span = z.union([
  z.strictObject({ days: z.number().int().positive() }),
  z.strictObject({ weeks: z.number().int().positive() }),
  z.strictObject({ months: z.number().int().positive() }),
]);
export const jurisdiction = z.enum(["US", "EU", "UK", "JP"]);
export type Jurisdiction = z.output<typeof jurisdiction>;

export { type Judged, judgements } from "./judged.ts";
