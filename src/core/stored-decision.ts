/**
 * A decision as it is kept with what was done on the strength of it: what was asked, everything it read, and what
 * each rule said. Under the same rules and knowledge the same question gives the same findings again.
 */
import { z } from "zod";
import { verdicts } from "./finding.ts";

export const storedDecision = z.strictObject({
  /** The instant it was decided for, with an offset. */
  at: z.string(),
  zone: z.string(),
  protocol: z.string(),
  clinic: z.string().optional(),
  question: z.record(z.string(), z.unknown()),
  /** Streams that were read, each at its version. */
  read: z.record(z.string(), z.number().int().nonnegative()),
  /** SHA-256 of the knowledge it was decided with. */
  knowledge: z.string(),
  rules: z.string(),
  verdict: z.enum(verdicts),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      verdict: z.enum(verdicts),
      reason: z.string(),
      facts: z.record(z.string(), z.unknown()),
      overridden: z.literal(true).optional(),
    }),
  ),
});
export type StoredDecision = z.output<typeof storedDecision>;
