/** A practice in a folder, or with its ledger in PostgreSQL. */
import { knowledgeAtHand } from "../src/app/knowledge-cache.ts";
import { openPractice } from "../src/app/open-practice.ts";
import { keepKnowledge, type Practice, practice } from "../src/app/practice.ts";
import type { At } from "../src/core/calendar.ts";
import { openPostgres } from "../src/ledger/postgres.ts";

/** Where a practice is kept: its folder, which holds the accounts, and its ledger's database where it has one. */
export interface Place {
  readonly folder: string;
  readonly database?: string | undefined;
}

export async function openPlace({ folder, database }: Place): Promise<Practice> {
  if (database === undefined) return await openPractice(folder);
  const projector = new URL("../src/app/views/projector.ts", import.meta.url);
  const ledger = await openPostgres({ url: database, projector });
  const opened = practice(ledger, knowledgeAtHand(), () => Date.now() as At);
  await keepKnowledge(opened);
  return opened;
}
