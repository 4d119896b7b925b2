/** Streams as the core reads them, kept in memory and topped up from the ledger: a stream is parsed once. */
import type { Entry } from "../core/entry.ts";
import type { UndatedFact } from "../core/record.ts";
import type { Json, Ledger, StoredEntry } from "../ledger/ledger.ts";
import { fromStored, readReplacement, undatedOf } from "./entries.ts";

export interface History {
  readonly version: number;
  /** In the order of their versions. */
  readonly stored: readonly StoredEntry[];
  readonly entries: readonly Entry[];
  readonly undated: readonly UndatedFact[];
  readonly personal: Personal;
}

/** What is kept privately of a person; all of it is gone once it was erased. */
export interface Personal {
  readonly name?: string;
  readonly kana?: string;
  readonly phone?: string;
  readonly erased: boolean;
}

/** Streams kept at a time: the least recently read goes first. */
const most = 4000;
const nobody: History = { version: 0, stored: [], entries: [], undated: [], personal: { erased: false } };

export class Histories {
  readonly #ledger: Ledger;
  readonly #kept = new Map<string, History>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** A stream as it stands; version 0 where there is none. */
  read(stream: string): History {
    const kept = this.#kept.get(stream) ?? nobody;
    const further = this.#ledger.read(stream, kept.version);
    return further.length === 0 ? this.#touch(stream, kept) : this.#touch(stream, grown(kept, further));
  }

  /** Entries that were just appended, so that they need not be read again. */
  learn(stream: string, appended: readonly StoredEntry[]): History {
    const kept = this.#kept.get(stream) ?? nobody;
    return appended[0]?.version === kept.version + 1
      ? this.#touch(stream, grown(kept, appended))
      : this.read(stream);
  }

  /** A person was erased: what was private of them must not be remembered here either. */
  forget(stream: string): void {
    this.#kept.delete(stream);
  }

  #touch(stream: string, history: History): History {
    this.#kept.delete(stream);
    if (history.version > 0) this.#kept.set(stream, history);
    if (this.#kept.size > most) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return history;
  }
}

function grown(history: History, further: readonly StoredEntry[]): History {
  const entries = [...history.entries];
  for (const stored of further) entries.push(readReplacement(fromStored(stored), entries));
  return {
    version: further.at(-1)?.version ?? history.version,
    stored: [...history.stored, ...further.map(withoutDocument)],
    entries,
    undated: undatedOf(entries),
    personal: further.reduce(personalAfter, history.personal),
  };
}

/** An imported document is long and seldom asked for: whoever needs it reads the ledger. */
function withoutDocument(stored: StoredEntry): StoredEntry {
  if (stored.type !== "document-imported" || stored.private === undefined) return stored;
  const { private: _document, ...rest } = stored;
  return rest;
}

function personalAfter(before: Personal, { type, private: kept }: StoredEntry): Personal {
  // The key is one for the whole stream: where one private part is gone, all are.
  if (kept === "erased" || type === "person-erased" || before.erased) return { erased: true };
  if (type !== "registered" && type !== "name-recorded") return before;
  if (kept === undefined) return before;
  const { name, kana, phone } = kept.value as { readonly [key: string]: Json };
  return {
    ...before,
    ...(typeof name === "string" ? { name } : {}),
    ...(typeof kana === "string" ? { kana } : {}),
    ...(typeof phone === "string" ? { phone } : {}),
  };
}
