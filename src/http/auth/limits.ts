/** How long a sign-in holds, and how often one may try. */

export interface SessionLimits {
  /** Without anything done. */
  readonly idleMs: number;
  /** Whatever is done. */
  readonly absoluteMs: number;
}

const minuteMs = 60_000;

/** A screen left alone is closed within half an hour; whoever works signs in once a shift. */
export const usualLimits: SessionLimits = { idleMs: 30 * minuteMs, absoluteMs: 12 * 60 * minuteMs };

/** What guards an account itself is changed soon after a sign-in alone. */
export const freshMs = 15 * minuteMs;

/** No rule of composition: length is what counts. */
export const shortestPassword = 12;
export const longestPassword = 128;

/** From one address: people of a hospital share one, so it stops a machine and not a morning. */
export const perAddress = { window: 10, max: 20 } as const;

/** As somebody of a demo: there is nothing to guess, and whoever tries the roles changes them often. */
export const perDemo = { window: 10, max: 300 } as const;

/** Of one account: so many wrong passwords are free, then each costs twice the wait of the one before. */
export const freeFailures = 5;
const firstWaitMs = 15_000;
const longestWaitMs = 15 * minuteMs;

/** How long after a failure the next try is heard. */
export function waitAfterMs(failures: number): number {
  if (failures < freeFailures) return 0;
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - freeFailures, 20));
}

/** A failure is forgotten after this, and at a success. */
export const failureKeptMs = 24 * 60 * minuteMs;

/** Tries from addresses, in memory: what costs a row or a password's work is begun for nobody who has had theirs. */
export class TriesByAddress {
  #tried = new Map<string, readonly number[]>();

  /** Counts a try; after how many seconds it is heard, where that is not now. */
  waitS(address: string, now = Date.now()): number {
    const windowMs = perAddress.window * 1000;
    const recent = (this.#tried.get(address) ?? []).filter((at) => now - windowMs < at && at <= now);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= perAddress.max)
      return Math.ceil((oldest + windowMs - now) / 1000);
    if (this.#tried.size >= mostAddresses) this.#tried = new Map();
    this.#tried.set(address, [...recent, now]);
    return 0;
  }
}

const mostAddresses = 20_000;
