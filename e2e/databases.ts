/** Databases of PostgreSQL for one browser test, and how a folder comes into them. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { inject, vi } from "vitest";
import type { Place } from "../src/app/place.ts";
import { moveCommand } from "../src/cli/move.ts";
import { serverForTests } from "./store.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server on which tests may make databases, where they ask for one. */
    readonly postgres: string | undefined;
  }
}

export interface Databases {
  readonly place: Extract<Place, { readonly database: string }>;
  drop(): Promise<void>;
}

/** Two databases of one test: its ledger's, and its keys'. */
export async function freshDatabases(): Promise<Databases> {
  const shared = inject("postgres");
  const server = shared === undefined ? await serverForTests() : { url: shared, stop: async () => {} };
  const name = `isoward_e2e_${randomBytes(6).toString("hex")}`;
  const names = [name, `${name}_keys`];
  await each(server.url, (one) => `CREATE DATABASE ${one}`, names);
  const [database = "", keys = ""] = names.map((one) => {
    const url = new URL(server.url);
    url.pathname = one;
    return url.href;
  });
  return {
    place: { database, keys },
    async drop() {
      await each(server.url, (one) => `DROP DATABASE ${one} WITH (FORCE)`, names);
      await server.stop();
    },
  };
}

/** Changes entries past the server and past what guards them. @returns how many there were */
export async function changeEntries(place: Place, change: string): Promise<number> {
  if ("folder" in place) {
    const database = new DatabaseSync(join(place.folder, "ledger.sqlite"));
    database.exec("DROP TRIGGER entries_stand");
    const { changes } = database.prepare(`UPDATE entries SET ${change}`).run();
    database.close();
    return Number(changes);
  }
  const client = new pg.Client({ connectionString: place.database });
  await client.connect();
  try {
    await client.query("ALTER TABLE ledger.entries DISABLE TRIGGER USER");
    return (await client.query(`UPDATE ledger.entries SET ${change}`)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

async function each(url: string, sql: (name: string) => string, names: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const name of names) await client.query(sql(name));
  } finally {
    await client.end();
  }
}

/** `isoward move --from FOLDER --to …`, as an administrator gives it. */
export async function movedBy(folder: string, { database, keys }: Databases["place"]): Promise<void> {
  const { exitCode } = process;
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  const failed = vi.spyOn(console, "error").mockImplementation(() => {});
  try {
    const options = ["--from", folder, "--to", database, "--keys", keys ?? database, "--json"];
    await moveCommand().parseAsync(options, { from: "user" });
    if (process.exitCode !== 0) throw new Error(`isoward move: ${failed.mock.calls.flat().join("\n")}`);
  } finally {
    process.exitCode = exitCode;
    said.mockRestore();
    failed.mockRestore();
  }
}
