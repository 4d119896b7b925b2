/** The tables, made and brought up to date by numbered SQL: one server at a time, each step once. */
import { readdirSync, readFileSync } from "node:fs";
import { LedgerError } from "../ledger.ts";
import type { Client } from "./connect.ts";
import { halfMoved, isMoving } from "./moving-mark.ts";

const folder = new URL("./migrations/", import.meta.url);
/** "Isow": keeps two servers from doing it at once. */
const lock = 0x49736f77;

/** Each has a schema of its own, and a database if need be. */
export type Area = "ledger" | "keys";

/** The steps of an area, by number. */
function stepsOf(area: Area): ReadonlyMap<number, string> {
  const named = readdirSync(folder).map((name) => [/^(\w+)-(\d+)\.sql$/.exec(name), name] as const);
  return new Map(
    named
      .filter(([match]) => match?.[1] === area)
      .map(([match, name]) => [Number(match?.[2]), name] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([number, name]) => [number, readFileSync(new URL(name, folder), "utf8")]),
  );
}

/** What a database of a newer Isoward, or none, is told. */
function refuseNewer(area: Area, version: number, known: number, where: string) {
  if (version <= known) return;
  throw new LedgerError(
    "newer",
    `${where} was written by a newer Isoward (${area} ${version}, this one knows ${known})`,
    "start the newer version; going back needs the backup made before the upgrade",
  );
}

/** @throws LedgerError where there are no tables of the area, not all of a ledger, or of another version than this code's */
export async function refuseOthers(client: Client, area: Area, where: string): Promise<void> {
  const known = Math.max(...stepsOf(area).keys());
  const version = await versionOf(client, area);
  refuseNewer(area, version, known, where);
  if (version === 0)
    throw new LedgerError(
      "missing",
      `${where} holds no ${area === "keys" ? "keys" : "ledger"}`,
      `check the name of the database${area === "keys" ? ": keys may be in another one" : ""}`,
    );
  if (version < known)
    throw new LedgerError(
      "failed",
      `${where} was written by an older Isoward (${area} ${version}, this one knows ${known})`,
      "start the server once, which brings it up to date",
    );
  if (area === "ledger") await refuseHalfMoved(client);
}

async function refuseHalfMoved(client: Client) {
  const { rows } = await client.query<{ read_models: string | null }>(
    "SELECT read_models FROM ledger.counter",
  );
  if (isMoving(rows[0]?.read_models ?? null)) throw halfMoved();
}

/**
 * Brings an area up to what this code knows; where it is there already nothing is asked of the server but that.
 * @throws LedgerError `newer` where the tables are of a newer Isoward
 */
export async function migrate(client: Client, area: Area, where: string): Promise<void> {
  const steps = stepsOf(area);
  const known = Math.max(...steps.keys());
  const before = await versionOf(client, area);
  refuseNewer(area, before, known, where);
  if (before === known) return;
  await client.query("BEGIN");
  try {
    await client.query("SELECT pg_advisory_xact_lock($1)", [lock]);
    if ((await versionOf(client, area)) === 0)
      await client.query(
        `CREATE SCHEMA IF NOT EXISTS ${area};
         CREATE TABLE ${area}.schema_version (version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`,
      );
    const now = await versionOf(client, area);
    refuseNewer(area, now, known, where);
    for (const [number, sql] of steps) {
      if (number <= now) continue;
      await client.query(sql);
      await client.query(`INSERT INTO ${area}.schema_version (version) VALUES ($1)`, [number]);
    }
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK").catch(() => {});
    throw cause;
  }
}

/** The newest step that was taken; 0 where there is none yet. */
async function versionOf(client: Client, area: Area): Promise<number> {
  // Not to_regclass(): within a transaction that waited for the lock it may still not know what was made meanwhile.
  const { rows } = await client.query(
    "SELECT FROM pg_tables WHERE schemaname = $1 AND tablename = 'schema_version'",
    [area],
  );
  if (rows.length === 0) return 0;
  const newest = await client.query<{ version: number }>(
    `SELECT coalesce(max(version), 0) AS version FROM ${area}.schema_version`,
  );
  return newest.rows[0]?.version ?? 0;
}
