/** The two stores as they are shaken: what can be done to each beside killing the servers that use it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PostgresServer, startPostgres } from "../src/ledger/testing/postgres-server.ts";
import type { Kept } from "./kept.ts";

/** What a round does: to the server, to its database, or to the connections between them; in the end servers die. */
export type Round = "kill" | "kill-one-of-two" | "restart-database" | "cut-connections";

export const roundSays = {
  kill: "the server killed",
  "kill-one-of-two": "two servers, one of them killed, then the other",
  "restart-database": "PostgreSQL ended at once and started again, then the server killed",
  "cut-connections": "connections to PostgreSQL cut in mid-commit, then the server killed",
} as const satisfies Readonly<Record<Round, string>>;

export interface Store {
  readonly name: "SQLite" | "PostgreSQL";
  readonly rounds: readonly Round[];
  /** A practice of its own, empty. */
  fresh(): Promise<Kept>;
  /** Ends the database as a crash does, and starts it again. */
  crash(): Promise<void>;
  /** Cuts every connection to this practice's database. @returns how many */
  cut(kept: Kept): Promise<number>;
  remove(): Promise<void>;
}

export function sqlite(): Store {
  const folders = temporary();
  return {
    name: "SQLite",
    rounds: ["kill"],
    fresh: () => Promise.resolve({ folder: folders.make() }),
    crash: () => Promise.reject(new Error("there is no server of SQLite to crash")),
    cut: () => Promise.resolve(0),
    remove: () => Promise.resolve(folders.remove()),
  };
}

/** A cluster of its own. */
export async function postgres(): Promise<Store & { readonly server: PostgresServer }> {
  const folders = temporary();
  const server = await startPostgres();
  return {
    name: "PostgreSQL",
    server,
    rounds: ["kill", "cut-connections", "kill-one-of-two", "restart-database"],
    fresh: async () => ({ folder: folders.make(), database: await server.database() }),
    async crash() {
      await server.stop("at once");
      await server.start();
    },
    async cut({ database = "" }) {
      const name = new URL(database).pathname.slice(1);
      const sql = `SELECT pg_terminate_backend(pid) AS cut FROM pg_stat_activity WHERE datname = $1`;
      return (await server.run(server.url("postgres"), sql, [name])).length;
    },
    async remove() {
      await server.remove();
      folders.remove();
    },
  };
}

function temporary() {
  const made: string[] = [];
  return {
    make() {
      const folder = mkdtempSync(join(tmpdir(), "isoward-faults-"));
      made.push(folder);
      return folder;
    },
    remove() {
      for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
  };
}
