/** The published shape of an answer; docs/answer.schema.json and the API's description are made of it. */
import { z } from "zod";
import { verdicts } from "../../core/finding.ts";
import { billItems } from "../../core/price/bill.ts";
import { sections } from "../../core/questions/question.ts";
import { roles } from "../../core/vocabulary.ts";
import { planShape } from "./plan-shape.ts";

const day = z.iso.date();
const text = z.strictObject({ en: z.string(), ja: z.string() });
const facts = z.record(z.string(), z.unknown());
const step = z.strictObject({
  who: z.enum(roles),
  action: z.string(),
  facts,
  text,
  by: day,
  when: z.enum(["now", "then", "only-then"]),
});
const said = {
  verdict: z.enum(verdicts),
  /** A word for what is said, with what its sentence was made of. */
  reason: z.string(),
  facts,
  cites: z.array(z.string()),
  text,
  wayOut: z.union([z.literal("never"), z.array(step)]),
} as const;

export const answerShape = z.strictObject({
  question: z.string(),
  /** What was asked, as it was understood: names read as ids, and what the record already said filled in. */
  asked: z.record(z.string(), z.unknown()),
  on: day,
  zone: z.string(),
  protocol: z.string(),
  clinic: z.string().nullable(),
  /** The worst of what counts. */
  verdict: z.enum(verdicts),
  /** The whole answer in a sentence. */
  headline: z.strictObject(said),
  remarks: z.array(
    z.strictObject({
      /** `not-applied`: said elsewhere, judged, shown, and of no effect; `unreliable`: the same, where it was asked about. */
      section: z.enum(sections),
      /** What it is about: a kind and an id of the knowledge, `activity/waxing`, or the rule that found it, `rule/…`. */
      about: z.string().optional(),
      title: text.optional(),
      ...said,
      /** Present where nobody can set it aside. */
      floor: z.literal(true).optional(),
    }),
  ),
  /** Courses that were planned, the one that was asked for first, others beside it. */
  plans: z.array(planShape).optional(),
  /** Numbers over days, to be drawn. */
  series: z.array(
    z.strictObject({
      id: z.string(),
      unit: z.string(),
      points: z.array(z.strictObject({ on: day, value: z.number() })),
      lines: z.array(z.strictObject({ value: z.number(), meaning: z.string() })),
    }),
  ),
  /** Where the answer waits: the first day on which it no longer does. */
  earliest: day.nullable(),
  /** What it costs, where that is asked: line by line, in whole units of the currency. */
  lines: z
    .array(
      z.strictObject({
        item: z.enum(billItems),
        text,
        quantity: z.int(),
        unitYen: z.int(),
        yen: z.int(),
        mg: z.number().optional(),
        days: z.int().optional(),
        product: z.string().optional(),
      }),
    )
    .optional(),
  total: z.int().optional(),
  currency: z.literal("JPY").optional(),
  /** `null` where a price list does not say. */
  taxIncluded: z.boolean().nullable().optional(),
  /** Charged besides, with no amount listed: what will be paid is then more than the total. */
  notListed: z.array(z.enum(billItems)).optional(),
  /** The first days of the price lists that were used. */
  priceListsSince: z.array(day).optional(),
  sources: z.record(
    z.string(),
    z.strictObject({
      id: z.string(),
      title: z.string(),
      publisher: z.string(),
      date: z.string().optional(),
      where: z.string(),
      checked: z.enum(["read", "secondary", "unread", "derived", "decided"]),
    }),
  ),
  knowledge: z.string(),
  rules: z.string(),
});
export type AnswerJson = z.output<typeof answerShape>;
