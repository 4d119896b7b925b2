import { earlierDay, laterDay, plus, spanEnd } from "../calendar.ts";
import { judged, latestOf, opens } from "../case.ts";
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
    const took = [
      ...c.record.of("prior-therapy-recorded").filter(({ body }) => body.agent === "isotretinoin"),
      ...c.record.of("dose-taken"),
    ];
    if (c.record.earlierCourse === undefined && took.length === 0) return pass("first-course", {}, cites);
    const takenLater = latestOf(took)?.day;
    const recordedDay = c.record.earlierCourse?.lastCapsuleDay;
    // A dose known to have been taken after the capsule recorded as last makes the last one unknown.
    const holds = takenLater === undefined || (recordedDay !== undefined && takenLater <= recordedDay);
    const lastCapsuleDay = holds ? recordedDay : undefined;
    if (lastCapsuleDay === undefined) {
      const possible = c.record.earlierCourse?.lastPossibleDay ?? c.today;
      const latestDay = takenLater === undefined ? possible : laterDay(takenLater, possible);
      return ask("last-capsule-unknown", {}, cites, [
        step("patient", "record-last-capsule", {}, c.today, {
          when: "now",
          entries: [draft("last-capsule-recorded", {}, "patient", earlierDay(latestDay, c.today))],
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
    const growing = c.age === undefined || c.age < (c.values.adultAgeYears.value ?? Number.POSITIVE_INFINITY);
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
