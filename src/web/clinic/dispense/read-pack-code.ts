/**
 * Reads the code that a scanner finds on a pack: a GS1 element string, such as a DataMatrix under the EU's and the US's
 * rules or a DataBar on a Japanese pack holds. It gives lot and expiry at once.
 */
import { calendarMonths, type Day, parseDay, plus } from "../../../core/calendar.ts";

export type PackCode =
  | { readonly is: "pack"; readonly lot: string; readonly expiresOn: Day }
  /** Certainly such a code, but lot and expiry cannot be told apart for certain. */
  | { readonly is: "unclear" };

/** GS1 General Specifications, 3: application identifiers of a fixed length, and those that end with a separator. */
const fixed: Readonly<Record<string, number>> = {
  "01": 14,
  "11": 6,
  "13": 6,
  "15": 6,
  "16": 6,
  "17": 6,
  "20": 2,
};
const open: Readonly<Record<string, number>> = {
  "10": 20,
  "21": 20,
  "30": 8,
  "240": 30,
  "710": 20,
  "711": 20,
  "712": 20,
  "713": 20,
  "714": 20,
};
const separator = "\u001d";

/** @returns undefined where it is no such code, but what somebody typed */
export function packCode(scanned: string): PackCode | undefined {
  const plain = scanned
    .normalize("NFKC")
    .trim()
    .replace(/^\](d2|C1|e0|Q3)/, "");
  const bare = plain.startsWith("(01)") ? withSeparators(plain) : plain;
  if (!/^01\d{14}/.test(bare) || !isTradeItem(bare.slice(2, 16))) return undefined;
  const elements = elementsOf(bare);
  const lot = elements?.get("10");
  const expiresOn = dayIn(elements?.get("17"));
  return lot === undefined || expiresOn === undefined ? { is: "unclear" } : { is: "pack", lot, expiresOn };
}

/** Brackets, which some scanners write around identifiers, as separators. */
function withSeparators(plain: string): string {
  return plain.replaceAll(/\((\d{2,4})\)/g, (_, identifier: string) => `${separator}${identifier}`).slice(1);
}

function elementsOf(bare: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  let rest = bare;
  while (rest !== "") {
    const [identifier, value] = elementIn(rest);
    if (identifier === undefined || value === undefined || found.has(identifier)) return undefined;
    const isLast = rest.length === identifier.length + value.length;
    // Without its separator a lot would swallow whatever follows it.
    if (isLast && open[identifier] !== undefined && !bare.includes(separator) && hidesAnother(value))
      return undefined;
    found.set(identifier, value);
    rest = rest.slice(identifier.length + value.length);
    if (rest.startsWith(separator)) rest = rest.slice(separator.length);
  }
  return found;
}

function elementIn(rest: string): readonly [string, string] | readonly [undefined, undefined] {
  const identifier = [2, 3].map((length) => rest.slice(0, length)).find((one) => one in fixed || one in open);
  if (identifier === undefined) return [undefined, undefined];
  const after = rest.slice(identifier.length);
  const length = fixed[identifier];
  if (length !== undefined)
    return after.length < length ? [undefined, undefined] : [identifier, after.slice(0, length)];
  const value = after.split(separator, 1)[0] ?? "";
  return value === "" || value.length > (open[identifier] ?? 0)
    ? [undefined, undefined]
    : [identifier, value];
}

/** Whether an expiry or a serial number may stand in what looks like one value. */
function hidesAnother(value: string): boolean {
  return /(17\d{2}(0[1-9]|1[0-2])\d{2}|21.{6,})/.test(value);
}

/** The check digit of a GTIN. */
function isTradeItem(digits: string): boolean {
  const sum = Array.from(digits, Number).reduce((all, digit, at) => all + digit * (at % 2 === 0 ? 3 : 1), 0);
  return sum % 10 === 0;
}

/** YYMMDD; 00 is the month's last day. */
function dayIn(text: string | undefined): Day | undefined {
  const [, year = "", month = "", date = ""] = /^(\d{2})(\d{2})(\d{2})$/.exec(text ?? "") ?? [];
  if (date !== "00") return parseDay(`20${year}-${month}-${date}`);
  const first = parseDay(`20${year}-${month}-01`);
  return first === undefined ? undefined : plus(calendarMonths(first, 1), -1);
}
