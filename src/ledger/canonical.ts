/**
 * One spelling for one JSON value, so that a hash over the text is a hash over the value. It is RFC 8785 (JSON
 * Canonicalization Scheme): no white space, an object's keys sorted by UTF-16 code units, numbers and strings as
 * JSON.stringify writes them.
 */
import type { Json } from "./ledger.ts";

type JsonObject = { readonly [key: string]: Json };

/** @throws TypeError for what JSON cannot hold: `undefined`, NaN, infinities, functions, class instances */
export function canonical(value: Json): string {
  // JSON.stringify on sorted objects is several times faster than spelling each part, and bodies are not small.
  const seen: Seen = { disorderly: false };
  const ordered = inOrder(value, seen);
  return seen.disorderly ? spelled(ordered) : JSON.stringify(ordered);
}

interface Seen {
  /** An object puts keys that look like whole numbers first, by their value ("2" before "10"), whatever we do. */
  disorderly: boolean;
}

/** The value with every object's keys in order: itself where they were, so that most of it is not copied. */
function inOrder(value: Json, seen: Seen): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return arrayInOrder(value, seen);
  if (typeof value !== "object") throw new TypeError(`JSON cannot hold ${String(value)}`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError("JSON holds plain objects only");
  return objectInOrder(value as JsonObject, seen);
}

function arrayInOrder(values: readonly Json[], seen: Seen): Json {
  let copy: Json[] | undefined;
  // By index: a hole is no value, and must not be passed over.
  for (let index = 0; index < values.length; index++) {
    const member = values[index] as Json;
    const ordered = inOrder(member, seen);
    if (ordered !== member) copy ??= [...values];
    if (copy !== undefined) copy[index] = ordered;
  }
  return copy ?? values;
}

function objectInOrder(value: JsonObject, seen: Seen): Json {
  const keys = Object.keys(value);
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index - 1] as string) > (keys[index] as string)) return copied(value, keys.toSorted(), seen);
  }
  for (let index = 0; index < keys.length; index++) {
    const member = value[keys[index] as string] as Json;
    const ordered = inOrder(member, seen);
    if (ordered !== member) return copied(value, keys, seen, { index, ordered });
  }
  return value;
}

/** @param found the first member that had to be ordered: those before it stand as they are, and none is gone through twice */
function copied(
  value: JsonObject,
  keys: readonly string[],
  seen: Seen,
  found?: { readonly index: number; readonly ordered: Json },
): Json {
  const copy: Record<string, Json> = {};
  keys.forEach((key, index) => {
    const member = value[key] as Json;
    const isAfter = found === undefined || index > found.index;
    const ordered = isAfter ? inOrder(member, seen) : index === found.index ? found.ordered : member;
    // Assigned, it would set the prototype and be gone from the text.
    if (key === "__proto__") Object.defineProperty(copy, key, { value: ordered, enumerable: true });
    else copy[key] = ordered;
  });
  if (Object.keys(copy).some((key, index) => key !== keys[index])) seen.disorderly = true;
  return copy;
}

function spelled(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(spelled).join(",")}]`;
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${spelled((value as JsonObject)[key] as Json)}`);
  return `{${members.join(",")}}`;
}
