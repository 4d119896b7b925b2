/** How the skin has changed since treatment began. */
import type { Day } from "../../calendar.ts";
import { measures, type Score } from "./score.ts";

export interface Change {
  readonly measure: "iga" | "gags" | "nodules" | "inflammatory" | "comedones";
  readonly before: number;
  readonly now: number;
}

export interface Comparison {
  readonly baseline: Score;
  readonly latest: Score;
  readonly changes: readonly Change[];
  /** One measure worse is worse: nothing is weighed against it. */
  readonly is: "worse" | "better" | "same";
}

/** Against the last score before the first capsule, else the first there is; undefined where nothing can be compared. */
export function compared(scores: readonly Score[], firstDay: Day): Comparison | undefined {
  const latest = scores.at(-1);
  const baseline = scores.findLast(({ day }) => day <= firstDay) ?? scores[0];
  if (latest === undefined || baseline === undefined || latest.day <= baseline.day) return undefined;
  const changes = measures.flatMap((measure): Change[] => {
    const before = baseline[measure];
    const now = latest[measure];
    if (measure === "dlqi" || before === undefined || now === undefined) return [];
    return [{ measure, before, now }];
  });
  if (changes.length === 0) return undefined;
  const worse = changes.some(({ before, now }) => now > before);
  const better = changes.some(({ before, now }) => now < before);
  return { baseline, latest, changes, is: worse ? "worse" : better ? "better" : "same" };
}

/** By how many per cent a count has gone down; undefined where there was none to begin with. */
export function percentDown({ before, now }: Pick<Change, "before" | "now">): number | undefined {
  return before <= 0 ? undefined : ((before - now) / before) * 100;
}
