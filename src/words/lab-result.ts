/** Results reach the words as one text each ("triglycerides: 520 mg/dL (G3)"): taken apart, to be said anew. */
export interface LabResult {
  readonly analyte: string;
  readonly value: number;
  readonly unit: string;
  readonly grade: number | "out-of-range" | "no-range";
}

const shape = /^([a-z0-9-]+): (-?[\d.e+-]+) (.+) \((?:G(\d)|(out of range)|no range given)\)$/;

/** Undefined where the text is not of that shape: then it is shown as it stands. */
export function readResult(text: string): LabResult | undefined {
  const [, analyte, value, unit, grade, outOfRange] = shape.exec(text) ?? [];
  if (analyte === undefined || unit === undefined || !Number.isFinite(Number(value))) return undefined;
  return {
    analyte,
    value: Number(value),
    unit,
    grade: grade !== undefined ? Number(grade) : outOfRange !== undefined ? "out-of-range" : "no-range",
  };
}
