/**
 * What people write in their own words can name anybody, so it is kept with the private part of an entry, encrypted,
 * and goes when the person is erased. The core reads entries with their words in place.
 */
import type { EntryType } from "../core/entry.ts";
import type { Json } from "../ledger/ledger.ts";

type Body = { readonly [key: string]: Json };

/** Fields in people's own words, by type. */
const fields: { readonly [T in EntryType]?: readonly string[] } = {
  "guardian-recorded": ["relation"],
  "condition-recorded": ["text"],
  "allergy-recorded": ["text"],
  "medicine-started": ["text"],
  "weight-measured": ["written"],
  "contraception-lapsed": ["what"],
  "result-unread": ["written"],
  "photograph-taken": ["view"],
  "course-held": ["because"],
  "course-ended": ["because"],
  "judgement-recorded": ["because"],
  "finding-overridden": ["because"],
  corrected: ["reason", "replacement"],
  "undated-fact-imported": ["body"],
};

/** What stands where words were that nobody can read any more. */
const erased = "—";
/** Fields that an entry cannot be without. */
const needed: { readonly [field: string]: Json } = {
  reason: erased,
  because: erased,
  written: erased,
  body: {},
};

/** A body without its words, and the words. */
export function withoutWords(
  type: string,
  body: Body,
): { readonly body: Body; readonly words: Body | undefined } {
  const own = fields[type as EntryType]?.filter((field) => body[field] !== undefined) ?? [];
  if (own.length === 0) return { body, words: undefined };
  const isWord = ([field]: readonly [string, Json]) => own.includes(field);
  const all = Object.entries(body);
  return {
    body: Object.fromEntries(all.filter((one) => !isWord(one))),
    words: Object.fromEntries(all.filter(isWord)),
  };
}

/** A body with its words in place again. Entries from before they were kept apart have them there already. */
export function withWords(
  type: string,
  body: Body,
  kept: { readonly value: Json } | "erased" | undefined,
): Body {
  const own = fields[type as EntryType];
  if (own === undefined) return body;
  if (kept !== undefined && kept !== "erased") {
    const { value } = kept;
    const words = typeof value === "object" && value !== null && "words" in value ? value.words : undefined;
    return typeof words === "object" ? { ...body, ...(words as Body) } : body;
  }
  if (kept === undefined) return body;
  const missing = own.filter((field) => body[field] === undefined && isNeeded(type, field));
  return { ...body, ...Object.fromEntries(missing.map((field) => [field, needed[field] ?? erased])) };
}

function isNeeded(type: string, field: string): boolean {
  switch (type) {
    case "finding-overridden":
    case "result-unread":
    case "undated-fact-imported":
      return true;
    case "corrected":
      return field === "reason";
    default:
      return false;
  }
}
