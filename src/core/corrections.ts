/** Entries as they stand once corrections have been read. */
import { hasAuthority, permits, speaksAgainst } from "./authority.ts";
import type { Entry, EntryOf } from "./entry.ts";
import { inOrder } from "./happened.ts";

/**
 * Entries as corrections left them: withdrawn ones gone, replaced ones with their new body. Corrections count like
 * other entries: once known, and not before they were made unless they only harm. The newest is read first, so that one which was itself
 * withdrawn does nothing. Nothing falls away by being mended: where neither the one who wrote it nor the one who mended
 * it may say what it says now, it stays as it was.
 */
export function standing(entries: readonly Entry[], counts: (entry: Entry) => boolean): readonly Entry[] {
  const corrections = entries.filter((entry) => entry.type === "corrected");
  if (corrections.length === 0) return entries;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const gone = new Set<string>();
  const mended = new Map<string, Entry>();
  for (const correction of corrections.toSorted(inOrder).toReversed()) {
    const { ref, withdrawn, replacement } = correction.body;
    const corrected = byId.get(ref);
    if (corrected === undefined || gone.has(correction.id)) continue;
    if (!counts(correction) && !onlyHarms(correction, corrected)) continue;
    if (!mayCorrect(correction, corrected, byId, corrections)) continue;
    if (withdrawn) gone.add(ref);
    else if (replacement !== undefined && !mended.has(ref)) {
      const as = mendedBy(corrected, correction);
      if (as !== undefined) mended.set(ref, as);
    }
  }
  return entries.filter((entry) => !gone.has(entry.id)).map((entry) => mended.get(entry.id) ?? entry);
}

/**
 * A prescriber, or whoever wrote it; what speaks against treatment, or came to by a correction, only a prescriber.
 */
function mayCorrect(
  { actor, id }: EntryOf<"corrected">,
  corrected: Entry,
  byId: ReadonlyMap<string, Entry>,
  corrections: readonly EntryOf<"corrected">[],
): boolean {
  if (actor === "prescriber") return true;
  if (actor !== corrected.actor || speaksAgainst(corrected)) return false;
  if (corrected.type === "corrected") {
    const about = byId.get(corrected.body.ref);
    return about === undefined || !speaksAgainst(withBody(about, corrected));
  }
  return !corrections.some(
    (other) =>
      other.id !== id && other.body.ref === corrected.id && speaksAgainst(withBody(corrected, other)),
  );
}

/** Whether a correction only takes a permission back or raises an alarm: that counts although it is dated ahead. */
function onlyHarms(correction: EntryOf<"corrected">, corrected: Entry): boolean {
  if (!correction.body.withdrawn) return speaksAgainst(withBody(corrected, correction));
  return permits(corrected);
}

/** An entry as a correction leaves it, on the word of whoever may say so; undefined where neither may. */
function mendedBy(entry: Entry, correction: EntryOf<"corrected">): Entry | undefined {
  const mended = withBody(entry, correction);
  const taken = { ...mended, actor: correction.actor };
  return [mended, taken].find(hasAuthority);
}

function withBody(entry: Entry, { body: { replacement } }: EntryOf<"corrected">): Entry {
  return { ...entry, body: { ...entry.body, ...replacement } } as Entry;
}
