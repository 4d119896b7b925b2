/**
 * What there is to write so that a stream says what its documents say: facts that are new, facts withdrawn that a newer
 * version no longer says, and each document that is new or changed. Pure, but for the ids it is handed.
 */
import { type EntryDraft, entry, toStored, type Written } from "../entries.ts";
import { documentKey, type ImportedDocument } from "./document.ts";
import { type Kept, type KeptDocument, sayingOf } from "./kept-documents.ts";
import type { LeftAside } from "./reasons.ts";

/** What became of one resource, or of one entry of a record file. */
export interface ImportLine {
  /** The file it stands in; absent where it is kept from before, and was read again beside what is new. */
  readonly file?: string;
  readonly resource: string;
  /** Ids of the entries that say it now. */
  readonly became: readonly string[];
  readonly leftAside?: LeftAside;
  readonly is: "new" | "changed" | "unchanged" | "not-kept";
}

export interface Reconciled {
  readonly drafts: readonly EntryDraft[];
  readonly account: readonly ImportLine[];
  /** Facts to be written. */
  readonly written: number;
  /** Documents that say what they said. */
  readonly unchanged: number;
  /** Facts withdrawn, because a newer version says otherwise. */
  readonly superseded: number;
}

/** Nothing of this patient's: said in the account, and written only where an earlier version of it was. */
const strange: ReadonlySet<string> = new Set([
  "other-patient",
  "duplicate",
  "not-a-resource",
  "unopened-bundle",
]);

export function reconcile(
  documents: readonly ImportedDocument[],
  kept: Kept,
  { newId, as }: { readonly newId: () => string; readonly as: Written },
): Reconciled {
  const drafts: EntryDraft[] = [];
  const account: ImportLine[] = [];
  const done = new Map<string, readonly string[]>();
  let [written, unchanged, superseded] = [0, 0, 0];

  for (const document of documents) {
    const key = documentKey(document);
    const before = kept.documents.get(key);
    const line = {
      ...(document.file === undefined ? {} : { file: document.file }),
      resource: document.name,
      ...(document.leftAside === undefined ? {} : { leftAside: document.leftAside }),
    };
    if (done.has(key) || (before === undefined && strange.has(document.leftAside?.reason ?? ""))) {
      account.push({ ...line, became: [], is: "not-kept" });
      continue;
    }
    const { became, fresh, gone } = compared(document, before);
    done.set(key, became);
    const isSame = fresh.length === 0 && gone.length === 0;
    if (isSame && before?.digest === document.digest && before.leftAside === document.leftAside?.reason) {
      unchanged += 1;
      if (document.file !== undefined) account.push({ ...line, became, is: "unchanged" });
      continue;
    }
    for (const old of gone) {
      if (kept.withdrawn.has(old.id)) continue;
      const reason = `a newer version of ${document.name} was imported`;
      const body = { ref: old.id, reason, withdrawn: true };
      drafts.push(entry("corrected", body, { actor: old.actor.role as never, source: "import" }));
      superseded += 1;
    }
    drafts.push(...fresh, documentDraft(document, became));
    written += fresh.length;
    account.push({ ...line, became, is: before === undefined ? "new" : "changed" });
  }
  return { drafts, account, written, unchanged, superseded };

  /** A fact that an earlier version said in the same words keeps its entry, and whatever was said of that since. */
  function compared(document: ImportedDocument, before: KeptDocument | undefined) {
    const { format, scope } = document;
    const left = [...(before?.became ?? [])];
    const became: string[] = [];
    const fresh: EntryDraft[] = [];
    for (const { draft: bare, mends } of document.facts) {
      const ref = mends === undefined ? undefined : done.get(documentKey({ scope, name: mends }))?.[0];
      const draft = (ref === undefined ? bare : { ...bare, body: { ...bare.body, ref } }) as EntryDraft;
      const saying = sayingOf(toStored({ ...draft, id: "" }, as), format);
      const place = left.findIndex((one) => sayingOf(one, format) === saying);
      const [old] = place < 0 ? [] : left.splice(place, 1);
      const id = old?.id ?? newId();
      became.push(id);
      if (old === undefined) fresh.push({ ...draft, id });
    }
    return { became, fresh, gone: left };
  }
}

function documentDraft(document: ImportedDocument, became: readonly string[]): EntryDraft {
  const { format, name, digest, scope, leftAside, keepsRaw, raw, identities } = document;
  const hidden = {
    ...(keepsRaw ? { raw } : {}),
    ...(identities.length === 0 ? {} : { identities: [...identities] }),
    ...(leftAside?.detail === undefined ? {} : { detail: leftAside.detail }),
  };
  return entry(
    "document-imported",
    {
      format,
      resource: name,
      digest,
      became: [...became],
      ...(leftAside === undefined ? {} : { leftAside: leftAside.reason }),
    },
    {
      source: "import",
      ref: scope,
      ...(Object.keys(hidden).length === 0 ? {} : { private: hidden }),
    },
  );
}
