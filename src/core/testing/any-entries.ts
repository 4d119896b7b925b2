/** Any entries at all that are well typed, however absurd: their numbers reach as far as numbers do. */
import fc from "fast-check";
import { z } from "zod";
import { type At, type Day, day, startOf } from "../calendar.ts";
import { bodies, dayInput, type Entry, entryTypes } from "../entry.ts";
import { roles } from "../vocabulary.ts";

const words = (
  "N-1 N-2 t iud male-condom headache severe-flare alt triglycerides wbc U/L mg/dL claravis isotroin depression " +
  "doxycycline us-ipledge label-us lasik informed-consent results-are-acceptable patient-is-not-pregnant too-high e1 e2"
).split(" ");
const firstDay = day("1900-01-01");
const lastDay = day("2199-12-31");
const near = day("2026-11-20");

const numbers = fc.oneof(
  fc.constantFrom(0, 1, 2, 20, 30, 40, 60, 100, 1e11, 9_007_199_254_740_991, 1e300, 5e-324, 1e-300),
  fc.double({ min: 0, max: 1e300, noNaN: true }).map((value) => value || 0),
  fc.integer({ min: -5, max: 400 }),
);
const days: fc.Arbitrary<Day> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: near - 90, max: near + 3 }).map((value) => value as Day) },
  { weight: 1, arbitrary: fc.integer({ min: firstDay, max: lastDay }).map((value) => value as Day) },
);
const instants: fc.Arbitrary<At> = fc
  .tuple(days, fc.nat(86_399_999))
  .map(([value, ms]) => (startOf(value, "UTC") + ms) as At);

/** Anything a schema takes; undefined where it takes a thing nobody makes up. */
function anyOf(schema: unknown): fc.Arbitrary<unknown> {
  if (schema === dayInput) return days;
  if (schema instanceof z.ZodCodec) return instants;
  if (schema instanceof z.ZodOptional) return fc.option(anyOf(schema.unwrap()), { nil: undefined });
  if (schema instanceof z.ZodNullable) return fc.option(anyOf(schema.unwrap()), { nil: null });
  if (schema instanceof z.ZodDefault) return anyOf(schema.unwrap());
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodArray) return fc.array(anyOf(schema.element), { maxLength: 3 });
  if (schema instanceof z.ZodNumber) return numbers.filter((value) => schema.safeParse(value).success);
  if (schema instanceof z.ZodString) return fc.constantFrom(...words);
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries(schema.shape);
    return fc
      .record(
        Object.fromEntries(shape.map(([field, one]) => [field, field === "decision" ? none : anyOf(one)])),
      )
      .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));
  }
  return none;
}
const none = fc.constant(undefined);

const anyEntry: fc.Arbitrary<Omit<Entry, "id">> = fc.constantFrom(...entryTypes).chain((type) =>
  fc
    .record({
      happened: fc.oneof(
        days.map((value) => ({ day: value })),
        instants.map((at) => ({ day: Math.floor(at / 86_400_000) as Day, at })),
      ),
      recordedAt: fc.option(instants, { nil: undefined }),
      actor: fc.constantFrom(...roles),
      body: anyOf(bodies[type]),
    })
    .map(({ recordedAt, ...made }) => {
      const written = recordedAt === undefined ? {} : { recordedAt };
      return { ...made, ...written, type, source: "manual" } as Omit<Entry, "id">;
    }),
);

export const anyEntries: fc.Arbitrary<readonly Entry[]> = fc
  .array(anyEntry, { maxLength: 12 })
  .map((made) => made.map((entry, index) => ({ ...entry, id: `e${index}` }) as Entry));

export const anyAmount: fc.Arbitrary<number> = numbers.filter((value) => value > 0);
