/** Which laboratory values an answer is about. */
import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { type Given, rowsOf } from "../given.ts";

type RemarkJson = Pick<AnswerJson["remarks"][number], "about" | "section" | "verdict">;

/** Whether a value is out of order, or was asked about. */
export function inQuestion(analyte: string, remarks: readonly RemarkJson[], given: Given): boolean {
  const isOff = remarks.some(
    ({ about, section, verdict }) =>
      about === `analyte/${analyte}` && section === "counts" && verdict !== "pass",
  );
  return isOff || rowsOf(given["results"]).some((row) => row["analyte"] === analyte);
}
