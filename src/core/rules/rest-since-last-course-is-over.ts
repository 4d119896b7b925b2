import { plus, spanEnd } from "../calendar.ts";
import { judged, opens } from "../case.ts";
import { citesOf } from "../cites.ts";
import { ask, pass, wait } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Between two courses: restricted from the last capsule through the rest, allowed the day after. */
export const restSinceLastCourseIsOver = rule(
  "rest-since-last-course-is-over",
  ["pass", "ask", "wait"],
  (c) => {
    const { rest, restUndefinedBeforeSkeletalMaturity } = c.values;
    const cites = citesOf(rest, restUndefinedBeforeSkeletalMaturity);
    if (!c.firstSupply || rest.value === null) return pass("no-rest-needed", {}, cites);
    const tookBefore = c.record
      .of("prior-therapy-recorded")
      .some(({ body }) => body.agent === "isotretinoin");
    const earlier = c.record.earlierCourse ?? (tookBefore ? { lastCapsuleDay: undefined } : undefined);
    if (earlier === undefined) return pass("first-course", {}, cites);
    const lastCapsuleDay = earlier.lastCapsuleDay;
    if (lastCapsuleDay === undefined) {
      const longAgo = plus(c.day, -2 * (spanEnd(c.day, rest.value) - c.day));
      return ask("last-capsule-unknown", {}, cites, [
        step("patient", "record-last-capsule", {}, c.day, {
          entries: [draft("last-capsule-recorded", {}, "patient", longAgo)],
        }),
      ]);
    }
    const allowedDay = plus(spanEnd(lastCapsuleDay, rest.value), 1);
    if (c.day < allowedDay) {
      return wait(
        "resting",
        { lastCapsuleDay, allowedDay },
        cites,
        [step("patient", "wait-for-rest", { untilDay: allowedDay }, allowedDay, { when: "only-then" })],
        opens(c, allowedDay),
      );
    }
    const growing = c.age === undefined || c.age < (c.values.guardianUnderAgeYears.value ?? 18);
    if (
      restUndefinedBeforeSkeletalMaturity.value === true &&
      growing &&
      !judged(c, "rest-since-last-course-is-over", "still-growing")
    ) {
      const body = { rule: "rest-since-last-course-is-over", conclusion: "may-continue" } as const;
      return ask("still-growing", { lastCapsuleDay }, cites, [
        step("prescriber", "judge-rest", {}, c.day, {
          entries: [draft("judgement-recorded", body, "prescriber", c.day)],
        }),
      ]);
    }
    return pass("rested", { lastCapsuleDay }, cites);
  },
);
