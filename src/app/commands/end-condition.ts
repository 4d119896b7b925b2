import { refuse } from "../../core/refusal.ts";
import { recording } from "./recording.ts";
import { conditionThen } from "./standing-then.ts";

/** An illness that is over. */
export const endCondition = recording({
  name: "end-condition",
  writes: "condition-ended",
  roles: ["prescriber", "nurse"],
  subject: ({ condition }) => condition,
  stillSo: ({ condition }, { record }, happened) => conditionThen(record, condition, happened) === undefined,
  check: ({ condition }, { record }, happened) =>
    conditionThen(record, condition, happened) === undefined
      ? refuse("not-started", { field: "condition", what: condition })
      : undefined,
});
