import { anybody, recording, whyAnyUnknown } from "./recording.ts";

/** Symptoms; an empty list says that they were asked about and there are none. */
export const reportSymptoms = recording({
  name: "report-symptoms",
  writes: "symptom-reported",
  roles: anybody,
  alarm: ({ symptoms }) => symptoms.length > 0,
  check: ({ symptoms }, { context }) => whyAnyUnknown("symptom", symptoms, context.knowledge.symptoms),
});
