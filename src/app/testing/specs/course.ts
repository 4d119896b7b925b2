import { countCapsules } from "../../commands/count-capsules.ts";
import { endCourse } from "../../commands/end-course.ts";
import { holdCourse } from "../../commands/hold-course.ts";
import { missDose } from "../../commands/miss-dose.ts";
import { recordJudgement } from "../../commands/record-judgement.ts";
import { recordLastCapsule } from "../../commands/record-last-capsule.ts";
import { resumeCourse } from "../../commands/resume-course.ts";
import { returnCapsules } from "../../commands/return-capsules.ts";
import { startCourse } from "../../commands/start-course.ts";
import { takeDose } from "../../commands/take-dose.ts";
import { was } from "../given.ts";
import { spec } from "../spec.ts";

const started = was("course-started", "2026-11-01", { indication: "acne" });
const held = was("course-held", "2026-11-10");
const supply = was(
  "supply-dispensed",
  "2026-11-01",
  { product: "isotroin", capsules: 30, capsuleMg: 20, dailyMg: 20, days: 30 },
  "pharmacist",
);

export const course = [
  spec(startCourse, {
    writes: {
      "a course and what it is for": {
        when: { indication: "acne" },
        by: "prescriber",
        gives: [["course-started", { indication: "acne" }]],
      },
      "a course after the last one ended": {
        given: [started, was("course-ended", "2026-11-15")],
        when: {},
        gives: [["course-started"]],
      },
      "the beginning of a course whose supplies came first": {
        given: [supply],
        when: { indication: "acne", happened: "2026-11-01" },
        gives: [["course-started", { indication: "acne" }, "2026-11-01"]],
      },
    },
    refuses: {
      "a second course": { given: [started], when: {}, gives: ["course-under-way"] },
      "a course in the middle of supplies": { given: [supply], when: {}, gives: ["course-under-way"] },
      "a reason that nobody knows": {
        when: { indication: "akne" },
        gives: ["unknown-id", { field: "indication" }],
      },
      "a nurse": { when: {}, by: "nurse", gives: ["not-your-word"] },
    },
    quiet: {
      "about the same on the same day": {
        given: [started],
        when: { indication: "acne", happened: "2026-11-01" },
      },
    },
  }),
  spec(holdCourse, {
    writes: {
      "a second pause of the day, after the first was over": {
        given: [
          started,
          { ...was("course-held", "2026-11-20T08:00:00+09:00"), recordedAt: "2026-11-20T08:00:00+09:00" },
          { ...was("course-resumed", "2026-11-20T09:00:00+09:00"), recordedAt: "2026-11-20T09:00:00+09:00" },
        ],
        when: { happened: "2026-11-20" },
        by: "nurse",
        gives: [["course-held"]],
      },
      "that treatment pauses": {
        given: [started],
        when: { because: "headache" },
        by: "patient",
        gives: [["course-held", { because: "headache" }]],
      },
      "a second pause": {
        given: [started, held, was("course-resumed", "2026-11-12")],
        when: {},
        gives: [["course-held"]],
      },
      "a pause in supplies from before": { given: [supply], when: {}, gives: [["course-held"]] },
    },
    refuses: {
      "when nothing is under way": { when: {}, gives: ["no-course"] },
      "when it is on hold": { given: [started, held], when: {}, gives: ["already-held"] },
    },
    quiet: {
      "about the same on the same day": { given: [started, held], when: { happened: "2026-11-10" } },
    },
  }),
  spec(resumeCourse, {
    writes: {
      "that treatment goes on": {
        given: [started, held],
        when: {},
        by: "prescriber",
        gives: [["course-resumed"]],
      },
    },
    refuses: {
      "when it is not on hold": { given: [started], when: {}, gives: ["not-held"] },
      "from before the pause": {
        given: [started, held],
        when: { happened: "2026-11-09" },
        gives: ["not-held"],
      },
      "a nurse": { given: [started, held], when: {}, by: "nurse", gives: ["not-your-word"] },
    },
    quiet: {
      "about the same on the same day": {
        given: [started, held, was("course-resumed", "2026-11-12")],
        when: { happened: "2026-11-12" },
      },
    },
  }),
  spec(endCourse, {
    writes: {
      "that a course is over": {
        given: [started],
        when: { because: "clear" },
        by: "nurse",
        gives: [["course-ended", { because: "clear" }]],
      },
      "with the day of the last capsule": {
        given: [started, supply],
        when: { lastCapsuleDay: "2026-11-17" },
        gives: [["course-ended"], ["last-capsule-recorded", {}, "2026-11-17"]],
      },
    },
    refuses: {
      "when nothing is under way": { when: {}, gives: ["no-course"] },
      "a last capsule of tomorrow": {
        given: [started],
        when: { lastCapsuleDay: "2026-11-21" },
        gives: ["dated-ahead"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [started, was("course-ended", "2026-11-18")],
        when: { happened: "2026-11-18" },
      },
    },
  }),
  spec(recordLastCapsule, {
    writes: {
      "its day": {
        when: { happened: "2026-11-17" },
        by: "patient",
        gives: [["last-capsule-recorded", {}, "2026-11-17"]],
      },
    },
    refuses: { "a capsule of tomorrow": { when: { happened: "2026-11-21" }, gives: ["dated-ahead"] } },
    quiet: {
      "about the same day": {
        given: [was("last-capsule-recorded", "2026-11-17", {}, "patient")],
        when: { happened: "2026-11-17" },
      },
    },
  }),
  spec(recordJudgement, {
    writes: {
      "that treatment stops, though its reason is misspelt: for the whole rule": {
        when: { rule: "medicines-do-not-conflict", reason: "unknown", conclusion: "stop" },
        by: "prescriber",
        gives: [["judgement-recorded", { rule: "medicines-do-not-conflict", conclusion: "stop" }]],
      },
      "the same on the same day, of what was written since": {
        given: [
          was("judgement-recorded", "2026-11-20", {
            rule: "medicines-do-not-conflict",
            conclusion: "may-continue",
          }),
          was("medicine-started", "2026-11-20", { text: "another" }),
        ],
        when: { rule: "medicines-do-not-conflict", conclusion: "may-continue", happened: "2026-11-20" },
        gives: [["judgement-recorded"]],
      },
      "what a prescriber concludes on a rule": {
        when: {
          rule: "medicines-do-not-conflict",
          reason: "unknown-to-us",
          conclusion: "may-continue",
          because: "a herbal tea",
        },
        by: "prescriber",
        gives: [["judgement-recorded", { rule: "medicines-do-not-conflict", conclusion: "may-continue" }]],
      },
    },
    refuses: {
      "a rule there is not": {
        when: { rule: "medicines-do-conflict", conclusion: "may-continue" },
        gives: ["no-such-rule", { rule: "medicines-do-conflict" }],
      },
      "a reason the rule does not have": {
        when: { rule: "medicines-do-not-conflict", reason: "unknown", conclusion: "may-continue" },
        gives: ["unknown-id", { field: "reason" }],
      },
      "a nurse": {
        when: { rule: "medicines-do-not-conflict", conclusion: "may-continue" },
        by: "nurse",
        gives: ["not-your-word"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [
          was("judgement-recorded", "2026-11-18", {
            rule: "medicines-do-not-conflict",
            conclusion: "may-continue",
          }),
        ],
        when: { rule: "medicines-do-not-conflict", conclusion: "may-continue", happened: "2026-11-18" },
      },
    },
  }),
  spec(countCapsules, {
    writes: {
      "the same number on the same day, after more was handed out": {
        given: [
          was("capsules-counted", "2026-11-20", { capsules: 30, capsuleMg: 20 }, "patient"),
          { ...supply, happened: "2026-11-20" },
        ],
        when: { capsules: 30, capsuleMg: 20, happened: "2026-11-20" },
        gives: [["capsules-counted"]],
      },
      "how many are left": {
        when: { capsules: 4, capsuleMg: 20 },
        by: "patient",
        gives: [["capsules-counted", { capsules: 4, capsuleMg: 20 }]],
      },
    },
    refuses: {
      "more than anybody was ever given": {
        when: { capsules: 9_007_199_254_740_991, capsuleMg: 20 },
        gives: ["implausible-value", { field: "capsules", most: 2000 }],
      },
      "a count of tomorrow": {
        when: { capsules: 4, capsuleMg: 20, happened: "2026-11-21" },
        gives: ["dated-ahead"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("capsules-counted", "2026-11-18", { capsules: 4, capsuleMg: 20 }, "patient")],
        when: { capsules: 4, capsuleMg: 20, happened: "2026-11-18" },
      },
    },
  }),
  spec(takeDose, {
    writes: { "a dose": { when: { mg: 40 }, by: "patient", gives: [["dose-taken", { mg: 40 }]] } },
    refuses: {
      "a dose that nobody takes": {
        when: { mg: 1e308 },
        gives: ["implausible-value", { field: "mg" }],
      },
      "a dose of tomorrow": { when: { mg: 40, happened: "2026-11-21" }, gives: ["dated-ahead"] },
    },
    quiet: {
      "about the same at the same instant": {
        given: [was("dose-taken", "2026-11-20T08:00:00+09:00", { mg: 40 }, "patient")],
        when: { mg: 40, happened: "2026-11-20T08:00:00+09:00" },
      },
    },
  }),
  spec(missDose, {
    writes: {
      "a dose that was missed": {
        when: { happened: "2026-11-19" },
        by: "patient",
        gives: [["dose-missed", {}, "2026-11-19"]],
      },
    },
    refuses: { "a dose of tomorrow": { when: { happened: "2026-11-21" }, gives: ["dated-ahead"] } },
    quiet: {
      "about the same on the same day": {
        given: [was("dose-missed", "2026-11-19", {}, "patient")],
        when: { happened: "2026-11-19" },
      },
    },
  }),
  spec(returnCapsules, {
    writes: {
      "capsules that came back": {
        given: [supply],
        when: { capsules: 10, capsuleMg: 20 },
        by: "pharmacist",
        gives: [["supply-returned", { capsules: 10, capsuleMg: 20 }]],
      },
      "capsules of a supply that does not say how many": {
        given: [was("supply-dispensed", "2026-11-01", {}, "pharmacist")],
        when: { capsules: 90, capsuleMg: 20 },
        gives: [["supply-returned", { capsules: 90 }]],
      },
    },
    refuses: {
      "more than were given": {
        given: [supply],
        when: { capsules: 31, capsuleMg: 20 },
        gives: ["more-than-given", { capsules: 31, given: 30 }],
      },
      "more than are still out": {
        given: [supply, was("supply-returned", "2026-11-10", { capsules: 10, capsuleMg: 20 }, "nurse")],
        when: { capsules: 21, capsuleMg: 20 },
        gives: ["more-than-given", { given: 20 }],
      },
      "capsules of another strength": {
        given: [supply],
        when: { capsules: 10, capsuleMg: 10 },
        gives: ["more-than-given", { given: 0 }],
      },
      "the patient": {
        given: [supply],
        when: { capsules: 10, capsuleMg: 20 },
        by: "patient",
        gives: ["not-your-word"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [supply, was("supply-returned", "2026-11-18", { capsules: 10, capsuleMg: 20 }, "nurse")],
        when: { capsules: 10, capsuleMg: 20, happened: "2026-11-18" },
      },
    },
  }),
];
