/** What a plan is told. */
import type { Record } from "../../record.ts";
import { severityOf } from "../../severity.ts";
import type { Fields, InputOf } from "../fields.ts";

/** Disease in which an adult may exceed the ordinary maximum. */
const reasons = ["very-severe", "scarring", "truncal"] as const;
export type HighDoseReason = (typeof reasons)[number];

/**
 * A dose nobody takes more of, and lengths nobody plans: outside them it is a slip of the keyboard. Which weight is
 * believed the protocol says.
 */
const dose = { kind: "number", unit: "mg/d", least: 1, most: 700 } as const;
const length = { kind: "number", unit: "d", least: 1, most: 1_000, whole: true } as const;

export const planFields = {
  weightKg: { kind: "number", unit: "kg", least: 1, most: 1_000 },
  targetMgPerKg: { kind: "number", unit: "mg/kg", least: 1, most: 400 },
  dailyMg: dose,
  product: { kind: "known", of: "products" },
  start: { kind: "day" },
  /** The whole course at most, from its first day on. */
  days: length,
  dosesPerDay: { kind: "number", unit: "/d", least: 1, most: 4, whole: true },
  steps: {
    kind: "rows",
    columns: { days: { ...length, required: true }, dailyMg: { ...dose, required: true } },
  },
  daysOff: {
    kind: "rows",
    columns: { from: { kind: "day", required: true }, days: { ...length, required: true } },
  },
  /** Of this course, from another clinic: no record here shows it. */
  takenMg: { kind: "number", unit: "mg", least: 1, most: 100_000 },
  takenSince: { kind: "day" },
  age: { kind: "number", unit: "a", least: 0, most: 120, whole: true },
  canBecomePregnant: { kind: "yes-no" },
  highDoseFor: { kind: "choices", of: reasons },
  /** Further doses to set beside it; the usual ones where none is given. */
  compare: { kind: "rows", columns: { dailyMg: { ...dose, required: true } } },
} as const satisfies Fields;
export type PlanInput = InputOf<typeof planFields>;

/** As they stand on record for this course. */
export function highDoseReasons(record: Record): readonly HighDoseReason[] {
  const over = record.earlierCourse?.overDay;
  const scored = record
    .of("severity-scored")
    .filter(({ happened }) => over === undefined || happened.day > over);
  return reasons.filter((reason) =>
    scored.some(({ body }) =>
      reason === "very-severe" ? severityOf(body) === "very-severe" : body.features.includes(reason),
    ),
  );
}
