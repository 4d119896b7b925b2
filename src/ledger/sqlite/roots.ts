/** Once an hour the writer seals where every stream stands, in an entry of the server's own stream. */
import { randomUUIDv7 } from "node:crypto";
import { canonical } from "../canonical.ts";
import { entryHash, genesis, headerOf, headsHash, serverStream } from "../chain.ts";
import type { Json } from "../ledger.ts";
import type { RootBody } from "../root.ts";
import type { Store } from "./store.ts";

const hourMs = 3_600_000;

/** `keep` writes a root where one is due: an hour after the last, and only where something was appended since. */
export function rootKeeper(store: Store): { keep(now: number): boolean } {
  const last = store.database
    .prepare("SELECT position, header FROM entries WHERE stream = ? ORDER BY version DESC LIMIT 1")
    .get(serverStream) as { position: number; header: string } | undefined;
  let lastPosition = last?.position ?? 0;
  let lastMs = Date.parse(
    last === undefined ? store.createdAt : (JSON.parse(last.header) as { recordedAt: string }).recordedAt,
  );
  return {
    keep(now) {
      if (now - lastMs < hourMs || store.position <= lastPosition) return false;
      appendRoot(store, now);
      lastPosition = store.position;
      lastMs = now;
      return true;
    },
  };
}

function appendRoot(store: Store, now: number) {
  const recordedAt = new Date(now).toISOString();
  const heads = [...store.heads()];
  const root: RootBody = { position: store.position, streams: heads.length, heads: headsHash(heads) };
  const id = randomUUIDv7();
  const body = canonical({ ...root });
  const header = headerOf({
    id,
    type: "root",
    schema: 1,
    happened: { day: recordedAt.slice(0, 10), at: recordedAt, zone: "UTC" },
    recordedAt,
    actor: { role: "server", id: "ledger", authenticated: true },
    clinic: serverStream,
    source: { kind: "ledger" },
    body: null as Json,
  });
  const before = store.head(serverStream);
  const version = (before?.version ?? 0) + 1;
  const entry = { stream: serverStream, version, header, body, sealed: null };
  const hash = entryHash(before?.hash ?? genesis(serverStream), entry);
  const { position } = store;
  store.begin();
  try {
    store.insert({ ...entry, id, hash, position: position + 1 });
    store.setHead({ stream: serverStream, version, hash });
    store.commit();
    store.position = position + 1;
  } catch (cause) {
    store.rollback();
    throw cause;
  }
}
