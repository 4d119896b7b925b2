/**
 * Everything that is known of a person, in one file that is theirs: the entries as an Isoward record, so that another
 * practice can import them; beside them what a record has no place for (who wrote each entry, where, and its hash, names,
 * notes and documents, stored decisions, who looked), and a digest over all of it.
 */
import { hash } from "node:crypto";
import { atText } from "../core/calendar.ts";
import { writeBody } from "../core/entry.ts";
import { canonical } from "../ledger/canonical.ts";
import type { Actor, Json, StoredEntry } from "../ledger/ledger.ts";
import { fromStored } from "./entries.ts";
import { type Practice, patientStream } from "./practice.ts";
import type { NamesOf } from "./views/access-lines.ts";
import type { AccessLine } from "./views/access-shapes.ts";
import { accessesView } from "./views/accesses.ts";

const format = "isoward-person-1";

export interface PersonExport {
  readonly format: typeof format;
  readonly exportedAt: string;
  /** Their number. */
  readonly patient: string;
  /** Whose personal data were erased: then nothing private is left to take along. */
  readonly erased: boolean;
  /** An Isoward record (docs/record.md): oldest first, each with what it says in people's own words. */
  readonly entries: readonly RecordEntry[];
  /** Of each entry, by its id: who wrote it and where, and what stands in the ledger beside what it says. */
  readonly kept: readonly KeptBeside[];
  /** What was decided for a supply, whole, by the entry that holds it. */
  readonly decisions: readonly { readonly entry: string; readonly decision: Json }[];
  /** The digests of what was known of medicine when it was decided. */
  readonly knowledge: readonly string[];
  /** Who saw and wrote what, newest first. */
  readonly accesses: readonly AccessLine[];
  /** Over the canonical JSON of everything else in this file. */
  readonly sha256: string;
}

interface RecordEntry {
  readonly id: string;
  readonly type: string;
  readonly happened: StoredEntry["happened"];
  readonly recordedAt: string;
  readonly actor: string;
  readonly source: string;
  readonly ref?: string;
  readonly body: { readonly [field: string]: unknown };
}

interface KeptBeside {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly hash: string;
  readonly actor: Actor;
  readonly clinic: string;
  readonly site?: string;
  /** Names, notes, documents as they came. */
  readonly private?: Json;
}

/** Undefined where nobody is registered by that number. */
export async function exportPerson(
  practice: Practice,
  patient: string,
  namesOf: NamesOf,
): Promise<PersonExport | undefined> {
  const accesses = await accessesView(practice, patient, namesOf, { limit: mostLines });
  if (accesses === undefined) return undefined;
  const stored = await practice.ledger.read(patientStream(patient));
  const decisions = stored.flatMap(({ id, body }) => {
    const { decision } = body as { readonly decision?: Json };
    return decision === undefined ? [] : [{ entry: id, decision }];
  });
  const whole = {
    format,
    exportedAt: atText(practice.now()),
    patient,
    erased: stored.some(({ type }) => type === "person-erased"),
    entries: stored.map(recordEntry),
    kept: stored.map(keptBeside),
    decisions,
    knowledge: [...new Set(decisions.flatMap(({ decision }) => digestIn(decision)))].toSorted(),
    accesses: accesses.items,
  } as const;
  return { ...whole, sha256: sumOf(whole) };
}

/** More than anybody was ever looked at. */
const mostLines = 1_000_000;

/** Whether a file is as it was exported. */
export function isAsExported({ sha256, ...whole }: PersonExport): boolean {
  return sha256 === sumOf(whole);
}

function sumOf(whole: Omit<PersonExport, "sha256">): string {
  // As it is read again: what is undefined stands in no file.
  return hash("sha256", canonical(JSON.parse(JSON.stringify(whole)) as Json));
}

function recordEntry(one: StoredEntry): RecordEntry {
  const { id, type, actor, source, happened, recordedAt } = one;
  const read = fromStored(one);
  const { decision: _decision, ...body } = writeBody(read.type, read.body as never);
  return {
    id,
    type,
    happened,
    recordedAt,
    actor: actor.role,
    source: source.kind,
    ...(source.ref === undefined ? {} : { ref: source.ref }),
    body,
  };
}

function keptBeside(one: StoredEntry): KeptBeside {
  const { id, version, position, hash: chained, actor, clinic, site, private: kept } = one;
  return {
    id,
    version,
    position,
    hash: chained,
    actor,
    clinic,
    ...(site === undefined ? {} : { site }),
    ...(kept === undefined || kept === "erased" ? {} : { private: kept.value }),
  };
}

function digestIn(decision: Json): readonly string[] {
  const { knowledge } = decision as { readonly knowledge?: Json };
  return typeof knowledge === "string" ? [knowledge] : [];
}
