/**
 * How many supplies a server authorises durably over HTTP, beside what bounds it: the same server giving fixed JSON,
 * and SQLite inserting rows of the same size in synced groups. The load generator shares the machine's cores with the
 * server, so neither has them to itself.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { makeDemo } from "../src/app/demo/make-demo.ts";
import { openPractice } from "../src/app/open-practice.ts";
import { readyPatient, supplyOf } from "../src/app/testing/ready-patient.ts";
import { buildWebApart, isWebStale } from "../src/http/build-web.ts";

const cli = fileURLToPath(new URL("../bin/isoward.js", import.meta.url));
const connections = 50;
const seconds = 4;
const patientsNeeded = 14_000;
const folder = mkdtempSync(join(tmpdir(), "isoward-bench-"));
const rounded = (value: number) => Math.round(value).toLocaleString("en");

try {
  if (isWebStale()) await buildWebApart();
  const patients = await seeded(join(folder, "busy"), patientsNeeded);
  const server = await started(join(folder, "busy"));
  const fixed = await load(server.url, () => ({ method: "GET", path: "/api/questions" }));
  let next = 0;
  const body = JSON.stringify(supplyOf());
  const authorised = await load(server.url, () => {
    const patient = patients[next++];
    if (patient === undefined) throw new Error(`more than ${patientsNeeded} patients were needed`);
    return {
      method: "POST",
      path: `/api/patients/${patient}/authorise-supply`,
      headers: { "content-type": "application/json", "isoward-role": "prescriber" },
      body,
    };
  });
  await stopped(server.process);
  if (authorised.non2xx > 0) throw new Error(`${authorised.non2xx} authorisations were refused`);
  const perEntry = entrySize(join(folder, "busy", "ledger.sqlite"));
  const group = Math.min(connections, 25);
  const inserted = insertsPerSecond(join(folder, "raw.sqlite"), perEntry, group);

  await makeDemo(join(folder, "demo"));
  const begun = performance.now();
  const quiet = await started(join(folder, "demo"));
  const startMs = performance.now() - begun;
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const restMb = residentMb(quiet.process.pid ?? 0);
  await stopped(quiet.process);

  const rate = authorised.requests.average;
  console.log(
    `Durable authorisations over HTTP, ${connections} connections, load generator on the same ${availableParallelism()} cores`,
  );
  console.log(
    `  ${rounded(rate)} a second; p50 ${authorised.latency.p50} ms, p99 ${authorised.latency.p99} ms; an entry is ${rounded(perEntry)} bytes`,
  );
  console.log(
    `  fixed JSON from the same server: ${rounded(fixed.requests.average)} a second, ${(fixed.requests.average / rate).toFixed(1)} times as many`,
  );
  console.log(
    `  SQLite, synced groups of ${group} rows as long: ${rounded(inserted)} rows a second, ${(inserted / rate).toFixed(1)} times as many`,
  );
  console.log("At rest, with the demo's data and the web app built");
  console.log(`  start to first answer ${rounded(startMs)} ms; resident memory ${rounded(restMb)} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A practice with patients who are ready for a supply. */
async function seeded(data: string, count: number): Promise<string[]> {
  const practice = await openPractice(data);
  const patients: string[] = [];
  while (patients.length < count) {
    patients.push(...(await Promise.all(Array.from({ length: 200 }, () => readyPatient(practice)))));
  }
  await practice.ledger.close();
  return patients;
}

/** Starts a server and waits for its first answer. */
async function started(data: string): Promise<{ url: string; process: ChildProcess }> {
  const run = spawn(
    process.execPath,
    ["--max-semi-space-size=16", cli, "serve", "--port", "0", "--data", data, "--no-demo"],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    run.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    run.stdout.on("data", (text: Buffer) => {
      said += text.toString();
      const found = /http:\/\/[^\s]+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  await (await fetch(`${url}/api/clinics`)).text();
  return { url, process: run };
}

async function stopped(run: ChildProcess): Promise<void> {
  const over = new Promise((resolve) => run.once("exit", resolve));
  run.kill("SIGTERM");
  await over;
}

function load(url: string, request: () => autocannon.Request): Promise<autocannon.Result> {
  return autocannon({
    url,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (before) => ({ ...before, ...request() }) }],
  });
}

function residentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kb) / 1024;
}

/** Bytes of an authorisation as it is kept. */
function entrySize(path: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  const sql =
    "SELECT avg(length(header) + length(body)) AS bytes FROM entries WHERE header LIKE '%supply-authorised%'";
  const { bytes } = database.prepare(sql).get() as { bytes: number };
  database.close();
  return bytes;
}

/** Rows of a size, inserted in groups that are each synced to disk. */
function insertsPerSecond(path: string, bytes: number, group: number): number {
  const database = new DatabaseSync(path);
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT)",
  );
  const insert = database.prepare("INSERT INTO rows (body) VALUES (?)");
  const body = "x".repeat(Math.round(bytes));
  const begun = performance.now();
  let rows = 0;
  while (performance.now() - begun < seconds * 1000) {
    database.exec("BEGIN");
    for (let row = 0; row < group; row++) insert.run(body);
    database.exec("COMMIT");
    rows += group;
  }
  const took = (performance.now() - begun) / 1000;
  database.close();
  return rows / took;
}
