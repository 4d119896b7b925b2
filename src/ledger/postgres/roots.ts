/** Once an hour one of the servers seals where every stream stands, in an entry of the server's own stream. */
import { rowsOf } from "../appending.ts";
import { genesis, serverStream } from "../chain.ts";
import { hourMs, packedRoot, type RootBody } from "../root.ts";
import { allOver, type Client } from "./connect.ts";
import type { Debug } from "./debug.ts";
import { commit, openTransaction, write } from "./write.ts";

/** `keep` writes a root where one is due: an hour after the last, and only where something was appended since. */
export function rootKeeper(readModels: string, debug: Debug) {
  /** Before this nobody need look: as far as this server knows. */
  let dueMs = 0;
  return {
    isDue: (now: number) => now >= dueMs,
    async keep(client: Client, now: number): Promise<boolean> {
      if (now < dueMs) return false;
      try {
        const asked = { streams: [serverStream], keys: [], begunSince: undefined, unsure: [], entries: 1 };
        const { standing } = await openTransaction(client, asked, readModels, debug);
        const last = await lastRoot(client);
        dueMs = last.ms + hourMs;
        if (now < dueMs || standing.position <= last.position) {
          await client.query("ROLLBACK");
          return false;
        }
        const head = standing.heads.get(serverStream);
        const body: RootBody = { position: standing.position, ...(await headsNow(client)) };
        const after = { hash: head?.hash ?? genesis(serverStream), position: standing.position };
        const rows = rowsOf(packedRoot(body, head?.version ?? 0, now), after, () => null);
        const sent = write(client, { rows, heads: rows, remembered: [] });
        await allOver(sent);
        await commit(client, standing.position + rows.length, debug);
        dueMs = now + hourMs;
        return true;
      } catch (cause) {
        await client.query("ROLLBACK").catch(() => {});
        throw cause;
      }
    },
  };
}

/** When the last root was taken, and where it stands; where there is none, when the ledger was made. */
async function lastRoot(client: Client): Promise<{ ms: number; position: number }> {
  const { rows } = await client.query<{ created_at: string; header: string | null; position: number | null }>(
    {
      name: "last-root",
      text: `SELECT c.created_at, e.header, e.position FROM ledger.counter c LEFT JOIN LATERAL (
        SELECT header, position FROM ledger.entries WHERE stream = $1 ORDER BY version DESC LIMIT 1) e ON true`,
      values: [serverStream],
    },
  );
  const { created_at: createdAt = "", header = null, position = null } = rows[0] ?? {};
  const takenAt = header === null ? createdAt : (JSON.parse(header) as { recordedAt: string }).recordedAt;
  return { ms: Date.parse(takenAt), position: position ?? 0 };
}

/** The hash over all heads as chain.ts has it, worked out where they are. */
async function headsNow(client: Client): Promise<{ streams: number; heads: string }> {
  const { rows } = await client.query<{ streams: number; heads: string }>({
    name: "heads-now",
    text: `SELECT count(*) AS streams, encode(sha256(convert_to(concat_ws(E'\\n', 'isoward-heads-1',
        string_agg(concat_ws(' ', stream, version, hash), E'\\n' ORDER BY stream)), 'UTF8')), 'hex') AS heads
      FROM ledger.heads`,
  });
  return rows[0] ?? { streams: 0, heads: "" };
}
