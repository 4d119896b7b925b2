/** 日本語の文に共通する部品。 The few pieces that Japanese sentences share. */
import type { GradedResult } from "../../core/finding.ts";
import type { Say } from "../words.ts";

/** Sentences in a row; Japanese puts nothing between them. */
export function sentences(...texts: readonly string[]): string {
  return texts.join("");
}

/** 「中性脂肪 520 mg/dL(グレード3)」 for each result. */
export function labResults(say: Say, results: readonly GradedResult[]): string {
  return say.list(results.map((result) => labResult(say, result)));
}

function labResult(say: Say, { analyte, value, unit, grade }: GradedResult): string {
  return `${say.name("analyte", analyte)} ${say.number(value)} ${unit}(${gradeWords(grade)})`;
}

function gradeWords(grade: GradedResult["grade"]): string {
  if (typeof grade === "number") return `グレード${grade}`;
  return grade === "ungraded" ? "検査室の基準範囲外" : "基準範囲の記載なし";
}
