/** A server whose rights are held, for the bench: `node bench/server.ts FOLDER [DATABASE]`. Prints where it is. */
import { once } from "node:events";
import { openAccounts } from "../src/http/auth/accounts.ts";
import { makeMetrics } from "../src/http/operation/metrics.ts";
import { startServer } from "../src/http/server.ts";
import { openPlace } from "./store.ts";

const [folder = "", database] = process.argv.slice(2);
const practice = await openPlace({ folder, database });
const accounts = await openAccounts({ folder, database });
const server = await startServer({
  practice,
  accounts,
  rightsAreHeld: true,
  folder,
  metrics: makeMetrics({ version: "bench", folder }),
  port: 0,
  host: "127.0.0.1",
});
console.log(server.url);
await once(process, "SIGTERM");
await server.close();
await accounts.close();
await practice.ledger.close();
