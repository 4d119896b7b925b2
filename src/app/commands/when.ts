/** When something happened, as a form sends it, and as it is written down. */
import { z } from "zod";
import { type At, type Day, dayOf, parseAt } from "../../core/calendar.ts";
import { type Happened, happenedInput } from "../../core/entry.ts";

/** An instant without a day of its own gets the clinic's. */
export interface When {
  readonly day?: Day;
  readonly at?: At;
  readonly zone?: string;
}

/**
 * A day (2026-11-20), an instant with its offset, or `{ day, at, zone }`. An instant in UTC ("…Z") is a machine's: it
 * says nothing of the day where it happened, so the clinic's day counts.
 */
export const whenInput: z.ZodType<When> = z
  .union([
    z
      .string()
      .regex(/[Zz]$/)
      .transform((text, context): When => {
        const at = parseAt(text);
        if (at !== undefined) return { at };
        context.addIssue({ code: "custom", message: `"${text}" is not an instant` });
        return z.NEVER;
      }),
    happenedInput,
  ])
  .refine(agrees, "the day and the instant do not belong together");

/** A clock that is a little fast is no reason to send somebody away: what it says is taken as now. */
const fastClockMs = 5 * 60_000;

/** The happening a command is about: now, unless it says otherwise. */
export function happenedWhen(when: When | undefined, { now, at: nowAt }: Now, zone: string): Happened {
  if (when === undefined) return now;
  const { day, at } = when;
  if (at !== undefined && at > nowAt && at <= nowAt + fastClockMs) return now;
  if (day !== undefined) return { ...when, day };
  return at === undefined ? now : { ...when, day: dayOf(at, zone) };
}

interface Now {
  readonly at: At;
  readonly now: Happened;
}

const msPerDay = 86_400_000;

/** Whether the day written beside an instant is the day it was somewhere on earth, or in the zone given. */
export function agrees({ day, at, zone }: When): boolean {
  if (day === undefined || at === undefined) return true;
  if (zone !== undefined) return dayOf(at, zone) === day;
  return Math.abs(day - Math.floor(at / msPerDay)) <= 1;
}
