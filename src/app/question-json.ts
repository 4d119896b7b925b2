/** A question as text, and back: keys that end in `Day` hold days. */
import { type Day, dayText, parseDay } from "../core/calendar.ts";
import type { SupplyQuestion } from "../core/question.ts";

/** What is undefined is left out; days are text. */
export function questionJson(question: SupplyQuestion): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(question, (key, value: unknown) =>
      key.endsWith("Day") && typeof value === "number" ? dayText(value as Day) : value,
    ),
  );
}

/** A question as it was stored. */
export function questionFromJson(stored: Readonly<Record<string, unknown>>): SupplyQuestion {
  return JSON.parse(JSON.stringify(stored), (key, value: unknown) =>
    key.endsWith("Day") && typeof value === "string" ? parseDay(value) : value,
  );
}
