import type { TimelineLine } from "../../../app/views/shapes.ts";
import type { EntryType } from "../../../core/entry.ts";
import type { Knowledge } from "../../../core/knowledge/schema.ts";
import type { RecordFilter } from "./record-text.ts";

const kinds: { readonly [F in Exclude<RecordFilter, "all" | "alarms">]: readonly EntryType[] } = {
  pregnancy: [
    "category-attested",
    "pregnancy-test-collected",
    "pregnancy-test-resulted",
    "home-testing-permitted",
    "menses-recorded",
    "contraception-started",
    "contraception-ended",
    "contraception-lapsed",
    "contraception-stated",
    "abstinence-attested",
    "pregnancy-reported",
    "pregnancy-ended",
    "pregnancy-wish-recorded",
    "breastfeeding-recorded",
  ],
  blood: [
    "weight-measured",
    "lab-resulted",
    "result-unread",
    "results-reviewed",
    "severity-scored",
    "symptom-reported",
    "symptom-assessed",
    "mood-screened",
    "mood-assessed",
    "sexual-function-asked",
    "photograph-taken",
  ],
  supplies: [
    "course-started",
    "course-held",
    "course-resumed",
    "course-ended",
    "supply-authorised",
    "supply-voided",
    "supply-dispensed",
    "supply-reversed",
    "supply-returned",
    "external-authorisation-recorded",
    "capsules-counted",
    "dose-taken",
    "dose-missed",
    "last-capsule-recorded",
    "judgement-recorded",
    "finding-overridden",
    "task-raised",
    "task-closed",
  ],
  agreed: [
    "consent-signed",
    "counselled",
    "comprehension-answered",
    "guardian-recorded",
    "visit-held",
    "circumstances-stated",
    "programme-enrolled",
  ],
  mended: ["corrected"],
};

/** A symptom that belongs to treatment and can be eased; what nobody here knows is not one. */
function isExpected(id: unknown, { symptoms }: Pick<Knowledge, "symptoms">): boolean {
  const known = typeof id === "string" && Object.hasOwn(symptoms, id) ? symptoms[id] : undefined;
  return known?.urgency === "expected" && !known.stops;
}

/** What must not be overlooked: said by what was written, whatever became of it since. */
export function isAlarm(
  { type, body }: Pick<TimelineLine, "type" | "body">,
  knowledge: Pick<Knowledge, "symptoms">,
): boolean {
  switch (type) {
    case "pregnancy-reported":
    case "contraception-lapsed":
    case "task-raised":
      return true;
    case "pregnancy-test-resulted":
      return body["result"] !== "negative";
    case "menses-recorded":
      return body["status"] === "late";
    case "contraception-stated":
      return body["usedWithoutGap"] === false;
    case "mood-screened":
      return (
        body["selfHarmThoughts"] === true ||
        body["newMoodSymptom"] === true ||
        Number(body["phq9Item9"] ?? 0) > 0
      );
    case "sexual-function-asked":
      return body["newProblem"] === true;
    case "symptom-reported":
      return Array.isArray(body["symptoms"]) && body["symptoms"].some((id) => !isExpected(id, knowledge));
    case "mood-assessed":
    case "symptom-assessed":
    case "judgement-recorded":
      return body["conclusion"] === "stop";
    default:
      return false;
  }
}

export function fits(
  filter: RecordFilter,
  line: TimelineLine,
  knowledge: Pick<Knowledge, "symptoms">,
): boolean {
  if (filter === "all") return true;
  if (filter === "alarms") return isAlarm(line, knowledge);
  return (kinds[filter] as readonly string[]).includes(line.type);
}
