import { describe, expect, test } from "vitest";
import { at, day } from "../../core/calendar.ts";
import { sayAt, sayClosing, sayDay, sayFullAt } from "./when.ts";

const tokyo = "Asia/Tokyo";
/** Sunday 22 November 2026, 10:30 in Tokyo. */
const now = at("2026-11-22T10:30:00+09:00");

describe("A day", () => {
  test("that is near is told with its weekday", () => {
    expect(sayDay("en", "2026-11-24", day("2026-11-22"))).toBe("Tue 24 Nov");
    expect(sayDay("ja", "2026-11-24", day("2026-11-22"))).toBe("11月24日(火)");
  });
  test("that is far, or seen from no day, is told with its year", () => {
    expect(sayDay("en", "2002-04-11", day("2026-11-22"))).toBe("11 Apr 2002");
    expect(sayDay("ja", "2026-11-24")).toBe("2026年11月24日");
  });
  test("before 1970 has its weekday too", () => {
    expect(sayDay("en", "1969-12-31", day("1969-12-30"))).toBe("Wed 31 Dec");
  });
  test("that is none stays as it was written", () => {
    expect(sayDay("en", "soon")).toBe("soon");
  });
});

describe("An instant", () => {
  test("of today, tomorrow or yesterday says so", () => {
    expect(sayAt("en", "2026-11-22T05:05:00Z", now, tokyo)).toBe("today 14:05");
    expect(sayAt("ja", "2026-11-22T15:00:00Z", now, tokyo)).toBe("明日 00:00");
    expect(sayAt("en", "2026-11-21T02:00:00Z", now, tokyo)).toBe("yesterday 11:00");
  });
  test("of another day names it", () => {
    expect(sayAt("en", "2026-11-27T05:00:00Z", now, tokyo)).toBe("Fri 27 Nov, 14:00");
    expect(sayAt("ja", "2026-11-27T05:00:00Z", now, tokyo)).toBe("11月27日(金) 14:00");
  });
  test("on paper has its whole date", () => {
    expect(sayFullAt("en", "2026-11-22T05:05:00Z", tokyo)).toBe("22 Nov 2026, 14:05");
    expect(sayFullAt("ja", "2026-11-22T05:05:00Z", tokyo)).toBe("2026年11月22日 14:05");
  });
});

describe("What closes", () => {
  const closing = (text: string) => sayClosing("en", text, now, tokyo);
  test("at midnight closes with the last minute of the day before", () => {
    expect(closing("2026-11-24T15:00:00Z")).toMatchObject({
      absolute: "Tue 24 Nov, 23:59",
      onPaper: "24 Nov 2026, 23:59",
      relative: "2 days left",
      urgency: "soon",
    });
  });
  test("today is told in hours and minutes", () => {
    expect(closing("2026-11-22T15:00:00Z")).toMatchObject({ relative: "13 h left", urgency: "today" });
    expect(closing("2026-11-22T01:55:00Z")).toMatchObject({ relative: "25 min left", urgency: "today" });
  });
  test("tomorrow is one day", () => {
    expect(closing("2026-11-23T15:00:00Z")).toMatchObject({
      absolute: "tomorrow 23:59",
      relative: "1 day left",
    });
  });
  test("at this very instant is over", () => {
    expect(closing("2026-11-22T01:30:00Z")).toMatchObject({ relative: "over", urgency: "over" });
    expect(closing("2026-11-22T01:31:00Z")).toMatchObject({ relative: "1 min left" });
  });
  test("in a week is far", () => {
    expect(sayClosing("ja", "2026-11-30T15:00:00Z", now, tokyo)).toMatchObject({
      relative: "あと8日",
      urgency: "later",
    });
  });
});
