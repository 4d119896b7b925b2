/** As many at once as a store answers well, and no more than fit into memory with all that they read. */
const atOnce = 50;

/** Does the same work for each of many, a group at a time; the results in their order. */
export async function inGroups<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    done.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))));
  }
  return done;
}
