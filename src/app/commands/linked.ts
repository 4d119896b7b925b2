import type { Body, Entry } from "../../core/entry.ts";

/** Accounts that a patient's record is open to, by their id: the patient's own, and whoever has custody. */
export function linked(entries: readonly Entry[]): ReadonlyMap<string, Body<"account-linked">["as"]> {
  const standing = new Map<string, Body<"account-linked">["as"]>();
  for (const { type, body } of entries) {
    if (type === "account-linked") standing.set(body.account, body.as);
    else if (type === "account-unlinked") standing.delete(body.account);
  }
  return standing;
}
