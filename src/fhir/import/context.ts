/** What every reader of a resource type is given, and what it gives back. */
import type { Body, EntryType, Happened } from "../../core/entry.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import type { Reason } from "../account.ts";
import type { CodeBook } from "../code-book.ts";
import { field, isObject, type JsonObject, objectsAt, textAt } from "../json.ts";

/** An entry to be, before it has an id; without a day only a state counts, anything else can only be named. */
export type Found = {
  [T in EntryType]: { readonly type: T; readonly body: Body<T>; readonly happened: Happened | undefined };
}[EntryType];

interface RunsOut {
  readonly medicine: string;
  readonly happened: Happened;
}

/** What one resource says. */
export interface Reading {
  readonly found?: readonly Found[];
  /** Ends that only the length of a supply implies: they hold where nothing else says that the medicine goes on. */
  readonly runsOut?: readonly RunsOut[];
  /** Says that a medicine is over but not since when, so that the end of a supply may settle it. */
  readonly over?: boolean;
  readonly order?: SupplyQuestion;
  readonly leftAside?: Reason;
}

export interface Context {
  readonly book: CodeBook;
  /** `Observation/abc`: names the resource being read. */
  readonly name: string;
  /** The resource's id, or its name where it has none. */
  readonly id: string;
  /** The resource a reference inside `from` points to: contained, or elsewhere in the import. */
  readonly resolve: (reference: unknown, from: JsonObject) => JsonObject | undefined;
}

// FHIR allows fewer characters; what is excluded here would make names ambiguous.
const usableId = /^[^\s/#?|~]{1,64}$/u;

/** The id of a resource, where it can serve in a name. */
export function idOf(resource: unknown): string | undefined {
  const id = textAt(resource, "id");
  return id !== undefined && usableId.test(id) ? id : undefined;
}

/** `Patient/abc` of a reference, whether relative, absolute or versioned; `urn:uuid:abc` gives `abc`. */
export function referenceKey(reference: unknown): string | undefined {
  const written = textAt(reference, "reference");
  if (written === undefined || written.startsWith("#")) return undefined;
  if (written.startsWith("urn:")) return written.split(":").at(-1);
  const parts = (written.split("/_history/")[0] ?? written).split("/");
  return parts.length < 2 ? undefined : parts.slice(-2).join("/");
}

/** Looks references up among all resources of an import. */
export function resolver(resources: readonly unknown[]): Context["resolve"] {
  const byKey = new Map<string, JsonObject>();
  for (const resource of resources) {
    const id = idOf(resource);
    if (!isObject(resource) || id === undefined) continue;
    for (const key of [`${textAt(resource, "resourceType")}/${id}`, id]) {
      if (!byKey.has(key)) byKey.set(key, resource);
    }
  }
  return (reference, from) => {
    const written = textAt(reference, "reference");
    if (written?.startsWith("#")) {
      return objectsAt(from, "contained").find((inner) => textAt(inner, "id") === written.slice(1));
    }
    const key = referenceKey(reference);
    return key === undefined ? undefined : byKey.get(key);
  };
}

/** Whom a resource is about. */
export function subjectOf(resource: JsonObject, patient: JsonObject): "this" | "other" | "none" {
  // An Observation's focus is someone or something else than the subject, such as a fetus.
  if (objectsAt(resource, "focus").length > 0) return "other";
  const subject = field(resource, "subject") ?? field(resource, "patient");
  if (!isObject(subject)) return "none";
  const id = idOf(patient);
  const key = referenceKey(subject);
  if (key !== undefined)
    return id !== undefined && (key === `Patient/${id}` || key === id) ? "this" : "other";
  if (textAt(subject, "reference") !== undefined) return "other";
  const identifier = textAt(subject, "identifier", "value");
  if (identifier === undefined) return "none";
  const system = textAt(subject, "identifier", "system");
  const matches = objectsAt(patient, "identifier").some(
    (own) => textAt(own, "value") === identifier && textAt(own, "system") === system,
  );
  return matches ? "this" : "other";
}
