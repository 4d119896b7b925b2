import { anybody, recording } from "./recording.ts";

/** The question about sexual function. A new problem is an alarm: it waits for the prescriber's word. */
export const askSexualFunction = recording({
  name: "ask-sexual-function",
  writes: "sexual-function-asked",
  roles: anybody,
  alarm: ({ newProblem }) => newProblem,
});
