import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type At,
  ageYears,
  at,
  atText,
  birthday,
  calendarMonths,
  clockAt,
  clockText,
  type Day,
  day,
  dayOf,
  daysBetween,
  dayText,
  endOf,
  isZone,
  lastMinuteOf,
  parseAt,
  parseDay,
  plus,
  safetyMonths,
  spanEnd,
  spanWithin,
  startOf,
  writtenDay,
} from "./calendar.ts";

const days = fc.integer({ min: 0, max: 60_000 }) as fc.Arbitrary<Day>;
const zones = fc.constantFrom(
  "Asia/Tokyo",
  "America/New_York",
  "Pacific/Honolulu",
  "Australia/Lord_Howe",
  "Etc/UTC",
);

describe("a day", () => {
  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-1-1",
    "20261120",
    "1899-12-31",
    "2200-01-01",
    "",
    "2026-11-20T00:00",
  ])("is not read from %j", (text) => expect(parseDay(text)).toBeUndefined());
  test("is read and written back", () => {
    fc.assert(
      fc.property(days, (value) => {
        expect(parseDay(dayText(value))).toBe(value);
      }),
    );
  });
  test("29 February 2028 is one", () => expect(dayText(day("2028-02-29"))).toBe("2028-02-29"));
  test("is the one written in front of an instant, whatever the offset", () => {
    expect(writtenDay("2026-03-01T23:30:00-10:00")).toBe(day("2026-03-01"));
    expect(writtenDay("2026-03-01T00:30:00+14:00")).toBe(day("2026-03-01"));
  });
});

describe("an instant", () => {
  test("needs an offset", () => expect(parseAt("2026-11-20T09:30:00")).toBeUndefined());
  test("belongs to the day of its zone", () => {
    const instant = at("2026-11-20T23:30:00-05:00");
    expect(dayText(dayOf(instant, "America/New_York"))).toBe("2026-11-20");
    expect(dayText(dayOf(instant, "Asia/Tokyo"))).toBe("2026-11-21");
    expect(clockText(instant, "Asia/Tokyo")).toBe("13:30");
    expect(atText(instant)).toBe("2026-11-21T04:30:00Z");
  });
  test("lies between the start of its day and its end, in every zone", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), zones, (ms, zone) => {
        const value = ms as At;
        const found = dayOf(value, zone);
        expect(startOf(found, zone)).toBeLessThanOrEqual(value);
        expect(endOf(found, zone)).toBeGreaterThan(value);
        expect(lastMinuteOf(found, zone)).toBe(endOf(found, zone) - 60_000);
      }),
    );
  });
  test("a day has 23 hours in New York when the clock goes forward, 25 when it goes back", () => {
    const hours = (text: string) =>
      (endOf(day(text), "America/New_York") - startOf(day(text), "America/New_York")) / 3_600_000;
    expect(hours("2026-03-08")).toBe(23);
    expect(hours("2026-11-01")).toBe(25);
    expect(hours("2026-11-20")).toBe(24);
  });
  test("Asia/Tokyo is a zone and Tokyo is not", () => {
    expect(isZone("Asia/Tokyo")).toBe(true);
    expect(isZone("Tokyo")).toBe(false);
  });
});

describe("a safety month", () => {
  test.each([
    ["2026-01-31", "2026-03-02", "28 February has passed, 30 days not: the later counts"],
    ["2026-02-01", "2026-03-03", "30 days"],
    ["2028-01-30", "2028-02-29", "a leap day"],
    ["2026-03-31", "2026-04-30", "the shorter month's last day"],
    ["2026-07-15", "2026-08-15", "one calendar month, 31 days"],
    ["2026-12-20", "2027-01-20", "over a year's end"],
  ])("from %s runs through %s (%s)", (from, through) => {
    expect(dayText(safetyMonths(day(from), 1))).toBe(through);
  });
  test("is never shorter than 30 days nor than a calendar month", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 12 }), (from, months) => {
        const end = safetyMonths(from, months);
        expect(daysBetween(from, end)).toBeGreaterThanOrEqual(30 * months);
        expect(end).toBeGreaterThanOrEqual(calendarMonths(from, months));
      }),
    );
  });
});

describe("a span", () => {
  test("ends after its days or weeks", () => {
    expect(spanEnd(day("2026-11-01"), { days: 6 })).toBe(day("2026-11-07"));
    expect(spanEnd(day("2026-11-01"), { weeks: 8 })).toBe(day("2026-12-27"));
    expect(spanEnd(day("2026-01-31"), { months: 1 })).toBe(day("2026-03-02"));
  });
  test("as the age of a result is a calendar month, the shorter reading", () => {
    expect(spanWithin(day("2026-01-31"), { months: 1 })).toBe(day("2026-02-28"));
  });
});

describe("a clock time of a day", () => {
  test("is an instant with the zone's offset", () => {
    expect(clockAt(day("2026-11-20"), "09:30", "Asia/Tokyo")).toBe("2026-11-20T09:30+09:00");
    expect(clockAt(day("2026-07-01"), "23:59", "America/New_York")).toBe("2026-07-01T23:59-04:00");
  });
  test("that comes twice is the earlier one, one that is left out the one after it", () => {
    expect(clockAt(day("2026-11-01"), "01:30", "America/New_York")).toBe("2026-11-01T01:30-04:00");
    expect(clockAt(day("2026-03-08"), "02:30", "America/New_York")).toBe("2026-03-08T03:30-04:00");
  });
  test.each(["24:00", "9:30", "09:60", "", "noon"])("is not read from %j", (text) =>
    expect(clockAt(day("2026-11-20"), text, "Asia/Tokyo")).toBeUndefined(),
  );
  test("is read back in its zone", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 8, max: 23 }), zones, (value, hour, zone) => {
        const clock = `${String(hour).padStart(2, "0")}:15`;
        const read = at(clockAt(value, clock, zone) ?? "");
        expect([dayOf(read, zone), clockText(read, zone)]).toEqual([value, clock]);
      }),
    );
  });
});

describe("age", () => {
  test.each([
    ["2014-11-20", "2026-11-19", 11],
    ["2014-11-20", "2026-11-20", 12],
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
    ["2026-11-20", "2026-11-01", 0],
  ])("born %s, on %s: %i", (born, on, years) => {
    expect(ageYears(day(born), day(on))).toBe(years);
  });
  test("turns on the birthday and not the day before", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 80 }), (born, years) => {
        const turned = birthday(born, years);
        expect(ageYears(born, turned)).toBe(years);
        expect(ageYears(born, plus(turned, -1))).toBe(years - 1);
      }),
    );
  });
});
