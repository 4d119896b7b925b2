import { notBefore } from "../../core/happened.ts";
import { refuse } from "../../core/refusal.ts";
import { recording, whyUnknown } from "./recording.ts";

/** What a prescriber makes of a symptom. One that stops treatment may be new; any other conclusion answers a report. */
export const assessSymptom = recording({
  name: "assess-symptom",
  writes: "symptom-assessed",
  roles: ["prescriber"],
  subject: ({ symptom }) => symptom,
  alarm: ({ conclusion }) => conclusion === "stop",
  check: ({ symptom, conclusion }, { record, context }, happened) => {
    const since = record.openSymptoms.get(symptom);
    if (since !== undefined && notBefore(happened, since)) return undefined;
    return conclusion === "stop"
      ? whyUnknown("symptom", symptom, context.knowledge.symptoms)
      : refuse("not-started", { field: "symptom", what: symptom });
  },
});
