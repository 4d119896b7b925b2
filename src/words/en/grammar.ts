/** The little English grammar that sentences share. */
import type { GradedResult } from "../../core/finding.ts";
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
export function labResults(say: Say, results: readonly GradedResult[]): string {
  return say.list(results.map((result) => labResult(say, result)));
}

function labResult(say: Say, { analyte, value, unit, grade }: GradedResult): string {
  return `${say.name("analyte", analyte)} ${say.number(value)} ${unit} (${gradeWords(grade)})`;
}

function gradeWords(grade: GradedResult["grade"]): string {
  if (typeof grade === "number") return `grade ${grade}`;
  return grade === "ungraded" ? "outside the laboratory's range" : "no normal range given";
}
