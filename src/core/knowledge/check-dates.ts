/** Cross-check: days of editions and values. */
import { bySince, type Check, overlays } from "./draft.ts";
import { parameters } from "./parameters.ts";
import type { StatedValue } from "./schema.ts";
import { type KnowledgeFile, type KnowledgeProblem, problemAt } from "./yaml-file.ts";

/** Editions begin once, values with an edition, and no value runs into the next. */
export const datesAreInOrder: Check = function* (draft) {
  for (const file of draft.protocols) {
    const seen = new Set<string>();
    for (const [index, { since }] of file.data.editions.entries()) {
      if (seen.has(since)) {
        const remedy =
          "Join the two, or give this one the day it begins: an edition is named by its first day.";
        yield problemAt(file, ["editions", index, "since"], `two editions begin on ${since}`, remedy);
      }
      seen.add(since);
    }
    const first = [...seen].toSorted()[0] ?? "";
    for (const [id, stated] of Object.entries(file.data.values)) {
      for (const [index, { since }] of stated?.entries() ?? []) {
        if (seen.has(since)) continue;
        const why =
          since < first
            ? `before the protocol's first edition (${first})`
            : "on which no edition begins, so that it would come late";
        const remedy = `Write the first day of an edition (${[...seen].toSorted().join(", ")}), or enter one of ${since}.`;
        yield problemAt(file, ["values", id, index, "since"], `\`${id}\` begins on ${since}, ${why}`, remedy);
      }
    }
  }
  for (const file of overlays(draft)) yield* overlapsOf(file);
};

function* overlapsOf(
  file: KnowledgeFile<{ values: Readonly<Record<string, StatedValue[] | undefined>> }>,
): Generator<KnowledgeProblem> {
  for (const id of Object.keys(parameters)) {
    const inOrder = [...(file.data.values[id] ?? []).entries()].toSorted(bySince);
    for (const [place, [index, { since, until }]] of inOrder.entries()) {
      const at = ["values", id, index];
      const next = inOrder[place + 1]?.[1].since;
      if (inOrder[place - 1]?.[1].since === since) {
        const remedy = "Keep one of the two, or give the later one its own day: neither wins by its place.";
        yield problemAt(file, at, `\`${id}\` has two values since ${since}`, remedy);
      } else if (until !== undefined && next !== undefined && next !== since && until >= next) {
        const remedy = `Remove \`until\` (the value ends by itself when the next begins), or write a day before ${next}.`;
        yield problemAt(
          file,
          [...at, "until"],
          `\`${id}\` runs until ${until}, past ${next} when the next value begins`,
          remedy,
        );
      } else if (until !== undefined && until < since) {
        yield problemAt(
          file,
          [...at, "until"],
          `\`${id}\` ends on ${until}, before it begins`,
          `Write a day on or after ${since}.`,
        );
      }
    }
  }
}
