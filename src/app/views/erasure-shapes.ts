/** The shapes of an erasure: how it stands, and its proof. */
import { z } from "zod";

const text = z.strictObject({ en: z.string(), ja: z.string() });
const instant = z.iso.datetime({ offset: true });

/** The proof that the key of what was private is destroyed: each hangs on the one before. */
export const proofShape = z.strictObject({
  /** Counts erasures from 1. */
  number: z.int(),
  stream: z.string(),
  erasedAt: instant,
  /** SHA-256 of the key; null where there never was one. */
  keyHash: z.string().nullable(),
  /** SHA-256 over the proof before it and this one. */
  hash: z.string(),
});

export const erasureShape = z.strictObject({
  patient: z.string(),
  erased: z.boolean(),
  may: z.boolean(),
  /** Whether what is known is kept and not used, as the patient wishes. */
  restricted: z.boolean(),
  /** Everything that stands against it. */
  against: z.array(z.strictObject({ id: z.string(), text, remedy: text })),
  /** How long the record is kept; null while that is not settled. */
  kept: z.strictObject({ years: z.int(), lastDay: z.iso.date(), untilDay: z.iso.date() }).nullable(),
  proof: proofShape.nullable(),
});

export const erasedShape = z.strictObject({ patient: z.string(), proof: proofShape });

export type ErasureView = z.output<typeof erasureShape>;
export type ErasureProof = z.output<typeof proofShape>;
