/** Opens a practice's folder: its ledger with the read models, and what is known of medicine. */
import type { At } from "../core/calendar.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { openLedger, openLedgerReadOnly, type SqliteLedger } from "../ledger/sqlite.ts";
import { knowledgeAtHand } from "./knowledge-cache.ts";
import { keepKnowledge, type Practice, practice } from "./practice.ts";
import { type LedgerWatch, watchedLedger } from "./watched-ledger.ts";

export interface OpenPractice extends Practice {
  readonly ledger: SqliteLedger;
}

const projector = new URL("./views/projector.ts", import.meta.url);

/**
 * Opens a folder for writing, made where there is none.
 *
 * @throws LedgerError where somebody else writes to it, or it cannot be read
 */
export async function openPractice(
  folder: string,
  options: {
    readonly now?: () => At;
    readonly knowledge?: Knowledge;
    readonly onRefill?: (done: number, all: number) => void;
    readonly watch?: LedgerWatch;
    readonly brokenGlassHours?: number;
  } = {},
): Promise<OpenPractice> {
  const now = options.now ?? (() => Date.now() as At);
  const { onRefill, watch, brokenGlassHours = 24 } = options;
  const kept = await openLedger({
    folder,
    projector,
    ...(options.now === undefined ? {} : { clock: now }),
    ...(onRefill === undefined ? {} : { onRefill }),
    ...(watch === undefined ? {} : { onBatch: watch.batch }),
  });
  const ledger = watch === undefined ? kept : watchedLedger(kept, watch);
  const knowledge = options.knowledge ?? knowledgeAtHand();
  const opened = { ...practice(ledger, knowledge, now), ledger, brokenGlassHours };
  await keepKnowledge(opened);
  return opened;
}

/** Opens a folder to read it, also while a server writes to it. */
export async function readPractice(folder: string): Promise<Practice> {
  return practice(await openLedgerReadOnly(folder), knowledgeAtHand(), () => Date.now() as At);
}
