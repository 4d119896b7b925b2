/**
 * Who may see and do what, as it is written down. Clinics' entries name staff, patients' entries name their own account
 * and the clinics that treat them; what was looked at stands in streams of the audit trail. No rule of treatment reads these.
 */
import { z } from "zod";
import { accessReaches, privateTopics, staffRoles } from "./vocabulary.ts";

const id = z.string().min(1).max(120);

export const accessBodies = {
  /** Of a clinic. At every site where none is named. */
  "staff-appointed": z.strictObject({
    account: id,
    role: z.enum(staffRoles),
    sites: z.array(id).min(1).optional(),
  }),
  "staff-dismissed": z.strictObject({ account: id, role: z.enum(staffRoles) }),
  /** Of a patient: the account under which they, or whoever has custody, read and write. */
  "account-linked": z.strictObject({ account: id, as: z.enum(["patient", "guardian"]) }),
  "account-unlinked": z.strictObject({ account: id }),
  /** What a minor shows a guardian, or no longer shows: without a word of theirs it is theirs alone. */
  "shared-with-guardian": z.strictObject({ topics: z.array(z.enum(privateTopics)) }),
  /**
   * A clinic begins to treat; `home` says that it takes the patient over, and its rules count from then on. Why, nobody
   * was asked at first.
   */
  "treatment-relation-started": z.strictObject({
    clinic: id,
    home: z.boolean().default(false),
    reason: z.string().min(1).optional(),
  }),
  "treatment-relation-ended": z.strictObject({ clinic: id }),
  /** Somebody without a treatment relation opened the record in an emergency. */
  "glass-broken": z.strictObject({ account: id, clinic: id, reason: z.string().min(1) }),
  /** The patient's wish that data are kept and no longer used, and its end. */
  "processing-restricted": z.strictObject({ reason: z.string().min(1) }),
  "restriction-lifted": z.strictObject({ reason: z.string().min(1) }),
  /** Of the audit trail. `operation` as the API's description names it. */
  "person-data-read": z.strictObject({
    patient: id.optional(),
    account: id,
    operation: id,
    through: z.enum(accessReaches),
    patients: z.number().int().nonnegative().optional(),
  }),
  "access-refused": z.strictObject({ patient: id.optional(), account: id, operation: id, why: id }),
  /** `how` somebody came in; `purpose` of a link; `of` whose account, where it is not their own. */
  "account-event": z.strictObject({
    account: id.optional(),
    event: id,
    how: id.optional(),
    purpose: id.optional(),
    of: id.optional(),
  }),
} as const;
