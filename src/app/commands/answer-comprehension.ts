import { recording, staffAndPatient } from "./recording.ts";

/** Whether the programme's questions on safe use were answered well. */
export const answerComprehension = recording({
  name: "answer-comprehension",
  writes: "comprehension-answered",
  roles: staffAndPatient,
});
