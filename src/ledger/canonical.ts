/**
 * One spelling for one JSON value, so that a hash over the text is a hash over the value. It is RFC 8785 (JSON
 * Canonicalization Scheme): no white space, an object's keys sorted by UTF-16 code units, numbers and strings as
 * JSON.stringify writes them.
 */
import type { Json } from "./ledger.ts";

/** Text that JSON writes as it stands: no quote, no backslash, no control character, no surrogate. */
const asItStands = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** @throws TypeError for what JSON cannot hold: `undefined`, NaN, infinities, functions, class instances */
export function canonical(value: Json): string {
  if (typeof value === "string") return quoted(value);
  if (value === null || typeof value === "boolean" || Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object") return canonicalObject(value as { readonly [key: string]: Json });
  throw new TypeError(`JSON cannot hold ${String(value)}`);
}

function canonicalObject(value: { readonly [key: string]: Json }): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError("JSON holds plain objects only");
  let text = "";
  for (const key of Object.keys(value).toSorted()) {
    const member = value[key];
    if (member === undefined) throw new TypeError(`JSON cannot hold undefined, which stands at ${key}`);
    text += `${text === "" ? "" : ","}${quoted(key)}:${canonical(member)}`;
  }
  return `{${text}}`;
}

const quoted = (text: string) => (asItStands.test(text) ? `"${text}"` : JSON.stringify(text));
