import { bodies, dayInput } from "../../core/entry.ts";
import { refuse } from "../../core/refusal.ts";
import { command, nothing, write } from "./command.ts";
import { underWaySince } from "./course-under-way.ts";
import { about, fact, whyNotThen } from "./recording.ts";
import { happenedWhen } from "./when.ts";

/** A course ends; where the day of the last capsule is known, with it. */
export const endCourse = command({
  name: "end-course",
  on: "patient",
  roles: ["prescriber", "nurse"],
  input: bodies["course-ended"].extend({ lastCapsuleDay: dayInput.optional(), ...about }),
  decide({ happened: when, note, lastCapsuleDay, ...body }, state, given) {
    const happened = happenedWhen(when, given, state.zone);
    const lastCapsule = lastCapsuleDay === undefined ? undefined : { day: lastCapsuleDay };
    const misdated =
      whyNotThen(happened, state, given) ??
      (lastCapsule === undefined ? undefined : whyNotThen(lastCapsule, state, given));
    if (misdated !== undefined) return { refusal: misdated };
    const already = state.record
      .of("course-ended")
      .some(
        ({ happened: { day, at } }) =>
          day === happened.day && (at === happened.at || happened.at === undefined),
      );
    if (already && note === undefined && underWaySince(state.record) === undefined) return nothing;
    if (underWaySince(state.record) === undefined) return { refusal: refuse("no-course", {}) };
    const ended = fact("course-ended", body, { happened, note }, state, given);
    return lastCapsule === undefined
      ? write(ended)
      : write(ended, fact("last-capsule-recorded", {}, { happened: lastCapsule }, state, given));
  },
});
