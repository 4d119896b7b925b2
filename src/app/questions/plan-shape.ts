/** The published shape of a planned course. */
import { z } from "zod";
import { planEventKinds, planIds } from "../../core/plan/course-plan.ts";

const day = z.iso.date();
const text = z.strictObject({ en: z.string(), ja: z.string() });
const capsules = z.array(z.strictObject({ mg: z.number(), count: z.int() }));

export const planShape = z.strictObject({
  id: z.enum(planIds),
  product: z.string(),
  start: day,
  lastCapsule: day,
  /** On the calendar, days off included. */
  days: z.int(),
  /** In capsules taken from the start of the plan. */
  mg: z.number(),
  /** Taken before in this course. */
  takenMg: z.number(),
  /** Of the whole course; `null` where no weight is known. */
  mgPerKg: z.number().nullable(),
  phases: z.array(
    z.strictObject({
      kind: z.enum(["in-hand", "first-supply", "step", "course"]),
      from: day,
      to: day,
      days: z.int(),
      daysOff: z.int(),
      /** What was wished; `dailyMg` is what capsules make of it. */
      wishedMg: z.number(),
      dailyMg: z.number(),
      mg: z.number(),
      /** The capsules of one day, or of two that take turns; empty of capsules handed out before. */
      pattern: z.array(z.strictObject({ mg: z.number(), capsules })),
    }),
  ),
  supplies: z.array(
    z.strictObject({
      on: day,
      to: day,
      days: z.int(),
      capsules,
      /** Of these left over, because blisters stay whole. */
      spare: capsules,
    }),
  ),
  events: z.array(
    z.strictObject({
      on: day,
      /** Where it may be done earlier: from this day. */
      from: day.optional(),
      kind: z.enum(planEventKinds),
      title: text,
      text,
    }),
  ),
});
export type PlanJson = z.output<typeof planShape>;
