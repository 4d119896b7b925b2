import { afterAll, beforeAll } from "vitest";
import { openPostgres } from "./postgres.ts";
import { describeLedger } from "./testing/contract.ts";
import { projector } from "./testing/entries.ts";
import { type PostgresServer, startPostgres } from "./testing/postgres-server.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

describeLedger("PostgreSQL", async () => await openPostgres({ url: await server.database(), projector }));
