import { setImmediate } from "node:timers/promises";

/** As many at once as a store answers well; one that answers at once works them out in a few milliseconds. */
const atOnce = 16;

/**
 * Does the same work for each of many, a group at a time; the results in their order. Between two groups everybody else
 * has a turn: what is read from this machine's disk never waits, and would keep the whole server waiting.
 */
export async function inGroups<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    if (from > 0) await setImmediate();
    done.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))));
  }
  return done;
}
