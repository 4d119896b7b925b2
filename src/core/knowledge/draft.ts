/** The knowledge as far as it has been read: what the cross-checks look at. A file that did not fit is undefined. */
import type { z } from "zod";
import type { Judged } from "./judged.ts";
import type { Clinic, files, Knowledge, Protocol, Source, StatedValue } from "./schema.ts";
import type { ClaimsFile } from "./topics/claims.ts";
import type { KnowledgeFile, KnowledgeProblem, Path } from "./yaml-file.ts";

export type Lists = { readonly [F in keyof typeof files]: z.output<z.ZodObject<(typeof files)[F]>> };

export interface Draft {
  readonly lists: { readonly [F in keyof Lists]: KnowledgeFile<Lists[F]> | undefined };
  readonly protocols: readonly KnowledgeFile<Protocol>[];
  readonly clinics: readonly KnowledgeFile<Clinic>[];
  /** What pages say, a file a page. */
  readonly claims: readonly KnowledgeFile<ClaimsFile>[];
  /** False where a page's file did not fit: nobody can say then which claims there are. */
  readonly claimsFit: boolean;
  /** Every protocol file by its id, those that did not fit as well. */
  readonly protocolIds: ReadonlySet<string>;
}

/** One cross-check over everything that was read. */
export type Check = (draft: Draft) => Iterable<KnowledgeProblem>;

/** Every file that was read. */
export function everyFile(draft: Draft): KnowledgeFile<unknown>[] {
  return [...Object.values(draft.lists), ...draft.protocols, ...draft.clinics, ...draft.claims].filter(
    (file) => file !== undefined,
  );
}

/** Protocols and clinics, with the first steps to each. */
export function overlays(draft: Draft): readonly KnowledgeFile<Protocol | Clinic>[] {
  return [...draft.protocols, ...draft.clinics];
}

/** The protocols read so far, by id, as `baseChain` takes them. */
export function protocolsOf(draft: Draft): Pick<Knowledge, "protocols"> {
  return { protocols: Object.fromEntries(draft.protocols.map(({ data }) => [data.id, data])) };
}

/** Whether everything cited was left unread; false where a source is unknown, which is a problem of its own. */
export function unreadOnly(draft: Draft): (cites: readonly string[]) => boolean {
  const sources = new Map<string, Source>(
    draft.lists["sources.yaml"]?.data.sources.map((source) => [source.id, source]),
  );
  return (cites) => cites.length > 0 && cites.every((id) => sources.get(id)?.checked === "unread");
}

/** What is judged where it stands, or repeats a page's claim that is. */
export interface Judgeable {
  readonly judged?: Judged | undefined;
  readonly claim?: string | undefined;
}

/** How something is judged: as the claim that it repeats, else as it says; supported where it says nothing. */
export function judgedIn(draft: Draft): (one: Judgeable) => Judged {
  const claims = new Map(
    draft.claims.flatMap(({ data }) => data.claims.map(({ id, judged }) => [id, judged])),
  );
  return ({ judged, claim }) =>
    claim === undefined ? (judged ?? "supported") : (claims.get(claim) ?? "unsupported");
}

/** Orders values by day, each with its place in the file. */
export function bySince(
  [, a]: readonly [number, StatedValue],
  [, b]: readonly [number, StatedValue],
): number {
  return a.since < b.since ? -1 : a.since > b.since ? 1 : 0;
}

/** Every list of cites anywhere in a file's data, with the steps to it. */
export function* everyCites(
  data: unknown,
  at: Path = [],
): Generator<{ readonly at: Path; readonly cites: readonly unknown[] }> {
  if (Array.isArray(data)) {
    for (const [index, item] of data.entries()) yield* everyCites(item, [...at, index]);
  } else if (typeof data === "object" && data !== null) {
    for (const [key, value] of Object.entries(data)) {
      if (key === "cites" && Array.isArray(value)) yield { at: [...at, key], cites: value };
      else yield* everyCites(value, [...at, key]);
    }
  }
}
