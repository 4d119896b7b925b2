/** What a patient can report, how soon it has to be seen, and what more than one of them can mean together. */
import { z } from "zod";
import { cites, id, judgements, span, words } from "../parts.ts";
import { urgencies } from "./urgency.ts";

/** What pages tell patients of a symptom, judged: shown, never applied. */
const saidElsewhere = z.strictObject({ says: words, judged: z.enum(judgements), cites });

export const symptomSchema = z.strictObject({
  id,
  name: words,
  /** What people call it, in either language. */
  aliases: z.array(z.string().min(1)).default([]),
  stops: z.boolean(),
  fulminans: z.enum(["alone", "with-flare"]).optional(),
  urgency: z.enum(urgencies),
  /** Expected only this long after the first capsule; later, or where nobody knows when that was, it is heard at the next visit. */
  expectedWithin: span.optional(),
  /** Danger to oneself: the crisis line comes before every other number. */
  crisis: z.boolean().default(false),
  /** Of the mind: somebody to talk to is offered beside the call. */
  mood: z.boolean().default(false),
  /** Only where pregnancy is possible, or nobody has said; otherwise it is talked about with the prescriber. */
  onlyIfPregnancyPossible: z.boolean().default(false),
  does: words,
  /** The same for somebody who no longer takes capsules, where it speaks of them. */
  afterwards: words.optional(),
  /** How it is made easier. */
  ease: words.optional(),
  saidElsewhere: z.array(saidElsewhere).default([]),
  cites,
});

/** Symptoms that mean more together than each alone: they only ever raise the urgency. */
export const combinationSchema = z.strictObject({
  id,
  /** One symptom of each list must be there. */
  oneOfEach: z.array(z.array(id).min(1)).min(2),
  stops: z.boolean(),
  urgency: z.enum(urgencies),
  crisis: z.boolean().default(false),
  /** Who has to see it, where not simply a doctor. */
  sees: z.enum(["dermatologist"]).optional(),
  does: words,
  /** The same for somebody who no longer takes capsules, where it speaks of them. */
  afterwards: words.optional(),
  cites,
});

export type Symptom = z.output<typeof symptomSchema>;
export type SymptomCombination = z.output<typeof combinationSchema>;
