import { refuse } from "../../core/refusal.ts";
import { recording } from "./recording.ts";

/** Somebody has looked at what was raised, and done what it needed. */
export const closeTask = recording({
  name: "close-task",
  writes: "task-closed",
  roles: ["prescriber", "pharmacist"],
  known: ({ task }, { record }) => record.of("task-closed").some(({ body }) => body.task === task),
  check: ({ task }, { record }) =>
    record.of("task-raised").some(({ body }) => body.task === task)
      ? undefined
      : refuse("no-such-task", { task }),
});
