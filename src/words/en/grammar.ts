/** The little English grammar that sentences share. */
import type { LabResult } from "../lab-result.ts";
import { readResult } from "../lab-result.ts";
import type { Say } from "../words.ts";

/** "1 day", "45 days". */
export function count(say: Say, value: number, singular: string, plural = `${singular}s`): string {
  return `${say.number(value)} ${value === 1 ? singular : plural}`;
}

/** Sentences in a row; empty ones fall away. */
export function sentences(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join(" ");
}

/** "triglycerides 520 mg/dL (grade 3)" for each result. */
export function labResults(say: Say, results: readonly string[]): string {
  return say.list(results.map((text) => labResult(say, text)));
}

function labResult(say: Say, text: string): string {
  const read = readResult(text);
  if (read === undefined) return text;
  return `${say.name("analyte", read.analyte)} ${say.number(read.value)} ${read.unit} (${gradeWords(read.grade)})`;
}

function gradeWords(grade: LabResult["grade"]): string {
  if (typeof grade === "number") return `grade ${grade}`;
  return grade === "out-of-range" ? "outside the laboratory's range" : "no normal range given";
}
