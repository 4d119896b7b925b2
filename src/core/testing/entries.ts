/** Entries written out in tests. */
import { at, day } from "../calendar.ts";
import type { Body, Entry, EntryOf, EntryType, Role } from "../entry.ts";

let made = 0;

/** @param when a day, or an instant with an offset */
export function entry<T extends EntryType>(
  type: T,
  when: string,
  body: Body<T>,
  actor: Role = "prescriber",
  id?: string,
): Entry {
  made += 1;
  const instant = when.includes("T") ? { at: at(when) } : {};
  const happened = { day: day(when.slice(0, 10)), ...instant };
  return {
    id: id ?? `made-${String(made).padStart(4, "0")}`,
    type,
    happened,
    actor,
    source: "manual",
    body,
  } as EntryOf<T> as Entry;
}
