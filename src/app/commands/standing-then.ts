import type { EntryOf, Happened } from "../../core/entry.ts";
import { notBefore } from "../../core/happened.ts";
import type { Record as PatientRecord } from "../../core/record.ts";
import { isOver } from "../../core/what-stands.ts";

/** The medicine of a name that was taken at a moment. */
export function medicineThen(record: PatientRecord, medicine: string, when: Happened) {
  const started = record.of("medicine-started").filter(({ body }) => body.medicine === medicine);
  return standing(
    started,
    record.of("medicine-ended").filter(({ body }) => body.medicine === medicine),
    when,
  );
}

/** The illness of a name that stood at a moment. */
export function conditionThen(record: PatientRecord, condition: string, when: Happened) {
  const started = record.of("condition-recorded").filter(({ body }) => body.condition === condition);
  return standing(
    started,
    record.of("condition-ended").filter(({ body }) => body.condition === condition),
    when,
  );
}

/** The method of contraception of a name that was in use at a moment. */
export function methodThen(record: PatientRecord, method: string, when: Happened) {
  const started = record.of("contraception-started").filter(({ body }) => body.method === method);
  return standing(
    started,
    record.of("contraception-ended").filter(({ body }) => body.method === method),
    when,
    (start, end) => notBefore(end.happened, start.happened),
  );
}

type Begun = EntryOf<"medicine-started"> | EntryOf<"condition-recorded"> | EntryOf<"contraception-started">;
type Ended = EntryOf<"medicine-ended"> | EntryOf<"condition-ended"> | EntryOf<"contraception-ended">;

/** What had begun by a moment and had not ended. Both lists are oldest first, and about one thing. */
function standing<S extends Begun>(
  started: readonly S[],
  ended: readonly Ended[],
  when: Happened,
  closes: (start: Begun, end: Ended) => boolean = isOver,
): S | undefined {
  const start = started.findLast(({ happened }) => notBefore(when, happened));
  if (start === undefined) return undefined;
  return ended.some((end) => notBefore(when, end.happened) && closes(start, end)) ? undefined : start;
}
