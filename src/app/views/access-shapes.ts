/** The shapes of who saw what: the same for the API, the pages and the command line. */
import { z } from "zod";
import { accessReaches } from "../../core/vocabulary.ts";

const text = z.strictObject({ en: z.string(), ja: z.string() });
const instant = z.iso.datetime({ offset: true });

/** `opened`: in an emergency, without a treatment relation. `account`: something happened to an account. */
export const accessKinds = ["read", "write", "refused", "opened", "account"] as const;

export const accessLineShape = z.strictObject({
  /** In the whole ledger: the order in which things happened. */
  position: z.int(),
  at: instant,
  kind: z.enum(accessKinds),
  account: z.string(),
  /** Null where no account has this id: an import, or somebody whose account is gone. */
  name: z.string().nullable(),
  role: z.string(),
  /** For which they acted; null where for none. */
  clinic: z.string().nullable(),
  clinicTitle: text.nullable(),
  /** In plain words. */
  what: text,
  through: z.enum(accessReaches).nullable(),
  throughText: text.nullable(),
  /** Why they were refused, or the reason that was given for an emergency. */
  why: text.nullable(),
});

export const accessesShape = z.strictObject({
  items: z.array(accessLineShape),
  /** Give it as `before` for what came earlier; null on the last page. */
  next: z.string().nullable(),
});

export const auditLineShape = accessLineShape.extend({
  patient: z.string().nullable(),
  /** Null where nobody of this clinic is meant, or the person was erased. */
  patientName: z.string().nullable(),
});

export const auditShape = z.strictObject({
  clinic: z.string(),
  items: z.array(auditLineShape),
  /** Give it as `after` for what came earlier; null on the last page. */
  next: z.string().nullable(),
});

export type AccessLine = z.output<typeof accessLineShape>;
export type Accesses = z.output<typeof accessesShape>;
export type AuditLine = z.output<typeof auditLineShape>;
export type Audit = z.output<typeof auditShape>;
