/** The entries of Isoward records as documents, each with its own word: whose it was, but nobody's signature here. */

import { accessBodies } from "../../core/access-bodies.ts";
import { authorityFor, speaksAgainst } from "../../core/authority.ts";
import { dayText } from "../../core/calendar.ts";
import { type Entry, type EntryOf, type EntryType, type Role, writeBody } from "../../core/entry.ts";
import { inOrder } from "../../core/happened.ts";
import { agrees } from "../commands/when.ts";
import type { EntryDraft } from "../entries.ts";
import { implausible } from "../plausible.ts";
import type { FileProblem } from "../record-file.ts";
import { contentNames, digestOf, documentKey, type ImportedDocument } from "./document.ts";
import type { FhirOptions } from "./fhir-documents.ts";
import type { GivenEntry } from "./read-given.ts";
import type { LedgerReason } from "./reasons.ts";

type Options = Pick<FhirOptions, "scope" | "source" | "registers" | "now">;

interface Named extends GivenEntry {
  readonly name: string;
  readonly digest: string;
}

export function recordDocuments(
  given: readonly GivenEntry[],
  options: Options,
): readonly ImportedDocument[] | { readonly problems: FileProblem[] } {
  const entries = named(given);
  const problems = [...unbelievable(entries, options), ...contradictions(entries)];
  if (problems.length > 0) return { problems };
  const byId = new Map(entries.map((one) => [one.entry.id, one]));
  const identities = identitiesOf(entries, options.source);
  const documents = inOrderOfCorrection(entries, byId).map((one): ImportedDocument => {
    const { name, digest, raw, file, entry } = one;
    const isAlready =
      entry.type === "registered" && !options.registers(documentKey({ scope: options.scope, name }));
    const reason = leftAside(entry, byId) ?? (isAlready ? already : undefined);
    const mends = entry.type === "corrected" ? byId.get(entry.body.ref)?.name : undefined;
    const needs = entry.type === "corrected" ? neededBy(entry, entries, byId) : undefined;
    return {
      name,
      digest,
      raw,
      file,
      format: "isoward",
      scope: options.scope,
      keepsRaw: true,
      identities: entry.type === "registered" ? identities : [],
      facts:
        reason === undefined
          ? [
              {
                draft: draftOf(one, byId),
                ...(mends === undefined ? {} : { mends }),
                ...(needs === undefined ? {} : { needs }),
              },
            ]
          : [],
      ...(reason === undefined ? {} : { leftAside: { reason } }),
    };
  });
  return documents;
}

/** By what a record finds its person again: the id of its registration, else all that it says. */
export function identitiesOf(
  entries: readonly (GivenEntry & { readonly digest?: string })[],
  source: string,
) {
  const ids = entries.flatMap(({ entry, ownId }) =>
    entry.type === "registered" && ownId !== undefined ? [`record|${source}|${ownId}`] : [],
  );
  return ids.length > 0 ? ids : [`record-content|${digestOf(entries.map(({ raw }) => raw))}`];
}

function named(given: readonly GivenEntry[]): Named[] {
  const nameByContent = contentNames();
  return given.map((one) => {
    const digest = digestOf(one.raw);
    const name = one.ownId === undefined ? nameByContent("entry", digest) : `entry/${one.ownId}`;
    return { ...one, name, digest };
  });
}

const already: LedgerReason = "registered-already";

/** Kinds of entries that are no facts about the patient, and why. */
const elsewhere: { readonly [T in EntryType]?: LedgerReason } = {
  "policy-signed": "clinics-own",
  "edition-confirmed": "clinics-own",
  "product-read": "clinics-own",
  "supply-authorised": "given-elsewhere",
  "supply-voided": "given-elsewhere",
  "external-authorisation-recorded": "given-elsewhere",
  "finding-overridden": "given-elsewhere",
  "task-raised": "of-another-ledger",
  "task-closed": "of-another-ledger",
  "document-imported": "of-another-ledger",
  ...Object.fromEntries(Object.keys(accessBodies).map((type) => [type, "of-another-ledger"])),
  "name-recorded": "of-another-ledger",
  "person-erased": "of-another-ledger",
};

function leftAside(entry: Entry, byId: ReadonlyMap<string, Named>): LedgerReason | undefined {
  if (entry.type === "programme-enrolled" || entry.type === "programme-left") {
    return entry.body.party === "patient" ? undefined : "clinics-own";
  }
  if (entry.type !== "corrected") return elsewhere[entry.type];
  const mended = byId.get(entry.body.ref);
  if (mended === undefined || mended.entry === entry) return "mends-what-was-left-aside";
  return leftAside(mended.entry, byId) === undefined ? undefined : "mends-what-was-left-aside";
}

function draftOf(one: Named, byId: ReadonlyMap<string, Named>): EntryDraft {
  const { entry, name } = one;
  const { type, happened, actor } = entry;
  const mends = entry.type === "corrected" ? byId.get(entry.body.ref)?.entry.type : undefined;
  return {
    type,
    body: bodyOf(one, byId),
    happened,
    actor,
    source: "import",
    ref: name,
    ...(mends === undefined ? {} : { mends }),
  } as EntryDraft;
}

function bodyOf({ entry, raw }: Named, byId: ReadonlyMap<string, Named>): object {
  if (entry.type === "corrected" && entry.body.replacement !== undefined) {
    const mended = byId.get(entry.body.ref)?.entry;
    if (mended === undefined) return entry.body;
    // Only what the file changes: the rest is as it stands here, which may have been mended since.
    const { replacement } = (raw as { readonly body: { readonly replacement: object } }).body;
    const whole = writeBody(mended.type, entry.body.replacement as never);
    const changed = Object.entries(whole).filter(([field]) => Object.hasOwn(replacement, field));
    return { ...entry.body, replacement: Object.fromEntries(changed) };
  }
  if (entry.type === "supply-dispensed") {
    // What was decided elsewhere was decided on another ledger; and its numbers are not of this one.
    const { decision: _decision, number, ...body } = entry.body;
    return number === undefined ? body : { ...body, number: ofElsewhere(number) };
  }
  return entry.type === "supply-reversed" ? { number: ofElsewhere(entry.body.number) } : entry.body;
}

/** A number that was given elsewhere, so that it cannot be taken for one of this ledger's. */
const ofElsewhere = (number: string) => `elsewhere:${number}`.slice(0, 120);

/** The registration first; what is mended stands before what mends it, and of several that mend it the older first. */
function inOrderOfCorrection(entries: readonly Named[], byId: ReadonlyMap<string, Named>): Named[] {
  const depth = ({ entry }: Named): number => {
    let steps = 0;
    let now: Entry | undefined = entry;
    while (now?.type === "corrected" && steps <= entries.length) {
      now = byId.get(now.body.ref)?.entry;
      steps += 1;
    }
    return steps;
  };
  return entries
    .map((one) => ({ one, depth: one.entry.type === "registered" ? -1 : depth(one) }))
    .toSorted((a, b) => a.depth - b.depth || (a.depth > 0 ? inOrder(a.one.entry, b.one.entry) : 0))
    .map(({ one }) => one);
}

/** Whose word a correction takes: a prescriber's where it mends what speaks against treatment, or another correction. */
function neededBy(
  { body }: EntryOf<"corrected">,
  entries: readonly Named[],
  byId: ReadonlyMap<string, Named>,
): readonly Role[] | undefined {
  const mended = byId.get(body.ref)?.entry;
  if (mended === undefined) return undefined;
  const as = (replacement: object | undefined) =>
    ({ ...mended, body: { ...mended.body, ...replacement } }) as Entry;
  const ever = entries.flatMap(({ entry }) =>
    entry.type === "corrected" && entry.body.ref === body.ref ? [as(entry.body.replacement)] : [],
  );
  const isAgainst = [mended, ...ever].some(speaksAgainst);
  const becomes = as(body.replacement);
  // To come to speak against treatment takes nobody's authority.
  if (!body.withdrawn && speaksAgainst(becomes) && !speaksAgainst(mended)) return undefined;
  if (isAgainst || mended.type === "corrected") return ["prescriber"];
  return body.withdrawn ? undefined : authorityFor(becomes);
}

/** Nothing is written down that no number can be, before it happened, or on a day that its own instant contradicts. */
function unbelievable(entries: readonly Named[], { now }: Options): FileProblem[] {
  return entries.flatMap(({ file, line, entry: { type, happened, body } }) => {
    const where = { file, ...(line === undefined ? {} : { line }) };
    const [odd] = implausible(type, body);
    if (odd !== undefined) {
      const says = `${type}: ${odd.field} ${odd.value} cannot be right`;
      return [{ ...where, says, remedy: `write what it was: ${odd.least} to ${odd.most}` }];
    }
    if (!agrees(happened)) {
      const says = `${type} is dated ${dayText(happened.day)}, and its instant is of another day`;
      return [{ ...where, says, remedy: "write the day on which that instant was, where it happened" }];
    }
    return (happened.at === undefined ? happened.day > now.day : happened.at > now.at)
      ? [
          {
            ...where,
            says: `${type} is dated ${dayText(happened.day)}, which has not come yet`,
            remedy: "leave out what has not happened, and import it once it has",
          },
        ]
      : [];
  });
}

/** One id for two different things, in two files. */
function contradictions(entries: readonly Named[]): FileProblem[] {
  const first = new Map<string, Named>();
  return entries.flatMap((one) => {
    const before = first.get(one.name);
    if (before === undefined) first.set(one.name, one);
    if (before === undefined || before.digest === one.digest) return [];
    const { file, line, ownId } = one;
    const says = `the id "${ownId}" stands for another entry in ${before.file}`;
    return [{ file, ...(line === undefined ? {} : { line }), says, remedy: "give each entry its own id" }];
  });
}
