/** When blood is taken during treatment, as labels, guidelines and clinics have it, and what is ruled out first. */
import { z } from "zod";
import { cites, id, judgements, span, words } from "../parts.ts";

export const labScheduleSchema = z.strictObject({
  id,
  name: words,
  by: z.enum(["label", "guideline", "page"]),
  judged: z.enum(judgements).default("supported"),
  /** Again until somebody has recorded that the response is known: it has no days. */
  untilResponseKnown: z.boolean().default(false),
  /** The first sample during treatment, from the first capsule. */
  firstWithin: span.optional(),
  /** Later samples, from the one before. */
  every: span.optional(),
  /** Once at the highest dose of the course: it has no day. */
  atPeakDose: z.boolean().default(false),
  /** What it has taken during treatment. */
  analytes: z.array(id).min(1),
  says: words,
  /** What following it costs, in safety and in needles. */
  costs: words,
  cites,
});

/** What is ruled out, or kept in mind, before a result is acted upon. */
export const labNotes = [
  "version",
  "fasting",
  "alcohol",
  "exercise",
  "muscle-damage",
  "muscle-first",
  "repeat",
  "pancreatitis",
  "draft-policy",
] as const;
export type LabNoteId = (typeof labNotes)[number];
export const labNoteSchema = z.strictObject({ id: z.enum(labNotes), says: words, cites });

export type LabNote = z.output<typeof labNoteSchema>;
export type LabSchedule = z.output<typeof labScheduleSchema>;
