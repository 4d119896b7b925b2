/**
 * Roots: where every stream stands, under one hash. The hourly ones are entries of the ledger; an exported one carries
 * the heads themselves, and kept elsewhere it names a stream that was lost or a tail that was cut.
 */
import { randomUUIDv7 } from "node:crypto";
import type { PackedAppend } from "./appending.ts";
import { canonical } from "./canonical.ts";
import { type Head, headerOf, headsHash, serverStream } from "./chain.ts";
import type { Json, Ledger } from "./ledger.ts";

/** What a `root` entry says; `heads` is the hash over the heads of all streams up to `position`. */
export interface RootBody {
  readonly position: number;
  readonly streams: number;
  readonly heads: string;
}

/** A root as the ledger keeps it. */
export interface KeptRoot extends RootBody {
  readonly recordedAt: string;
  /** Of the entry that holds it. */
  readonly hash: string;
}

/** A root that left the ledger. */
export interface Root extends Omit<RootBody, "heads"> {
  readonly format: "isoward-root-1";
  readonly takenAt: string;
  /** Stream, version and hash, sorted by the bytes of the name. */
  readonly heads: readonly (readonly [stream: string, version: number, hash: string])[];
  /** Over the heads. */
  readonly hash: string;
}

export const hourMs = 3_600_000;

/** A root on its way into the ledger's own stream. */
export function packedRoot(body: RootBody, version: number, now: number): PackedAppend {
  const recordedAt = new Date(now).toISOString();
  const id = randomUUIDv7();
  const header = headerOf({
    id,
    type: "root",
    schema: 1,
    happened: { day: recordedAt.slice(0, 10), at: recordedAt, zone: "UTC" },
    recordedAt,
    actor: { role: "server", id: "ledger", authenticated: true },
    clinic: serverStream,
    source: { kind: "ledger" },
    body: null,
  });
  const entries = [{ id, header, body: canonical({ ...body }) }];
  return { stream: serverStream, expectedVersion: version, entries };
}

/** The roots a ledger keeps, oldest first. */
export async function roots(ledger: Pick<Ledger, "read">): Promise<KeptRoot[]> {
  const kept = await ledger.read(serverStream);
  return kept
    .filter(({ type }) => type === "root")
    .map(({ body, recordedAt, hash }) => ({ ...toRootBody(body), recordedAt, hash }));
}

function toRootBody(body: Json): RootBody {
  const { position, streams, heads } = body as { readonly [field: string]: Json };
  return {
    position: Number(position),
    streams: Number(streams),
    heads: typeof heads === "string" ? heads : "",
  };
}

/** The heads as a root to export. */
export function rootOf(heads: readonly Head[], position: number, takenAt: string): Root {
  return {
    format: "isoward-root-1",
    takenAt,
    position,
    streams: heads.length,
    heads: heads.map(({ stream, version, hash }) => [stream, version, hash]),
    hash: headsHash(heads),
  };
}
