/** Keeps servers busy while something is done to them. */
import { nothingKnown, work } from "./clients.ts";
import type { Operation, Outcome } from "./history.ts";
import type { Seeded } from "./kept.ts";
import type { Serving } from "./serving.ts";

/** What is going on while something is done. */
export interface Live {
  /** Those that are asked. Who takes one away changes this before. */
  servers: readonly Serving[];
  /** Resolves after so many more answers that fit, or after a while. @returns whether they came */
  answers(count: number, fits?: (outcome: Outcome) => boolean): Promise<boolean>;
}

/** However slow it is, it is waited for no longer. */
const longestWaitMs = 20_000;

export interface Clients {
  /** All that they asked so far. */
  readonly operations: readonly Operation[];
  /** Asks until `during` is over; then the servers end. */
  busy(
    servers: readonly Serving[],
    during: (live: Live) => Promise<void>,
    end?: (server: Serving) => Promise<void>,
  ): Promise<void>;
}

export function clientsOf({ staff, patients }: Seeded, clients: number): Clients {
  const operations: Operation[] = [];
  const known = nothingKnown();
  let kg = 0;
  return {
    operations,
    async busy(servers, during, end = (server) => server.kill()) {
      const over = new AbortController();
      const waiting = new Set<(outcome: Outcome) => void>();
      const live: Live = {
        servers,
        answers(count, fits = ({ is }) => is !== "unknown") {
          const { promise, resolve } = Promise.withResolvers<boolean>();
          const late = setTimeout(() => resolve(false), longestWaitMs);
          let left = count;
          const hear = (outcome: Outcome) => {
            if (fits(outcome) && (left -= 1) <= 0) resolve(true);
          };
          waiting.add(hear);
          return promise.finally(() => {
            clearTimeout(late);
            waiting.delete(hear);
          });
        },
      };
      const working = work({
        urls: () => live.servers.map(({ url }) => url),
        staff,
        patients,
        clients,
        signal: over.signal,
        newKg: () => 55 + (kg += 1) / 10_000,
        known,
        onAnswer: (outcome) => {
          for (const hear of waiting) hear(outcome);
        },
      });
      try {
        await during(live);
      } finally {
        over.abort();
        await Promise.all(live.servers.map(end));
        operations.push(...(await working));
      }
    },
  };
}
