/** The shape of who treats a patient and who opens the record. */
import { z } from "zod";
import { privateTopics } from "../../core/vocabulary.ts";

const text = z.strictObject({ en: z.string(), ja: z.string() });
const instant = z.iso.datetime({ offset: true });

export const rightsShape = z.strictObject({
  patient: z.string(),
  /** Those that treat the patient now, the one whose rules count first; then those that did, the last first. */
  clinics: z.array(
    z.strictObject({
      clinic: z.string(),
      title: text.nullable(),
      /** Whether its rules count. */
      home: z.boolean(),
      since: instant,
      /** Null while it treats the patient. */
      until: instant.nullable(),
      /** Why it began, or last took the patient over; null where nobody was asked, or the words are gone. */
      reason: z.string().nullable(),
    }),
  ),
  /** The patient's own account and those of whoever has custody; then those that were taken back. */
  links: z.array(
    z.strictObject({
      account: z.string(),
      /** As the account has it; null where there is none of that id any more. */
      name: z.string().nullable(),
      as: z.enum(["patient", "guardian"]),
      since: instant,
      /** Null while it opens the record. */
      until: instant.nullable(),
    }),
  ),
  /** What a minor shows whoever has custody, of what is otherwise their own. */
  shared: z.array(z.enum(privateTopics)),
});

export type Rights = z.output<typeof rightsShape>;
