/**
 * Reads what clients asked and were told beside what the ledger holds in the end, and says everything that cannot both
 * be true. In the spirit of Jepsen: it knows nothing of how the server works, only what it promised.
 */
import type { StoredEntry } from "../src/ledger/ledger.ts";

/** A request that a client sent, and what became of it. Instants are of one monotonic clock, in milliseconds. */
export interface Operation {
  readonly client: number;
  readonly what: "weigh" | "authorise" | "redeem" | "reverse" | "read";
  readonly patient: string;
  /** Of an authorisation. */
  readonly number?: string;
  /** Of a weight: no two requests have the same, so that each entry has one request. */
  readonly kg?: number;
  /** By which the same request is known when it is sent again; a read has none. */
  readonly key?: string;
  readonly begun: number;
  readonly ended: number;
  readonly outcome: Outcome;
}

export type Outcome =
  /** It was told that it is done, or what stands there. */
  | { readonly is: "done"; readonly version: number; readonly entries: readonly string[] }
  | { readonly is: "refused"; readonly status: number; readonly why: string }
  /** No answer came, as the connection was cut, or one that says that nobody knows. Both may be true. */
  | { readonly is: "unknown"; readonly why?: string };

/** What cannot be true of a ledger that keeps its promises. */
export interface Violation {
  readonly promise: Promised;
  readonly says: string;
}

export const promises = {
  "nothing-lost": "what was acknowledged is there",
  "nothing-twice": "one request is done at most once, and one authorisation redeemed at most once",
  "nothing-unasked": "nothing is there that nobody asked for, or that was refused",
  "decided-on-what-was-there": "every supply was decided on the version right before it, and passed",
  "versions-without-gaps": "a stream's versions count from 1 without a gap",
  "read-your-past": "whoever asks after an answer came sees at least that much",
} as const;
export type Promised = keyof typeof promises;

/** The ledger's patients' streams in the end, oldest entry first; `before` is how many entries each began with. */
export interface Final {
  readonly streams: ReadonlyMap<string, readonly StoredEntry[]>;
  readonly before: ReadonlyMap<string, number>;
}

/** Every broken promise; none where all were kept. */
export function violations(operations: readonly Operation[], final: Final): Violation[] {
  return [
    ...lost(operations, final),
    ...twice(operations, final),
    ...unasked(operations, final),
    ...undecided(final),
    ...gaps(final),
    ...forgetful(operations),
  ];
}

function* lost(operations: readonly Operation[], { streams }: Final): Generator<Violation> {
  for (const { what, patient, outcome } of operations) {
    if (outcome.is !== "done" || what === "read") continue;
    const kept = new Set(streams.get(patient)?.map(({ id }) => id));
    for (const id of outcome.entries)
      if (!kept.has(id))
        yield { promise: "nothing-lost", says: `${what} of ${patient} was acknowledged, ${id} is gone` };
  }
}

function* twice(operations: readonly Operation[], { streams }: Final): Generator<Violation> {
  const dispensed = new Map<string, number>();
  const weighed = new Map<number, number>();
  for (const entries of streams.values())
    for (const { type, body } of entries) {
      const { number, kg } = body as { readonly number?: string; readonly kg?: number };
      if (type === "supply-dispensed" && number !== undefined) count(dispensed, number);
      if (type === "weight-measured" && kg !== undefined) count(weighed, kg);
    }
  for (const [number, times] of dispensed)
    if (times > 1) yield { promise: "nothing-twice", says: `${number} was handed out ${times} times` };
  for (const { kg } of operations) {
    const times = kg === undefined ? 0 : (weighed.get(kg) ?? 0);
    if (times > 1)
      yield { promise: "nothing-twice", says: `one weighing (${kg} kg) is there ${times} times` };
  }
  const told = new Map<string, Set<string | Operation>>();
  for (const operation of operations) {
    const { what, number, outcome, key = operation } = operation;
    if (what === "redeem" && number !== undefined && outcome.is === "done")
      told.set(number, (told.get(number) ?? new Set()).add(key));
  }
  for (const [number, { size }] of told)
    if (size > 1) yield { promise: "nothing-twice", says: `${size} were told that they redeemed ${number}` };
}

function* unasked(operations: readonly Operation[], { streams, before }: Final): Generator<Violation> {
  const asked = new Set(operations.map(({ kg }) => kg));
  // One that was refused may have been sent again, and taken then.
  const taken = new Set(operations.flatMap(({ kg, outcome }) => (outcome.is === "refused" ? [] : [kg])));
  for (const [patient, entries] of streams)
    for (const { type, body } of entries.slice(before.get(patient) ?? 0)) {
      const { kg } = body as { readonly kg?: number };
      if (type !== "weight-measured" || kg === undefined) continue;
      if (!asked.has(kg))
        yield { promise: "nothing-unasked", says: `${patient} weighs ${kg} kg, and nobody said so` };
      else if (!taken.has(kg))
        yield { promise: "nothing-unasked", says: `${kg} kg were refused and are there` };
    }
}

function* undecided({ streams, before }: Final): Generator<Violation> {
  for (const [patient, entries] of streams)
    for (const { type, body, version } of entries.slice(before.get(patient) ?? 0)) {
      if (type !== "supply-authorised" && type !== "supply-dispensed") continue;
      const { decision } = body as {
        readonly decision?: { readonly verdict: string; readonly read: Readonly<Record<string, number>> };
      };
      const on = decision?.read[`patient/${patient}`];
      if (
        decision?.verdict !== "pass" ||
        on === undefined ||
        on + 1 > version ||
        !follows(entries, on, version)
      )
        yield {
          promise: "decided-on-what-was-there",
          says: `${type} of ${patient} at version ${version} was decided (${decision?.verdict ?? "not"}) on version ${on ?? "none"}`,
        };
    }
}

/** Whether everything between the version that was decided on and the entry was written with it. */
function follows(entries: readonly StoredEntry[], on: number, version: number): boolean {
  const own = entries[version - 1];
  return entries.slice(on, version).every(({ recordedAt, position, version: at }) => {
    return recordedAt === own?.recordedAt && position - at === (own?.position ?? 0) - version;
  });
}

function* gaps({ streams }: Final): Generator<Violation> {
  for (const [patient, entries] of streams) {
    const wrong = entries.findIndex(({ version }, index) => version !== index + 1);
    if (wrong >= 0)
      yield { promise: "versions-without-gaps", says: `${patient} has no version ${wrong + 1}` };
  }
}

/** Real time: what was answered before another request began must be in what that one sees. */
function* forgetful(operations: readonly Operation[]): Generator<Violation> {
  const byPatient = Map.groupBy(operations, ({ patient }) => patient);
  for (const [patient, own] of byPatient) {
    const answers = own
      .flatMap(({ ended, outcome }) => (outcome.is === "done" ? [{ ended, version: outcome.version }] : []))
      .toSorted((a, b) => a.ended - b.ended);
    let next = 0;
    let seen = 0;
    for (const { what, begun, outcome } of own.toSorted((a, b) => a.begun - b.begun)) {
      for (; (answers[next]?.ended ?? Number.POSITIVE_INFINITY) < begun; next += 1)
        seen = Math.max(seen, answers[next]?.version ?? 0);
      if (outcome.is === "done" && outcome.version < seen)
        yield {
          promise: "read-your-past",
          says: `${what} of ${patient} saw version ${outcome.version} after ${seen}`,
        };
    }
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
