/**
 * What there is to write so that a stream says what its documents say: facts that are new, facts withdrawn that a newer
 * version no longer says, and each document that is new or changed. Pure, but for the ids it is handed.
 */
import { authorityFor, speaksAgainst } from "../../core/authority.ts";
import type { Entry, Role } from "../../core/entry.ts";
import type { StoredEntry } from "../../ledger/ledger.ts";
import { type EntryDraft, entry, toStored, type Written } from "../entries.ts";
import { documentKey, type ImportedDocument } from "./document.ts";
import { type Kept, type KeptDocument, sayingOf } from "./kept-documents.ts";
import type { LedgerReason, LeftAside } from "./reasons.ts";

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

export interface Reconciling {
  readonly newId: () => string;
  readonly as: Written;
  /** An entry of the stream as corrections have left it. */
  readonly stands: (id: string) => Entry | undefined;
}

/**
 * A fact that takes somebody's authority counts by the word of whoever imports it, not of whoever the file says it was:
 * without that it stays a document. One that was taken down before, on a word that counted, stays.
 */
export function reconcile(
  documents: readonly ImportedDocument[],
  kept: Kept,
  { newId, as, stands }: Reconciling,
): Reconciled {
  const drafts: EntryDraft[] = [];
  const account: ImportLine[] = [];
  const done = new Map<string, readonly string[]>();
  let [written, unchanged, superseded] = [0, 0, 0];

  for (const document of documents) {
    const key = documentKey(document);
    const before = kept.documents.get(key);
    const found = {
      ...(document.file === undefined ? {} : { file: document.file }),
      resource: document.name,
    };
    if (done.has(key) || (before === undefined && strange.has(document.leftAside?.reason ?? ""))) {
      const why = document.leftAside === undefined ? {} : { leftAside: document.leftAside };
      account.push({ ...found, ...why, became: [], is: "not-kept" });
      continue;
    }
    const { became, fresh, gone, withheld } = compared(document, before);
    const leftAside = document.leftAside ?? (withheld === undefined ? undefined : { reason: withheld });
    const line = { ...found, ...(leftAside === undefined ? {} : { leftAside }) };
    done.set(key, became);
    const isSame = fresh.length === 0 && gone.length === 0;
    if (isSame && before?.digest === document.digest && before.leftAside === leftAside?.reason) {
      unchanged += 1;
      if (document.file !== undefined) account.push({ ...line, became, is: "unchanged" });
      continue;
    }
    for (const old of gone) {
      if (kept.withdrawn.has(old.id)) continue;
      const reason = `a newer version of ${document.name} was imported`;
      const body = { ref: old.id, reason, withdrawn: true };
      const actor = settles(old) ? as.by.role : (old.actor.role as never);
      drafts.push(entry("corrected", body, { actor, source: "import" }));
      superseded += 1;
    }
    drafts.push(...fresh, documentDraft(document, became, leftAside));
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
    let withheld: LedgerReason | undefined;
    for (const { draft: bare, mends, needs } of document.facts) {
      const ref = mends === undefined ? undefined : done.get(documentKey({ scope, name: mends }))?.[0];
      if (mends !== undefined && ref === undefined) {
        withheld = "mends-what-was-left-aside";
        continue;
      }
      const draft = (ref === undefined ? bare : { ...bare, body: { ...bare.body, ref } }) as EntryDraft;
      const saying = sayingOf(toStored({ ...draft, id: "" }, as), format);
      const place = left.findIndex((one) => sayingOf(one, format) === saying);
      const [old] = place < 0 ? [] : left.splice(place, 1);
      if (old === undefined && !isTheirs(draft, needs)) {
        withheld = "not-the-importers-word";
        continue;
      }
      const id = old?.id ?? newId();
      became.push(id);
      if (old === undefined) fresh.push({ ...draft, id });
    }
    const isRegistered = fresh.some(({ type }) => type === "registered");
    const gone = left.filter((old) => {
      if (kept.withdrawn.has(old.id)) return true;
      // Nobody is left without a registration, and only a prescriber takes back what speaks against treatment.
      const stays = old.type === "registered" ? !isRegistered : settles(old) && as.by.role !== "prescriber";
      if (stays) became.push(old.id);
      if (stays && old.type !== "registered") withheld = "stands-until-withdrawn";
      return !stays;
    });
    return { became, fresh, gone, withheld };
  }

  /** Whether what this draft says is within the authority of whoever imports it. */
  function isTheirs(draft: EntryDraft, needs: readonly Role[] | undefined): boolean {
    const { role } = as.by;
    if (draft.type !== "corrected") return mayWrite(draft, role) && (needs?.includes(role) ?? true);
    const mended = stands(draft.body.ref);
    if (mended !== undefined && speaksAgainst(mended) && role !== "prescriber") return false;
    return needs?.includes(role) ?? true;
  }

  /** Whether taking this back takes something that speaks against treatment out of the record. */
  function settles(old: StoredEntry): boolean {
    const { ref } = old.body as { readonly ref?: string };
    const found = stands(old.type === "corrected" && ref !== undefined ? ref : old.id);
    return found !== undefined && speaksAgainst(found);
  }
}

function mayWrite({ type, body }: EntryDraft, role: Role): boolean {
  const said = { type, body } as Entry;
  return speaksAgainst(said) || (authorityFor(said)?.includes(role) ?? true);
}

function documentDraft(
  document: ImportedDocument,
  became: readonly string[],
  leftAside: LeftAside | undefined,
): EntryDraft {
  const { format, name, digest, scope, keepsRaw, raw, identities } = document;
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
