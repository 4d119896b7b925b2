/** What was handed out in this window: each attempt under one key, so that it is done once however often it is sent. */
import { useSyncExternalStore } from "react";
import type { Redemption } from "../../../app/views/shapes.ts";
import { newKey } from "../../api/new-key.ts";
import { Problem, part, request } from "../../api/request.ts";
import type { Done } from "../../api/shapes.ts";
import type { ActingRole } from "../../shell/role.tsx";

/** The pack, as it is sent. */
export interface PackSaid {
  readonly lot: string;
  readonly expiresOn: string;
  readonly capsules?: number;
}

export interface Attempt {
  readonly key: string;
  /** What was on the screen when it was sent. */
  readonly seen: Redemption;
  readonly pack: PackSaid;
  readonly role: ActingRole;
  readonly state: "sending" | "unknown" | "handed-out" | "taken-back";
  /** When it was recorded. */
  readonly at: string | undefined;
  /** Where the record stood then. */
  readonly version: number;
}

let attempts: readonly Attempt[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Attempt[]): void {
  attempts = next;
  for (const listener of listeners) listener();
}

function put(attempt: Attempt): void {
  const known = attempts.some(({ key }) => key === attempt.key);
  set(known ? attempts.map((one) => (one.key === attempt.key ? attempt : one)) : [attempt, ...attempts]);
}

/** Newest first. */
export function useAttempts(): readonly Attempt[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => attempts,
  );
}

export function newAttempt(seen: Redemption, pack: PackSaid, role: ActingRole): Attempt {
  return { key: newKey(), seen, pack, role, state: "sending", at: undefined, version: seen.version };
}

/** Nobody waits longer than this at a counter without being told that nothing is known. */
const patienceMs = 12_000;

/**
 * Sends an attempt, for the first time or again. Where no answer comes it stays as "unknown".
 *
 * @throws Problem where it was refused: then nothing was written, and the attempt is over
 */
export async function handOut(attempt: Attempt): Promise<Attempt> {
  const { key, seen, pack, role } = attempt;
  put({ ...attempt, state: "sending" });
  try {
    const done = await request<Done>(
      `/api/authorisations/${part(seen.authorisation.number)}/dispense-supply`,
      {
        method: "POST",
        body: pack,
        headers: { "Isoward-Role": role, "Idempotency-Key": key, "If-Match": `"${seen.version}"` },
        signal: AbortSignal.timeout(patienceMs),
      },
    );
    const line = done.entries.find(({ type }) => type === "supply-dispensed");
    const over: Attempt = { ...attempt, state: "handed-out", at: line?.recordedAt, version: done.version };
    put(over);
    return over;
  } catch (cause) {
    if (isRefusal(cause)) {
      set(attempts.filter((one) => one.key !== key));
      throw cause;
    }
    const open: Attempt = { ...attempt, state: "unknown" };
    put(open);
    return open;
  }
}

/** Takes a supply back that nobody collected. Sent again under the same key it is done once. */
export async function takeBack(
  number: string,
  version: number,
  key: string,
  role: ActingRole,
): Promise<void> {
  await request<Done>(`/api/authorisations/${part(number)}/reverse-supply`, {
    method: "POST",
    body: {},
    headers: { "Isoward-Role": role, "Idempotency-Key": key, "If-Match": `"${version}"` },
    signal: AbortSignal.timeout(patienceMs),
  });
  set(
    attempts.map((one) =>
      one.seen.authorisation.number === number ? { ...one, state: "taken-back" as const } : one,
    ),
  );
}

/** Whether the server said no. After a failure of its own it is not known what was written. */
export function isRefusal(cause: unknown): cause is Problem {
  return cause instanceof Problem && cause.body.status < 500;
}
