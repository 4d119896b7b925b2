import type { EntryType } from "../../../core/entry.ts";
import { askAllergies } from "../../commands/ask-allergies.ts";
import { askConditions } from "../../commands/ask-conditions.ts";
import { askMedicines } from "../../commands/ask-medicines.ts";
import { askSexualFunction } from "../../commands/ask-sexual-function.ts";
import { assessMood } from "../../commands/assess-mood.ts";
import { assessSymptom } from "../../commands/assess-symptom.ts";
import type { AnyCommand } from "../../commands/command.ts";
import { endCondition } from "../../commands/end-condition.ts";
import { endMedicine } from "../../commands/end-medicine.ts";
import { planProcedure } from "../../commands/plan-procedure.ts";
import { recordAllergy } from "../../commands/record-allergy.ts";
import { recordCondition } from "../../commands/record-condition.ts";
import { recordPriorTherapy } from "../../commands/record-prior-therapy.ts";
import { recordProcedure } from "../../commands/record-procedure.ts";
import { recordVisit } from "../../commands/record-visit.ts";
import { reportSymptoms } from "../../commands/report-symptoms.ts";
import { scoreSeverity } from "../../commands/score-severity.ts";
import { screenMood } from "../../commands/screen-mood.ts";
import { startMedicine } from "../../commands/start-medicine.ts";
import { stateCircumstances } from "../../commands/state-circumstances.ts";
import { was } from "../given.ts";
import { type Spec, spec } from "../spec.ts";

/** That something was asked about holds nothing but its day. */
function asking(command: AnyCommand, type: EntryType): Spec {
  return spec(command, {
    writes: {
      "that it was asked about, now": { when: {}, by: "nurse", gives: [[type, {}, "2026-11-20"]] },
      "that it was asked about again": {
        given: [was(type, "2026-10-20")],
        when: { happened: "2026-11-18" },
        gives: [[type, {}, "2026-11-18"]],
      },
    },
    refuses: { "a day to come": { when: { happened: "2026-12-01" }, gives: ["dated-ahead"] } },
    quiet: {
      "on a day that is written down": { given: [was(type, "2026-11-18")], when: { happened: "2026-11-18" } },
    },
  });
}

const depressed = was("condition-recorded", "2026-10-01", { condition: "depression" });
const doxycycline = was("medicine-started", "2026-10-01", { medicine: "doxycycline" }, "patient");
const headache = was("symptom-reported", "2026-11-18", { symptoms: ["headache"] }, "patient");

export const health = [
  asking(askAllergies, "allergies-asked"),
  asking(askConditions, "conditions-asked"),
  asking(askMedicines, "medicines-asked"),
  spec(recordPriorTherapy, {
    writes: {
      "what was tried and failed": {
        when: { agent: "systemic-antibiotic", weeks: 12, result: "failed" },
        by: "nurse",
        gives: [["prior-therapy-recorded", { agent: "systemic-antibiotic", weeks: 12, result: "failed" }]],
      },
    },
    refuses: {
      "a day to come": { when: { agent: "other", happened: "2026-11-21" }, gives: ["dated-ahead"] },
    },
    quiet: {
      "about the same on the same day": {
        given: [
          was("prior-therapy-recorded", "2026-06-01", { agent: "other" }),
          was("prior-therapy-recorded", "2026-06-01", { agent: "hormonal" }),
        ],
        when: { agent: "other", happened: "2026-06-01" },
      },
    },
  }),
  spec(recordCondition, {
    writes: {
      "an illness by its name": {
        when: { condition: "depression" },
        by: "patient",
        gives: [["condition-recorded", { condition: "depression", status: "active" }]],
      },
      "what is to be treated": {
        when: { condition: "acne" },
        gives: [["condition-recorded", { condition: "acne" }]],
      },
      "an illness in words": {
        when: { text: "a rare illness", status: "history" },
        gives: [["condition-recorded", { text: "a rare illness", status: "history" }]],
      },
      "an illness that has come back": {
        given: [depressed, was("condition-ended", "2026-10-20", { condition: "depression" })],
        when: { condition: "depression" },
        gives: [["condition-recorded", { condition: "depression" }]],
      },
      "an illness of the past that is there again": {
        given: [was("condition-recorded", "2026-10-01", { condition: "depression", status: "history" })],
        when: { condition: "depression" },
        gives: [["condition-recorded", { status: "active" }]],
      },
    },
    refuses: {
      "a name that nobody knows": {
        when: { condition: "depresion" },
        gives: ["unknown-id", { field: "condition", given: "depresion" }],
      },
      "nothing at all": { when: {}, gives: ["nothing-said"] },
    },
    quiet: {
      "about an illness that stands": { given: [depressed], when: { condition: "depression" } },
    },
  }),
  spec(endCondition, {
    writes: {
      "that an illness is over": {
        given: [depressed],
        when: { condition: "depression" },
        by: "nurse",
        gives: [["condition-ended", { condition: "depression" }]],
      },
      "that it was over earlier than was thought": {
        given: [depressed, was("condition-ended", "2026-11-01", { condition: "depression" })],
        when: { condition: "depression", happened: "2026-10-15" },
        gives: [["condition-ended", {}, "2026-10-15"]],
      },
    },
    refuses: {
      "to end what does not stand": {
        when: { condition: "depression" },
        gives: ["not-started", { field: "condition", what: "depression" }],
      },
      "to end it before it began": {
        given: [depressed],
        when: { condition: "depression", happened: "2026-09-30" },
        gives: ["not-started"],
      },
      "the patient": {
        given: [depressed],
        when: { condition: "depression" },
        by: "patient",
        gives: ["not-your-word"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [depressed, was("condition-ended", "2026-11-18", { condition: "depression" })],
        when: { condition: "depression", happened: "2026-11-18" },
      },
    },
  }),
  spec(recordAllergy, {
    writes: {
      "an allergy by its name": {
        when: { allergen: "soy" },
        by: "patient",
        gives: [["allergy-recorded", { allergen: "soy" }]],
      },
      "an allergy in words": { when: { text: "cats" }, gives: [["allergy-recorded", { text: "cats" }]] },
    },
    refuses: {
      "a name that nobody knows": {
        when: { allergen: "soja" },
        gives: ["unknown-id", { field: "allergen" }],
      },
      "nothing at all": { when: {}, gives: ["nothing-said"] },
    },
    quiet: {
      "about an allergy that is known": {
        given: [was("allergy-recorded", "2026-10-01", { allergen: "soy" }, "patient")],
        when: { allergen: "soy" },
      },
    },
  }),
  spec(startMedicine, {
    writes: {
      "a medicine by its name": {
        when: { medicine: "doxycycline", happened: "2026-11-10" },
        by: "patient",
        gives: [["medicine-started", { medicine: "doxycycline" }, "2026-11-10"]],
      },
      "a medicine in words": {
        when: { text: "herbal tea" },
        gives: [["medicine-started", { text: "herbal tea" }]],
      },
      "a medicine begun anew on the day it had ended": {
        given: [
          doxycycline,
          {
            ...was("medicine-ended", "2026-11-18", { medicine: "doxycycline" }),
            recordedAt: "2026-11-18T01:00:00Z",
          },
        ],
        when: { medicine: "doxycycline", happened: "2026-11-18" },
        gives: [["medicine-started", { medicine: "doxycycline" }, "2026-11-18"]],
      },
      "that it was taken earlier than was thought": {
        given: [doxycycline],
        when: { medicine: "doxycycline", happened: "2026-09-01" },
        gives: [["medicine-started", {}, "2026-09-01"]],
      },
    },
    refuses: {
      "a name that nobody knows": {
        when: { medicine: "doxicyclin" },
        gives: ["unknown-id", { field: "medicine" }],
      },
      "nothing at all": { when: {}, gives: ["nothing-said"] },
    },
    quiet: {
      "about a medicine that is taken": { given: [doxycycline], when: { medicine: "doxycycline" } },
    },
  }),
  spec(endMedicine, {
    writes: {
      "that a medicine is no longer taken": {
        given: [doxycycline],
        when: { medicine: "doxycycline" },
        by: "pharmacist",
        gives: [["medicine-ended", { medicine: "doxycycline" }]],
      },
    },
    refuses: {
      "to end what is not taken": {
        when: { medicine: "doxycycline" },
        gives: ["not-started", { field: "medicine" }],
      },
      "to end what has ended": {
        given: [doxycycline, was("medicine-ended", "2026-11-01", { medicine: "doxycycline" })],
        when: { medicine: "doxycycline" },
        gives: ["not-started", { field: "medicine" }],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [doxycycline, was("medicine-ended", "2026-11-18", { medicine: "doxycycline" })],
        when: { medicine: "doxycycline", happened: "2026-11-18" },
      },
    },
  }),
  spec(planProcedure, {
    writes: {
      "a procedure on a day to come": {
        when: { procedure: "lasik", plannedFor: "2027-02-01" },
        by: "patient",
        gives: [["procedure-planned", { procedure: "lasik", plannedFor: "2027-02-01" }]],
      },
      "a procedure on no day yet": {
        when: { procedure: "lasik" },
        gives: [["procedure-planned", { procedure: "lasik" }]],
      },
    },
    refuses: {
      "a plan for yesterday": {
        when: { procedure: "lasik", plannedFor: "2026-11-19" },
        gives: ["planned-for-the-past"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("procedure-planned", "2026-11-18", { procedure: "lasik" })],
        when: { procedure: "lasik", happened: "2026-11-18" },
      },
    },
  }),
  spec(recordProcedure, {
    writes: {
      "a procedure that was done": {
        when: { procedure: "lasik", happened: "2026-08-01" },
        by: "nurse",
        gives: [["procedure-done", { procedure: "lasik" }, "2026-08-01"]],
      },
    },
    refuses: {
      "one of tomorrow": { when: { procedure: "lasik", happened: "2026-11-21" }, gives: ["dated-ahead"] },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("procedure-done", "2026-08-01", { procedure: "lasik" })],
        when: { procedure: "lasik", happened: "2026-08-01" },
      },
    },
  }),
  spec(scoreSeverity, {
    writes: {
      "how severe it is, in a word and by a scale": {
        when: { severity: "severe", gags: 32, features: ["scarring"] },
        by: "prescriber",
        gives: [["severity-scored", { severity: "severe", gags: 32, features: ["scarring"] }]],
      },
    },
    refuses: {
      "nothing at all": { when: {}, gives: ["nothing-said"] },
      "the patient": { when: { severity: "clear" }, by: "patient", gives: ["not-your-word"] },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("severity-scored", "2026-11-18", { iga: 3 })],
        when: { iga: 3, happened: "2026-11-18" },
      },
    },
  }),
  spec(reportSymptoms, {
    writes: {
      "symptoms from anybody": {
        when: { symptoms: ["headache", "visual-disturbance"] },
        by: "unknown",
        gives: [["symptom-reported", { symptoms: ["headache", "visual-disturbance"] }]],
      },
      "that there are none": {
        when: { symptoms: [] },
        by: "nurse",
        gives: [["symptom-reported", { symptoms: [] }]],
      },
      "one that nobody knows among others, as it came": {
        when: { symptoms: ["headache", "hedache"] },
        by: "patient",
        gives: [["symptom-reported", { symptoms: ["headache", "hedache"] }]],
      },
      "symptoms dated tomorrow, as of now": {
        when: { symptoms: ["headache"], happened: "2026-11-21" },
        gives: [["symptom-reported", { symptoms: ["headache"] }, "2026-11-20"]],
      },
      "the same symptom again on the same day, for it may have been answered": {
        given: [headache],
        when: { symptoms: ["headache"], happened: "2026-11-18" },
        gives: [["symptom-reported"]],
      },
    },
    refuses: {
      "none, tomorrow": { when: { symptoms: [], happened: "2026-11-21" }, gives: ["dated-ahead"] },
    },
    quiet: {
      "about none, on the same day": {
        given: [was("symptom-reported", "2026-11-18", { symptoms: [] }, "nurse")],
        when: { symptoms: [], happened: "2026-11-18" },
      },
      "about the same at the same instant": {
        given: [was("symptom-reported", "2026-11-18T09:00:00+09:00", { symptoms: ["headache"] }, "patient")],
        when: { symptoms: ["headache"], happened: "2026-11-18T09:00:00+09:00" },
      },
    },
  }),
  spec(assessSymptom, {
    writes: {
      "a stop for a symptom that nobody knows": {
        when: { symptom: "papiledema", conclusion: "stop" },
        by: "prescriber",
        gives: [["symptom-assessed", { symptom: "papiledema", conclusion: "stop" }]],
      },
      "that treatment may continue": {
        given: [headache],
        when: { symptom: "headache", conclusion: "may-continue" },
        by: "prescriber",
        gives: [["symptom-assessed", { symptom: "headache", conclusion: "may-continue" }]],
      },
      "a stop for what a doctor found and nobody reported": {
        when: { symptom: "papilloedema", conclusion: "stop" },
        gives: [["symptom-assessed", { symptom: "papilloedema", conclusion: "stop" }]],
      },
    },
    refuses: {
      "to answer what is not open": {
        when: { symptom: "headache", conclusion: "resolved" },
        gives: ["not-started", { field: "symptom", what: "headache" }],
      },
      "to answer it before it was reported": {
        given: [headache],
        when: { symptom: "headache", conclusion: "resolved", happened: "2026-11-17" },
        gives: ["not-started"],
      },
      "a nurse": {
        given: [headache],
        when: { symptom: "headache", conclusion: "resolved" },
        by: "nurse",
        gives: ["not-your-word"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [
          headache,
          was("symptom-assessed", "2026-11-19", { symptom: "headache", conclusion: "resolved" }),
        ],
        when: { symptom: "headache", conclusion: "resolved", happened: "2026-11-19" },
      },
    },
  }),
  spec(screenMood, {
    writes: {
      "both answers": {
        when: { selfHarmThoughts: false, newMoodSymptom: false },
        by: "patient",
        gives: [["mood-screened", { selfHarmThoughts: false, newMoodSymptom: false }]],
      },
      "thoughts of self-harm dated before birth, as of now": {
        when: { selfHarmThoughts: true, happened: "1926-11-20" },
        by: "nurse",
        gives: [["mood-screened", { selfHarmThoughts: true }, "2026-11-20"]],
      },
    },
    refuses: {
      "nothing at all": { when: {}, gives: ["nothing-said"] },
      "a calm answer of tomorrow": {
        when: { selfHarmThoughts: false, happened: "2026-11-21" },
        gives: ["dated-ahead"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("mood-screened", "2026-11-18", { selfHarmThoughts: false }, "nurse")],
        when: { selfHarmThoughts: false, happened: "2026-11-18" },
      },
    },
  }),
  spec(askSexualFunction, {
    writes: {
      "that there is no new problem": {
        when: { newProblem: false },
        by: "patient",
        gives: [["sexual-function-asked", { newProblem: false }]],
      },
      "a new problem dated tomorrow, as of now": {
        when: { newProblem: true, happened: "2026-11-21" },
        by: "patient",
        gives: [["sexual-function-asked", { newProblem: true }, "2026-11-20"]],
      },
    },
    refuses: {
      "that there will be none tomorrow": {
        when: { newProblem: false, happened: "2026-11-21" },
        gives: ["dated-ahead"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("sexual-function-asked", "2026-11-18", { newProblem: false }, "nurse")],
        when: { newProblem: false, happened: "2026-11-18" },
      },
    },
  }),
  spec(stateCircumstances, {
    writes: {
      "what was asked, and nothing of what was not": {
        when: { privateImport: false, comesRegularly: true },
        by: "nurse",
        gives: [["circumstances-stated", { privateImport: false, comesRegularly: true }]],
      },
      "the patient's own word of last week": {
        when: { hairRemoval: true, happened: "2026-11-13" },
        by: "patient",
        gives: [["circumstances-stated", { hairRemoval: true }, "2026-11-13"]],
      },
    },
    refuses: {
      "an answer of tomorrow": {
        when: { comesRegularly: true, happened: "2026-11-21" },
        gives: ["dated-ahead"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("circumstances-stated", "2026-11-18", { comesRegularly: true }, "nurse")],
        when: { comesRegularly: true, happened: "2026-11-18" },
      },
    },
  }),
  spec(recordVisit, {
    writes: {
      "a visit in person": {
        when: { inPerson: true },
        by: "front-desk",
        gives: [["visit-held", { inPerson: true }]],
      },
      "a remote one of the week before": {
        when: { inPerson: false, happened: "2026-11-13" },
        gives: [["visit-held", { inPerson: false }, "2026-11-13"]],
      },
    },
    refuses: {
      "a visit of tomorrow": { when: { inPerson: true, happened: "2026-11-21" }, gives: ["dated-ahead"] },
    },
    quiet: {
      "about the same visit": {
        given: [was("visit-held", "2026-11-18", { inPerson: true }, "nurse")],
        when: { inPerson: true, happened: "2026-11-18" },
      },
    },
  }),
  spec(assessMood, {
    writes: {
      "what a prescriber concludes": {
        when: { conclusion: "may-continue" },
        by: "prescriber",
        gives: [["mood-assessed", { conclusion: "may-continue" }]],
      },
    },
    refuses: {
      "a nurse": { when: { conclusion: "may-continue" }, by: "nurse", gives: ["not-your-word"] },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("mood-assessed", "2026-11-18", { conclusion: "may-continue" })],
        when: { conclusion: "may-continue", happened: "2026-11-18" },
      },
    },
  }),
];
