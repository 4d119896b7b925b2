/** Opens a practice: its ledger with the read models, in a folder or in PostgreSQL, and what is known of medicine. */
import type { At } from "../core/calendar.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { Ledger, OwnLedger } from "../ledger/ledger.ts";
import { type OpenOptions, openLedger, openLedgerReadOnly } from "../ledger/sqlite.ts";
import { knowledgeAtHand } from "./knowledge-cache.ts";
import type { Database, Place } from "./place.ts";
import { keepKnowledge, type Practice, practice } from "./practice.ts";
import { type LedgerWatch, watchedLedger } from "./watched-ledger.ts";

export interface OpenPractice extends Practice {
  readonly ledger: OwnLedger;
}

const projector = new URL("./views/projector.ts", import.meta.url);

/**
 * Opens a practice for writing; a folder, or the tables in a database, are made where there are none.
 *
 * @param at a folder, or where else it is
 * @throws LedgerError where somebody else writes to the folder, or it cannot be reached or read
 */
export async function openPractice(
  at: string | Place,
  options: {
    readonly now?: () => At;
    readonly knowledge?: Knowledge;
    readonly onRefill?: (done: number, all: number) => void;
    readonly watch?: LedgerWatch;
    readonly brokenGlassHours?: number;
    readonly retentionYears?: number | undefined;
  } = {},
): Promise<OpenPractice> {
  const now = options.now ?? (() => Date.now() as At);
  const { onRefill, watch, brokenGlassHours = 24, retentionYears } = options;
  const kept = await openOwn(typeof at === "string" ? { folder: at } : at, {
    projector,
    ...(options.now === undefined ? {} : { clock: now }),
    ...(onRefill === undefined ? {} : { onRefill }),
    ...(watch === undefined ? {} : { onBatch: watch.batch }),
  });
  const ledger = watch === undefined ? kept : watchedLedger(kept, watch);
  const knowledge = options.knowledge ?? knowledgeAtHand();
  const opened = { ...practice(ledger, knowledge, now), brokenGlassHours, retentionYears };
  await keepKnowledge(opened);
  return opened;
}

type LedgerOptions = Omit<OpenOptions, "folder">;

/** The driver of PostgreSQL is loaded by those who use it. */
async function openOwn(place: Place, options: LedgerOptions): Promise<OwnLedger> {
  if ("folder" in place) return await openLedger({ ...options, ...place });
  const { openPostgres } = await import("../ledger/postgres.ts");
  return await openPostgres({ ...options, ...addresses(place) });
}

/** Opens a practice to read it, also while a server writes to it. */
export async function readPractice(at: string | Place): Promise<Practice> {
  const place = typeof at === "string" ? { folder: at } : at;
  return practice(await openToRead(place), knowledgeAtHand(), () => Date.now() as At);
}

async function openToRead(place: Place): Promise<Ledger> {
  if ("folder" in place) return await openLedgerReadOnly(place.folder, place);
  const { openPostgresReadOnly } = await import("../ledger/postgres.ts");
  return await openPostgresReadOnly(addresses(place));
}

const addresses = ({ database, keys, masterKeys }: Database) => ({
  url: database,
  ...(keys === undefined ? {} : { keysUrl: keys }),
  ...(masterKeys === undefined ? {} : { masterKeys }),
});
