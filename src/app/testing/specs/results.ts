import { recordLabResult } from "../../commands/record-lab-result.ts";
import { recordUnreadResult } from "../../commands/record-unread-result.ts";
import { reviewResults } from "../../commands/review-results.ts";
import { was } from "../given.ts";
import { spec } from "../spec.ts";

const alt = was("lab-resulted", "2026-11-18", { analyte: "alt", value: 20, unit: "U/L" }, "lab");

export const results = [
  spec(recordLabResult, {
    writes: {
      "a value with its range": {
        when: { analyte: "triglycerides", value: 110, unit: "mg/dL", upperLimit: 150, fasting: true },
        by: "lab",
        gives: [["lab-resulted", { analyte: "triglycerides", value: 110, unit: "mg/dL", upperLimit: 150 }]],
      },
      "a value in a unit the rules read, as it was written": {
        when: { analyte: "triglycerides", value: 1.2, unit: "mmol/L" },
        gives: [["lab-resulted", { value: 1.2, unit: "mmol/L" }]],
      },
      "a value in another unit, with its range, in the analyte's own": {
        when: { analyte: "triglycerides", value: 1.1, unit: "g/L", upperLimit: 1.5, lowerLimit: 0.3 },
        gives: [["lab-resulted", { value: 110, unit: "mg/dL", upperLimit: 150, lowerLimit: 30 }]],
      },
      "another analyte of the same day": {
        given: [alt],
        when: { analyte: "ast", value: 20, unit: "U/L", happened: "2026-11-18" },
        gives: [["lab-resulted", { analyte: "ast" }]],
      },
    },
    refuses: {
      "an analyte that nobody knows": {
        when: { analyte: "gpt", value: 20, unit: "U/L" },
        gives: ["unknown-id", { field: "analyte", given: "gpt" }],
      },
      "a unit that nobody can read": {
        when: { analyte: "alt", value: 20, unit: "per cent" },
        gives: ["unreadable-unit", { analyte: "alt", unit: "per cent" }],
      },
      "a value that no body has, as it is in the analyte's unit": {
        when: { analyte: "triglycerides", value: 1100, unit: "g/L" },
        gives: ["implausible-value", { field: "value", value: 110_000, unit: "mg/dL" }],
      },
      "the patient": {
        when: { analyte: "alt", value: 20, unit: "U/L" },
        by: "patient",
        gives: ["not-your-word"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [alt, was("lab-resulted", "2026-11-18", { analyte: "ast", value: 20, unit: "U/L" }, "lab")],
        when: { analyte: "alt", value: 20, unit: "U/L", happened: "2026-11-18" },
      },
    },
  }),
  spec(recordUnreadResult, {
    writes: {
      "what was written": {
        when: { analyte: "ck", written: ">3000 IU/L" },
        by: "nurse",
        gives: [["result-unread", { analyte: "ck", written: ">3000 IU/L" }]],
      },
    },
    refuses: {
      "one of tomorrow": {
        when: { analyte: "ck", written: "?", happened: "2026-11-21" },
        gives: ["dated-ahead"],
      },
    },
    quiet: {
      "about the same on the same day": {
        given: [was("result-unread", "2026-11-18", { analyte: "ck", written: "?" }, "lab")],
        when: { analyte: "ck", written: "?", happened: "2026-11-18" },
      },
    },
  }),
  spec(reviewResults, {
    writes: {
      "that they were read": { given: [alt], when: {}, by: "prescriber", gives: [["results-reviewed"]] },
      "that one which came in after the last reading was read": {
        given: [
          { ...alt, recordedAt: "2026-11-19T09:00:00Z" },
          { ...was("results-reviewed", "2026-11-18"), recordedAt: "2026-11-18T09:00:00Z" },
        ],
        when: {},
        gives: [["results-reviewed"]],
      },
    },
    refuses: { "a nurse": { given: [alt], when: {}, by: "nurse", gives: ["not-your-word"] } },
    quiet: {
      "when each was read": { given: [alt, was("results-reviewed", "2026-11-18")], when: {} },
      "when there is none": { when: {} },
    },
  }),
];
