/**
 * FHIR resources as documents. What an earlier import kept is read again beside what is new, so that it makes no
 * difference in which order, or in how many files, resources came.
 */
import type { At, Day } from "../../core/calendar.ts";
import { type Entry, writeBody } from "../../core/entry.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import type { UndatedFact } from "../../core/record.ts";
import type { ReasonCode } from "../../fhir/account.ts";
import { idOf } from "../../fhir/import/context.ts";
import { type AccountLine, importFhir } from "../../fhir/import.ts";
import { textAt } from "../../fhir/json.ts";
import type { Json } from "../../ledger/ledger.ts";
import { type EntryDraft, entry } from "../entries.ts";
import { implausible } from "../plausible.ts";
import type { FileProblem } from "../record-file.ts";
import { contentNames, digestOf, documentKey, type ImportedDocument } from "./document.ts";
import type { KeptDocument } from "./kept-documents.ts";
import { isPatient, personOf, privateOf } from "./person.ts";
import type { GivenResource } from "./read-given.ts";
import type { LeftAside } from "./reasons.ts";

export interface FhirOptions {
  readonly knowledge: Knowledge;
  readonly scope: string;
  readonly source: string;
  /** The Patient meant, where there are several. */
  readonly subject: string | undefined;
  /** Whether the document of this key is what registers the person. */
  readonly registers: (key: string) => boolean;
  readonly now: { readonly at: At; readonly day: Day };
}

export interface FhirDocuments {
  readonly documents: readonly ImportedDocument[];
  /** Orders for isotretinoin: proposals to decide. */
  readonly proposals: readonly SupplyQuestion[];
}

interface Named {
  readonly name: string;
  readonly digest: string;
  readonly raw: Json;
  readonly file: string | undefined;
}

export function fhirDocuments(
  given: readonly GivenResource[],
  kept: Iterable<KeptDocument>,
  options: FhirOptions,
): FhirDocuments | { readonly problems: FileProblem[] } {
  const { scope, source, registers, knowledge, subject } = options;
  const resources = withKept(named(given), kept, scope);
  const read = importFhir(
    resources.map(({ raw }) => raw),
    knowledge,
    subject === undefined ? {} : { patient: subject },
  );
  if ("problems" in read) {
    const fileOf = (where: string) => resources.find(({ name }) => name === where)?.file ?? where;
    return {
      problems: read.problems.map(({ where, says, remedy }) => ({ file: fileOf(where), says, remedy })),
    };
  }
  const dated = new Map(read.entries.map((one) => [one.id, one]));
  const undated = Map.groupBy(read.undated, ({ resource }) => resource);
  const seen = new Set<string>();
  const documents = resources.flatMap((resource, place): ImportedDocument[] => {
    const line = read.account[place] as AccountLine;
    const isCopy = seen.has(resource.name);
    seen.add(resource.name);
    const person = isPatient(resource.raw) ? resource.raw : undefined;
    const found = line.became.map((id) => dated.get(id)).filter((one) => one !== undefined);
    const registering =
      found.some(({ type }) => type === "registered") &&
      registers(documentKey({ scope, name: resource.name }));
    const facts = [
      ...found.filter(({ type }) => type !== "registered" || registering),
      // A copy shares its name with the first, which has them.
      ...(isCopy ? [] : (undated.get(line.resource) ?? [])),
    ].map((fact) => ({ draft: draftOf(fact, resource.name, options, person) }));
    const wasAhead = found.some((fact) => isAhead(fact, options));
    const left =
      isCopy && line.leftAside === undefined
        ? ({ reason: "duplicate" } as const)
        : leftAside(line, { registered: found.length > 0 && facts.length === 0, wasAhead });
    return [
      {
        ...resource,
        format: "fhir-r4",
        scope,
        keepsRaw: left === undefined || facts.length > 0 || !notKept.has(left.reason),
        identities: person === undefined ? [] : personOf(person, "", source).identities,
        facts,
        ...(left === undefined ? {} : { leftAside: left }),
      },
    ];
  });
  return { documents, proposals: read.orders };
}

/** Their raw form would be no use here, or is no business of this patient's record. */
const notKept: ReadonlySet<string> = new Set<ReasonCode>([
  "not-relevant",
  "other-patient",
  "no-subject",
  "not-a-resource",
  "unopened-bundle",
  "duplicate",
]);

function named(given: readonly GivenResource[]): Named[] {
  const nameByContent = contentNames();
  return given.map(({ resource, file }) => {
    const type = textAt(resource, "resourceType");
    const kind = type !== undefined && /^[A-Za-z]{1,40}$/.test(type) ? type : "Unknown";
    const digest = digestOf(resource);
    const id = kind === "Unknown" ? undefined : idOf(resource);
    return {
      name: id === undefined ? nameByContent(kind, digest) : `${kind}/${id}`,
      digest,
      raw: resource,
      file,
    };
  });
}

/** The new and the kept: the Patient, then the rest in the order of their names. */
function withKept(given: readonly Named[], kept: Iterable<KeptDocument>, scope: string): Named[] {
  const names = new Set(given.map(({ name }) => name));
  const again = [...kept].flatMap(({ name, digest, raw, ...one }): Named[] =>
    one.scope === scope && one.format === "fhir-r4" && raw !== undefined && !names.has(name)
      ? [{ name, digest, raw, file: undefined }]
      : [],
  );
  const place = ({ name, raw }: Named) => `${isPatient(raw) ? "" : "~"}${name}`;
  return [...given, ...again].toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

function isAhead(fact: Entry, { now }: FhirOptions): boolean {
  const { day, at } = fact.happened;
  return at === undefined ? day > now.day : at > now.at;
}

/** A fact without a day, or with one that has not come yet, may speak against treatment and never for it. */
function draftOf(
  fact: Entry | UndatedFact,
  name: string,
  options: FhirOptions,
  person: Parameters<typeof privateOf>[0] | undefined,
): EntryDraft {
  const imported = { actor: "unknown", source: "import", ref: name } as const;
  if (fact.type === "registered") {
    const hidden = person === undefined ? {} : privateOf(person);
    return entry("registered", fact.body, { ...imported, private: hidden });
  }
  if ("happened" in fact && !isAhead(fact, options)) {
    return { type: fact.type, body: believable(fact), happened: fact.happened, ...imported } as EntryDraft;
  }
  const body = writeBody(fact.type, fact.body as never);
  return entry("undated-fact-imported", { type: fact.type, body, resource: name }, imported);
}

/** Without a number that cannot be: it is then unknown, and asked about. */
function believable({ type, body }: Entry): object {
  const odd = new Set<string>(implausible(type, body).map(({ field }) => field));
  return Object.fromEntries(Object.entries(body).filter(([field]) => !odd.has(field)));
}

function leftAside(
  { became, leftAside: left }: AccountLine,
  { registered, wasAhead }: { registered: boolean; wasAhead: boolean },
): LeftAside | undefined {
  if (became.includes("order")) return { reason: "order-proposed" };
  if (registered) return { reason: "registered-already" };
  return left ?? (wasAhead ? { reason: "dated-ahead" } : undefined);
}
