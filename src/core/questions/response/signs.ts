/** Symptoms that end the question: a flare that may be acne fulminans, or another one that stops by itself. */
import { stop } from "../../finding.ts";
import { step } from "../../steps.ts";
import { type Asked, remark } from "../question.ts";

/** @param worse the scores themselves show a flare */
export function signsOf(asked: Asked, symptoms: readonly string[], worse: boolean) {
  const { knowledge, values } = asked;
  const known = symptoms.flatMap((id) => knowledge.symptoms[id] ?? []);
  const flare = worse || symptoms.includes("flare") || symptoms.includes("severe-flare");
  const fulminans = known.filter(
    (one) => one.fulminans === "alone" || (flare && one.fulminans === "with-flare"),
  );
  const none = step("patient", "take-no-capsule", {}, asked.day, { when: "now" });
  if (fulminans.length > 0) {
    const facts = { symptoms: fulminans.map(({ id }) => id) };
    const today = step("prescriber", "see-dermatologist-today", {}, asked.day, { when: "now" });
    return [
      remark("counts", stop("fulminans", facts, values.fulminansStops.cites, [none, today], { floor: true })),
    ];
  }
  const stopping = known.filter(({ stops }) => stops);
  if (stopping.length === 0) return [];
  const assess = stopping.map(({ id }) => step("prescriber", "assess-symptom", { symptom: id }, asked.day));
  const cites = [...new Set(stopping.flatMap((one) => one.cites))];
  const facts = { symptoms: stopping.map(({ id }) => id) };
  return [remark("counts", stop("symptom-stops", facts, cites, [none, ...assess]))];
}
