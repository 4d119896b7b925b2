/** Entries between the core, which reasons with them, and the ledger, which keeps them. */
import { randomUUIDv7 } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type At, atText, dayText, parseAt, parseDay } from "../core/calendar.ts";
import { standing } from "../core/corrections.ts";
import {
  type Body,
  type Entry,
  type EntryType,
  entryTypes,
  type Happened,
  type Role,
  readEntry,
  readWrittenBody,
  writeBody,
} from "../core/entry.ts";
import type { UndatedFact } from "../core/record.ts";
import { roles } from "../core/vocabulary.ts";
import type { Actor, Json, NewEntry, StoredEntry } from "../ledger/ledger.ts";
import { withoutThem, withoutWords, withWords } from "./free-text.ts";
import { currentSchema, type StoredBody, upcast } from "./upcast.ts";

/** Who gives a command: until sign-in exists, the chosen demo role. */
export interface By {
  readonly role: Role;
  readonly id: string;
  readonly authenticated: boolean;
}

/** An entry that a command wants written. */
export type EntryDraft = {
  [T in EntryType]: {
    readonly type: T;
    readonly body: Body<T>;
    /** Now, where left out. */
    readonly happened?: Happened | undefined;
    readonly id?: string;
    /** Whose word it is, where not that of whoever gives the command: an import, a patient's own answer. */
    readonly actor?: Role;
    readonly source?: Entry["source"];
    readonly ref?: string;
    readonly private?: { readonly [key: string]: Json } | undefined;
    /** Of a correction: the type of what it mends, which says what in it is in somebody's own words. */
    readonly mends?: EntryType | undefined;
  };
}[EntryType];

/** One draft. */
export function entry<T extends EntryType>(
  type: T,
  body: Body<T>,
  more: Omit<Extract<EntryDraft, { type: T }>, "type" | "body"> = {} as never,
): EntryDraft {
  return { type, body, ...more } as EntryDraft;
}

export interface Written {
  readonly by: By;
  readonly clinic: string;
  readonly site?: string | undefined;
  readonly now: At;
  /** The clinic's zone: what happened "now" gets its day from it. */
  readonly today: Happened;
  /** The person was erased: what is private cannot be kept, and what was said without it is. */
  readonly erased?: boolean | undefined;
}

/** A draft as the ledger takes it. */
export function toStored(draft: EntryDraft, { by, clinic, site, now, today, erased }: Written): NewEntry {
  const happened = draft.happened ?? today;
  const actor: Actor =
    draft.actor === undefined || draft.actor === by.role
      ? { role: by.role, id: by.id, authenticated: by.authenticated }
      : { role: draft.actor, id: by.id, authenticated: false };
  const written = writeBody(draft.type, draft.body as never) as { readonly [key: string]: Json };
  const parted = withoutWords(draft.type, written, draft.mends);
  const body = erased === true ? withoutThem(draft.type, parted.body) : parted.body;
  const { words } = parted;
  const kept = erased === true ? {} : { ...draft.private, ...(words === undefined ? {} : { words }) };
  return {
    id: draft.id ?? randomUUIDv7({ monotonic: true } as never),
    type: draft.type,
    schema: currentSchema(draft.type),
    happened: {
      day: dayText(happened.day),
      ...(happened.at === undefined ? {} : { at: atText(happened.at) }),
      ...(happened.zone === undefined ? {} : { zone: happened.zone }),
    },
    recordedAt: atText(now),
    actor,
    clinic,
    ...(site === undefined ? {} : { site }),
    source: { kind: draft.source ?? "manual", ...(draft.ref === undefined ? {} : { ref: draft.ref }) },
    body,
    ...(Object.keys(kept).length === 0 ? {} : { private: kept }),
  };
}

/**
 * What the ledger keeps, as the core reads it. It was checked when it was written and is chained since, so it is not
 * checked again.
 *
 * @throws Error where an entry cannot be read: the ledger holds what no version of this program wrote
 */
export function fromStored(stored: StoredEntry): Entry {
  const { id, happened, source, actor } = stored;
  const { type, body } = upcast({
    type: stored.type,
    schema: stored.schema,
    body: withWords(stored.type, stored.body as StoredBody["body"], stored.private),
  });
  const day = parseDay(happened.day);
  if (day === undefined || !isEntryType(type)) {
    throw new Error(`${stored.stream} entry ${stored.version} (${type}, ${happened.day}) cannot be read`);
  }
  const at = happened.at === undefined ? undefined : parseAt(happened.at);
  const recordedAt = parseRecorded(stored.recordedAt);
  const { zone } = happened;
  const when: Happened =
    at === undefined && zone === undefined
      ? { day }
      : { day, ...(at === undefined ? {} : { at }), ...(zone === undefined ? {} : { zone }) };
  return {
    id,
    type,
    happened: when,
    ...(recordedAt === undefined ? {} : { recordedAt }),
    actor: roles.find((known) => known === actor.role) ?? "unknown",
    source: source.kind,
    ...(source.ref === undefined ? {} : { ref: source.ref }),
    body: readWrittenBody(type, body),
  } as Entry;
}

/** Entries that were written together share their instant. */
function parseRecorded(text: string): At | undefined {
  if (text !== lastRecorded.text) lastRecorded = { text, at: parseAt(text) };
  return lastRecorded.at;
}

let lastRecorded: { readonly text: string; readonly at: At | undefined } = { text: "", at: undefined };

const known: ReadonlySet<string> = new Set(entryTypes);
function isEntryType(type: string): type is EntryType {
  return known.has(type);
}

/** An entry about to be written, as the core will read it. */
export function asWritten({ private: kept, ...one }: NewEntry, stream: string): Entry {
  const place = { stream, version: 0, position: 0, hash: "" };
  return fromStored({ ...one, ...place, ...(kept === undefined ? {} : { private: { value: kept } }) });
}

/**
 * Entries about to be appended, each read back: what cannot be read again must not be written, for it would stand in
 * the way of everything else in its stream.
 *
 * @throws Error which is a bug of whoever drafted them
 */
export function readable(entries: readonly NewEntry[], stream: string): readonly NewEntry[] {
  for (const one of entries) {
    const read = asWritten(one, stream);
    const { happened, recordedAt } = one;
    if (
      read.recordedAt === undefined ||
      atText(read.recordedAt) !== recordedAt ||
      dayText(read.happened.day) !== happened.day ||
      (happened.at !== undefined && read.happened.at === undefined) ||
      !isSaidAgain(writeBody(read.type, read.body as never), withWordsOf(one))
    ) {
      throw new Error(`${one.type} of ${happened.day} could not be read again, so it was not written`);
    }
  }
  return entries;
}

/**
 * Whether two bodies are one JSON. Reading and writing a body hands on whatever is neither a day nor an instant, and
 * what is the same object needs no comparing: a stored decision is long.
 */
function isSaidAgain(again: { readonly [field: string]: unknown }, body: StoredBody["body"]): boolean {
  const isSame = (field: string) =>
    again[field] === body[field] || isDeepStrictEqual(asJson(again[field]), asJson(body[field]));
  return Object.keys(again).every(isSame) && Object.keys(body).every(isSame);
}

function asJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function withWordsOf({ type, schema, body, private: kept }: NewEntry): StoredBody["body"] {
  const hidden = kept === undefined ? undefined : { value: kept };
  return upcast({ type, schema, body: withWords(type, body as StoredBody["body"], hidden) }).body;
}

/** A correction whose replacement is read as a body of the entry it mends; other entries as they are. */
export function readReplacement(one: Entry, before: readonly Entry[]): Entry {
  if (one.type !== "corrected" || one.body.replacement === undefined) return one;
  const { ref } = one.body;
  // As it stands: a second correction builds on the first.
  const mended =
    standing(before, () => true).find(({ id }) => id === ref) ?? before.find(({ id }) => id === ref);
  if (mended === undefined) return one;
  const body = { ...writeBody(mended.type, mended.body as never), ...one.body.replacement };
  const read = readEntry({ type: mended.type, happened: "2000-01-01", body }, mended.id);
  return Array.isArray(read)
    ? one
    : { ...one, body: { ...one.body, replacement: { ...(read as Entry).body } } };
}

/** Facts that came without a day stand apart from what happened on one. One that was withdrawn is none. */
export function undatedOf(entries: readonly Entry[]): UndatedFact[] {
  if (!entries.some(({ type }) => type === "undated-fact-imported")) return [];
  return standing(entries, () => true).flatMap((one) => {
    if (one.type !== "undated-fact-imported") return [];
    const { type, body, resource } = one.body;
    const read = readEntry({ type, happened: "2000-01-01", body }, one.id);
    return Array.isArray(read) ? [] : [{ type, body: (read as Entry).body, resource } as UndatedFact];
  });
}
