import { notBefore } from "../../core/happened.ts";
import { refuse } from "../../core/refusal.ts";
import { noneSince, recording } from "./recording.ts";

/** What a prescriber makes of a symptom. One that stops treatment may be new; any other conclusion answers a report. */
export const assessSymptom = recording({
  name: "assess-symptom",
  writes: "symptom-assessed",
  roles: ["prescriber"],
  subject: ({ symptom }) => symptom,
  stillSo: noneSince("symptom-reported", "corrected"),
  alarm: ({ conclusion }) => conclusion === "stop",
  check: ({ symptom, conclusion }, { record }, happened) => {
    const since = record.openSymptoms.get(symptom);
    if (since !== undefined && notBefore(happened, since)) return undefined;
    // That treatment stops is written down whatever the symptom is called.
    return conclusion === "stop" ? undefined : refuse("not-started", { field: "symptom", what: symptom });
  },
});
