/**
 * Days are days. The only file that touches `Temporal`: everything else counts in `Day` and `At`.
 *
 * `Day` is whole days since 1970-01-01 in the proleptic Gregorian calendar, with no zone.
 * `At` is milliseconds since 1970-01-01T00:00Z.
 */

declare const dayBrand: unique symbol;
declare const atBrand: unique symbol;
export type Day = number & { readonly [dayBrand]: true };
export type At = number & { readonly [atBrand]: true };

/** A length of time as labels give it. */
export type Span = { readonly days: number } | { readonly weeks: number } | { readonly months: number };

const msPerDay = 86_400_000;
const dayShape = /^\d{4}-\d{2}-\d{2}$/;

/** Year 1900 to 2199: outside it a date is a typing mistake, not a date of care. */
const firstDay = -25_567;
const lastDay = 84_005;

/** 0001-01-01 and 9999-12-31: no sum of days reaches past them. */
const year1 = -719_162;
const year9999 = 2_932_896;

/** The day from which a fact stands whose own day nobody wrote down. */
export const beginningOfTime: Day = firstDay as Day;

/** Reads `YYYY-MM-DD`; undefined when it is not a real calendar day between 1900 and 2199. */
export function parseDay(text: string): Day | undefined {
  const seen = daysRead.get(text);
  if (seen !== undefined) return seen;
  if (!dayShape.test(text)) return undefined;
  try {
    const date = Temporal.PlainDate.from(text, { overflow: "reject" });
    const day = epochDay(date);
    if (day < firstDay || day > lastDay) return undefined;
    daysRead.set(text, day);
    return day;
  } catch {
    return undefined;
  }
}

/** Days that were read before: there are no more than the calendar has. */
const daysRead = new Map<string, Day>();

/** Reads `YYYY-MM-DD` or throws: for literals in code, never for input. */
export function day(text: string): Day {
  const read = parseDay(text);
  if (read === undefined) throw new RangeError(`"${text}" is not a calendar day (YYYY-MM-DD)`);
  return read;
}

/** Reads an instant with an offset or `Z`; undefined when it has none, is not real, or lies outside 1900 to 2199. */
export function parseAt(text: string): At | undefined {
  try {
    const at = Temporal.Instant.from(text).epochMilliseconds as At;
    const day = at / msPerDay;
    return day < firstDay || day > lastDay ? undefined : at;
  } catch {
    return undefined;
  }
}

/** Reads an instant or throws: for literals in code, never for input. */
export function at(text: string): At {
  const read = parseAt(text);
  if (read === undefined) throw new RangeError(`"${text}" is not an instant with an offset`);
  return read;
}

/** The calendar day written in front of an instant, in the offset it was written with. */
export function writtenDay(text: string): Day | undefined {
  return parseDay(text.slice(0, 10));
}

export function dayText(value: Day): string {
  const seen = daysWritten.get(value);
  if (seen !== undefined) return seen;
  const text = plainDate(value).toString();
  if (value >= firstDay && value <= lastDay) daysWritten.set(value, text);
  return text;
}

const daysWritten = new Map<Day, string>();

export function atText(value: At): string {
  return Temporal.Instant.fromEpochMilliseconds(value).toString();
}

/** Whether the runtime knows the zone ("Asia/Tokyo"). */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** Clock time "HH:MM" of an instant in a zone. */
export function clockText(value: At, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(value).toZonedDateTimeISO(zone).toPlainTime().toString({
    smallestUnit: "minute",
  });
}

interface Span24 {
  readonly starts: At;
  readonly ends: At;
  readonly day: Day;
}
const lastSeen = new Map<string, Span24>();

/** The calendar day of an instant in a zone. */
export function dayOf(value: At, zone: string): Day {
  const seen = lastSeen.get(zone);
  if (seen !== undefined && value >= seen.starts && value < seen.ends) return seen.day;
  const found = epochDay(
    Temporal.Instant.fromEpochMilliseconds(value).toZonedDateTimeISO(zone).toPlainDate(),
  );
  lastSeen.set(zone, { starts: startOf(found, zone), ends: startOf(plus(found, 1), zone), day: found });
  return found;
}

const starts = new Map<string, Map<Day, At>>();
const mostKept = 5_000;

/** The first instant of a day in a zone: midnight, or later where the clock jumps over it. */
export function startOf(value: Day, zone: string): At {
  let ofZone = starts.get(zone);
  if (ofZone === undefined) starts.set(zone, (ofZone = new Map()));
  let found = ofZone.get(value);
  if (found === undefined) {
    found = plainDate(value).toZonedDateTime(zone).epochMilliseconds as At;
    if (ofZone.size >= mostKept) ofZone.clear();
    ofZone.set(value, found);
  }
  return found;
}

/** The instant at which a day has ended in a zone: the first that no longer belongs to it. */
export function endOf(value: Day, zone: string): At {
  return startOf(plus(value, 1), zone);
}

/**
 * A clock time ("09:30") of a day in a zone, as an instant with its offset; undefined where it is none. Of a time that
 * comes twice the earlier is meant.
 */
export function clockAt(value: Day, clock: string, zone: string): string | undefined {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) return undefined;
  return plainDate(value)
    .toPlainDateTime(Temporal.PlainTime.from(clock))
    .toZonedDateTime(zone)
    .toString({ smallestUnit: "minute", timeZoneName: "never" });
}

/** The last minute of a day in a zone. */
export function lastMinuteOf(value: Day, zone: string): At {
  return (endOf(value, zone) - 60_000) as At;
}

/**
 * So many days on, a begun day counted whole. Past the last day anybody writes (9999) or before the first it is that
 * day: no amount throws.
 */
export function plus(value: Day, days: number): Day {
  return Math.min(Math.max(Math.ceil(value + days), year1), year9999) as Day;
}

/** Days from the earlier to the later: the 1st to the 3rd is 2. */
export function daysBetween(earlier: Day, later: Day): number {
  return later - earlier;
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

export function earlierDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** The same day of the month `months` on, or the month's last where it has no such day. */
export function calendarMonths(value: Day, months: number): Day {
  const key = value * 64 + months;
  let found = monthsOn.get(key);
  if (found === undefined) {
    found = epochDay(plainDate(value).add({ months }));
    if (monthsOn.size >= mostKept) monthsOn.clear();
    monthsOn.set(key, found);
  }
  return found;
}

const monthsOn = new Map<number, Day>();

/**
 * The last day of a restriction of `months` safety months that starts on `value`: a safety month is the later
 * of one calendar month and 30 days; what it restricts is free the day after.
 */
export function safetyMonths(value: Day, months: number): Day {
  return laterDay(calendarMonths(value, months), plus(value, 30 * months));
}

/** The last day of a restriction of a span that starts on `value`; months are safety months. */
export function spanEnd(value: Day, span: Span): Day {
  if ("days" in span) return plus(value, span.days);
  if ("weeks" in span) return plus(value, span.weeks * 7);
  return safetyMonths(value, span.months);
}

/** The last day within a span of `value` where shorter is safer (a result's age); months are calendar months. */
export function spanWithin(value: Day, span: Span): Day {
  return "months" in span ? calendarMonths(value, span.months) : spanEnd(value, span);
}

/** A nominal length in days, to put spans in order; a month counts 30.4. */
export function nominalDays(span: Span): number {
  if ("days" in span) return span.days;
  if ("weeks" in span) return span.weeks * 7;
  return span.months * 30.4;
}

const agesSeen = new Map<Day, { readonly from: Day; readonly to: Day; readonly years: number }>();

/** Whole years from birth to a day: someone born on 29 February is a year older on 1 March. */
export function ageYears(born: Day, on: Day): number {
  if (on < born) return 0;
  const seen = agesSeen.get(born);
  if (seen !== undefined && on >= seen.from && on < seen.to) return seen.years;
  const from = plainDate(born);
  const to = plainDate(on);
  const turned = to.month > from.month || (to.month === from.month && to.day >= from.day);
  const years = to.year - from.year - (turned ? 0 : 1);
  if (agesSeen.size >= mostKept) agesSeen.clear();
  agesSeen.set(born, { from: birthday(born, years), to: birthday(born, years + 1), years });
  return years;
}

/** The day on which someone turns `years`. */
export function birthday(born: Day, years: number): Day {
  const from = plainDate(born);
  const to = from.add({ years });
  return to.day === from.day ? epochDay(to) : plus(epochDay(to), 1);
}

function plainDate(value: Day): Temporal.PlainDate {
  return epoch.add({ days: value });
}

function epochDay(date: Temporal.PlainDate): Day {
  return Math.round(date.toZonedDateTime("UTC").epochMilliseconds / msPerDay) as Day;
}

const epoch = Temporal.PlainDate.from("1970-01-01");
