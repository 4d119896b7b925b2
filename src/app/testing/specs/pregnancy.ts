import { attestAbstinence } from "../../commands/attest-abstinence.ts";
import { collectPregnancyTest } from "../../commands/collect-pregnancy-test.ts";
import { endContraception } from "../../commands/end-contraception.ts";
import { endPregnancy } from "../../commands/end-pregnancy.ts";
import { permitHomeTesting } from "../../commands/permit-home-testing.ts";
import { recordBreastfeeding } from "../../commands/record-breastfeeding.ts";
import { recordMenses } from "../../commands/record-menses.ts";
import { recordPregnancyWish } from "../../commands/record-pregnancy-wish.ts";
import { reportContraceptionLapse } from "../../commands/report-contraception-lapse.ts";
import { reportPregnancy } from "../../commands/report-pregnancy.ts";
import { resultPregnancyTest } from "../../commands/result-pregnancy-test.ts";
import { startContraception } from "../../commands/start-contraception.ts";
import { stateContraception } from "../../commands/state-contraception.ts";
import { was } from "../given.ts";
import { spec } from "../spec.ts";

const sample = was(
  "pregnancy-test-collected",
  "2026-11-18",
  { test: "T1", specimen: "urine", setting: "medical-setting" },
  "nurse",
);
const home = was("pregnancy-test-collected", "2026-11-18", { test: "H1", setting: "home" }, "patient");
const result = (of: string, happened = "2026-11-19") =>
  was("pregnancy-test-resulted", happened, { test: "T1", result: of }, "lab");
const iud = was("contraception-started", "2026-10-01", { method: "iud" }, "patient");

export const pregnancy = [
  spec(collectPregnancyTest, {
    writes: {
      "a sample with the laboratory's number": {
        when: { test: "T1", specimen: "serum", setting: "certified-laboratory", detectsMiuPerMl: 25 },
        by: "lab",
        gives: [["pregnancy-test-collected", { test: "T1", specimen: "serum", detectsMiuPerMl: 25 }]],
      },
      "a sample that gets a number of its own": {
        when: { specimen: "urine", setting: "medical-setting" },
        by: "nurse",
        gives: [["pregnancy-test-collected", { test: "new-1", setting: "medical-setting" }]],
      },
      "a sample taken at home while a nurse looked on": {
        when: { test: "T2", setting: "home", supervised: true },
        by: "nurse",
        gives: [["pregnancy-test-collected", { test: "T2", setting: "home", supervised: true }]],
      },
      "what a patient collects as collected at home": {
        when: {},
        by: "patient",
        gives: [["pregnancy-test-collected", { setting: "home" }]],
      },
      "a second sample of the day after the first was unclear": {
        given: [sample, result("indeterminate", "2026-11-18")],
        when: { specimen: "urine", setting: "medical-setting", happened: "2026-11-18" },
        gives: [["pregnancy-test-collected", { test: "new-1" }, "2026-11-18"]],
      },
    },
    refuses: {
      "a number that another sample has": {
        given: [sample],
        when: { test: "T1", specimen: "serum" },
        by: "nurse",
        gives: ["already-collected", { test: "T1" }],
      },
      "a patient who says that it was collected in a laboratory": {
        when: { setting: "certified-laboratory" },
        by: "patient",
        gives: ["not-your-word", { role: "patient" }],
      },
      "a patient who says that it was supervised": {
        when: { setting: "home", supervised: true },
        by: "patient",
        gives: ["not-your-word", { role: "patient" }],
      },
      "a sample of tomorrow": { when: { happened: "2026-11-21" }, gives: ["dated-ahead"] },
    },
    quiet: {
      "about the same sample": {
        given: [sample],
        when: { test: "T1", specimen: "urine", setting: "medical-setting", happened: "2026-11-18" },
      },
      "about one like it that has no result yet": {
        given: [sample],
        when: { specimen: "urine", setting: "medical-setting", happened: "2026-11-18" },
      },
    },
  }),
  spec(resultPregnancyTest, {
    writes: {
      "a negative result": {
        given: [sample],
        when: { test: "T1", result: "negative" },
        by: "lab",
        gives: [["pregnancy-test-resulted", { test: "T1", result: "negative" }]],
      },
      "a negative result of a patient's own test at home": {
        given: [home],
        when: { test: "H1", result: "negative" },
        by: "patient",
        gives: [["pregnancy-test-resulted", { test: "H1", result: "negative" }]],
      },
      "a positive result without a sample, and a sample for it": {
        when: { test: "T9", result: "positive" },
        by: "patient",
        gives: [
          ["pregnancy-test-collected", { test: "T9" }],
          ["pregnancy-test-resulted", { test: "T9", result: "positive" }],
        ],
      },
      "a positive result from before its sample, on a sample of that day": {
        given: [sample],
        when: { test: "T1", result: "positive", happened: "2026-11-10" },
        by: "lab",
        gives: [
          ["pregnancy-test-collected", { test: "T1" }, "2026-11-10"],
          ["pregnancy-test-resulted", { result: "positive" }, "2026-11-10"],
        ],
      },
      "a positive result over a negative one": {
        given: [sample, result("negative")],
        when: { test: "T1", result: "positive" },
        by: "lab",
        gives: [["pregnancy-test-resulted", { test: "T1", result: "positive" }]],
      },
      "a positive result dated tomorrow, as of now": {
        given: [sample],
        when: { test: "T1", result: "positive", happened: "2026-11-21" },
        by: "unknown",
        gives: [["pregnancy-test-resulted", { result: "positive" }, "2026-11-20"]],
      },
    },
    refuses: {
      "a negative result without a sample": {
        when: { test: "T9", result: "negative" },
        by: "lab",
        gives: ["result-without-sample", { test: "T9" }],
      },
      "a negative result from before the sample": {
        given: [sample],
        when: { test: "T1", result: "negative", happened: "2026-11-17" },
        by: "lab",
        gives: ["result-without-sample"],
      },
      "a negative result over a positive one: that is a correction": {
        given: [sample, result("positive")],
        when: { test: "T1", result: "negative" },
        by: "lab",
        gives: ["already-resulted", { test: "T1", result: "positive" }],
      },
      "an unclear result over a positive one": {
        given: [sample, result("positive")],
        when: { test: "T1", result: "indeterminate" },
        by: "lab",
        gives: ["already-resulted"],
      },
      "a patient's word on a sample of the clinic": {
        given: [sample],
        when: { test: "T1", result: "negative" },
        by: "patient",
        gives: ["not-your-word", { role: "patient" }],
      },
      "a negative result of tomorrow": {
        given: [sample],
        when: { test: "T1", result: "negative", happened: "2026-11-21" },
        by: "lab",
        gives: ["dated-ahead"],
      },
    },
    quiet: {
      "about the same result, whenever it comes again": {
        given: [sample, result("negative")],
        when: { test: "T1", result: "negative" },
        by: "lab",
      },
      "about the same positive result": {
        given: [sample, result("positive")],
        when: { test: "T1", result: "positive" },
        by: "lab",
      },
    },
  }),
  spec(permitHomeTesting, {
    writes: {
      "that tests at home count": {
        when: { permitted: true },
        by: "prescriber",
        gives: [["home-testing-permitted", { permitted: true }]],
      },
    },
    refuses: { "a nurse": { when: { permitted: true }, by: "nurse", gives: ["not-your-word"] } },
    quiet: {
      "about the same on the same day": {
        given: [was("home-testing-permitted", "2026-11-18", { permitted: true })],
        when: { permitted: true, happened: "2026-11-18" },
      },
    },
  }),
  spec(recordMenses, {
    writes: {
      "a period that began": {
        when: { status: "started", happened: "2026-11-16" },
        by: "patient",
        gives: [["menses-recorded", { status: "started" }, "2026-11-16"]],
      },
      "a late period dated tomorrow, as of now": {
        when: { status: "late", happened: "2026-11-21" },
        by: "patient",
        gives: [["menses-recorded", { status: "late" }, "2026-11-20"]],
      },
    },
    refuses: {
      "a period that is to begin tomorrow": {
        when: { status: "started", happened: "2026-11-21" },
        gives: ["dated-ahead"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("menses-recorded", "2026-11-16", { status: "started" }, "patient")],
        when: { status: "started", happened: "2026-11-16" },
      },
    },
  }),
  spec(startContraception, {
    writes: {
      "a method from a day on": {
        when: { method: "iud", happened: "2026-10-01" },
        by: "patient",
        gives: [["contraception-started", { method: "iud" }, "2026-10-01"]],
      },
      "that it was in use earlier than was thought": {
        given: [iud],
        when: { method: "iud", happened: "2026-09-01" },
        gives: [["contraception-started", {}, "2026-09-01"]],
      },
    },
    refuses: {
      "a method that nobody knows": {
        when: { method: "moon-calendar" },
        gives: ["unknown-id", { field: "method" }],
      },
    },
    quiet: { "about a method in use": { given: [iud], when: { method: "iud" } } },
  }),
  spec(endContraception, {
    writes: {
      "its second end of the day, after it was begun anew": {
        given: [
          iud,
          was("contraception-ended", "2026-11-20T08:00:00+09:00", { method: "iud" }, "patient"),
          was("contraception-started", "2026-11-20T09:00:00+09:00", { method: "iud" }, "patient"),
        ],
        when: { method: "iud", happened: "2026-11-20" },
        by: "patient",
        gives: [["contraception-ended", { method: "iud" }]],
      },
      "that a method is no longer in use": {
        given: [iud],
        when: { method: "iud", happened: "2026-11-10" },
        by: "patient",
        gives: [["contraception-ended", { method: "iud" }, "2026-11-10"]],
      },
    },
    refuses: {
      "to end what is not in use": {
        when: { method: "iud" },
        gives: ["not-started", { field: "method", what: "iud" }],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [iud, was("contraception-ended", "2026-11-18", { method: "iud" }, "patient")],
        when: { method: "iud", happened: "2026-11-18" },
      },
    },
  }),
  spec(reportContraceptionLapse, {
    writes: {
      "a lapse from anybody": {
        when: { what: "two pills forgotten", happened: "2026-11-15" },
        by: "patient",
        gives: [["contraception-lapsed", { what: "two pills forgotten" }, "2026-11-15"]],
      },
      "a second lapse on the same day": {
        given: [was("contraception-lapsed", "2026-11-18", {}, "patient")],
        when: { happened: "2026-11-18" },
        gives: [["contraception-lapsed"]],
      },
    },
    refuses: { never: "an alarm that is well formed is written down" },
    quiet: {
      "about the same at the same instant": {
        given: [was("contraception-lapsed", "2026-11-18T09:00:00+09:00", {}, "patient")],
        when: { happened: "2026-11-18T09:00:00+09:00" },
      },
    },
  }),
  spec(stateContraception, {
    writes: {
      "that it was used all the time": {
        when: { usedWithoutGap: true },
        by: "patient",
        gives: [["contraception-stated", { usedWithoutGap: true }]],
      },
      "a gap dated tomorrow, as of now": {
        when: { usedWithoutGap: false, happened: "2026-11-21" },
        gives: [["contraception-stated", { usedWithoutGap: false }, "2026-11-20"]],
      },
    },
    refuses: {
      "that it will have been used tomorrow": {
        when: { usedWithoutGap: true, happened: "2026-11-21" },
        gives: ["dated-ahead"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("contraception-stated", "2026-11-18", { usedWithoutGap: true }, "patient")],
        when: { usedWithoutGap: true, happened: "2026-11-18" },
      },
    },
  }),
  spec(attestAbstinence, {
    writes: {
      "a patient's commitment": {
        when: { committed: true },
        by: "patient",
        gives: [["abstinence-attested", { committed: true }]],
      },
      "compelling reasons from a prescriber": {
        when: { committed: true, compellingReasons: true },
        by: "prescriber",
        gives: [["abstinence-attested", { compellingReasons: true }]],
      },
    },
    refuses: {
      "compelling reasons from the patient": {
        when: { committed: true, compellingReasons: true },
        by: "patient",
        gives: ["not-your-word", { needed: ["prescriber"] }],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("abstinence-attested", "2026-11-18", { committed: true }, "patient")],
        when: { committed: true, happened: "2026-11-18" },
      },
    },
  }),
  spec(reportPregnancy, {
    writes: {
      "a pregnancy from the patient": {
        when: {},
        by: "patient",
        gives: [["pregnancy-reported", {}, "2026-11-20"]],
      },
      "a pregnancy from somebody of whom nothing is known": {
        when: {},
        by: "unknown",
        gives: [["pregnancy-reported"]],
      },
      "a pregnancy dated tomorrow, as of now": {
        when: { happened: "2026-11-21" },
        by: "patient",
        gives: [["pregnancy-reported", {}, "2026-11-20"]],
      },
      "a pregnancy on the day an earlier one was reported and ended": {
        given: [was("pregnancy-reported", "2026-11-18"), was("pregnancy-ended", "2026-11-18")],
        when: { happened: "2026-11-18" },
        gives: [["pregnancy-reported", {}, "2026-11-18"]],
      },
    },
    refuses: { never: "an alarm that is well formed is written down" },
    quiet: {
      "about the same at the same instant": {
        given: [was("pregnancy-reported", "2026-11-18T09:00:00+09:00", {}, "patient")],
        when: { happened: "2026-11-18T09:00:00+09:00" },
      },
    },
  }),
  spec(endPregnancy, {
    writes: {
      "that a reported pregnancy is over": {
        given: [was("pregnancy-reported", "2026-11-01", {}, "patient")],
        when: {},
        by: "prescriber",
        gives: [["pregnancy-ended"]],
      },
      "that what a test showed is over": {
        given: [sample, result("positive")],
        when: {},
        gives: [["pregnancy-ended"]],
      },
    },
    refuses: {
      "to end what nobody reported": { when: {}, gives: ["not-started", { field: "pregnancy" }] },
      "to end it before it was reported": {
        given: [was("pregnancy-reported", "2026-11-01", {}, "patient")],
        when: { happened: "2026-10-31" },
        gives: ["not-started"],
      },
      "a nurse": {
        given: [was("pregnancy-reported", "2026-11-01", {}, "patient")],
        when: {},
        by: "nurse",
        gives: ["not-your-word"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("pregnancy-reported", "2026-11-01", {}, "patient"), was("pregnancy-ended", "2026-11-18")],
        when: { happened: "2026-11-18" },
      },
    },
  }),
  spec(recordPregnancyWish, {
    writes: {
      "a wish within months": {
        when: { withinMonths: 6 },
        by: "patient",
        gives: [["pregnancy-wish-recorded", { withinMonths: 6 }]],
      },
      "that there is none": {
        when: { withinMonths: null },
        gives: [["pregnancy-wish-recorded", { withinMonths: null }]],
      },
    },
    refuses: {
      "a day to come": { when: { withinMonths: null, happened: "2026-11-21" }, gives: ["dated-ahead"] },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("pregnancy-wish-recorded", "2026-11-18", { withinMonths: null })],
        when: { withinMonths: null, happened: "2026-11-18" },
      },
    },
  }),
  spec(recordBreastfeeding, {
    writes: {
      "that there is none": {
        when: { breastfeeding: false },
        by: "nurse",
        gives: [["breastfeeding-recorded", { breastfeeding: false }]],
      },
      "that there is, dated tomorrow, as of now": {
        when: { breastfeeding: true, happened: "2026-11-21" },
        gives: [["breastfeeding-recorded", { breastfeeding: true }, "2026-11-20"]],
      },
    },
    refuses: {
      "that there will be none tomorrow": {
        when: { breastfeeding: false, happened: "2026-11-21" },
        gives: ["dated-ahead"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("breastfeeding-recorded", "2026-11-18", { breastfeeding: false })],
        when: { breastfeeding: false, happened: "2026-11-18" },
      },
    },
  }),
];
