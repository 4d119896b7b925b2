/** The documents a stream already holds, each in its newest version, with the entries it became. */
import { bodies } from "../../core/entry.ts";
import { canonical } from "../../ledger/canonical.ts";
import type { Json, NewEntry, StoredEntry } from "../../ledger/ledger.ts";
import { type StoredBody, upcast } from "../upcast.ts";
import { documentKey, type Format } from "./document.ts";

export interface KeptDocument {
  readonly format: Format;
  readonly scope: string;
  readonly name: string;
  readonly digest: string;
  readonly leftAside: string | undefined;
  readonly raw: Json | undefined;
  readonly became: readonly StoredEntry[];
}

export interface Kept {
  readonly documents: ReadonlyMap<string, KeptDocument>;
  /** Ids of entries that were withdrawn, by whomever. */
  readonly withdrawn: ReadonlySet<string>;
}

/** @param stored a whole stream, with its private parts */
export function keptIn(stored: readonly StoredEntry[]): Kept {
  const byId = new Map(stored.map((entry) => [entry.id, entry]));
  const documents = new Map<string, KeptDocument>();
  const withdrawn = new Set<string>();
  for (const entry of stored) {
    if (entry.type === "corrected") {
      const { ref, withdrawn: gone } = entry.body as { readonly ref: string; readonly withdrawn?: boolean };
      if (gone === true) withdrawn.add(ref);
    }
    if (entry.type !== "document-imported") continue;
    const { format, resource, digest, became, leftAside } = bodies["document-imported"].parse(entry.body);
    const hidden = entry.private === undefined || entry.private === "erased" ? {} : entry.private.value;
    const document: KeptDocument = {
      format,
      scope: entry.source.ref ?? "",
      name: resource,
      digest,
      leftAside,
      raw: (hidden as { readonly raw?: Json }).raw,
      became: became.map((id) => byId.get(id)).filter((one) => one !== undefined),
    };
    documents.set(documentKey(document), document);
  }
  return { documents, withdrawn };
}

/** Facts that have no day of their own: theirs is the day of the import, which makes no difference to what they say. */
const dayless: ReadonlySet<string> = new Set(["registered", "undated-fact-imported"]);

/** What an entry says, as text: two that say the same are one fact, whenever they were written down. */
export function sayingOf(entry: Says, format: Format): string {
  const { type, schema, happened, actor, body } = entry;
  const today = upcast({ type, schema, body: body as StoredBody["body"] });
  const when = format === "fhir-r4" && dayless.has(type) ? null : happened;
  return canonical([type, when, actor.role, today.body, hiddenIn(entry.private)] as Json);
}

type Says = Pick<NewEntry, "type" | "schema" | "happened" | "actor" | "body"> & {
  readonly private?: unknown;
};

/** A private part as it was handed in, or as it is kept. */
function hiddenIn(hidden: unknown): Json {
  if (hidden === undefined) return null;
  const isKept = typeof hidden === "object" && hidden !== null && "value" in hidden;
  return (isKept ? hidden.value : hidden) as Json;
}
