/**
 * One spelling for one JSON value, so that a hash over the text is a hash over the value. It is RFC 8785 (JSON
 * Canonicalization Scheme): no white space, an object's keys sorted by UTF-16 code units, numbers and strings as
 * JSON.stringify writes them.
 */
import type { Json } from "./ledger.ts";

type JsonObject = { readonly [key: string]: Json };

/** @throws TypeError for what JSON cannot hold: `undefined`, NaN, infinities, functions, class instances */
export function canonical(value: Json): string {
  // JSON.stringify on a sorted copy is several times faster than spelling each part, and bodies are not small.
  const copy = sorted(value);
  return isInOrder(copy) ? JSON.stringify(copy) : spelled(copy);
}

function sorted(value: Json): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object") throw new TypeError(`JSON cannot hold ${String(value)}`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError("JSON holds plain objects only");
  const copy: Record<string, Json> = {};
  for (const key of Object.keys(value).toSorted()) {
    const member = sorted((value as JsonObject)[key] as Json);
    // Assigned, it would set the prototype and be gone from the text.
    if (key === "__proto__") Object.defineProperty(copy, key, { value: member, enumerable: true });
    else copy[key] = member;
  }
  return copy;
}

/** An object puts keys that look like whole numbers first, by their value ("2" before "10"), whatever we do. */
function isInOrder(value: Json): boolean {
  if (value === null || typeof value !== "object") return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let last: string | undefined;
  for (const key of Object.keys(value)) {
    if ((last !== undefined && key < last) || !isInOrder((value as JsonObject)[key] as Json)) return false;
    last = key;
  }
  return true;
}

function spelled(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(spelled).join(",")}]`;
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${spelled((value as JsonObject)[key] as Json)}`);
  return `{${members.join(",")}}`;
}
