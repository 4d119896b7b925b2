/** The small runs that are in `npm test`. */
import type { Report } from "./run.ts";
import { runKills } from "./run.ts";
import { type Defect, defects } from "./server.ts";
import type { Store } from "./stores.ts";

/** Few patients and many clients: they get in each other's way as often as they can. */
export const small = { patients: 2, clients: 16, mostMs: 200 };

/** Of a scenario: nothing broken, and something done. */
export const allWell = { held: { violations: [], faults: 0 }, wrong: [] };

export const cleanly: Partial<Report> = { violations: [], faults: 0 };

export const plantable = Object.keys(defects).filter((defect) => defect !== "none") as Exclude<
  Defect,
  "none"
>[];

/**
 * The promises that a defect was seen to break, within some kills. Only what was acknowledged early needs a process that
 * dies; two who get in each other's way do so in this one too.
 */
export async function caught(store: Store, defect: Defect): Promise<string[]> {
  const here = defect !== "early-acknowledge";
  const report = await runKills({ ...small, store, kills: 8, rounds: ["kill"], as: defect, here });
  return [...new Set(report.violations.map(({ promise }) => promise))];
}
