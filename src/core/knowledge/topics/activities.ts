/** What patients ask whether they may do: each with what every authority, guideline and page says of it. */
import { z } from "zod";
import type { Settled } from "../judged.ts";
import { cites, id, judgements, jurisdiction, span, words } from "../parts.ts";
import { type Permission, permissions } from "./permission.ts";

/** Whom a statement is about: those who can become pregnant, the others, or those of the others who father children. */
export const whoms = ["can-become-pregnant", "cannot-become-pregnant", "can-father"] as const;
export type Whom = (typeof whoms)[number];

const holdsFor = {
  /** Left out: everybody. */
  whom: z.enum(whoms).optional(),
  during: z.enum(permissions),
  /** How long after the last capsule that still holds; left out: it ends with treatment. */
  after: span.optional(),
  /** The same, as the value of a protocol (months), which a clinic may have lengthened. */
  afterParameter: z.enum(["contraceptionMonthsAfter", "procedureMonthsApart"]).optional(),
  /** What holds once that is over: never stricter than before. */
  afterwards: z.enum(permissions).default("yes"),
  says: words,
  cites,
} as const;

const easesOff = (one: { readonly during: Permission; readonly afterwards: Permission }) =>
  permissions.indexOf(one.afterwards) <= permissions.indexOf(one.during);
const hardens = { error: "stricter after treatment than during it", path: ["afterwards"] };

export const activityStatementSchema = z
  .strictObject({
    /** `decision`: ours, where sources are silent or differ. `none`: nobody was found to say anything. */
    by: z.enum(["floor", "label", "regulator", "guideline", "literature", "decision", "page", "none"]),
    /** The countries it speaks for; left out: all. Private pay in Japan hears every country's. */
    where: z.array(jurisdiction).min(1).optional(),
    /** Only what is supported is applied, as what says nothing of it is; the rest is shown with its judgement. */
    judged: z.enum(judgements).optional(),
    /** The page's claim that it repeats: judged there, once. */
    claim: id.optional(),
    ...holdsFor,
  })
  .refine(easesOff, hardens);

export const activitySchema = z.strictObject({
  id,
  name: words,
  /** Other names it is looked for by, in either language. */
  aliases: z.array(z.string().min(1)).default([]),
  group: z.enum([
    "family",
    "giving",
    "capsules",
    "skin-procedure",
    "hair-removal",
    "surgery",
    "vaccine",
    "habit",
    "sun",
    "driving-and-work",
    "skin-care",
  ]),
  /** A cisgender man need not be told of it. */
  notOfMen: z.boolean().default(false),
  statements: z.array(activityStatementSchema).min(1),
});

/** What belongs to the time after the last capsule and is nothing to be allowed: tests, reports, maintenance, rest. */
export const dutySchema = z.strictObject({
  id,
  name: words,
  kind: z.enum(["test", "report", "maintenance", "rest"]),
  whom: z.enum(whoms).optional(),
  where: z.array(jurisdiction).min(1).optional(),
  judged: z.enum(judgements).optional(),
  /** The page's claim that it repeats: judged there, once. */
  claim: id.optional(),
  /** How long after the last capsule; left out: on its day. */
  after: span.optional(),
  /** Beside what is asked for, for those who want it. */
  offered: z.boolean().default(false),
  says: words,
  cites,
});

/** What one clinic asks on top, signed by it: applied where it is stricter. */
export const houseRuleSchema = z.strictObject({ activity: id, ...holdsFor }).refine(easesOff, hardens);

export type ActivityStatement = Settled<z.output<typeof activityStatementSchema>>;
export type Activity = Omit<z.output<typeof activitySchema>, "statements"> & {
  readonly statements: readonly ActivityStatement[];
};
export type Duty = Settled<z.output<typeof dutySchema>>;
