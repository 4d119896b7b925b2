/** What studies found, each with its own definition, never pooled; what to expect when; what "relapse" has meant. */
import { z } from "zod";
import { cites, id, words } from "../parts.ts";

export const studySchema = z.strictObject({
  id,
  title: z.string().min(1),
  about: z.array(z.enum(["relapse", "dose", "flare", "mood", "bowel", "laboratory", "procedure"])).min(1),
  /** As published; left out where it is not one number. */
  people: z.number().int().positive().optional(),
  /** What it counted. */
  definition: words.optional(),
  found: words,
  /** What to keep in mind. */
  caveat: words.optional(),
  cites,
});

export const relapseDefinitionSchema = z.strictObject({ id, name: words, says: words, cites });

/** When a feature of acne usually changes, counted in weeks from the first capsule; ends may be open. */
export const expectationSchema = z.strictObject({
  id,
  name: words,
  fromWeek: z.number().nonnegative().optional(),
  toWeek: z.number().positive().optional(),
  says: words,
  cites,
});

export type Study = z.output<typeof studySchema>;
export type RelapseDefinition = z.output<typeof relapseDefinitionSchema>;
export type Expectation = z.output<typeof expectationSchema>;
