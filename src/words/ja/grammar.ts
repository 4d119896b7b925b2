/** 日本語の文に共通する部品。 The few pieces that Japanese sentences share. */
import type { LabResult } from "../lab-result.ts";
import { readResult } from "../lab-result.ts";
import type { Say } from "../words.ts";

/** Sentences in a row; Japanese puts nothing between them. */
export function sentences(...texts: readonly string[]): string {
  return texts.join("");
}

/** 「中性脂肪 520 mg/dL(グレード3)」 for each result. */
export function labResults(say: Say, results: readonly string[]): string {
  return say.list(results.map((text) => labResult(say, text)));
}

function labResult(say: Say, text: string): string {
  const read = readResult(text);
  if (read === undefined) return text;
  return `${say.name("analyte", read.analyte)} ${say.number(read.value)} ${read.unit}(${gradeWords(read.grade)})`;
}

function gradeWords(grade: LabResult["grade"]): string {
  if (typeof grade === "number") return `グレード${grade}`;
  return grade === "out-of-range" ? "検査室の基準範囲外" : "基準範囲の記載なし";
}
