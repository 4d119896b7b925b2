/**
 * An entry: what happened, when, and whose word it is; read from files and from the API, and written out again.
 * Its bodies stand in entry-bodies.ts.
 */
import { z } from "zod";
import { mostAlike } from "./alike.ts";
import { type At, atText, type Day, dayText, isZone, parseAt, parseDay, writtenDay } from "./calendar.ts";
import { bodies, dayInput, id, instantInput } from "./entry-bodies.ts";
import { roles } from "./vocabulary.ts";

export { bodies, dayInput } from "./entry-bodies.ts";

export type EntryType = keyof typeof bodies;
export type Body<T extends EntryType> = z.output<(typeof bodies)[T]>;

export type Role = (typeof roles)[number];

/** When it happened: the day as written where it happened; the instant too where a clock time was given. */
export interface Happened {
  readonly day: Day;
  readonly at?: At;
  readonly zone?: string;
}

interface EntryFrame {
  readonly id: string;
  readonly happened: Happened;
  /** When it was written down; entries of files without one count as written when they happened. */
  readonly recordedAt?: At;
  readonly actor: Role;
  readonly source: "manual" | "import" | "patient";
  readonly ref?: string;
}
export type EntryOf<T extends EntryType> = EntryFrame & { readonly type: T; readonly body: Body<T> };
export type Entry = { [T in EntryType]: EntryOf<T> }[EntryType];

export const entryTypes = Object.keys(bodies) as EntryType[];

/** `2026-11-20`, `2026-11-20T09:30:00+09:00`, or the long form `{ day, at, zone }`. */
export const happenedInput = z.union([
  z.string().transform((text, context): Happened => {
    const onlyDay = parseDay(text);
    if (onlyDay !== undefined) return { day: onlyDay };
    const instant = parseAt(text);
    const written = writtenDay(text);
    if (instant !== undefined && written !== undefined) return { day: written, at: instant };
    context.addIssue({
      code: "custom",
      message: `"${text}" is neither a day (2026-11-20) nor an instant with an offset (2026-11-20T09:30:00+09:00)`,
    });
    return z.NEVER;
  }),
  z
    .strictObject({
      day: dayInput,
      at: instantInput.optional(),
      zone: z.string().refine(isZone, "not an IANA time zone such as Asia/Tokyo").optional(),
    })
    .transform(
      (long): Happened => ({
        day: long.day,
        ...(long.at === undefined ? {} : { at: long.at }),
        ...(long.zone === undefined ? {} : { zone: long.zone }),
      }),
    ),
]);

const frame = z.strictObject({
  id: id.optional(),
  type: z.enum(entryTypes as [EntryType, ...EntryType[]], {
    error: ({ input }) =>
      `"${String(input)}" is not a type of entry; did you mean "${mostAlike(String(input), entryTypes).join()}"?`,
  }),
  happened: happenedInput,
  recordedAt: instantInput.optional(),
  actor: z.enum(roles).default("unknown"),
  source: z.enum(["manual", "import", "patient"]).default("manual"),
  ref: z.string().optional(),
  body: z.unknown().optional(),
});

/** An entry as a file holds it, type by type, for the published JSON Schema of a record. */
export const entryFileSchema = z.union(
  entryTypes.map((type) => frame.extend({ type: z.literal(type), body: bodies[type] as z.ZodType })),
);

export interface EntryProblem {
  /** Where in the entry, such as `body.birthDate`. */
  readonly at: string;
  readonly says: string;
}

/** Reads one entry as a file holds it. `fallbackId` names entries that bring no id of their own. */
export function readEntry(input: unknown, fallbackId: string): Entry | readonly EntryProblem[] {
  const outer = frame.safeParse(input);
  if (!outer.success) return problems(outer.error, "");
  const { body, id: ownId, recordedAt, ref, ...rest } = outer.data;
  const inner = bodies[rest.type].safeParse(body ?? {});
  if (!inner.success) return problems(inner.error, "body");
  // The schema was picked by `type`, so body and type belong together; TypeScript cannot see that by itself.
  return {
    id: ownId ?? fallbackId,
    ...rest,
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(ref === undefined ? {} : { ref }),
    body: inner.data,
  } as Entry;
}

/** A body as it is written outside: days and instants as text, nothing undefined. What `readEntry` reads back. */
export function writeBody<T extends EntryType>(type: T, body: Body<T>): { readonly [key: string]: unknown } {
  const codecs = codecsOf.get(type) ?? [];
  const written: { [key: string]: unknown } = {};
  for (const [field, value] of Object.entries(body)) {
    if (value === undefined) continue;
    const codec = typeof value === "number" ? codecs.find((one) => one.field === field) : undefined;
    written[field] = codec === undefined ? value : codec.write(value as number);
  }
  return written;
}

interface FieldCodec {
  readonly field: string;
  read(text: string): number | undefined;
  write(value: number): string;
}

/** Fields of a body that are numbers inside and text outside, by type: days and instants. */
const codecsOf: ReadonlyMap<string, readonly FieldCodec[]> = new Map(
  entryTypes.map((type): [string, FieldCodec[]] => [
    type,
    Object.entries(bodies[type].shape as Record<string, unknown>).flatMap(([field, schema]): FieldCodec[] => {
      const inner: unknown = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
      if (inner === dayInput) return [{ field, read: parseDay, write: (day) => dayText(day as Day) }];
      return inner === instantInput ? [{ field, read: parseAt, write: (at) => atText(at as At) }] : [];
    }),
  ]),
);

/**
 * A body that `writeBody` has written and nobody could change since: read without being checked again, which is most
 * of the cost of reading a long record.
 */
export function readWrittenBody(
  type: EntryType,
  written: { readonly [key: string]: unknown },
): Entry["body"] {
  const codecs = codecsOf.get(type) ?? [];
  if (codecs.length === 0) return written;
  const body: { [key: string]: unknown } = { ...written };
  for (const { field, read } of codecs) {
    const text = body[field];
    if (typeof text === "string") body[field] = read(text);
  }
  return body;
}

function problems(error: z.ZodError, under: string): EntryProblem[] {
  return error.issues.flatMap(meant).map((issue) => ({
    at: [under, ...issue.path.map(String)].filter((part) => part !== "").join(".") || "entry",
    says: issue.message,
  }));
}

/** Of a choice between shapes, what is wrong with the shape that was meant: the one that got furthest. */
function meant(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const furthest = issue.errors.find((branch) => branch.every(({ code }) => code !== "invalid_type"));
  return furthest === undefined
    ? [issue]
    : furthest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}
