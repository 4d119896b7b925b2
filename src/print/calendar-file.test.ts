import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { allAids } from "../app/questions/all-aids.ts";
import { askOn, isProblems } from "../app/questions/ask.ts";
import { day } from "../core/calendar.ts";
import { plan } from "../core/questions/plan/plan.ts";
import { calendarFile } from "./calendar-file.ts";
import type { PlannedAnswer } from "./plan-to-keep.ts";

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
const answerTo = (more: Readonly<Record<string, unknown>> = {}) => {
  const found = askOn(plan, { ...given, ...more }, { knowledge, setting, day: day("2026-11-22") }, allAids);
  if (isProblems(found)) throw new Error(JSON.stringify(found));
  return found;
};
const answer = answerTo();
const events = answer.plans?.[0]?.events ?? [];
const writtenAt = Date.UTC(2026, 10, 22, 9, 30);
/** Long lines are folded: what goes on begins with a space. */
const linesOf = (planned: PlannedAnswer, language: "en" | "ja" = "en") =>
  (calendarFile(planned, language, writtenAt) ?? "").replaceAll("\r\n ", "").split("\r\n");
const linesIn = (language: "en" | "ja") => linesOf(answer, language);
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

  test("is the same twice, with an id for each event", () => {
    expect(linesOf(answerTo())).toEqual(lines);
    expect(new Set(of("UID", lines)).size).toBe(events.length);
    expect(of("DTSTAMP", lines).every((stamp) => stamp === "20261122T093000Z")).toBe(true);
  });

  test.each(["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Tokyo"])(
    "has the same days on a machine in %s",
    (zone) => {
      const before = process.env.TZ;
      const offset = new Date(writtenAt).getTimezoneOffset();
      try {
        process.env.TZ = zone;
        expect(new Date(writtenAt).getTimezoneOffset()).not.toBe(offset);
        expect(linesIn("en")).toEqual(lines);
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    },
  );

  test("has other ids where another plan begins on the same day", () => {
    const ids = new Set(of("UID", lines));
    const others = of("UID", linesOf(answerTo({ dailyMg: 50 })));
    expect(others.length).toBeGreaterThan(10);
    expect(others.filter((id) => ids.has(id))).toEqual([]);
  });

  test("is not written of a plan past a limit, and says beside each supply what is still open", () => {
    const refused = answerTo({ dailyMg: 200 });
    expect(refused.verdict).toBe("stop");
    expect(refused.plans?.length).toBeGreaterThan(0);
    expect(calendarFile(refused, "en", writtenAt)).toBeUndefined();
    const open = answerTo({ start: "2026-12-01" });
    expect(open.verdict).toBe("ask");
    const visits = of("DESCRIPTION", linesOf(open)).filter((text) => text.includes("each supply is decided"));
    expect(visits).toHaveLength(4);
    for (const text of visits) {
      expect(text).toContain("Something is still to be answered first");
    }
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
    const folded = (calendarFile(answer, "ja", writtenAt) ?? "").split("\r\n");
    expect(folded.length).toBeGreaterThan(50);
    const bytes = new TextEncoder();
    expect(Math.max(...folded.map((line) => bytes.encode(line).length))).toBeLessThanOrEqual(75);
  });
});
