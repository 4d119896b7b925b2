/** The whole run: what is made, asked and watched, one after another. */
import { fork } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { arch, availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { makeDemo } from "../src/app/demo/make-demo.ts";
import { exampleOf } from "../src/app/testing/ready-patient.ts";
import { buildWebApart, isWebStale } from "../src/http/build-web.ts";
import { startPostgres } from "../src/ledger/testing/postgres-server.ts";
import { authorisations } from "./authorise.ts";
import type {
  AtRest,
  Authorised,
  ListRead,
  Measured,
  PageRead,
  Size,
  StoreName,
  Upkeep,
  Written,
} from "./measured.ts";
import { insertedInPostgres, insertedInSqlite } from "./raw.ts";
import { readList, readPages } from "./reads.ts";
import { type Running, serve, serveAsUsual } from "./running.ts";
import { mixed, ready, seed } from "./seed.ts";
import { sessionsOf } from "./sessions.ts";
import { openPlace, type Place } from "./store.ts";
import { upkeep } from "./upkeep.ts";

export async function run(size: Size, say: (what: string) => void): Promise<Measured> {
  const [loadBefore = 0] = loadavg();
  const folder = mkdtempSync(join(tmpdir(), "isoward-bench-"));
  try {
    say("decisions alone");
    const decided = await decidedAlone(size);
    const on: OnStore[] = [];
    if (size.stores.includes("SQLite")) {
      const place = { folder: within(folder, "sqlite") };
      on.push(await onStore("SQLite", place, size, size.pagesAt, { folder: join(folder, "restored") }, say));
    }
    if (size.stores.includes("PostgreSQL")) {
      on.push(await onPostgres(within(folder, "postgres"), size, say));
    }
    const ofClinic = within(folder, "clinic");
    const list = await clinicList(ofClinic, size, say);
    return {
      day: new Date().toISOString().slice(0, 10),
      isQuick: size.isQuick,
      machine: `${cpus()[0]?.model ?? arch()}, Node ${process.versions.node}, ${process.platform}`,
      loadBefore,
      cores: availableParallelism(),
      connections: size.connections,
      authorised: on.map(({ authorised }) => authorised),
      pages: on.flatMap(({ pages }) => pages),
      list,
      upkeep: on.map((one) => one.upkeep),
      ...(size.isQuick ? await atRest(ofClinic, serve, 0) : await demoAtRest(join(folder, "demo"), say)),
      decided,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface OnStore {
  readonly authorised: Authorised;
  readonly pages: readonly PageRead[];
  readonly upkeep: Upkeep;
}

async function onStore(
  store: StoreName,
  place: Place,
  size: Size,
  pagesAt: readonly number[],
  empty: Place,
  say: (what: string) => void,
): Promise<OnStore> {
  const entriesPerPatient = exampleOf(ready).entries.length;
  const tokens = await sessionsOf(place, size.connections);
  const [token = ""] = tokens;
  const patients: string[] = [];
  const pages: PageRead[] = [];
  const emptyBytes = await diskBytes(place);
  for (const count of pagesAt) {
    say(`${store}: ${count} patients`);
    const practice = await openPlace(place);
    const begun = performance.now();
    const more = await seed(practice, count - patients.length, [ready]);
    const seededPerSecond = (more.length * entriesPerPatient) / ((performance.now() - begun) / 1000);
    await practice.ledger.close();
    patients.push(...more);
    const isWatched = !size.isQuick && count === pagesAt.at(-1);
    const read = await readPages(place, size, patients, token, isWatched);
    const diskBytesPerPatient = ((await diskBytes(place)) - emptyBytes) / count;
    pages.push({ store, patients: count, entriesPerPatient, seededPerSecond, diskBytesPerPatient, ...read });
  }
  say(`${store}: authorisations`);
  const authorised = await authorisations({
    store,
    place,
    size,
    patients,
    entriesPerPatient,
    tokens,
    entryBytes: () => entryBytes(place),
    inserted: (rows) =>
      place.database === undefined
        ? insertedInSqlite(place.folder, rows)
        : insertedInPostgres(place.database, rows),
  });
  say(`${store}: backup, verifying, restore`);
  return { authorised, pages, upkeep: await upkeep(store, place, empty, place.folder) };
}

async function onPostgres(folder: string, size: Size, say: (what: string) => void): Promise<OnStore> {
  const server = await startPostgres();
  try {
    const place = { folder, database: await server.database() };
    const empty = { folder, database: await server.database() };
    return await onStore("PostgreSQL", place, size, [size.postgresPatients], empty, say);
  } finally {
    await server.remove();
  }
}

async function clinicList(folder: string, size: Size, say: (what: string) => void): Promise<ListRead> {
  say(`today's list of ${size.clinicPatients} patients`);
  const place = { folder };
  const [token = ""] = await sessionsOf(place, 1);
  const practice = await openPlace(place);
  const patients = await seed(practice, size.clinicPatients, mixed);
  await practice.ledger.close();
  const entries = mixed.map((name) => exampleOf(name).entries.length);
  const entriesPerPatient = entries.reduce((sum, one) => sum + one, 0) / entries.length;
  return await readList(place, size, patients, entriesPerPatient, token);
}

/** The demo as it is started by `npm start`, once it was made. */
async function demoAtRest(folder: string, say: (what: string) => void) {
  say("the demo at rest");
  if (isWebStale()) await buildWebApart();
  await makeDemo(folder);
  return await atRest(folder, serveAsUsual, 3000);
}

async function atRest(
  folder: string,
  start: (place: Place) => Promise<Running>,
  restMs: number,
): Promise<{ readonly rest: AtRest; readonly written: Written }> {
  const written = writtenIn(folder);
  const server = await start({ folder });
  await setTimeout(restMs);
  const residentMb = server.residentMb();
  await server.stop();
  return { rest: { patients: written.patients, startMs: server.startMs, residentMb }, written };
}

/** What stands in the patients' streams of a folder. */
function writtenIn(folder: string): Written {
  const ledger = new DatabaseSync(join(folder, "ledger.sqlite"), { readOnly: true });
  const ask = (sql: string) => ledger.prepare(sql).all() as { what: string; count: number; bytes: number }[];
  const of = "FROM entries WHERE stream LIKE 'patient/%'";
  const bytes = "length(CAST(header AS BLOB)) + length(CAST(body AS BLOB)) + ifnull(length(sealed), 0)";
  const [all] = ask(`SELECT count(*) AS count, sum(${bytes}) AS bytes ${of}`);
  const [people] = ask(`SELECT count(DISTINCT stream) AS count ${of}`);
  const bytesOf = ask(
    `SELECT CASE WHEN header LIKE '%"type":"supply-authorised"}' THEN 'authorisation'
       WHEN header LIKE '%"type":"supply-dispensed"}' THEN 'dispensing' ELSE 'any other' END AS what,
       count(*) AS count, avg(${bytes}) AS bytes ${of} GROUP BY 1 ORDER BY 3 DESC`,
  );
  ledger.close();
  return {
    patients: people?.count ?? 0,
    supplies: bytesOf.find(({ what }) => what === "dispensing")?.count ?? 0,
    entries: all?.count ?? 0,
    bytes: all?.bytes ?? 0,
    bytesOf,
  };
}

/** In a process of its own: code that ran for something else would run otherwise. */
function decidedAlone({ isQuick }: Size): Promise<Record<string, number>> {
  const path = fileURLToPath(new URL("./decide.ts", import.meta.url));
  const child = fork(path, isQuick ? ["--quick"] : [], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  return new Promise((resolve, reject) => {
    child.once("message", (found) => resolve(found as Record<string, number>));
    child.once("exit", (code) => reject(new Error(`decide.ts ended with ${code}`)));
  });
}

function within(folder: string, name: string): string {
  const made = join(folder, name);
  mkdirSync(made);
  return made;
}

/** Of ledger and keys; the accounts are the same few in every run. */
async function diskBytes({ folder, database }: Place): Promise<number> {
  if (database !== undefined) {
    const [row] = await asked<{ bytes: string }>(
      database,
      "SELECT pg_database_size(current_database()) AS bytes",
    );
    return Number(row?.bytes);
  }
  return readdirSync(folder)
    .filter((name) => /^(?:ledger|keys)\.sqlite/.test(name))
    .reduce((bytes, name) => bytes + statSync(join(folder, name)).size, 0);
}

/** Bytes of an authorisation as it is kept, on an average. */
async function entryBytes({ folder, database }: Place): Promise<number> {
  const sql =
    "SELECT avg(length(header) + length(body)) AS bytes FROM ENTRIES WHERE header LIKE '%supply-authorised%'";
  if (database !== undefined) {
    const [row] = await asked<{ bytes: string }>(database, sql.replace("ENTRIES", "ledger.entries"));
    return Number(row?.bytes);
  }
  const ledger = new DatabaseSync(join(folder, "ledger.sqlite"), { readOnly: true });
  const { bytes } = ledger.prepare(sql).get() as { bytes: number };
  ledger.close();
  return bytes;
}

async function asked<R extends object>(url: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}
