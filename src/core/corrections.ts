/** Entries as they stand once corrections have been read, and the order they are read in. */
import type { Entry, EntryOf } from "./entry.ts";

/**
 * Entries as corrections left them: withdrawn ones gone, replaced ones with their new body. Corrections count like
 * other entries: once known, and not before they were made. The newest is read first, so that one which was itself
 * withdrawn does nothing.
 */
export function standing(entries: readonly Entry[], counts: (entry: Entry) => boolean): readonly Entry[] {
  const corrections = entries.filter(
    (entry) => entry.type === "corrected" && counts(entry),
  ) as EntryOf<"corrected">[];
  if (corrections.length === 0) return entries;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const gone = new Set<string>();
  const mended = new Map<string, object>();
  for (const correction of corrections.toSorted(inOrder).toReversed()) {
    const { ref, withdrawn, replacement } = correction.body;
    const corrected = byId.get(ref);
    const mayCorrect = correction.actor === "prescriber" || correction.actor === corrected?.actor;
    if (gone.has(correction.id) || !mayCorrect) continue;
    if (withdrawn) gone.add(ref);
    else if (replacement !== undefined && !mended.has(ref)) mended.set(ref, replacement);
  }
  return entries
    .filter((entry) => !gone.has(entry.id))
    .map((entry) => {
      const replacement = mended.get(entry.id);
      return replacement === undefined
        ? entry
        : ({ ...entry, body: { ...entry.body, ...replacement } } as Entry);
    });
}

export function inOrder(a: Entry, b: Entry): number {
  return (
    a.happened.day - b.happened.day ||
    (a.happened.at ?? 0) - (b.happened.at ?? 0) ||
    (a.recordedAt ?? 0) - (b.recordedAt ?? 0) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
