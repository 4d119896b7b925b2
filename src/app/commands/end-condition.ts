import { refuse } from "../../core/refusal.ts";
import { recording } from "./recording.ts";
import { stood } from "./stood.ts";

/** An illness that is over. */
export const endCondition = recording({
  name: "end-condition",
  writes: "condition-ended",
  roles: ["prescriber", "nurse"],
  subject: ({ condition }) => condition,
  check: ({ condition }, { record }, happened) => {
    const started = record.of("condition-recorded").filter(({ body }) => body.condition === condition);
    const ended = record.of("condition-ended").filter(({ body }) => body.condition === condition);
    return stood(started, ended, happened)
      ? undefined
      : refuse("not-started", { field: "condition", what: condition });
  },
});
