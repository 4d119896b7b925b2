/** Once an hour the writer seals where every stream stands, in an entry of the server's own stream. */
import { rowsOf } from "../appending.ts";
import { genesis, headsHash, serverStream } from "../chain.ts";
import { hourMs, packedRoot, type RootBody } from "../root.ts";
import type { Store } from "./store.ts";

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
  const heads = [...store.heads()];
  const body: RootBody = { position: store.position, streams: heads.length, heads: headsHash(heads) };
  const before = store.head(serverStream);
  const after = { hash: before?.hash ?? genesis(serverStream), position: store.position };
  const rows = rowsOf(packedRoot(body, before?.version ?? 0, now), after, () => null);
  store.begin();
  try {
    for (const row of rows) {
      store.insert(row);
      store.setHead(row);
    }
    store.commit();
    store.position += rows.length;
  } catch (cause) {
    store.rollback();
    throw cause;
  }
}
