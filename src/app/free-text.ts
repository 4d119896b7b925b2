/**
 * What people write in their own words can name anybody, so it is kept with the private part of an entry, encrypted,
 * and goes when the person is erased. The core reads entries with their words in place.
 */
import type { Entry, EntryType } from "../core/entry.ts";
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
  corrected: ["reason"],
  "glass-broken": ["reason"],
  "processing-restricted": ["reason"],
  "treatment-relation-started": ["reason"],
  "restriction-lifted": ["reason"],
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

/** Wherever it is not known what a correction mends, everything that is in somebody's own words in some type. */
const anyField: readonly string[] = [...new Set(Object.values(fields).flat())];

/**
 * A body without its words, and the words. What a correction puts in the place of something is coded like it, and
 * stays; of that too only the words go.
 *
 * @param mends of a correction: the type of what it mends
 */
export function withoutWords(type: string, body: Body, mends?: EntryType): Parted {
  const parted = part(body, fields[type as EntryType] ?? []);
  const { replacement } = parted.body;
  if (type !== "corrected" || !isBody(replacement)) return parted;
  const inner = part(replacement, mends === undefined ? anyField : (fields[mends] ?? []));
  return {
    body: { ...parted.body, replacement: inner.body },
    words: inner.words === undefined ? parted.words : { ...parted.words, replacement: inner.words },
  };
}

interface Parted {
  readonly body: Body;
  readonly words: Body | undefined;
}

function part(body: Body, words: readonly string[]): Parted {
  const kept: { [field: string]: Json } = {};
  const own: { [field: string]: Json } = {};
  for (const [field, value] of Object.entries(body)) {
    if (words.includes(field)) own[field] = value;
    else if (field === "coding" && Array.isArray(value) && value.some(hasDisplay)) {
      // A display is text that its sender wrote; system and code say what is meant.
      own[field] = value;
      kept[field] = value.map(withoutDisplay);
    } else kept[field] = value;
  }
  return { body: kept, words: Object.keys(own).length === 0 ? undefined : own };
}

const hasDisplay = (one: Json) => isBody(one) && one["display"] !== undefined;
const withoutDisplay = (one: Json): Json =>
  isBody(one) ? Object.fromEntries(Object.entries(one).filter(([field]) => field !== "display")) : one;

function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parts of an input that are kept privately, whatever command they are given to. */
const privately: ReadonlySet<string> = new Set([
  ...anyField.filter((field) => field !== "reason" && field !== "body"),
  "note",
  "name",
  "kana",
  "phone",
  "display",
]);

/** Commands whose reason is somebody's own words. */
const reasoned: ReadonlySet<string> = new Set([
  "break-glass",
  "correct-entry",
  "lift-restriction",
  "restrict-processing",
  "start-treatment",
]);

/** A command's input without what is kept privately of it. */
export function withoutPrivate(input: Json, command: string): Json {
  if (Array.isArray(input)) return input.map((one: Json) => withoutPrivate(one, command));
  if (!isBody(input)) return input;
  // Elsewhere a reason is an id.
  const isPrivate = (field: string) => privately.has(field) || (field === "reason" && reasoned.has(command));
  return Object.fromEntries(
    Object.entries(input)
      .filter(([field]) => !isPrivate(field))
      .map(([field, value]) => [field, withoutPrivate(value, command)]),
  );
}

/** A body with its words in place again. Entries from before they were kept apart have them there already. */
export function withWords(
  type: string,
  body: Body,
  kept: { readonly value: Json } | "erased" | undefined,
): Body {
  if (kept === undefined) return body;
  if (kept === "erased") return withoutThem(type, body);
  const words = isBody(kept.value) ? kept.value["words"] : undefined;
  if (!isBody(words)) return body;
  const whole = { ...body, ...words };
  return isBody(words["replacement"]) && isBody(body["replacement"])
    ? { ...whole, replacement: { ...body["replacement"], ...words["replacement"] } }
    : whole;
}

/** A body whose words are gone: what it cannot be without is marked. */
export function withoutThem(type: string, body: Body): Body {
  const own = fields[type as EntryType] ?? [];
  const missing = own.filter((field) => body[field] === undefined && isNeeded(type, field));
  if (missing.length === 0) return body;
  return { ...body, ...Object.fromEntries(missing.map((field) => [field, needed[field] ?? erased])) };
}

/** An entry as the core reads it, without anybody's own words. */
export function withoutOwnWords(entry: Entry): Entry {
  const { type, body } = entry;
  const coded = withoutWords(type, body as Body).body;
  return { ...entry, body: withoutThem(type, coded) } as Entry;
}

function isNeeded(type: string, field: string): boolean {
  switch (type) {
    case "finding-overridden":
    case "glass-broken":
    case "processing-restricted":
    case "restriction-lifted":
    case "result-unread":
    case "undated-fact-imported":
      return true;
    case "corrected":
      return field === "reason";
    default:
      return false;
  }
}
