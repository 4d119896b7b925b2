/** Whether capsules are still taken, and which was the last: as the record has it. */
import { type Day, plus } from "../calendar.ts";
import { latestOf } from "../case.ts";
import type { EntryOf } from "../entry.ts";
import type { Record } from "../record.ts";

export type Taking =
  | { readonly is: "taking" }
  | { readonly is: "stopped"; readonly lastCapsuleDay: Day }
  /** Treated, and nobody has written down the last capsule. */
  | {
      readonly is: "unknown";
      /** The last day that the capsules handed out could cover: shown, never used to lift a restriction. */
      readonly lastCoveredDay: Day | undefined;
    }
  | { readonly is: "never-treated" };

export function takingOf(record: Record): Taking {
  if (record.supplies.length > 0) return { is: "taking" };
  const took = [
    ...record.of("prior-therapy-recorded").filter(({ body }) => body.agent === "isotretinoin"),
    ...record.of("dose-taken"),
  ];
  const recordedDay = record.earlierCourse?.lastCapsuleDay;
  const takenLater = latestOf(took)?.day;
  if (record.earlierCourse === undefined && takenLater === undefined) return { is: "never-treated" };
  // A dose known to have been taken after the capsule recorded as last makes the last one unknown.
  if (recordedDay !== undefined && (takenLater === undefined || takenLater <= recordedDay))
    return { is: "stopped", lastCapsuleDay: recordedDay };
  return { is: "unknown", lastCoveredDay: lastCoveredDay(record) };
}

/** Each supply begins when the one before it is used up; a missed dose moves the end. */
function lastCoveredDay(record: Record): Day | undefined {
  // What a pause left over may have been taken at any time since.
  if (record.heldDay !== undefined) return undefined;
  let last: Day | undefined;
  for (const supply of record.of("supply-dispensed")) {
    const from = last === undefined ? supply.happened.day : Math.max(plus(last, 1), supply.happened.day);
    const days = daysOf(supply);
    if (days === undefined) return undefined;
    last = plus(from as Day, days - 1);
  }
  return last === undefined ? undefined : plus(last, record.of("dose-missed").length);
}

function daysOf({ body }: EntryOf<"supply-dispensed">): number | undefined {
  return body.days ?? body.capsules;
}
