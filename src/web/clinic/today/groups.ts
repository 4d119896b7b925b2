import type { Group } from "../../../app/views/standing.ts";

/** In the order in which a morning is worked through: that of the server's list. */
export const allGroups = [
  "alarm",
  "dispense",
  "prescribe",
  "gather",
  "wait",
  "held",
  "treated",
  "ended",
] as const satisfies readonly Group[];

/** Those that need nobody: folded away. */
export const quietGroups: ReadonlySet<Group> = new Set(["treated", "ended"]);
