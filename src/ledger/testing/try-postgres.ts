/** `npm run postgres`: a PostgreSQL server to try Isoward on, on this machine alone. Nothing of it is kept. */
import { startPostgres } from "./postgres-server.ts";

const port = Number(process.argv[2] ?? 54329);
const server = await startPostgres([], { port, password: "isoward" });
for (const name of ["isoward", "isoward_keys"])
  await server.run(server.url("postgres"), `CREATE DATABASE ${name}`);
console.log(`PostgreSQL is running until you press Ctrl-C; nothing of it is kept. For another terminal:

  export ISOWARD_DATABASE=${server.url("isoward")} ISOWARD_KEYS=${server.url("isoward_keys")}
`);

const end = () => void server.remove().then(() => process.exit(0));
process.on("SIGINT", end);
process.on("SIGTERM", end);
