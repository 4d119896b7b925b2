import { recording, whyNothingSaid } from "./recording.ts";

/** How severe the acne is: in a word, or by a scale. */
export const scoreSeverity = recording({
  name: "score-severity",
  writes: "severity-scored",
  roles: ["prescriber", "nurse"],
  check: (body) => whyNothingSaid(body, ["severity", "gags", "iga", "features"]),
});
