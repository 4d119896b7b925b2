/**
 * Imports FHIR R4 or an Isoward record into a patient's stream, with an account of every resource. All of it or
 * nothing: one append. The same files twice change nothing; a changed resource withdraws what its older version became.
 *
 * Entries get ids as all others do. What makes an import repeatable are its documents: one a resource, named within
 * the Patient it came with, each with the digest of its canonical JSON and the ids of the entries it became.
 */
import { randomUUIDv7 } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { standing } from "../../core/corrections.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import { newRoute } from "../authorisation-number.ts";
import { staff } from "../commands/recording.ts";
import { consequences } from "../consequences.ts";
import { zoneOf } from "../decide-supply.ts";
import { registersFictional } from "../demo/only-fictional.ts";
import { type By, readable, toStored } from "../entries.ts";
import { patients } from "../histories.ts";
import { inTurn } from "../in-turn.ts";
import { happening, type Practice, patientStream, settingOf } from "../practice.ts";
import type { FileProblem } from "../record-file.ts";
import type { ImportedDocument } from "./document.ts";
import { documentsOf, peopleIn } from "./documents-of.ts";
import { keptIn } from "./kept-documents.ts";
import { type Given, type ReadGiven, readGiven } from "./read-given.ts";
import { type ImportLine, type Reconciled, reconcile } from "./reconcile.ts";
import { whose } from "./whose.ts";

export interface ImportOptions {
  readonly clinic: string;
  readonly site?: string;
  /** The patient's number here. Without it the person is found again, or registered. */
  readonly patient?: string;
  /** The id of the FHIR Patient meant, where the files hold several. */
  readonly subject?: string;
  /** Names the system the files are from, where ids of several systems could be the same. */
  readonly source?: string;
  readonly notTheSameAs?: readonly string[];
  readonly onProgress?: (done: number, all: number) => void;
}

export interface Imported {
  readonly patient: string;
  readonly created: boolean;
  readonly version: number;
  readonly account: readonly ImportLine[];
  /** Facts written. */
  readonly written: number;
  /** Resources, and entries of record files, that were known already. */
  readonly unchanged: number;
  /** Facts withdrawn, because a newer version says otherwise. */
  readonly superseded: number;
  /** Orders for isotretinoin: no facts, but questions to decide. */
  readonly proposals: readonly SupplyQuestion[];
}

export type ImportResult = Imported | { readonly problems: readonly FileProblem[] };

/** @param given paths of files and folders, or texts with a name to speak of them by */
export async function importFiles(
  practice: Practice,
  given: readonly Given[],
  meta: { readonly by: By },
  options: ImportOptions,
): Promise<ImportResult> {
  const wrong = whyNot(practice, meta.by, options);
  if (wrong !== undefined) return { problems: [wrong] };
  const read = readGiven(given);
  if ("problems" in read) return read;
  // One after another: two imports of one new person must not register them twice.
  return await inTurn(practice, () => importRead(practice, read, meta.by, options));
}

function whyNot(
  { knowledge }: Practice,
  { role }: By,
  { clinic, site }: ImportOptions,
): FileProblem | undefined {
  const sites = Object.hasOwn(knowledge.clinics, clinic) ? knowledge.clinics[clinic]?.sites : undefined;
  if (sites === undefined) {
    const known = Object.keys(knowledge.clinics).join(", ");
    return { file: "", says: `there is no clinic "${clinic}"`, remedy: `choose one of ${known}` };
  }
  if (site !== undefined && !sites.some(({ id }) => id === site)) {
    const known = sites.map(({ id }) => id).join(", ");
    return { file: "", says: `${clinic} has no site "${site}"`, remedy: `choose one of ${known}` };
  }
  return staff.includes(role)
    ? undefined
    : { file: "", says: `${role} may not import`, remedy: `let one of these do it: ${staff.join(", ")}` };
}

async function importRead(
  practice: Practice,
  read: ReadGiven,
  by: By,
  options: ImportOptions,
): Promise<ImportResult> {
  const { clinic, onProgress = () => {} } = options;
  const setting = settingOf(clinic, practice.knowledge);
  if (setting === undefined) throw new Error(`the clinic ${clinic} was there a moment ago`);
  const zone = zoneOf(setting, practice.knowledge);
  const all = read.resources.length + read.entries.length;
  /** Read, held against what is kept, written: each is about as much work. */
  const worked = (parts: 0 | 1 | 2 | 3) => onProgress(parts * all, 3 * all);
  worked(0);
  for (;;) {
    // From before it is looked who is there: whoever is registered meanwhile, by another server too, is looked at again.
    const position = await practice.ledger.position();
    const people = peopleIn(read, options);
    if ("problems" in people) return people;
    const found = await whose(practice, people, options, happening(practice.now(), zone).day);
    if ("problems" in found) return found;
    const at = found.state?.record.asOf.at ?? practice.now();
    const today = happening(at, zone);
    const patient = found.state?.patient ?? newRoute();
    const stream = patientStream(patient);
    const kept = keptIn(found.state === undefined ? [] : await practice.ledger.read(stream));
    await setImmediate();
    const documents = documentsOf(read, kept, practice.knowledge, options, {
      at,
      day: today.day,
      isNew: found.state === undefined,
    });
    if ("problems" in documents) return documents;
    worked(1);
    await setImmediate();

    const site = found.state?.site ?? options.site;
    const as = { by: { ...by, authenticated: false }, clinic, site, now: at, today };
    const newId = () => randomUUIDv7({ monotonic: true } as never);
    const asItStands = new Map(
      standing(found.state?.history.entries ?? [], () => true).map((one) => [one.id, one]),
    );
    const isFictional =
      found.state === undefined
        ? await registersFictional(practice, by)
        : found.state.record.last("registered")?.body.fictional === true;
    // Before it is held against what is kept: else whoever is imported again would be somebody real.
    const told = isFictional ? documents.documents.map(ofSomebodyFictional) : documents.documents;
    const reconciled = reconcile(told, kept, {
      newId,
      as,
      stands: (id) => asItStands.get(id),
    });
    const result = (version: number): Imported => ({
      patient,
      created: found.state === undefined,
      version,
      ...counts(reconciled),
      proposals: documents.proposals,
    });
    worked(2);
    await setImmediate();
    if (reconciled.drafts.length === 0) {
      worked(3);
      return result(found.state?.version ?? 0);
    }
    const entries = reconciled.drafts.map((draft) =>
      toStored(draft, draft.type === "document-imported" ? { ...as, by } : as),
    );
    const follow =
      found.state === undefined
        ? []
        : consequences(found.state, entries, at).map((draft) => toStored(draft, { ...as, by }));
    const { [stream]: _own, ...readVersions } = found.state?.read ?? {};
    const appended = await practice.ledger.append({
      stream,
      expectedVersion: found.state?.version ?? 0,
      entries: readable([...entries, ...follow], stream),
      readVersions,
      ...(found.state === undefined ? { noneBegunSince: { prefix: patients, position } } : {}),
    });
    if (appended.is !== "appended") continue;
    practice.histories.learn(stream, appended.entries);
    worked(3);
    return result(appended.entries.at(-1)?.version ?? 0);
  }
}

function ofSomebodyFictional(document: ImportedDocument): ImportedDocument {
  const facts = document.facts.map((fact) =>
    fact.draft.type === "registered"
      ? { ...fact, draft: { ...fact.draft, body: { ...fact.draft.body, fictional: true } } }
      : fact,
  );
  return { ...document, facts };
}

const counts = ({ account, written, unchanged, superseded }: Reconciled) => ({
  account,
  written,
  unchanged,
  superseded,
});
