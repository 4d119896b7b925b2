import { refuse } from "../../core/refusal.ts";
import { begunBy } from "./course-under-way.ts";
import { recording, whyUnknown } from "./recording.ts";

/**
 * A course begins, and what it is for. Where supplies came first, as with a patient treated elsewhere, the beginning
 * can be recorded afterwards, on their first day or before.
 */
export const startCourse = recording({
  name: "start-course",
  writes: "course-started",
  roles: ["prescriber"],
  stillSo: (_body, { record }) => begunBy(record) !== undefined,
  check: ({ indication }, { record, context }, { day }) => {
    const begun = begunBy(record)?.happened.day;
    const since =
      begun ??
      (record.firstDoseDay !== undefined && day > record.firstDoseDay ? record.firstDoseDay : undefined);
    return since === undefined
      ? whyUnknown("indication", indication, context.knowledge.indications)
      : refuse("course-under-way", { sinceDay: since });
  },
});
