/** Protocols and comparisons as JSON: what HTTP answers and the command line prints. */
import { z } from "zod";
import { parameterTopics } from "../core/knowledge/parameter-topics.ts";
import type { Listed } from "../core/knowledge/protocol-list.ts";
import { sourceShape } from "./views/shapes.ts";

const text = z.strictObject({ en: z.string(), ja: z.string() });
const day = z.iso.date();

const listedShape = z.strictObject({
  id: z.string(),
  is: z.enum(["protocol", "clinic"]),
  title: text,
  /** What it stands on; null for the floor. */
  on: z.string().nullable(),
  jurisdiction: z.enum(["any", "US", "EU", "UK", "JP"]),
  zone: z.string(),
  usable: z.boolean(),
  editions: z.array(z.strictObject({ since: day, confirmed: z.boolean() })),
  inForce: day.nullable(),
}) satisfies z.ZodType<Mutable<Listed>>;

/** Every protocol and clinic. */
export const protocolsShape = z.strictObject({ protocols: z.array(listedShape) });

const span = z.union([
  z.strictObject({ days: z.number() }),
  z.strictObject({ weeks: z.number() }),
  z.strictObject({ months: z.number() }),
]);
const value = z.union([z.number(), z.boolean(), z.string(), z.array(z.string()), span]).nullable();
const sideValue = z.strictObject({
  value,
  /** The value in words. */
  text,
  /** The layer that set it; null where nobody did. */
  from: z.strictObject({ id: z.string(), title: text }).nullable(),
  sources: z.array(sourceShape),
  /** Signed, where it is looser than the protocol. */
  deviation: z.strictObject({ signedBy: z.string(), because: z.string() }).optional(),
  /** How far the protocol lets a clinic loosen it. */
  mayLoosen: z.strictObject({ text, onlyIf: z.literal("pregnancy-impossible").optional() }).optional(),
  /** By the edition that counts beside an unconfirmed one, where it differs. */
  besides: text.optional(),
});
const side = z.strictObject({
  id: z.string(),
  is: z.enum(["protocol", "clinic"]),
  title: text,
  protocol: z.strictObject({ id: z.string(), title: text }),
  edition: day,
  /** The edition that counts beside one nobody has confirmed. */
  beside: day.nullable(),
});

/** Two protocols or clinics side by side, differences first. */
export const comparisonShape = z.strictObject({
  on: day,
  a: side,
  b: side,
  values: z.array(
    z.strictObject({
      parameter: z.string(),
      topic: z.enum(parameterTopics),
      title: text,
      floor: z.boolean(),
      /** `mixed`: each asks for something the other does not; `other`: different, neither stricter. */
      stricter: z.enum(["a", "b", "same", "mixed", "other"]),
      a: sideValue,
      b: sideValue,
    }),
  ),
});

type Mutable<T> = T extends readonly (infer I)[]
  ? Mutable<I>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;
