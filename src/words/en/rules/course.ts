import type { RuleWords } from "../../words.ts";

/** The course as a whole: its length, pauses and rests. */
export const course: Pick<
  RuleWords,
  "course-is-short-enough" | "rest-since-last-course-is-over" | "course-is-not-on-hold"
> = {
  "course-is-short-enough": {
    title: "Length of the course",
    reasons: {
      "longer-judged": ({ begunDay, endDay, longestDay }, say) =>
        `With this supply the course, begun on ${say.day(begunDay)}, runs until ${say.day(endDay)}; at the longest it is to end on ${say.day(longestDay)}. The prescriber has recorded that it may go on.`,
      "longer-than-longest": ({ begunDay, endDay, longestDay }, say) =>
        `With this supply the course, begun on ${say.day(begunDay)}, runs until ${say.day(endDay)}; at the longest it is to end on ${say.day(longestDay)}. The prescriber decides whether it goes on.`,
      "longer-than-usual": ({ begunDay, endDay, usualDay }, say) =>
        `With this supply the course, begun on ${say.day(begunDay)}, runs until ${say.day(endDay)}, past its usual end on ${say.day(usualDay)}.`,
      "short-enough": ({ begunDay, endDay }, say) =>
        `With this supply the course runs from ${say.day(begunDay)} to ${say.day(endDay)}, within its usual length.`,
    },
  },
  "rest-since-last-course-is-over": {
    title: "Rest since the last course",
    reasons: {
      "no-rest-needed": () => "No rest between courses is needed now.",
      "first-course": () => "This is the first course on record.",
      "last-capsule-unknown": () =>
        "Isotretinoin was taken before, but the day of the last capsule is not recorded. The rest between courses is counted from it.",
      resting: ({ lastCapsuleDay, allowedDay }, say) =>
        `The last capsule of the earlier course was on ${say.day(lastCapsuleDay)}. A new course is possible from ${say.day(allowedDay)}; acne may go on improving in the meantime.`,
      "still-growing": ({ lastCapsuleDay }, say) =>
        `The last capsule of the earlier course was on ${say.day(lastCapsuleDay)}. How long to rest is not settled for someone who may still be growing, so the prescriber decides.`,
      rested: ({ lastCapsuleDay }, say) =>
        `The last capsule of the earlier course was on ${say.day(lastCapsuleDay)}; the rest is over.`,
    },
  },
  "course-is-not-on-hold": {
    title: "Course not on hold",
    reasons: {
      "not-on-hold": () => "The course is not on hold.",
      "on-hold": ({ heldDay }, say) =>
        `The course has been on hold since ${say.day(heldDay)}. The prescriber resumes it before the next supply.`,
    },
  },
};
