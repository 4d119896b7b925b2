/** The shapes of answers that HTTP alone gives; the others stand with the views. */
import { z } from "zod";
import { decisionSchema } from "../app/decision-json.ts";
import { accessLineShape } from "../app/views/access-shapes.ts";
import { personShape, sourceShape, timelineLineShape } from "../app/views/shapes.ts";
import { verdicts } from "../core/finding.ts";

const text = z.strictObject({ en: z.string(), ja: z.string() });
const instant = z.iso.datetime({ offset: true });

export const clinicsShape = z.strictObject({
  clinics: z.array(
    z.strictObject({
      id: z.string(),
      title: text,
      protocol: z.string(),
      zone: z.string(),
      sites: z.array(z.strictObject({ id: z.string(), name: text })),
      /** What it prescribes. */
      products: z.array(z.string()),
    }),
  ),
});

export const patientsShape = z.strictObject({
  items: z.array(personShape),
  /** Give it as `after` for the next page; null on the last. */
  next: z.string().nullable(),
});

/** A decision, and every document its findings cite. */
export const decidedShape = z.strictObject({
  decision: decisionSchema,
  sources: z.record(z.string(), sourceShape),
});

/** What a write answers. */
export const writtenShape = z.strictObject({
  /** The version the record stands at now. */
  version: z.int(),
  /** What was written, as lines of the timeline; none where the record said so already. */
  entries: z.array(timelineLineShape),
  /** Whether it had been done before under the same key, and was not done again. */
  repeated: z.boolean(),
});

export const registeredShape = writtenShape.extend({ patient: z.string() });

const said = z.strictObject({
  verdict: z.enum(verdicts),
  reason: z.string(),
  facts: z.record(z.string(), z.unknown()),
});
const differences = z.array(z.strictObject({ rule: z.string(), was: said.nullable(), is: said.nullable() }));

/** Stored decisions decided again. */
export const rerunsShape = z.strictObject({
  reruns: z.array(
    z.strictObject({
      number: z.string(),
      question: z.enum(["supply", "dispensing"]),
      at: instant,
      verdict: z.enum(verdicts),
      rules: z.strictObject({ was: z.string(), is: z.string() }),
      knowledge: z.strictObject({ was: z.string(), is: z.string(), kept: z.boolean() }),
      /** Under the knowledge of then; null where that was not kept. Under the same rules nothing may differ. */
      again: differences.nullable(),
      /** Under today's knowledge. */
      today: differences,
    }),
  ),
});

/** Everything about a person, as a file. */
export const personExportShape = z.looseObject({
  format: z.literal("isoward-person-1"),
  exportedAt: instant,
  patient: z.string(),
  erased: z.boolean(),
  /** An Isoward record: docs/record.schema.json. */
  entries: z.array(z.looseObject({ id: z.string(), type: z.string() })),
  kept: z.array(z.looseObject({ id: z.string(), version: z.int(), hash: z.string() })),
  decisions: z.array(z.strictObject({ entry: z.string(), decision: z.looseObject({}) })),
  knowledge: z.array(z.string()),
  accesses: z.array(accessLineShape),
  sha256: z.string(),
});

/** RFC 9457. */
export const problemShape = z.strictObject({
  /** An address on this server with a text about this kind of problem. */
  type: z.string(),
  status: z.int(),
  /** In the language asked for, as is `detail`. */
  title: z.string(),
  detail: z.string(),
  /** The path that was asked for. */
  instance: z.string(),
  text,
  /** What someone can do about it. */
  remedy: text,
  /** What is wrong in the input, and where. */
  errors: z
    .array(
      z.union([
        z.strictObject({ pointer: z.string(), detail: z.string(), text: text.optional() }),
        z.strictObject({ parameter: z.string(), detail: z.string() }),
      ]),
    )
    .optional(),
  refusal: z.strictObject({ id: z.string(), facts: z.record(z.string(), z.unknown()) }).optional(),
  /** The decision that refused, with its way out. */
  decision: decisionSchema.optional(),
  /** Those who may be the person that was to be registered. */
  patients: z.array(personShape).optional(),
  /** Under which it was logged. */
  id: z.string().optional(),
});
