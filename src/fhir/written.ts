/** What the sender wrote, for people to read where it could not be read here. */
import { isObject, textAt } from "./json.ts";

const longest = 160;

/** Text that is short enough to be shown. */
export function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** A plain value, or a Quantity's comparator, value and unit: "90 mL". Undefined where there is nothing to show. */
export function writtenForm(json: unknown): string | undefined {
  const parts = isObject(json)
    ? [textAt(json, "comparator"), json["value"], textAt(json, "unit") ?? textAt(json, "code")]
    : [json];
  const shown = parts.filter((part) => typeof part === "string" || typeof part === "number");
  const words = shown.map((part) => String(part).trim()).join(" ");
  return words === "" ? undefined : cut(words);
}
