import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { allAids } from "../app/questions/all-aids.ts";
import { askOn, isProblems } from "../app/questions/ask.ts";
import { day } from "../core/calendar.ts";
import { plan } from "../core/questions/plan/plan.ts";
import { calendarFile } from "./calendar-file.ts";

const knowledge = readKnowledge();
const given = {
  weightKg: 60,
  age: 24,
  canBecomePregnant: true,
  product: "isotroin",
  start: "2027-01-10",
  targetMgPerKg: 120,
  dailyMg: 60,
};
const setting = { protocol: "jp-selfpay", confirmedEditions: [] };
const answer = askOn(plan, given, { knowledge, setting, day: day("2026-11-22") }, allAids);
const events = isProblems(answer) ? [] : (answer.plans?.[0]?.events ?? []);
const writtenAt = Date.UTC(2026, 10, 22, 9, 30);
/** Long lines are folded: what goes on begins with a space. */
const linesIn = (language: "en" | "ja") =>
  calendarFile(events, language, writtenAt).replaceAll("\r\n ", "").split("\r\n");
const of = (name: string, lines: readonly string[]) =>
  lines.filter((line) => line.startsWith(name)).map((line) => line.slice(line.indexOf(":") + 1));

describe("a plan's calendar", () => {
  const lines = linesIn("en");

  test("has an all-day event for each visit, test and end of the plan", () => {
    expect(of("DTSTART;VALUE=DATE", lines)).toEqual(events.map(({ on }) => on.replaceAll("-", "")));
    expect(of("DTEND;VALUE=DATE", lines)[0]).toBe("20261210");
    const titles = of("SUMMARY", lines);
    expect(titles.filter((title) => title === "Visit and capsules")).toHaveLength(4);
    expect(titles.filter((title) => title === "Pregnancy test")).toHaveLength(8);
    expect(titles.filter((title) => title === "Last capsule")).toHaveLength(1);
    expect(titles.at(-1)).toBe("Pregnancy test");
    expect(titles).toContain("The time after the last capsule ends");
    expect(lines.join("\n")).not.toMatch(/DTSTART(?!;VALUE=DATE)/);
  });

  test("is the same twice, whatever zone the machine is in, with an id for each event", () => {
    expect(linesIn("en")).toEqual(lines);
    expect(new Set(of("UID", lines)).size).toBe(events.length);
    expect(of("DTSTAMP", lines).every((stamp) => stamp === "20261122T093000Z")).toBe(true);
  });

  test("says of a test that is due on one day only that it is on that day", () => {
    const second = (language: "en" | "ja") => of("DESCRIPTION", linesIn(language));
    expect(second("en").some((text) => text.includes("test 2 of 2"))).toBe(true);
    expect(second("en").find((text) => text.includes("test 2 of 2"))).toContain("on 10 Jan 2027");
    expect(second("en").find((text) => text.includes("test 1 of 2"))).toContain("by 22 Dec 2026");
    expect(second("ja").find((text) => text.includes("2回目(全2回)"))).toContain("2027年1月10日の当日");
  });

  test("speaks the language it was asked in, and of nobody", () => {
    const japanese = linesIn("ja");
    expect(of("NAME", japanese)).toEqual(["イソトレチノインの治療"]);
    expect(of("SUMMARY", japanese)).toContain("最後のカプセル");
    expect(of("DESCRIPTION", lines).every((text) => /^[\x20-\x7E×]+$/.test(text))).toBe(true);
    expect([...lines, ...japanese].join("\n")).not.toMatch(/ATTENDEE|ORGANIZER|undefined/);
  });

  test("folds its lines at 75 bytes, as readers of calendars ask", () => {
    const folded = calendarFile(events, "ja", writtenAt).split("\r\n");
    const bytes = new TextEncoder();
    expect(Math.max(...folded.map((line) => bytes.encode(line).length))).toBeLessThanOrEqual(75);
  });
});
