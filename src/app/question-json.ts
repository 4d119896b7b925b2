/** A question as text, and back: keys that end in `Day` hold days. */
import { type Day, dayText, parseDay } from "../core/calendar.ts";
import type { SupplyQuestion } from "../core/question.ts";

/** What is undefined is left out; days are text. */
export function questionJson(question: SupplyQuestion): Record<string, unknown> {
  return objectJson({ ...question });
}

function objectJson(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    if (value[key] !== undefined) written[key] = partJson(key, value[key]);
  }
  return written;
}

function partJson(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => partJson("", one));
  if (typeof value === "object" && value !== null) return objectJson({ ...value });
  return typeof value === "number" && key.endsWith("Day") ? dayText(value as Day) : value;
}

/** A question as it was stored. */
export function questionFromJson(stored: Readonly<Record<string, unknown>>): SupplyQuestion {
  return JSON.parse(JSON.stringify(stored), (key, value: unknown) =>
    key.endsWith("Day") && typeof value === "string" ? parseDay(value) : value,
  );
}
