/** Reads an expiry as packs print it and people type it: `2028-03`, `28.3`, `03/2028`, `MAR 2028`, `2028年3月`. */
import { calendarMonths, type Day, parseDay, plus } from "../../../core/calendar.ts";

export type TypedExpiry =
  | { readonly is: "nothing" }
  /** Not readable, or in more than one way. */
  | { readonly is: "unclear" }
  /** The last day on which the pack may be used; without a day of its own that is the month's last. */
  | { readonly is: "day"; readonly day: Day; readonly wholeMonth: boolean };

const monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

const piece: Readonly<Record<string, string>> = {
  Y: String.raw`(?<year>20\d\d)`,
  // Up to 12 it could be a month as well: no pack of those years is about any more.
  y: String.raw`(?<year>1[3-9]|[2-9]\d)`,
  M: "(?<month>0?[1-9]|1[0-2])",
  m: "(?<month>0[1-9]|1[0-2])",
  N: "(?<name>[A-Z]{3,9})",
  D: String.raw`(?<date>0?[1-9]|[12]\d|3[01])`,
  d: String.raw`(?<date>0[1-9]|[12]\d|3[01])`,
  "-": String.raw`(?:[\s.,/\-‐–—−ー年月]+)`,
  "?": String.raw`[\s.,/\-‐–—−ー]*`,
};

/** Every layout there is; letters as above. Without a mark between them, months and days have two digits. */
const layouts = ["Y-M", "M-Y", "Ym", "mY", "y-M", "M-y", "ym", "my", "N?Y", "N?y", "Y?N"]
  .concat(["Y-M-D", "Ymd", "D-M-Y", "M-D-Y", "D?N?Y"])
  .map((layout) => new RegExp(`^${Array.from(layout, (one) => piece[one] ?? "").join("")}$`));

/** What was typed of an expiry. */
export function typedExpiry(typed: string): TypedExpiry {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/^\s*(EXP(IRY)?|使用期限|期限)[.:\s]*/, "")
    .trimEnd()
    .replace(/[月日]$/, "");
  if (plain === "") return { is: "nothing" };
  const read = new Map<string, TypedExpiry>();
  for (const layout of layouts) {
    const { year, month, name, date } = layout.exec(plain)?.groups ?? {};
    if (year === undefined) continue;
    const number = name === undefined ? Number(month) : monthNames.indexOf(name.slice(0, 3)) + 1;
    const found = dayIn(Number(year) % 100, number, date);
    if (found.is === "day") read.set(`${found.day} ${found.wholeMonth}`, found);
  }
  const [only, another] = read.values();
  return only === undefined || another !== undefined ? { is: "unclear" } : only;
}

function dayIn(year: number, month: number, date: string | undefined): TypedExpiry {
  const two = (n: number) => String(n).padStart(2, "0");
  const day = parseDay(`20${two(year)}-${two(month)}-${two(Number(date ?? 1))}`);
  if (day === undefined) return { is: "unclear" };
  const wholeMonth = date === undefined;
  return { is: "day", day: wholeMonth ? plus(calendarMonths(day, 1), -1) : day, wholeMonth };
}
