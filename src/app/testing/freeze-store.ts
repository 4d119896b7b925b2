/**
 * Freezes a store as this version writes it, for every later one to open, verify and read: run once, by hand, when
 * `schemaVersion` of src/ledger/sqlite/schema.ts was raised, and never again for a version that was released.
 *
 *     node src/app/testing/freeze-store.ts
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { at } from "../../core/calendar.ts";
import { serverStream } from "../../ledger/chain.ts";
import { keysFile } from "../../ledger/keys.ts";
import type { Ledger, StoredEntry } from "../../ledger/ledger.ts";
import { ledgerFile, schemaVersion } from "../../ledger/sqlite/schema.ts";
import { openLedger } from "../../ledger/sqlite.ts";
import { exportRoot } from "../../ledger/verify.ts";
import { commands } from "../commands/index.ts";
import type { By } from "../entries.ts";
import { erasePerson } from "../erase-person.ts";
import { execute } from "../execute.ts";
import { readKnowledge } from "../knowledge-files.ts";
import { practice } from "../practice.ts";
import { register } from "../register.ts";

export const storesFolder = fileURLToPath(new URL("../../ledger/fixtures/", import.meta.url));

const clinic = "tokyo-monthly";
const by = (role: By["role"]): By => ({ role, id: `test-${role}`, authenticated: true });

/** Every entry by stream, as it is read. */
export async function allOf(ledger: Ledger): Promise<Record<string, readonly StoredEntry[]>> {
  const streams = await ledger.streams("");
  const read = await Promise.all(
    streams.map(async ({ stream }) => [stream, await ledger.read(stream)] as const),
  );
  return Object.fromEntries(read);
}

async function freeze(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "isoward-freeze-"));
  const target = join(storesFolder, `store-${schemaVersion}`);
  mkdirSync(target);
  const now = at("2026-11-20T01:30:00Z");
  const projector = new URL("../views/projector.ts", import.meta.url);
  const ledger = await openLedger({ folder, projector, clock: () => now });
  // Not by openPractice: it would keep the knowledge, which is long, and is no part of a store's shape.
  const opened = practice(ledger, readKnowledge(), () => now);
  const person = async (name: string, kana: string, birthDate: string) => {
    const given = { name, kana, birthDate, phone: "03-5555-0100" };
    const { patient = "" } = await register(opened, clinic, given, { by: by("front-desk") });
    return patient;
  };
  const hanako = await person("架空 花子", "カクウ ハナコ", "2001-04-12");
  const taro = await person("架空 太郎", "カクウ タロウ", "1999-12-31");
  const told = { by: by("nurse"), idempotencyKey: "weighed-once" };
  await execute(opened, commands["record-weight"], hanako, { kg: 54.2, note: "靴を脱いで" }, told);
  await execute(opened, commands["record-weight"], taro, { kg: 70 }, { by: by("nurse") });
  await erasePerson(opened, taro, by("administrator"));
  await ledger.close();

  // Hours later a root is due.
  const expected = await openLedger({ folder, projector, clock: () => now + 2 * 60 * 60_000 });
  while ((await expected.streams(serverStream)).length === 0)
    await new Promise((soon) => setTimeout(soon, 10));
  writeJson(join(target, "entries.json"), await allOf(expected));
  await expected.close();
  writeJson(join(target, "root.json"), exportRoot(folder, "2026-11-20T01:30:00.000Z"));
  for (const file of [ledgerFile, keysFile])
    writeFileSync(join(target, `${file}.sql`), dumped(join(folder, file)));
  rmSync(folder, { recursive: true });
}

const writeJson = (path: string, value: unknown) =>
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);

/** A database as the SQL that makes it. */
function dumped(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  const pragma = (name: string) => Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
  const made = database
    .prepare("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type = 'trigger'")
    .all();
  const lines = ["application_id", "user_version"].map((name) => `PRAGMA ${name} = ${pragma(name)};`);
  for (const [type, name, sql] of made.map((row) => Object.values(row).map(String))) {
    lines.push(`${sql};`);
    if (type !== "table") continue;
    for (const row of database.prepare(`SELECT * FROM "${name}"`).all())
      lines.push(`INSERT INTO "${name}" VALUES (${Object.values(row).map(literal).join(", ")});`);
  }
  database.close();
  return `${lines.join("\n")}\n`;
}

function literal(value: SQLOutputValue): string {
  if (value === null) return "NULL";
  if (value instanceof Uint8Array) return `X'${Buffer.from(value).toString("hex")}'`;
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

if (import.meta.main) await freeze();
