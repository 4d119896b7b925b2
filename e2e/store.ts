/**
 * Where the practices of browser tests are kept, by ISOWARD_TEST_STORE: `sqlite` (where nothing is said), `postgres`, or
 * `moved`: begun on SQLite and brought over with `isoward move` before the browser looks. ISOWARD_TEST_DATABASE names a
 * PostgreSQL server to make databases on (and drop them again) instead of one that is started for the tests.
 */
import { startPostgres } from "../src/ledger/testing/postgres-server.ts";

export const stores = ["sqlite", "postgres", "moved"] as const;
export type Store = (typeof stores)[number];

/** @throws Error where there is no such store */
export function storeAsked(asked = process.env["ISOWARD_TEST_STORE"] ?? "sqlite"): Store {
  const store = stores.find((known) => known === asked);
  if (store === undefined) throw new Error(`ISOWARD_TEST_STORE is one of ${stores.join(", ")}, not ${asked}`);
  return store;
}

export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** A PostgreSQL server for tests. */
export async function serverForTests(): Promise<Server> {
  const given = process.env["ISOWARD_TEST_DATABASE"];
  if (given !== undefined) return { url: given, stop: async () => {} };
  const server = await startPostgres();
  return { url: server.url("postgres"), stop: () => server.remove() };
}
