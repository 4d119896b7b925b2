/** Which consultation is charged. */
import type { Record } from "../record.ts";

/** Nobody has been seen or handed anything yet, as far as the record knows. */
export function isFirstVisit(record: Record | undefined): boolean {
  return record === undefined || record.of("visit-held").length + record.of("supply-dispensed").length === 0;
}
