import type { Day } from "../../../core/calendar.ts";
import type { Entry } from "../../../core/entry.ts";
import { newNumber } from "../../authorisation-number.ts";
import { authoriseSupply } from "../../commands/authorise-supply.ts";
import { closeTask } from "../../commands/close-task.ts";
import { correctEntry } from "../../commands/correct-entry.ts";
import { dispenseSupply } from "../../commands/dispense-supply.ts";
import { overrideFinding } from "../../commands/override-finding.ts";
import { recordExternalAuthorisation } from "../../commands/record-external-authorisation.ts";
import { reverseSupply } from "../../commands/reverse-supply.ts";
import { voidAuthorisation } from "../../commands/void-authorisation.ts";
import { happening } from "../../practice.ts";
import { now, route, was, zone } from "../given.ts";
import { exampleOf, supplyOf } from "../ready-patient.ts";
import { spec } from "../spec.ts";

/** A patient in whom nothing is missing, today. */
function ready(): Entry[] {
  const { entries, day } = exampleOf("ready-cannot");
  const shift = happening(now, zone).day - day;
  return entries.map((one) => ({ ...one, happened: { day: (one.happened.day + shift) as Day } }));
}

const number = newNumber(route, new Set()) ?? "";
const { product, capsuleMg = 20, dailyMg = 20, dosesPerDay, days = 30 } = supplyOf("ready-cannot");
const supply = { product, capsuleMg, dailyMg, dosesPerDay, days };
const authorised = was("supply-authorised", "2026-11-20T09:00:00+09:00", {
  number,
  ...supply,
  capsules: Math.ceil((dailyMg * days) / capsuleMg),
  edition: "2021-12-13",
  dispenseBefore: "2026-12-20T00:00:00+09:00",
});
const pack = { lot: "A1", expiresOn: "2031-01-31" };
const dispensed = was(
  "supply-dispensed",
  "2026-11-20T09:30:00+09:00",
  { number, capsules: 60, capsuleMg: 20 },
  "pharmacist",
);
const voided = was("supply-voided", "2026-11-20T09:30:00+09:00", { number, because: "withdrawn" });
const reversed = was("supply-reversed", "2026-11-20T09:45:00+09:00", { number }, "pharmacist");
const task = was("task-raised", "2026-11-19", { task: "t1", kind: "review-dispensed-supply", number });
const weighed = was("weight-measured", "2026-11-18", { kg: 45 }, "nurse");
const overridable = { rule: "indication-supports-isotretinoin", reason: "no-evidence" };

export const supplies = [
  spec(authoriseSupply, {
    writes: {
      "one supply, with the decision that let it pass": {
        given: ready(),
        when: supply,
        by: "prescriber",
        gives: [["supply-authorised", { product: supply.product, days: supply.days }]],
      },
    },
    refuses: {
      "somebody of whom hardly anything is known": { when: supply, gives: ["does-not-pass"] },
      "a product that nobody knows": {
        given: ready(),
        when: { ...supply, product: "isotretinoin-x" },
        gives: ["unknown-id", { field: "product" }],
      },
      "a pharmacist": { given: ready(), when: supply, by: "pharmacist", gives: ["not-your-word"] },
    },
    quiet: { never: "a second supply is another one, and is decided by itself" },
  }),
  spec(dispenseSupply, {
    writes: {
      "what was authorised, once": {
        given: [...ready(), authorised],
        when: { number, ...pack },
        by: "pharmacist",
        gives: [["supply-dispensed", { number, by: "pharmacy", lot: "A1" }]],
      },
    },
    refuses: {
      "a number that is none": { when: { number: "1234", ...pack }, gives: ["not-a-number"] },
      "a number of nobody here": {
        when: { number, ...pack },
        gives: ["no-such-authorisation", { number }],
      },
      "a number that was used": {
        given: [...ready(), authorised, dispensed],
        when: { number, ...pack },
        gives: ["authorisation-used", { state: "dispensed" }],
      },
      "a supply that no longer passes": {
        given: [
          ...ready(),
          authorised,
          was("pregnancy-reported", "2026-11-20T09:50:00+09:00", {}, "patient"),
        ],
        when: { number, ...pack },
        gives: ["does-not-pass", { verdict: "stop" }],
      },
    },
    quiet: { never: "whoever hands out twice is told that it was done" },
  }),
  spec(reverseSupply, {
    writes: {
      "that it came back": {
        given: [...ready(), authorised, dispensed],
        when: { number },
        by: "pharmacist",
        gives: [["supply-reversed", { number }]],
      },
    },
    refuses: {
      "what was never handed out": { given: [authorised], when: { number }, gives: ["never-dispensed"] },
      "what another clinic handed out": {
        given: [...ready(), authorised, dispensed],
        when: { number },
        acting: "pore-care",
        by: "pharmacist",
        gives: ["handed-out-elsewhere", { number }],
      },
      "what doses were taken from": {
        given: [authorised, dispensed, was("dose-taken", "2026-11-20T09:40:00+09:00", { mg: 20 }, "patient")],
        when: { number },
        gives: ["not-unopened", { because: "doses-taken" }],
      },
      "what was opened and counted": {
        given: [
          authorised,
          dispensed,
          was("capsules-counted", "2026-11-20", { capsules: 58, capsuleMg: 20 }, "patient"),
        ],
        when: { number },
        gives: ["not-unopened", { because: "capsules-counted" }],
      },
      "what came back otherwise": {
        given: [
          authorised,
          dispensed,
          was("supply-returned", "2026-11-20", { capsules: 60, capsuleMg: 20 }, "pharmacist"),
        ],
        when: { number },
        gives: ["not-unopened", { because: "capsules-returned" }],
      },
      "what the next supply followed": {
        given: [
          authorised,
          dispensed,
          was("supply-dispensed", "2026-11-20T09:45:00+09:00", { capsules: 60, capsuleMg: 20 }, "pharmacist"),
        ],
        when: { number },
        gives: ["not-unopened", { because: "later-supply" }],
      },
      "a nurse": { given: [authorised, dispensed], when: { number }, by: "nurse", gives: ["not-your-word"] },
    },
    quiet: { "about one that came back": { given: [authorised, dispensed, reversed], when: { number } } },
  }),
  spec(voidAuthorisation, {
    writes: {
      "that it is withdrawn": {
        given: [...ready(), authorised],
        when: { number },
        by: "prescriber",
        gives: [["supply-voided", { number, because: "withdrawn" }]],
      },
    },
    refuses: {
      "one that was used": {
        given: [authorised, dispensed],
        when: { number },
        gives: ["authorisation-used", { state: "dispensed" }],
      },
      "a nurse": { given: [authorised], when: { number }, by: "nurse", gives: ["not-your-word"] },
    },
    quiet: { "about one that is void": { given: [authorised, voided], when: { number } } },
  }),
  spec(recordExternalAuthorisation, {
    writes: {
      "the programme's number for one of ours": {
        given: [...ready(), authorised],
        when: {
          programme: "us-ipledge",
          number: "RMA-1",
          doNotDispenseAfter: "2026-11-26",
          authorisation: number,
        },
        by: "pharmacist",
        gives: [["external-authorisation-recorded", { number: "RMA-1", authorisation: number }]],
      },
    },
    refuses: {
      "one of tomorrow": {
        given: [authorised],
        when: {
          programme: "us-ipledge",
          number: "RMA-1",
          doNotDispenseAfter: "2026-11-26",
          authorisation: number,
          happened: "2026-11-21T09:00:00+09:00",
        },
        gives: ["dated-ahead"],
      },
      "one for an authorisation that was used": {
        given: [authorised, dispensed],
        when: {
          programme: "us-ipledge",
          number: "RMA-1",
          doNotDispenseAfter: "2026-11-26",
          authorisation: number,
        },
        gives: ["authorisation-used"],
      },
    },
    quiet: {
      "about the same again": {
        given: [
          ...ready(),
          authorised,
          was(
            "external-authorisation-recorded",
            "2026-11-20",
            {
              programme: "us-ipledge",
              number: "RMA-1",
              doNotDispenseAfter: "2026-11-26",
              authorisation: number,
            },
            "pharmacist",
          ),
        ],
        when: {
          programme: "us-ipledge",
          number: "RMA-1",
          doNotDispenseAfter: "2026-11-26",
          authorisation: number,
        },
      },
    },
  }),
  spec(overrideFinding, {
    writes: {
      "that a house rule is set aside, and why": {
        given: [...ready(), was("course-started", "2026-11-19", { indication: "dandruff" })],
        when: { ...overridable, because: "seen by an allergist" },
        by: "prescriber",
        gives: [["finding-overridden", { ...overridable, because: "seen by an allergist" }]],
      },
    },
    refuses: {
      "what does not stop": {
        given: ready(),
        when: { ...overridable, because: "seen" },
        gives: ["nothing-to-settle", overridable],
      },
      "a floor": {
        given: [...ready(), was("pregnancy-reported", "2026-11-19", {}, "patient")],
        when: { rule: "patient-is-not-pregnant", reason: "pregnancy-reported", because: "no" },
        gives: ["floor-stands"],
      },
    },
    quiet: {
      "about what is set aside": {
        given: [
          ...ready(),
          was("course-started", "2026-11-19", { indication: "dandruff" }),
          was("finding-overridden", "2026-11-20", { ...overridable, because: "seen by an allergist" }),
        ],
        when: { ...overridable, because: "seen by an allergist" },
      },
    },
  }),
  spec(correctEntry, {
    writes: {
      "what stands in its place": {
        given: [weighed],
        when: { ref: "e1", reason: "typing mistake", replacement: { kg: 54 } },
        by: "nurse",
        gives: [["corrected", { ref: "e1", replacement: { kg: 54 } }]],
      },
      "that it was never so": {
        given: [weighed],
        when: { ref: "e1", reason: "another patient", withdrawn: true },
        by: "prescriber",
        gives: [["corrected", { ref: "e1", withdrawn: true }]],
      },
      "that an alarm was none, where a prescriber says so": {
        given: [was("mood-screened", "2026-11-19", { selfHarmThoughts: true }, "patient")],
        when: { ref: "e1", reason: "asked by telephone", withdrawn: true },
        by: "prescriber",
        gives: [["corrected", { ref: "e1", withdrawn: true }]],
      },
    },
    refuses: {
      "an entry there is not": {
        when: { ref: "e9", reason: "?", withdrawn: true },
        gives: ["no-such-entry", { ref: "e9" }],
      },
      "somebody else's entry": {
        given: [weighed],
        when: { ref: "e1", reason: "?", withdrawn: true },
        by: "pharmacist",
        gives: ["not-yours-to-correct", { role: "pharmacist", writtenBy: "nurse" }],
      },
      "the patient who takes an alarm back": {
        given: [was("mood-screened", "2026-11-19", { selfHarmThoughts: true }, "patient")],
        when: { ref: "e1", reason: "oops", withdrawn: true },
        by: "patient",
        gives: ["speaks-against-treatment", { role: "patient" }],
      },
      "a nurse who makes light of one": {
        given: [was("symptom-reported", "2026-11-19", { symptoms: ["severe-headache"] }, "nurse")],
        when: { ref: "e1", reason: "?", replacement: { symptoms: [] } },
        by: "nurse",
        gives: ["speaks-against-treatment"],
      },
      "a laboratory that takes the correction to positive back": {
        given: [
          was("pregnancy-test-collected", "2026-11-18", { test: "T1" }, "lab"),
          was("pregnancy-test-resulted", "2026-11-18", { test: "T1", result: "negative" }, "lab"),
          was(
            "corrected",
            "2026-11-19",
            { ref: "e2", reason: "misread", replacement: { result: "positive" } },
            "lab",
          ),
        ],
        when: { ref: "e3", reason: "?", withdrawn: true },
        by: "lab",
        gives: ["speaks-against-treatment"],
      },
      "that somebody was never registered": {
        when: { ref: "e0", reason: "?", withdrawn: true },
        by: "prescriber",
        gives: ["registration-stays"],
      },
      "a body of another shape": {
        given: [weighed],
        when: { ref: "e1", reason: "?", replacement: { kg: "heavy" } },
        by: "nurse",
        gives: ["replacement-does-not-fit"],
      },
    },
    quiet: {
      "about an entry that was withdrawn": {
        given: [weighed, was("corrected", "2026-11-19", { ref: "e1", reason: "x", withdrawn: true })],
        when: { ref: "e1", reason: "another patient", withdrawn: true },
        by: "prescriber",
      },
    },
  }),
  spec(closeTask, {
    writes: {
      "that somebody looked": {
        given: [task],
        when: { task: "t1", note: "The patient brought the capsules back." },
        by: "pharmacist",
        gives: [["task-closed", { task: "t1" }]],
      },
    },
    refuses: {
      "a task there is not": { when: { task: "t9" }, gives: ["no-such-task", { task: "t9" }] },
      "a nurse": { given: [task], when: { task: "t1" }, by: "nurse", gives: ["not-your-word"] },
    },
    quiet: {
      "about a task that is closed": {
        given: [task, was("task-closed", "2026-11-19", { task: "t1" })],
        when: { task: "t1" },
      },
    },
  }),
];
