/** Files and what was kept before, as the documents of one person. */
import type { Knowledge } from "../../core/knowledge/schema.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import { idOf } from "../../fhir/import/context.ts";
import type { FileProblem } from "../record-file.ts";
import { digestOf, documentKey, type ImportedDocument } from "./document.ts";
import { type FhirOptions, fhirDocuments } from "./fhir-documents.ts";
import type { Kept } from "./kept-documents.ts";
import { isPatient, type Person, personOf } from "./person.ts";
import type { ReadGiven } from "./read-given.ts";
import { identitiesOf, recordDocuments } from "./record-documents.ts";

/** What of an import's options says whose and from where the files are. */
export interface FromWhere {
  readonly subject?: string | undefined;
  readonly source?: string | undefined;
}

/** Who the files say they are about: the Patient that is meant, and whom records register. */
export function peopleIn(
  { resources, entries }: ReadGiven,
  { source = "", subject }: FromWhere,
): readonly Person[] | { readonly problems: readonly FileProblem[] } {
  const patients = new Map(
    resources.flatMap(({ resource, file }) =>
      isPatient(resource) ? [[idOf(resource) ?? digestOf(resource), { resource, file }] as const] : [],
    ),
  );
  const meant = subject === undefined ? [...patients] : [...patients].filter(([id]) => id === subject);
  if (meant.length > 1 || (subject !== undefined && meant.length === 0)) {
    const ids = [...patients.keys()].join(", ") || "none";
    const problem =
      meant.length > 1
        ? {
            says: `there are ${patients.size} patients: ${ids}`,
            remedy: "import one at a time, or name one as the subject",
          }
        : {
            says: `there is no Patient "${subject}"; there are: ${ids}`,
            remedy: "name one of these as the subject",
          };
    return { problems: [{ file: resources[0]?.file ?? "", ...problem }] };
  }
  const registered = entries.flatMap(({ entry, file }) =>
    entry.type === "registered" ? [{ file, birthDate: entry.body.birthDate }] : [],
  );
  const identities = registered.length === 0 ? [] : identitiesOf(entries, source);
  return [
    ...meant.map(([, { resource, file }]) => personOf(resource, file, source)),
    ...registered.map((one) => ({ ...one, identities })),
  ];
}

/** Everything the files hold as documents, what was kept of the same Patient read again beside it. */
export function documentsOf(
  { resources, entries }: ReadGiven,
  kept: Kept,
  knowledge: Knowledge,
  { source = "", subject }: FromWhere,
  now: FhirOptions["now"] & { readonly isNew: boolean },
):
  | { readonly documents: readonly ImportedDocument[]; readonly proposals: readonly SupplyQuestion[] }
  | { readonly problems: readonly FileProblem[] } {
  const from = source === "" ? "" : `${source}|`;
  const registrars = new Set(
    [...kept.documents.values()]
      .filter(({ became }) => became.some(({ type }) => type === "registered"))
      .map(documentKey),
  );
  /** A person is registered once: by the document that did, or by the first that does. */
  const registers = (key: string): boolean => {
    if (now.isNew && registrars.size === 0) registrars.add(key);
    return registrars.has(key);
  };
  const documents: ImportedDocument[] = [];
  let proposals: readonly SupplyQuestion[] = [];
  if (resources.length > 0) {
    const scope = scopeOf({ resources, entries }, kept, { source: from, subject });
    if (typeof scope !== "string") return scope;
    const read = fhirDocuments(resources, kept.documents.values(), {
      knowledge,
      scope,
      source,
      subject,
      registers,
      now,
    });
    if ("problems" in read) return read;
    documents.push(...read.documents);
    proposals = read.proposals;
  }
  const recorded = recordDocuments(entries, { scope: `${from}record`, source, registers, now });
  if ("problems" in recorded) return recorded;
  return { documents: [...documents, ...recorded], proposals };
}

/** The Patient whose ids these resources use: the one given with them, else the only one that was imported before. */
function scopeOf(
  { resources }: ReadGiven,
  kept: Kept,
  { source, subject }: { readonly source: string; readonly subject: string | undefined },
): string | { readonly problems: readonly FileProblem[] } {
  if (subject !== undefined) return `${source}Patient/${subject}`;
  const given = resources.find(({ resource }) => isPatient(resource));
  if (given !== undefined) return `${source}Patient/${idOf(given.resource) ?? "~"}`;
  const before = new Set(
    [...kept.documents.values()]
      .filter(({ format, scope }) => format === "fhir-r4" && scope.startsWith(`${source}Patient/`))
      .map(({ scope }) => scope),
  );
  const [only] = before;
  if (only !== undefined && before.size === 1) return only;
  const says =
    before.size === 0
      ? "there is no Patient resource, so nobody is known to whom these belong"
      : `the patient was imported from several Patients before: ${[...before].join(", ")}`;
  const remedy = "add the Patient resource that the others refer to";
  return { problems: [{ file: resources[0]?.file ?? "", says, remedy }] };
}
