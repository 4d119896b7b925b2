/** A practice at work: its ledger, what is known of medicine, and a clock. Commands and views are given one. */

import { type At, atText, dayOf } from "../core/calendar.ts";
import type { Happened } from "../core/entry.ts";
import { fromKept } from "../core/knowledge/kept.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Eyes } from "./behind-the-wall.ts";
import { Histories, patients } from "./histories.ts";
import { KeptPeople } from "./kept-people.ts";

export { settingOf } from "./setting-of.ts";

export interface Practice {
  readonly ledger: Ledger;
  readonly knowledge: Knowledge;
  readonly now: () => At;
  readonly histories: Pick<Histories, "read" | "known" | "learn" | "forget">;
  readonly people: KeptPeople;
  /** Where this is what somebody sees of a practice: the practice as the server itself has it, and who looks. */
  readonly behindWall?: { readonly whole: Practice; readonly eyes: Eyes };
  /** For how long a record opened in an emergency stays open; 24 where undefined. */
  readonly brokenGlassHours?: number;
  /** Years for which a record is kept after its last entry; nobody is erased where undefined. */
  readonly retentionYears?: number | undefined;
}

export function practice<L extends Ledger>(
  kept: L,
  knowledge: Knowledge,
  now: () => At,
): Practice & { readonly ledger: L } {
  const people = new KeptPeople();
  const ledger = people.told(kept);
  return { ledger, knowledge, now, histories: new Histories(ledger), people };
}

/** The stream of a patient. */
export function patientStream(patient: string): string {
  return patients + patient;
}

/** The stream of a clinic: its policies, enrolments, confirmed editions and read packs. */
export function clinicStream(clinic: string): string {
  return `clinic/${clinic}`;
}

/** An instant as something that happened: its day is that of the zone. */
export function happening(at: At, zone: string): Happened {
  return { day: dayOf(at, zone), at };
}

/** Keeps what a decision was made with, so that it can be made again: once for each version of the knowledge. */
export async function keepKnowledge({ ledger, knowledge, now }: Practice): Promise<void> {
  const stream = `knowledge/${knowledge.digest}`;
  if ((await ledger.version(stream)) > 0) return;
  const at = now();
  const text = atText(at);
  await ledger.append({
    stream,
    expectedVersion: 0,
    entries: [
      {
        id: crypto.randomUUID(),
        type: "knowledge-kept",
        schema: 1,
        happened: { day: text.slice(0, 10), at: text },
        recordedAt: text,
        actor: { role: "unknown", id: "isoward", authenticated: false },
        clinic: "",
        source: { kind: "manual" },
        body: JSON.parse(JSON.stringify(knowledge)),
      },
    ],
  });
}

/** The knowledge of a digest, as it was kept; undefined where it was not. */
export async function keptKnowledge(
  { ledger, knowledge }: Practice,
  digest: string,
): Promise<Knowledge | undefined> {
  if (digest === knowledge.digest) return knowledge;
  const [kept] = await ledger.read(`knowledge/${digest}`);
  return kept === undefined ? undefined : fromKept(kept.body as Partial<Knowledge> as Knowledge);
}
