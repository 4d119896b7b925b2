/** Clients of a server that is killed under them: each writes down what it asked and what it was told. */
import { commandNamed } from "../src/app/commands/index.ts";
import { supplyOf } from "../src/app/testing/ready-patient.ts";
import type { Operation, Outcome } from "./history.ts";

export interface Workload {
  readonly url: string;
  readonly patients: readonly string[];
  readonly clients: number;
  /** Ends when it aborts: the server was killed. */
  readonly signal: AbortSignal;
  /** A weight nobody said before. */
  readonly newKg: () => number;
  /** Authorisations that may be open, by patient: kept from one server to the next. */
  readonly numbers: Map<string, string>;
  /** Told of each answer, as it comes. */
  readonly onAnswer: (outcome: Outcome) => void;
}

/** Runs until the signal; everything that was asked, in the order in which it ended. */
export async function work(load: Workload): Promise<Operation[]> {
  const operations: Operation[] = [];
  const client = async (own: number) => {
    while (!load.signal.aborted) {
      const operation = await one(load, own);
      operations.push(operation);
      load.onAnswer(operation.outcome);
    }
  };
  await Promise.all(Array.from({ length: load.clients }, (_, own) => client(own)));
  return operations;
}

async function one(load: Workload, client: number): Promise<Operation> {
  const patient = anyOf(load.patients);
  const what = anyOf([
    "weigh",
    "authorise",
    "authorise",
    "redeem",
    "redeem",
    "redeem",
    "reverse",
    "read",
  ] as const);
  const number = load.numbers.get(patient);
  if (what === "read") return await said({ client, what, patient }, () => read(load, patient));
  if (what === "weigh" || (number === undefined && what !== "authorise")) {
    const kg = load.newKg();
    return await said({ client, what: "weigh", patient, kg }, () =>
      give(load, patient, "record-weight", "nurse", { kg }),
    );
  }
  if (what === "authorise") {
    return await said({ client, what, patient }, async () => {
      const { outcome, body } = await give(load, patient, "authorise-supply", "prescriber", supplyOf());
      const made = numberIn(body);
      if (made !== undefined) load.numbers.set(patient, made);
      return { outcome, ...(made === undefined ? {} : { number: made }) };
    });
  }
  const told = number ?? "";
  const [command, role, input] =
    what === "redeem"
      ? (["dispense-supply", "pharmacist", { number: told, lot: "A1", expiresOn: "2031-01-31" }] as const)
      : (["reverse-supply", "pharmacist", { number: told }] as const);
  return await said({ client, what, patient, number: told }, () => give(load, patient, command, role, input));
}

type Asked = Pick<Operation, "client" | "what" | "patient" | "number" | "kg">;
interface Told {
  readonly outcome: Outcome;
  readonly number?: string;
}

async function said(asked: Asked, ask: () => Promise<Told>): Promise<Operation> {
  const begun = performance.now();
  const { outcome, number } = await ask();
  return { ...asked, ...(number === undefined ? {} : { number }), begun, ended: performance.now(), outcome };
}

async function give(load: Workload, patient: string, command: string, role: string, input: object) {
  if (commandNamed(command) === undefined) throw new Error(`there is no command ${command}`);
  return await request(`${load.url}/api/patients/${patient}/${command}`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "Isoward-Role": role,
      "Idempotency-Key": JSON.stringify(crypto.randomUUID()),
    },
    body: JSON.stringify(input),
  });
}

function read(load: Workload, patient: string) {
  return request(`${load.url}/api/patients/${patient}`, { method: "GET" });
}

interface Answer {
  readonly version?: number;
  readonly entries?: readonly { readonly id: string }[];
  readonly code?: string;
  readonly type?: string;
}

async function request(url: string, init: RequestInit): Promise<Told & { readonly body: Answer }> {
  let status: number;
  let body: Answer;
  try {
    const response = await fetch(url, init);
    status = response.status;
    body = (await response.json()) as Answer;
  } catch {
    return { outcome: { is: "unknown" }, body: {} };
  }
  if (status >= 500) return { outcome: { is: "unknown" }, body };
  if (status >= 400) return { outcome: { is: "refused", status, why: body.type ?? "" }, body };
  const entries = (body.entries ?? []).map(({ id }) => id);
  return { outcome: { is: "done", version: body.version ?? 0, entries }, body };
}

function numberIn(body: Answer): string | undefined {
  return /"number":"([A-Z0-9-]+)"/.exec(JSON.stringify(body))?.[1];
}

function anyOf<T>(items: readonly T[]): T {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
}
