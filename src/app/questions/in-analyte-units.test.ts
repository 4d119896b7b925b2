import { describe, expect, test } from "vitest";
import { readKnowledge } from "../knowledge-files.ts";
import { inAnalyteUnits } from "./in-analyte-units.ts";

const knowledge = readKnowledge();
const row = (given: object) => inAnalyteUnits({ results: [given] }, knowledge)["results"];

describe("Laboratory values in the unit they are graded in", () => {
  test("a UCUM unit of the same dimension is turned, limits and baseline along with it", () => {
    expect(
      row({ analyte: "triglycerides", value: 5.2, unit: "g/L", upperLimit: 1.5, baseline: 1.6 }),
    ).toEqual([{ analyte: "triglycerides", value: 520, unit: "mg/dL", upperLimit: 150, baseline: 160 }]);
  });
  test("an amount of substance is turned by the cited factor, in any of its sizes", () => {
    expect(row({ analyte: "triglycerides", value: 6100, unit: "umol/L" })).toEqual([
      { analyte: "triglycerides", value: 540.277, unit: "mg/dL" },
    ]);
  });
  test("cells are counted in any volume", () => {
    expect(row({ analyte: "wbc", value: 16400, unit: "/uL" })).toEqual([
      { analyte: "wbc", value: 16.4, unit: "10*3/uL" },
    ]);
  });
  test.each([
    ["a unit of another dimension", { analyte: "alt", value: 95, unit: "mg/dL" }],
    ["a unit nobody knows", { analyte: "alt", value: 95, unit: "blobs" }],
    ["what every object has", { analyte: "alt", value: 95, unit: "constructor" }],
    ["an amount of glucose, which has no cited factor", { analyte: "glucose", value: 5.5, unit: "mmol/L" }],
    ["no unit at all", { analyte: "alt", value: 95 }],
    ["an unknown analyte", { analyte: "constructor", value: 95, unit: "U/L" }],
  ])("%s is left as it is, for the question to ask about", (_, given) => {
    expect(row(given)).toEqual([given]);
  });
  test("a question without results is left alone", () => {
    expect(inAnalyteUnits({ activity: "waxing" }, knowledge)).toEqual({ activity: "waxing" });
  });
});
