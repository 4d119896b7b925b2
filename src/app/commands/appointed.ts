import type { Body, Entry } from "../../core/entry.ts";

/** Appointments of a clinic that stand, in the order in which they were made: what was written last counts. */
export function appointed(entries: readonly Entry[]): readonly Body<"staff-appointed">[] {
  const standing = new Map<string, Body<"staff-appointed">>();
  for (const { type, body } of entries) {
    if (type === "staff-appointed") standing.set(keyOf(body), body);
    else if (type === "staff-dismissed") standing.delete(keyOf(body));
  }
  return [...standing.values()];
}

function keyOf({ account, role }: Body<"staff-dismissed">): string {
  return `${role} ${account}`;
}
