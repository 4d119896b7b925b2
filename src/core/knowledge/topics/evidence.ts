/** What studies found, each with its own definition, never pooled; what to expect when; what "relapse" has meant. */
import { z } from "zod";
import type { Settled } from "../judged.ts";
import { cites, id, judgements, span, words } from "../parts.ts";
import { features } from "./feature.ts";

export const studySchema = z.strictObject({
  id,
  title: z.string().min(1),
  about: z
    .array(z.enum(["relapse", "dose", "flare", "mood", "bowel", "laboratory", "procedure", "washout"]))
    .min(1),
  /** As published; left out where it is not one number. */
  people: z.number().int().positive().optional(),
  /** What it counted. */
  definition: words.optional(),
  found: words,
  /** What to keep in mind. */
  caveat: words.optional(),
  cites,
});

/** What has to be so for a definition to be met; `unstated` where its source does not say. */
export const relapseCriterionSchema = z.discriminatedUnion("kind", [
  /** New lesions at this share of those before treatment, or more. */
  z.strictObject({
    kind: z.literal("new-lesions"),
    share: z.strictObject({ of: z.number().int().positive(), in: z.number().int().positive() }),
  }),
  z.strictObject({
    kind: z.enum([
      "any-acne-medicine",
      "oral-acne-medicine",
      "second-course",
      "further-treatment",
      "unstated",
    ]),
  }),
]);
export const relapseDefinitionSchema = z.strictObject({
  id,
  name: words,
  says: words,
  criterion: relapseCriterionSchema,
  cites,
});

/** When a feature of acne usually changes, from the first capsule; ends may be open. Nothing here is a promise. */
export const expectationSchema = z.strictObject({
  id,
  name: words,
  feature: z.enum(features),
  by: z.enum(["label", "study", "page", "decision"]),
  /** Only what is supported, or a clinic's own rule, is told; the rest is shown apart. */
  judged: z.enum(judgements).optional(),
  /** The page's claim that it repeats: judged there, once. */
  claim: id.optional(),
  from: span.optional(),
  to: span.optional(),
  says: words,
  cites,
});

/** A scale of severity, with its bands; `regions` where it is a sum of the worst lesions by region. */
export const scaleSchema = z.strictObject({
  id,
  name: words,
  least: z.number(),
  most: z.number(),
  bands: z.array(z.strictObject({ id, from: z.number(), name: words })).default([]),
  regions: z.array(z.strictObject({ region: id, factor: z.number().positive() })).default([]),
  says: words.optional(),
  cites,
});

/** The figures by which an answer to treatment is read, each with what it means. */
export const responseRules = [
  "success-grade",
  "success-fall",
  "nodules-down-percent",
  "trial-us-weeks",
  "trial-eu-weeks",
  "predictor-male",
  "predictor-gags",
  "predictor-comedones",
  "predictor-nodules",
  "predictor-trunk",
  "low-start",
  "macrocomedones",
  "record-both",
  "after-clearance",
  "raise",
  "raise-in-flare",
  "extend",
  "no-effect",
  "off-drug",
] as const;
export const responseRuleSchema = z.strictObject({
  id: z.enum(responseRules),
  value: z.number().optional(),
  says: words,
  cites,
});

export type Study = z.output<typeof studySchema>;
export type RelapseCriterion = z.output<typeof relapseCriterionSchema>;
export type RelapseDefinition = z.output<typeof relapseDefinitionSchema>;
export type Expectation = Settled<z.output<typeof expectationSchema>>;
export type Scale = z.output<typeof scaleSchema>;
export type ResponseRuleId = (typeof responseRules)[number];
export type ResponseRule = z.output<typeof responseRuleSchema>;
