import { answerComprehension } from "../../commands/answer-comprehension.ts";
import { attestCategory } from "../../commands/attest-category.ts";
import { counsel } from "../../commands/counsel.ts";
import { disenrolPatient } from "../../commands/disenrol-patient.ts";
import { enrolPatient } from "../../commands/enrol-patient.ts";
import { recordGuardian } from "../../commands/record-guardian.ts";
import { recordName } from "../../commands/record-name.ts";
import { recordWeight } from "../../commands/record-weight.ts";
import { signConsent } from "../../commands/sign-consent.ts";
import { takePhotograph } from "../../commands/take-photograph.ts";
import { was } from "../given.ts";
import { spec } from "../spec.ts";

const enrolled = was("programme-enrolled", "2026-10-01", { programme: "us-ipledge", party: "patient" });

export const who = [
  spec(attestCategory, {
    writes: {
      "anybody's word that pregnancy is possible": {
        when: { canBecomePregnant: true },
        by: "patient",
        gives: [["category-attested", { canBecomePregnant: true }]],
      },
      "a prescriber's word that it is not, with the grounds": {
        when: { canBecomePregnant: false, basis: "hysterectomy" },
        by: "prescriber",
        gives: [["category-attested", { canBecomePregnant: false, basis: "hysterectomy" }]],
      },
    },
    refuses: {
      "a nurse's word that pregnancy is not possible": {
        when: { canBecomePregnant: false, basis: "hysterectomy" },
        by: "nurse",
        gives: ["not-your-word", { role: "nurse", needed: ["prescriber"] }],
      },
      "that it is not possible, without grounds": {
        when: { canBecomePregnant: false },
        by: "prescriber",
        gives: ["nothing-said", { fields: ["basis"] }],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("category-attested", "2026-11-18", { canBecomePregnant: true })],
        when: { canBecomePregnant: true, happened: "2026-11-18" },
      },
    },
  }),
  spec(recordGuardian, {
    writes: {
      "that a mother takes part, and her name apart": {
        when: { relation: "mother", note: "Sato Yuki" },
        by: "front-desk",
        gives: [["guardian-recorded", { relation: "mother" }]],
      },
    },
    refuses: {
      "a day before the patient was born": {
        when: { happened: "1999-01-01" },
        gives: ["before-birth"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("guardian-recorded", "2026-11-18", { relation: "mother" })],
        when: { relation: "mother", happened: "2026-11-18" },
      },
    },
  }),
  spec(signConsent, {
    writes: {
      "a consent that a protocol asks for": {
        when: { consent: "treatment-consent" },
        by: "patient",
        gives: [["consent-signed", { consent: "treatment-consent", guardianSigned: false }]],
      },
      "a guardian's signature as such": {
        when: { consent: "treatment-consent" },
        by: "guardian",
        gives: [["consent-signed", { guardianSigned: true }]],
      },
      "the guardian's signature after the patient's own": {
        given: [was("consent-signed", "2026-11-20", { consent: "treatment-consent" }, "patient")],
        when: { consent: "treatment-consent", guardianSigned: true, happened: "2026-11-20" },
        by: "nurse",
        gives: [["consent-signed", { guardianSigned: true }]],
      },
    },
    refuses: {
      "a consent that nobody asks for": {
        when: { consent: "marketing" },
        gives: ["unknown-id", { field: "consent", given: "marketing" }],
      },
      "a patient who signs for the guardian": {
        when: { consent: "treatment-consent", guardianSigned: true },
        by: "patient",
        gives: ["not-your-word", { role: "patient" }],
      },
    },
    quiet: {
      "about a consent signed that day": {
        given: [
          was("consent-signed", "2026-11-18", { consent: "treatment-consent" }, "patient"),
          was("consent-signed", "2026-11-18", { consent: "informed-consent" }, "patient"),
        ],
        when: { consent: "treatment-consent", happened: "2026-11-18" },
      },
    },
  }),
  spec(counsel, {
    writes: {
      "the topics talked through": {
        when: { topics: ["no-sharing", "pregnancy-risk"] },
        by: "nurse",
        gives: [["counselled", { topics: ["no-sharing", "pregnancy-risk"] }]],
      },
    },
    refuses: {
      "a topic that nobody asks for": {
        when: { topics: ["no-sharing", "wheather"] },
        gives: ["unknown-id", { field: "topic", given: "wheather" }],
      },
      "no topic at all": { when: {}, gives: ["nothing-said", { fields: ["topics"] }] },
      "the front desk": {
        when: { topics: ["no-sharing"] },
        by: "front-desk",
        gives: ["not-your-word"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("counselled", "2026-11-18", { topics: ["no-sharing"] }, "nurse")],
        when: { topics: ["no-sharing"], happened: "2026-11-18" },
      },
    },
  }),
  spec(answerComprehension, {
    writes: {
      "that the questions were answered": {
        when: { passed: true },
        by: "patient",
        gives: [["comprehension-answered", { passed: true }]],
      },
    },
    refuses: {
      "an answer of tomorrow": { when: { passed: true, happened: "2026-11-21" }, gives: ["dated-ahead"] },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("comprehension-answered", "2026-11-18", { passed: true }, "patient")],
        when: { passed: true, happened: "2026-11-18" },
      },
    },
  }),
  spec(recordWeight, {
    writes: {
      "a weight, now": {
        when: { kg: 54.2 },
        by: "nurse",
        gives: [["weight-measured", { kg: 54.2 }, "2026-11-20"]],
      },
      "a weight of last week": {
        when: { kg: 54.2, happened: "2026-11-13" },
        by: "nurse",
        gives: [["weight-measured", { kg: 54.2 }, "2026-11-13"]],
      },
      "what a machine calls yesterday evening on the clinic's own day": {
        when: { kg: 54.2, happened: "2026-11-18T16:00:00Z" },
        gives: [["weight-measured", {}, "2026-11-19"]],
      },
      "a weight from a clock that is four minutes fast, as of now": {
        when: { kg: 54.2, happened: "2026-11-20T10:04:00+09:00" },
        gives: [["weight-measured", {}, "2026-11-20"]],
      },
      "another weight of the same day": {
        given: [was("weight-measured", "2026-11-18", { kg: 54.2 }, "nurse")],
        when: { kg: 55, happened: "2026-11-18" },
        gives: [["weight-measured", { kg: 55 }]],
      },
      "a weight again that was changed in between": {
        given: [
          { ...was("weight-measured", "2026-11-18", { kg: 54 }), recordedAt: "2026-11-18T01:00:00Z" },
          { ...was("weight-measured", "2026-11-18", { kg: 55 }), recordedAt: "2026-11-18T02:00:00Z" },
        ],
        when: { kg: 54, happened: "2026-11-18" },
        gives: [["weight-measured", { kg: 54 }]],
      },
      "the same again with a note": {
        given: [was("weight-measured", "2026-11-18", { kg: 54.2 }, "nurse")],
        when: { kg: 54.2, happened: "2026-11-18", note: "in clothes" },
        gives: [["weight-measured", { kg: 54.2 }]],
      },
    },
    refuses: {
      "a weight in grams": {
        when: { kg: 54_200 },
        by: "nurse",
        gives: ["implausible-value", { field: "kg", value: 54_200, unit: "kg" }],
      },
      "a weight of tomorrow": {
        when: { kg: 54.2, happened: "2026-11-21" },
        by: "nurse",
        gives: ["dated-ahead"],
      },
      "a weight from a clock an hour fast": {
        when: { kg: 54.2, happened: "2026-11-20T11:00:00+09:00" },
        by: "nurse",
        gives: ["dated-ahead"],
      },
      "somebody of whom nothing is known": { when: { kg: 54.2 }, by: "unknown", gives: ["not-your-word"] },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("weight-measured", "2026-11-18", { kg: 54.2 }, "nurse")],
        when: { kg: 54.2, happened: "2026-11-18" },
      },
    },
  }),
  spec(takePhotograph, {
    writes: {
      "that a photograph was taken": {
        when: { view: "left cheek" },
        by: "nurse",
        gives: [["photograph-taken", { view: "left cheek" }]],
      },
    },
    refuses: {
      "one of tomorrow": { when: { happened: "2026-11-21" }, gives: ["dated-ahead"] },
    },
    quiet: {
      "about the same view on the same day": {
        given: [
          was("photograph-taken", "2026-11-18", { view: "left cheek" }),
          was("photograph-taken", "2026-11-18", { view: "right cheek" }),
        ],
        when: { view: "left cheek", happened: "2026-11-18" },
      },
    },
  }),
  spec(recordName, {
    writes: {
      "a new name, apart": {
        when: { name: "佐藤 花子" },
        by: "front-desk",
        gives: [["name-recorded", {}]],
      },
    },
    refuses: {
      "nothing at all": { when: {}, gives: ["nothing-said"] },
      "a name of somebody who was erased": {
        personal: { erased: true },
        when: { name: "佐藤 花子" },
        gives: ["personal-data-erased"],
      },
      "the patient": { when: { name: "佐藤 花子" }, by: "patient", gives: ["not-your-word"] },
    },
    quiet: {
      "about the name that stands": { when: { name: "山田 花子" } },
    },
  }),
  spec(enrolPatient, {
    writes: {
      "that the patient is enrolled": {
        when: { programme: "us-ipledge" },
        by: "administrator",
        gives: [["programme-enrolled", { programme: "us-ipledge", party: "patient" }]],
      },
      "a renewal": {
        given: [enrolled],
        when: { programme: "us-ipledge", until: "2027-10-01" },
        gives: [["programme-enrolled", { until: "2027-10-01" }]],
      },
      "an enrolment after the patient had left": {
        given: [enrolled, was("programme-left", "2026-11-01", { programme: "us-ipledge", party: "patient" })],
        when: { programme: "us-ipledge" },
        gives: [["programme-enrolled"]],
      },
    },
    refuses: {
      "a programme in which nobody enrols": {
        when: { programme: "jp-selfpay" },
        gives: ["unknown-id", { field: "programme" }],
      },
    },
    quiet: {
      "about an enrolment that stands": { given: [enrolled], when: { programme: "us-ipledge" } },
    },
  }),
  spec(disenrolPatient, {
    writes: {
      "that the patient has left": {
        given: [enrolled],
        when: { programme: "us-ipledge" },
        by: "patient",
        gives: [["programme-left", { programme: "us-ipledge", party: "patient" }]],
      },
    },
    refuses: {
      "to leave what was never entered": {
        when: { programme: "us-ipledge" },
        gives: ["not-started", { field: "programme" }],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [enrolled, was("programme-left", "2026-11-18", { programme: "us-ipledge", party: "patient" })],
        when: { programme: "us-ipledge", happened: "2026-11-18" },
      },
    },
  }),
];
