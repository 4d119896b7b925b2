import { describe, expect, test } from "vitest";
import { day } from "../../../core/calendar.ts";
import { linesInSight, namedLines, type SeriesJson, scaleOfSeries } from "./series-scale.ts";

const frame = { width: 340, height: 120, left: 20, right: 20, top: 10, bottom: 10 };
const alt: SeriesJson = {
  id: "alt",
  unit: "U/L",
  points: [
    { on: "2026-09-01", value: 20 },
    { on: "2026-11-01", value: 80 },
  ],
  lines: [{ value: 100, meaning: "upper-limit" }],
};

describe("a drawing of numbers over days", () => {
  test("reaches from the first day to the last", () => {
    const scale = scaleOfSeries(alt, frame);
    expect(scale?.x(day("2026-09-01"))).toBe(20);
    expect(scale?.x(day("2026-11-01"))).toBe(320);
  });

  test("begins at zero and has room above its highest line", () => {
    const scale = scaleOfSeries(alt, frame);
    expect(scale?.y(0)).toBe(110);
    expect(scale?.y(100)).toBeGreaterThan(10);
    expect(scale?.y(100)).toBeLessThan(scale?.y(80) ?? 0);
  });

  test("leaves out lines far above, but never the next one", () => {
    const lines = [40, 120, 200, 800].map((value) => ({ value, meaning: `line-${value}` }));
    const values = (highest: number) =>
      linesInSight({ ...alt, points: [{ on: "2026-09-01", value: highest }], lines }).map(
        ({ value }) => value,
      );
    expect(values(130)).toEqual([40, 120, 200]);
    expect(values(210)).toEqual([40, 120, 200, 800]);
    expect(values(5)).toEqual([40]);
  });

  test("names close lines on different sides, and a third of them not at all", () => {
    const lines = [100, 101, 102].map((value) => ({ value, meaning: `line-${value}` }));
    const named = namedLines({ ...alt, lines }, (value) => 200 - value);
    expect(named.map(({ side }) => side)).toEqual(["start", "end", undefined]);
  });

  test("puts a single point in the middle, and draws nothing of nothing", () => {
    const [first] = alt.points;
    const single = { ...alt, points: first === undefined ? [] : [first] };
    expect(scaleOfSeries(single, frame)?.x(day("2026-09-01"))).toBe(170);
    expect(scaleOfSeries({ ...alt, points: [] }, frame)).toBeUndefined();
  });
});
