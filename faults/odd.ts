/** What a careless or a hostile program sends in the place of what was asked for, made from the API's own description. */
import fc from "fast-check";

/** A JSON Schema as the description holds it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
}

const deep = (levels: number, inner: unknown): unknown =>
  levels === 0 ? inner : levels % 2 === 0 ? [deep(levels - 1, inner)] : { a: deep(levels - 1, inner) };

/** Values that have broken programs before: numbers at their ends, days that are none, traps of Unicode, wrong units. */
export const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(-0, 0, -1, 0.1, 1e308, -1e308, 5e-324, 2 ** 53, 2 ** 63, 1e21, true, false, null),
  fc.constantFrom<unknown>(
    "",
    " ",
    "\u0000",
    "1e3",
    "NaN",
    "0x1F",
    "１２",
    "٣",
    "toString",
    "constructor",
    "__proto__",
  ),
  fc.constantFrom<unknown>(
    "2026-02-30",
    "2026-02-29",
    "9999-12-31",
    "0000-01-01",
    "-000001-01-01",
    "2026-13-01",
    "20261120",
  ),
  fc.constantFrom<unknown>(
    "2026-11-20T25:00:00Z",
    "+275760-09-13T00:00:00Z",
    "2026-11-20T09:30:00+99:00",
    "2026-11-20T24:00:00Z",
  ),
  fc.constantFrom<unknown>("kg", "mg/dL", "mmol/l", "[lb_av]", "{score}", "10*9/L", "µg", "ug"),
  fc.constantFrom<unknown>(
    "\uD800",
    "\u202Etxt.exe",
    "e\u0301",
    "\uFEFF",
    "👩‍👩‍👧‍👦".repeat(60),
    "ﾊﾝｶｸ",
    "x".repeat(5000),
    "🙂".repeat(500),
  ),
  fc.constantFrom<unknown>(
    "' OR 1=1 --",
    "../../etc/passwd",
    "${7*7}",
    "<script>alert(1)</script>",
    "http://127.0.0.1:1/",
  ),
  fc.constantFrom<unknown>(
    [],
    [[]],
    {},
    [null],
    { a: {} },
    deep(60, 1),
    { "": 1 },
    { __proto__x: 1 },
    Array.from({ length: 300 }, () => 1),
  ),
  fc.string({ unit: "binary", maxLength: 20 }),
);

const many = 20_000;

/** Bodies that no value can be written as, or that are meant to keep a parser busy. */
export const rawBodies: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.constantFrom(
    "",
    "{",
    "null",
    "[]",
    '"x"',
    "NaN",
    '{"kg":1e999}',
    '{"kg":-0}',
    '{"kg":60,"kg":61}',
    '{"__proto__":{"kg":60}}',
    '{"constructor":{"prototype":{"kg":60}}}',
    '{"kg":"\\ud800"}',
    '{"\\ud800":1}',
    '\uFEFF{"kg":60}',
    '{"kg":60}\u0000',
    "{'kg':60}",
    '{"kg":60,}',
    '{"kg":0x3c}',
    `{"kg":6${"0".repeat(400)}}`,
    `{"kg":0.${"0".repeat(5000)}1}`,
  ),
  fc.constantFrom(
    "[".repeat(many) + "]".repeat(many),
    '{"a":'.repeat(many) + "1" + "}".repeat(many),
    `{"items":[${"[],".repeat(many)}[]]}`,
    `{${Array.from({ length: 5000 }, (_, index) => `"k${index}":1`).join()}}`,
    `{"note":"${"x".repeat(300_000)}"}`,
    `{"note":"${"\\u3042".repeat(40_000)}"}`,
    `{"note":"${"a\u0301".repeat(20_000)}"}`,
  ),
  fc.uint8Array({ maxLength: 60 }),
  fc.constant(new Uint8Array([0x7b, 0x22, 0x6b, 0x67, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
);

/** Something that fits the schema, as far as the schema says. */
export function fitting(schema: Schema, lookUp: (ref: string) => Schema, depth = 0): fc.Arbitrary<unknown> {
  if (depth > 5) return fc.constant(null);
  const inner = (one: Schema) => fitting(one, lookUp, depth + 1);
  if (schema.$ref !== undefined) return inner(lookUp(schema.$ref));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(inner));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "object":
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, inner(one)])),
        { requiredKeys: [...(schema.required ?? [])] },
      );
    case "array":
      return fc.array(schema.items === undefined ? odd : inner(schema.items), { maxLength: 3 });
    case "integer":
      return fc.integer({ min: schema.minimum ?? -10, max: Math.min(schema.maximum ?? 400, 400) });
    case "number":
      return fc.double({
        min: schema.minimum ?? -10,
        max: Math.min(schema.maximum ?? 400, 400),
        noNaN: true,
      });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return schema.format === "date" ? fc.constantFrom("2026-11-20", "2026-11-19", "1999-05-12") : word;
  }
}

const word = fc.constantFrom(
  "2026-11-20",
  "alt",
  "mg/dL",
  "headache",
  "doxycycline",
  "tokyo-monthly",
  "isotroin",
  "x",
  "日本語",
);

/** The same with one to three of its parts replaced, added, dropped or doubled. */
export function spoilt(value: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(value);
  const change = fc.record({ at: fc.nat(places.length), how: fc.nat(4), by: odd });
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) =>
      changes.reduce((before: unknown, { at, how, by }) => changed(before, places[at] ?? [], how, by), value),
    );
}

type Place = readonly (string | number)[];

function placesIn(value: unknown, at: Place = [], most = 400): Place[] {
  if (typeof value !== "object" || value === null) return [at];
  const places: Place[] = [at];
  for (const [key, one] of Object.entries(value)) {
    if (places.length > most) break;
    places.push(...placesIn(one, [...at, Array.isArray(value) ? Number(key) : key], most));
  }
  return places;
}

function changed(value: unknown, [step, ...rest]: Place, how: number, by: unknown): unknown {
  if (step === undefined) return replaced(value, how, by);
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (index === step ? changed(one, rest, how, by) : one));
  if (typeof value !== "object" || value === null) return value;
  const { [step]: own, ...others } = value as { readonly [key: string]: unknown };
  if (rest.length === 0 && how === 1) return others;
  return { ...value, [step]: changed(own, rest, how, by) };
}

function replaced(value: unknown, how: number, by: unknown): unknown {
  if (how === 2 && typeof value === "object" && value !== null && !Array.isArray(value))
    return { ...value, extra: by };
  if (how === 3 && Array.isArray(value)) return [...(value as unknown[]), ...(value as unknown[])];
  if (how === 4 && typeof value === "string") return value + String(by).slice(0, 40);
  return by;
}
