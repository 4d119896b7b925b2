/** Kills a server under load again and again, and holds what clients were told against what the ledger holds. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { openPractice } from "../src/app/open-practice.ts";
import { patientStream } from "../src/app/practice.ts";
import { readyPatient } from "../src/app/testing/ready-patient.ts";
import type { StoredEntry } from "../src/ledger/ledger.ts";
import { verify } from "../src/ledger/verify.ts";
import { work } from "./clients.ts";
import { type Operation, type Violation, violations } from "./history.ts";
import type { Defect } from "./server.ts";

export interface Run {
  /** A folder. */
  readonly store: string;
  readonly kills: number;
  readonly patients: number;
  readonly clients: number;
  readonly defect?: Defect;
  /** Milliseconds of load before a kill, at most. */
  readonly mostMs?: number;
  readonly onKill?: (report: Report) => void;
}

export interface Report {
  readonly kills: number;
  readonly asked: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly unanswered: number;
  readonly violations: readonly Violation[];
  /** Faults of the chain. */
  readonly faults: number;
}

const serverPath = fileURLToPath(new URL("./server.ts", import.meta.url));

/** Runs until so many kills, or the first broken promise. */
export async function runKills(run: Run): Promise<Report> {
  const { store, kills, clients, defect = "none", mostMs = 400, onKill = () => {} } = run;
  const before = await seeded(store, run.patients);
  const patients = [...before.keys()];
  const numbers = new Map<string, string>();
  const operations: Operation[] = [];
  let kg = 0;
  let report = reportOf(0, operations, [], 0);
  for (let kill = 1; kill <= kills; kill += 1) {
    const server = await started(store, defect);
    const over = new AbortController();
    const afterAnswers = Math.floor(Math.random() * 60);
    let answers = 0;
    const end = () => {
      if (over.signal.aborted) return;
      over.abort();
      server.process.kill("SIGKILL");
    };
    const latest = setTimeout(end, 50 + Math.random() * mostMs + 2000);
    const done = await work({
      url: server.url,
      patients,
      clients,
      signal: over.signal,
      newKg: () => 55 + (kg += 1) / 10_000,
      numbers,
      onAnswer: () => {
        if ((answers += 1) === afterAnswers + 1) setTimeout(end, Math.random() * mostMs);
      },
    });
    clearTimeout(latest);
    await server.ended;
    operations.push(...done);
    const streams = await inTheEnd(store, patients);
    const broken = violations(operations, { streams, before });
    const { faults } = await verify(store);
    report = reportOf(kill, operations, broken, faults.length);
    onKill(report);
    if (broken.length > 0 || faults.length > 0) break;
  }
  return report;
}

async function seeded(store: string, count: number): Promise<Map<string, number>> {
  const practice = await openPractice(store);
  const patients = await Promise.all(Array.from({ length: count }, () => readyPatient(practice)));
  const before = new Map<string, number>();
  for (const patient of patients) before.set(patient, await practice.ledger.version(patientStream(patient)));
  await practice.ledger.close();
  return before;
}

/** What the ledger holds now that nobody writes to it. */
async function inTheEnd(
  store: string,
  patients: readonly string[],
): Promise<Map<string, readonly StoredEntry[]>> {
  const practice = await openPractice(store);
  const streams = new Map<string, readonly StoredEntry[]>();
  for (const patient of patients) streams.set(patient, await practice.ledger.read(patientStream(patient)));
  await practice.ledger.close();
  return streams;
}

async function started(
  store: string,
  defect: Defect,
): Promise<{ url: string; process: ChildProcess; ended: Promise<unknown> }> {
  const child = spawn(process.execPath, [serverPath, store, defect], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${code} before it answered`)));
    child.stdout.once("data", (line: Buffer) => resolve(line.toString().trim()));
  });
  child.stdout.resume();
  return { url, process: child, ended };
}

function reportOf(
  kills: number,
  operations: readonly Operation[],
  broken: readonly Violation[],
  faults: number,
): Report {
  const of = (is: Operation["outcome"]["is"]) => operations.filter(({ outcome }) => outcome.is === is).length;
  return {
    kills,
    asked: operations.length,
    acknowledged: of("done"),
    refused: of("refused"),
    unanswered: of("unknown"),
    violations: broken,
    faults,
  };
}
