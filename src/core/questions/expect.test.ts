import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { day } from "../calendar.ts";
import { features } from "../knowledge/topics/feature.ts";
import { askedOn } from "./asked.ts";
import { expectations } from "./expect.ts";

const knowledge = readKnowledge();
const asked = askedOn(knowledge, { protocol: "jp-selfpay", confirmedEditions: [] }, day("2026-11-22"));
const all = Object.values(knowledge.expectations);

describe("What to expect", () => {
  test.each(features)("%s has something to say, and whoever says it is named", (feature) => {
    const { remarks } = expectations.answer({ feature }, asked);
    const about = remarks.filter((one) => one.about?.kind === "expectation");
    expect(about.length).toBe(all.filter((one) => one.feature === feature).length);
    expect(about.length).toBeGreaterThan(0);
    for (const { cites } of about) expect(cites.length).toBeGreaterThan(0);
  });

  test("what nothing supports is shown apart and never counts", () => {
    const { remarks, verdict } = expectations.answer({}, asked);
    const unsupported = all.filter(({ judged }) => judged !== "supported" && judged !== "house-rule");
    expect(unsupported.length).toBe(16);
    for (const { id } of unsupported) {
      const said = remarks.filter((one) => one.about?.id === id);
      expect(said.map(({ section }) => section)).toEqual(["not-applied"]);
    }
    expect(remarks.some(({ section }) => section === "counts")).toBe(false);
    expect(verdict).toBe("advise");
  });

  test("a page's time is before, about now or over by the days since the first capsule", () => {
    const phase = (firstDay: string) =>
      expectations
        .answer({ feature: "course", firstDay: day(firstDay) }, asked)
        .remarks.find((one) => one.about?.id === "course-page-002")?.facts;
    expect(phase("2026-07-24")).toMatchObject({ phase: "later" });
    expect(phase("2026-07-23")).toMatchObject({ phase: "now" });
    expect(phase("2026-05-24")).toMatchObject({ phase: "now" });
    expect(phase("2026-05-23")).toMatchObject({ phase: "past" });
  });
});
