/** Rows of a grid of laboratory values, as they are typed and as they are sent. */
import { numberOf } from "./number-of.ts";

export interface LabRow {
  readonly value: string;
  readonly unit: string;
  readonly upperLimit: string;
  readonly lowerLimit: string;
}
/** By analyte. */
export type LabRows = Readonly<Record<string, LabRow>>;

export interface LabBody {
  readonly analyte: string;
  readonly value: number;
  readonly unit: string;
  readonly upperLimit?: number;
  readonly lowerLimit?: number;
}

/** The rows that hold a value. */
export function labRowsOf(rows: unknown): LabBody[] {
  if (typeof rows !== "object" || rows === null) return [];
  return Object.entries(rows as LabRows).flatMap(([analyte, row]) => {
    const value = numberOf(row.value);
    if (value === undefined) return [];
    const upperLimit = numberOf(row.upperLimit);
    const lowerLimit = numberOf(row.lowerLimit);
    return [
      {
        analyte,
        value,
        unit: row.unit,
        ...(upperLimit === undefined ? {} : { upperLimit }),
        ...(lowerLimit === undefined ? {} : { lowerLimit }),
      },
    ];
  });
}

/** Rows in which something stands that is no number. */
export function unreadableRows(rows: unknown): string[] {
  if (typeof rows !== "object" || rows === null) return [];
  return Object.entries(rows as LabRows).flatMap(([analyte, row]) =>
    [row.value, row.upperLimit, row.lowerLimit].some(
      (text) => text.trim() !== "" && numberOf(text) === undefined,
    )
      ? [analyte]
      : [],
  );
}
