/**
 * Streams as the core reads them, kept in memory and topped up from the ledger: a stream is parsed once. What is kept
 * is no more than the ledger holds up to a version, and whatever is decided on it is appended at that version or not at
 * all.
 *
 * While the ledger is asked, others may read, learn and forget. So every reader asks for itself, from what was kept when
 * it began, and what it is given is joined to what is kept by then.
 */
import type { Body, Entry } from "../core/entry.ts";
import type { UndatedFact } from "../core/record.ts";
import type { Json, Ledger, StoredEntry } from "../ledger/ledger.ts";
import { fromStored, readReplacement, undatedOf } from "./entries.ts";

export interface History {
  readonly version: number;
  /** In the order of their versions. Stored decisions are left out: they are long, and whoever wants one asks the ledger. */
  readonly entries: readonly Entry[];
  readonly undated: readonly UndatedFact[];
  /** The clinic that wrote each of them. */
  readonly writtenAt: readonly string[];
  /** The account under which each was written; undefined where nobody was signed in. */
  readonly accounts: readonly (string | undefined)[];
  readonly personal: Personal;
  /** The clinic whose rules count: of the first entry, or whoever took the patient over since. */
  readonly home: Home | undefined;
  /** Clinics that treat the patient now, in the order in which they began. */
  readonly treatedAt: readonly string[];
  /** Clinics that treated them, and no longer do. */
  readonly treatedBefore: readonly string[];
  readonly broken: readonly BrokenGlass[];
  /** What is known is kept and not used, as the patient wishes. */
  readonly restricted: boolean;
  /** What a minor shows whoever has custody. */
  readonly shared: Body<"shared-with-guardian">["topics"];
}

/** Somebody without a treatment relation opened the record. */
export interface BrokenGlass {
  readonly account: string;
  readonly clinic: string;
  /** When: an instant in UTC. */
  readonly at: string;
}

interface Home {
  readonly clinic: string;
  readonly site: string | undefined;
}

/** What is kept privately of a person; all of it is gone once it was erased. */
export interface Personal {
  readonly name?: string;
  readonly kana?: string;
  readonly phone?: string;
  readonly erased: boolean;
}

/** How the streams of patients begin. */
export const patients = "patient/";

/** Entries kept at a time, at about 500 bytes each: 30 MB. The least recently read streams go first. */
const mostEntries = 60_000;
const nobody: History = {
  version: 0,
  entries: [],
  undated: [],
  personal: { erased: false },
  home: undefined,
  treatedAt: [],
  treatedBefore: [],
  writtenAt: [],
  accounts: [],
  broken: [],
  restricted: false,
  shared: [],
};

export class Histories {
  readonly #ledger: Pick<Ledger, "read">;
  readonly #most: number;
  readonly #kept = new Map<string, History>();
  /** How often each stream was forgotten. */
  readonly #forgotten = new Map<string, number>();
  #entries = 0;

  constructor(ledger: Pick<Ledger, "read">, most = mostEntries) {
    this.#ledger = ledger;
    this.#most = most;
  }

  /**
   * A stream as it stands; version 0 where there is none.
   *
   * @param seen the ledger as somebody sees it: who is not shown again what was kept last is shown nothing
   */
  async read(stream: string, seen?: Pick<Ledger, "read">): Promise<History> {
    for (;;) {
      const forgotten = this.#forgotten.get(stream);
      const before = this.#kept.get(stream) ?? nobody;
      const further =
        seen === undefined
          ? await this.#ledger.read(stream, before.version)
          : await seen.read(stream, Math.max(0, before.version - 1));
      if (this.#forgotten.get(stream) !== forgotten) continue;
      const known = this.#kept.get(stream) ?? before;
      if (known.version > 0 && !known.personal.erased && further.some(isErasure)) {
        // By another server: what is kept here was read before it.
        this.forget(stream);
        continue;
      }
      // What was forgotten meanwhile may stand in what was read: only what the ledger says since counts.
      return seen !== undefined && further.length === 0 ? nobody : this.#joined(stream, before, further);
    }
  }

  /**
   * A stream as it is kept here, where that reaches so far; only else the ledger is asked. Others may have written since,
   * so nothing is refused and nobody is shown anything on the strength of it alone.
   */
  async known(stream: string, atLeast = 1): Promise<History> {
    const kept = this.#kept.get(stream);
    return kept !== undefined && kept.version >= atLeast
      ? this.#touch(stream, kept)
      : await this.read(stream);
  }

  /** Entries that were just appended, so that they need not be read again. After a gap there is nothing to learn from. */
  learn(stream: string, appended: readonly StoredEntry[]): void {
    // What was private of a stream that was forgotten is only the ledger's to say.
    if (this.#forgotten.has(stream)) return;
    const kept = this.#kept.get(stream) ?? nobody;
    if ((appended[0]?.version ?? 0) <= kept.version + 1) this.#joined(stream, kept, appended);
  }

  /** A person was erased: what was private of them must not be remembered here either. */
  forget(stream: string): void {
    this.#forgotten.set(stream, (this.#forgotten.get(stream) ?? 0) + 1);
    this.#drop(stream);
  }

  /** @param before what was kept, or known, when the entries after it were asked for */
  #joined(stream: string, before: History, further: readonly StoredEntry[]): History {
    const kept = this.#kept.get(stream) ?? before;
    const newest = kept.version < before.version ? before : kept;
    const news = further.filter(({ version }) => version > newest.version);
    return this.#touch(stream, news.length === 0 ? newest : grown(newest, news));
  }

  #drop(stream: string): void {
    this.#entries -= this.#kept.get(stream)?.version ?? 0;
    this.#kept.delete(stream);
  }

  #touch(stream: string, history: History): History {
    this.#drop(stream);
    if (history.version === 0) return history;
    this.#kept.set(stream, history);
    this.#entries += history.version;
    while (this.#entries > this.#most) {
      const [oldest] = this.#kept.keys();
      if (oldest === undefined || oldest === stream) break;
      this.#drop(oldest);
    }
    return history;
  }
}

const isErasure = ({ type }: StoredEntry) => type === "person-erased";

function grown(history: History, news: readonly StoredEntry[]): History {
  const entries = [...history.entries];
  // Its key may still be there for a moment.
  const isErased = history.personal.erased || news.some(isErasure);
  const further = isErased ? news.map(withoutPrivate) : news;
  for (const stored of further) {
    entries.push(readReplacement(withoutDecision(fromStored(stored)), entries));
  }
  return {
    version: further.at(-1)?.version ?? history.version,
    entries,
    undated: undatedOf(entries),
    writtenAt: [...history.writtenAt, ...further.map(({ clinic }) => clinic)],
    accounts: [
      ...history.accounts,
      ...further.map(({ actor }) => (actor.authenticated ? actor.id : undefined)),
    ],
    personal: further.reduce(personalAfter, history.personal),
    ...rightsAfter(history, further),
  };
}

type Rights = Pick<History, "home" | "treatedAt" | "treatedBefore" | "broken" | "restricted" | "shared">;

/** Who treats the patient and what is open to whom, once these are written too. */
export function rightsAfter(
  before: Rights,
  further: readonly Pick<StoredEntry, "type" | "body" | "clinic" | "site" | "recordedAt">[],
): Rights {
  let { home, treatedAt, treatedBefore, broken, restricted, shared } = before;
  for (const { type, body, clinic, site, recordedAt } of further) {
    if (home === undefined) {
      home = { clinic, site };
      treatedAt = [clinic];
    }
    if (type === "treatment-relation-started") {
      const started = body as Body<"treatment-relation-started">;
      treatedAt = [...treatedAt.filter((one) => one !== started.clinic), started.clinic];
      treatedBefore = treatedBefore.filter((one) => one !== started.clinic);
      if (started.home && started.clinic !== home.clinic) home = { clinic: started.clinic, site: undefined };
    } else if (type === "treatment-relation-ended") {
      const ended = body as Body<"treatment-relation-ended">;
      treatedAt = treatedAt.filter((one) => one !== ended.clinic);
      treatedBefore = [...treatedBefore.filter((one) => one !== ended.clinic), ended.clinic];
    } else if (type === "glass-broken") {
      const { account, clinic: by } = body as Body<"glass-broken">;
      broken = broken.concat({ account, clinic: by, at: recordedAt });
    } else if (type === "processing-restricted") restricted = true;
    else if (type === "restriction-lifted") restricted = false;
    else if (type === "shared-with-guardian") shared = (body as Body<"shared-with-guardian">).topics;
  }
  return { home, treatedAt, treatedBefore, broken, restricted, shared };
}

function withoutPrivate(stored: StoredEntry): StoredEntry {
  return stored.private === undefined ? stored : { ...stored, private: "erased" };
}

function withoutDecision(entry: Entry): Entry {
  if (entry.type !== "supply-authorised" && entry.type !== "supply-dispensed") return entry;
  const { decision: _decision, ...body } = entry.body;
  return { ...entry, body } as Entry;
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
