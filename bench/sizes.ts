/**
 * `node bench/sizes.ts [patients]`: how large a ledger is and how long its upkeep takes, on both stores, as docs/scale.md
 * tells it. Patients of the golden examples are put straight into a ledger; what a course comes to is counted in the demo.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { makeDemo } from "../src/app/demo/make-demo.ts";
import { openPractice, readPractice } from "../src/app/open-practice.ts";
import { type Practice, patientStream } from "../src/app/practice.ts";
import { projector } from "../src/app/views/projector.ts";
import { move } from "../src/ledger/move.ts";
import type { Place } from "../src/ledger/place.ts";
import { startPostgres } from "../src/ledger/testing/postgres-server.ts";
import { backupKeysOf, backupOf, restoreInto, verifyAt } from "../src/ledger/upkeep.ts";
import { clinic, mixed, seed } from "./seed.ts";

const patients = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), "isoward-sizes-"));
const say = (what: string, value: string | number) => console.log(`${what.padEnd(58)} ${value}`);

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const done = await work();
  say(what, `${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return done;
}

const bytesOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Appends of one entry each: one after another, and many callers at once. */
async function appends(practice: Practice, where: string): Promise<void> {
  const { ledger } = practice;
  const note = (stream: string) => ({
    id: crypto.randomUUID(),
    type: "person-data-read",
    schema: 1,
    happened: { day: "2026-11-22", at: "2026-11-22T01:00:00Z" },
    recordedAt: "2026-11-22T01:00:00Z",
    actor: { role: "nurse", id: "bench", authenticated: true },
    clinic,
    source: { kind: "manual" as const },
    body: { account: "bench", operation: "readPatient", through: "own-clinic", patient: stream },
  });
  for (const callers of [1, 100]) {
    let done = 0;
    const begun = performance.now();
    const forMs = 4000;
    await Promise.all(
      Array.from({ length: callers }, async (_, caller) => {
        const stream = `audit/bench/${callers}-${caller}`;
        for (let version = 0; performance.now() - begun < forMs; version += 1) {
          await ledger.append({ stream, expectedVersion: version, entries: [note(stream)] });
          done += 1;
        }
      }),
    );
    const perSecond = done / ((performance.now() - begun) / 1000);
    say(`${where}: appends a second, ${callers} at once`, Math.round(perSecond));
  }
}

/** Of the demo, made by its commands: what a course comes to. */
async function course(): Promise<void> {
  const at = join(folder, "demo");
  await makeDemo(at);
  const practice = await readPractice(at);
  const counted: { readonly supplies: number; readonly entries: number }[] = [];
  for (const { stream } of await practice.ledger.streams(patientStream(""))) {
    const entries = await practice.ledger.read(stream);
    counted.push({
      supplies: entries.filter(({ type }) => type === "supply-dispensed").length,
      entries: entries.length,
    });
  }
  await practice.ledger.close();
  const longest = counted.toSorted((a, b) => b.supplies - a.supplies).slice(0, 5);
  for (const { supplies, entries } of longest)
    say("demo: supplies handed out, entries", `${supplies}, ${entries}`);
  const none = counted.filter(({ supplies }) => supplies === 0);
  say("demo: patients before a first supply, entries on average", mean(none.map(({ entries }) => entries)));
  const all = counted.filter(({ supplies }) => supplies > 0);
  say(
    "demo: entries a supply, on average of those who had any",
    mean(all.map((one) => one.entries / one.supplies)),
  );
}

const mean = (values: readonly number[]) =>
  (values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)).toFixed(1);

async function upkeep(where: string, place: Place): Promise<string> {
  const target = join(folder, `${where}.backup`);
  await timed(`${where}: backup, with its verification`, () => backupOf(place, target, () => {}));
  say(`${where}: the backup's bytes a patient`, Math.round(bytesOf(target) / patients));
  const verified = await timed(`${where}: verify`, () => verifyAt(place));
  say(`${where}: entries verified`, verified.entries);
  return target;
}

try {
  await course();
  const inFolder: Place = { folder: join(folder, "sqlite") };
  mkdirSync(inFolder.folder);
  const practice = await openPractice(inFolder.folder);
  await timed(`SQLite: ${patients} patients put in`, () => seed(practice, patients, mixed));
  await practice.ledger.close();
  const verified = await verifyAt(inFolder);
  say("entries", verified.entries);
  say("entries a patient", (verified.entries / patients).toFixed(1));
  const sizes = readdirSync(inFolder.folder).map(
    (name) => [name, bytesOf(join(inFolder.folder, name))] as const,
  );
  for (const [name, bytes] of sizes.filter(([, size]) => size > 0))
    say(`SQLite: ${name}, bytes a patient`, Math.round(bytes / patients));
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  say("SQLite: bytes an entry, keys and lists with it", Math.round(total / verified.entries));
  const file = await upkeep("SQLite", inFolder);
  const keys = join(folder, "keys.backup");
  await backupKeysOf(inFolder, keys);
  const chosen = { keys, erasures: "of-the-keys" as const, onProgress: () => {} };
  await timed("SQLite: restore, with its verification and the lists", () =>
    restoreInto(file, { folder: join(folder, "restored") }, chosen, projector),
  );

  const server = await startPostgres();
  try {
    const [database, keysAt, again, keysAgain] = [
      await server.database(),
      await server.database(),
      await server.database(),
      await server.database(),
    ];
    const inDatabase: Place = { database, keys: keysAt };
    await timed("PostgreSQL: moved there from the folder", () =>
      move({ from: inFolder, to: inDatabase, projector, onProgress: () => {} }),
    );
    const client = new pg.Client({ connectionString: database });
    await client.connect();
    const { rows } = await client.query<{ name: string; bytes: string }>(
      `SELECT schemaname || '.' || relname AS name, pg_total_relation_size(relid) AS bytes
       FROM pg_stat_user_tables ORDER BY pg_total_relation_size(relid) DESC LIMIT 5`,
    );
    for (const { name, bytes } of rows)
      say(`PostgreSQL: ${name} with its indexes, bytes a patient`, Math.round(Number(bytes) / patients));
    const size = await client.query<{ bytes: string }>(
      "SELECT pg_database_size(current_database()) AS bytes",
    );
    await client.end();
    const bytes = Number(size.rows[0]?.bytes);
    say("PostgreSQL: the ledger's database, bytes a patient", Math.round(bytes / patients));
    say("PostgreSQL: bytes an entry, lists with it", Math.round(bytes / verified.entries));
    const copy = await upkeep("PostgreSQL", inDatabase);
    await timed("PostgreSQL: restore, with its verification and the lists", () =>
      restoreInto(copy, { database: again, keys: keysAgain }, chosen, projector),
    );
    const there = await openPractice({ database, keys: keysAt });
    await appends(there, "PostgreSQL");
    await there.ledger.close();
  } finally {
    await server.remove();
  }
  const here = await openPractice(inFolder.folder);
  await appends(here, "SQLite");
  await here.ledger.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
