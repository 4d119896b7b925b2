/** Clients of servers that are killed under them: each writes down what it asked and what it was told. */
import { setTimeout as sleep } from "node:timers/promises";
import { commandNamed } from "../src/app/commands/index.ts";
import { supplyOf } from "../src/app/testing/ready-patient.ts";
import type { Operation, Outcome } from "./history.ts";
import type { Staff } from "./people.ts";

export interface Workload {
  /** Those of them that answer at the moment. */
  readonly urls: () => readonly string[];
  readonly staff: Staff;
  readonly patients: readonly string[];
  readonly clients: number;
  /** Ends when it aborts: the last server was killed. */
  readonly signal: AbortSignal;
  /** A weight nobody said before. */
  readonly newKg: () => number;
  /** What is kept from one server to the next. */
  readonly known: Known;
  /** Told of each answer, as it comes. */
  readonly onAnswer: (outcome: Outcome) => void;
}

export interface Known {
  /** Authorisations that may be open, by patient. */
  readonly numbers: Map<string, string>;
  /** Writes that got no answer, or none that says whether they were done: they are sent again, under the same key. */
  readonly again: Write[];
}

export const nothingKnown = (): Known => ({ numbers: new Map(), again: [] });

/** Runs until the signal; everything that was asked, in the order in which it ended. */
export async function work(load: Workload): Promise<Operation[]> {
  const operations: Operation[] = [];
  const client = async (own: number) => {
    while (!load.signal.aborted) {
      const operation = await one(load, own);
      operations.push(operation);
      load.onAnswer(operation.outcome);
      // One that nobody answers any more is not asked as fast as can be.
      if (operation.outcome.is === "unknown") await sleep(5);
    }
  };
  await Promise.all(Array.from({ length: load.clients }, (_, own) => client(own)));
  return operations;
}

/** A write as it is sent, and sent again. */
interface Write {
  readonly asked: Pick<Operation, "what" | "patient" | "number" | "kg"> & { readonly key: string };
  readonly command: string;
  readonly role: keyof Staff;
  readonly input: object;
}

async function one(load: Workload, client: number): Promise<Operation> {
  const again = Math.random() < 0.5 ? load.known.again.shift() : undefined;
  if (again !== undefined) return await written(load, client, again);
  const patient = anyOf(load.patients);
  const what = anyOf(mixture);
  if (what === "read") return await read(load, client, patient);
  return await written(load, client, newWrite(load, patient, what));
}

const mixture = [
  "weigh",
  "authorise",
  "authorise",
  "redeem",
  "redeem",
  "redeem",
  "reverse",
  "read",
] as const satisfies readonly Operation["what"][];

function newWrite(load: Workload, patient: string, what: Exclude<Operation["what"], "read">): Write {
  const key = crypto.randomUUID();
  const number = load.known.numbers.get(patient);
  if (what === "authorise")
    return {
      asked: { what, patient, key },
      command: "authorise-supply",
      role: "prescriber",
      input: supplyOf(),
    };
  if (what === "weigh" || number === undefined) {
    const kg = load.newKg();
    return {
      asked: { what: "weigh", patient, kg, key },
      command: "record-weight",
      role: "nurse",
      input: { kg },
    };
  }
  const box = what === "redeem" ? { lot: "A1", expiresOn: "2031-01-31" } : {};
  const command = what === "redeem" ? "dispense-supply" : "reverse-supply";
  return {
    asked: { what, patient, number, key },
    command,
    role: "pharmacist",
    input: { number, ...box },
  };
}

async function written(load: Workload, client: number, write: Write): Promise<Operation> {
  const { asked, command, role, input } = write;
  if (commandNamed(command) === undefined) throw new Error(`there is no command ${command}`);
  const begun = performance.now();
  const { outcome, body } = await request(`${anyOf(load.urls())}/api/patients/${asked.patient}/${command}`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: load.staff[role],
      "Idempotency-Key": JSON.stringify(asked.key),
    },
    body: JSON.stringify(input),
  });
  const ended = performance.now();
  if (outcome.is === "unknown") load.known.again.push(write);
  if (asked.what !== "authorise") return { client, ...asked, begun, ended, outcome };
  const number = numberIn(body);
  if (number === undefined) return { client, ...asked, begun, ended, outcome };
  load.known.numbers.set(asked.patient, number);
  return { client, ...asked, number, begun, ended, outcome };
}

async function read(load: Workload, client: number, patient: string): Promise<Operation> {
  const begun = performance.now();
  const { outcome } = await request(`${anyOf(load.urls())}/api/patients/${patient}`, {
    method: "GET",
    headers: { Authorization: load.staff.nurse },
  });
  return { client, what: "read", patient, begun, ended: performance.now(), outcome };
}

interface Answer {
  readonly version?: number;
  readonly entries?: readonly { readonly id: string }[];
  readonly type?: string;
}

/** Problems of a server in trouble that promise: nothing was written. It is held to that. */
const untouched: ReadonlySet<string> = new Set(["/problems/store-full", "/problems/store-unavailable"]);

async function request(
  url: string,
  init: RequestInit,
): Promise<{ readonly outcome: Outcome; readonly body: Answer }> {
  let status: number;
  let body: Answer;
  try {
    const response = await fetch(url, init);
    status = response.status;
    body = (await response.json()) as Answer;
  } catch {
    return { outcome: { is: "unknown" }, body: {} };
  }
  const { type = "", version = 0, entries = [] } = body;
  if (status >= 500 && !untouched.has(type))
    return { outcome: { is: "unknown", ...(type === "" ? {} : { why: type }) }, body };
  if (status >= 400) return { outcome: { is: "refused", status, why: type }, body };
  return { outcome: { is: "done", version, entries: entries.map(({ id }) => id) }, body };
}

function numberIn(body: Answer): string | undefined {
  return /"number":"([A-Z0-9-]+)"/.exec(JSON.stringify(body))?.[1];
}

function anyOf<T>(items: readonly T[]): T {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
}
