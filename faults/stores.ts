/** The two stores as they are shaken: what can be done to each beside killing the servers that use it. */
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PostgresServer, startPostgres } from "../src/ledger/testing/postgres-server.ts";
import type { Kept } from "./kept.ts";
import { type SmallDisk, smallDisk } from "./small-disk.ts";

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
  /** A practice on a disk so small that it fills up; undefined where this machine does not let us have one. */
  onSmallDisk(): Promise<{ readonly kept: Kept; readonly disk: SmallDisk } | undefined>;
  remove(): Promise<void>;
}

export function sqlite(): Store {
  const folders = temporary();
  const disks: SmallDisk[] = [];
  return {
    name: "SQLite",
    rounds: ["kill"],
    fresh: () => Promise.resolve({ folder: folders.make() }),
    crash: () => Promise.reject(new Error("there is no server of SQLite to crash")),
    cut: () => Promise.resolve(0),
    onSmallDisk() {
      const disk = smallDisk(24);
      if (disk === undefined) return Promise.resolve(undefined);
      disks.push(disk);
      return Promise.resolve({ kept: { folder: join(disk.folder, "data") }, disk });
    },
    remove() {
      for (const disk of disks.splice(0)) disk.remove();
      return Promise.resolve(folders.remove());
    },
  };
}

/** A cluster of its own. */
export async function postgres(): Promise<Store & { readonly server: PostgresServer }> {
  const folders = temporary();
  const disks: SmallDisk[] = [];
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
    async onSmallDisk() {
      const disk = smallDisk(48);
      if (disk === undefined) return undefined;
      disks.push(disk);
      const folder = join(disk.folder, "tablespace");
      mkdirSync(folder);
      // It belongs to whoever runs the server.
      const { uid, gid } = statSync(server.folder);
      chownSync(folder, uid, gid);
      const name = `small_${disks.length}`;
      const all = server.url("postgres");
      await server.run(all, `CREATE TABLESPACE ${name} LOCATION '${folder}'`);
      await server.run(all, `CREATE DATABASE ${name} TABLESPACE ${name}`);
      return { kept: { folder: folders.make(), database: server.url(name) }, disk };
    },
    async remove() {
      await server.remove();
      for (const disk of disks.splice(0)) disk.remove();
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
