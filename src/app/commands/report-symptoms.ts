import { anybody, recording } from "./recording.ts";

/**
 * Symptoms; an empty list says that they were asked about and there are none. One that nobody knows is written as it
 * came, and asked about: the others beside it must not wait.
 */
export const reportSymptoms = recording({
  name: "report-symptoms",
  writes: "symptom-reported",
  roles: anybody,
  alarm: ({ symptoms }) => symptoms.length > 0,
});
