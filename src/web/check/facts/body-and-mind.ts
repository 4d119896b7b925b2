/** Weight, skin, mood, symptoms and blood. */
import { severityOf } from "../../../core/severity.ts";
import { type Fact, isSinceSupply, renewed, tried, without } from "./fact.ts";
import type { FactValues } from "./values.ts";

export const weightKg: Fact<number | null> = {
  read: ({ record }) => record.last("weight-measured")?.body.kg ?? null,
  apply(entries, kg, context) {
    if (kg === null) return without(entries, ["weight-measured"]);
    return renewed(entries, "weight-measured", { kg }, "nurse", context);
  },
};

export const severity: Fact<FactValues["severity"]> = {
  read({ record }) {
    const latest = record.last("severity-scored");
    return latest === undefined ? null : (severityOf(latest.body) ?? null);
  },
  apply(entries, value, context) {
    if (value === null) return without(entries, ["severity-scored"]);
    const features = context.record.last("severity-scored")?.body.features ?? [];
    return renewed(entries, "severity-scored", { severity: value, features }, "prescriber", context);
  },
};

/** The answer for this supply. An answer that raised no alarm takes away any alarm still open. */
export const mood: Fact<FactValues["mood"]> = {
  read(context) {
    const latest = context.record.last("mood-screened");
    if (latest === undefined || !isSinceSupply(context, latest.happened.day)) return "not-asked";
    const { selfHarmThoughts, phq9Item9, newMoodSymptom } = latest.body;
    if (selfHarmThoughts === true || (phq9Item9 ?? 0) > 0) return "self-harm";
    if (newMoodSymptom === true) return "new-symptom";
    return newMoodSymptom === undefined || (selfHarmThoughts ?? phq9Item9) === undefined
      ? "not-asked"
      : "calm";
  },
  apply(entries, value, context) {
    const rest = without(entries, ["mood-screened", "mood-assessed"]);
    if (value === "not-asked") return rest;
    const answer = { selfHarmThoughts: value === "self-harm", newMoodSymptom: value !== "calm" };
    const latest = context.record.last("mood-screened")?.happened.day;
    const day = latest !== undefined && isSinceSupply(context, latest) ? latest : context.on;
    return [...rest, tried("mood-screened", answer, "nurse", day)];
  },
};

/** Whether there is a new problem. That there is none takes away any still open. */
export const sexualFunction: Fact<FactValues["sexualFunction"]> = {
  read(context) {
    const latest = context.record.last("sexual-function-asked");
    if (latest === undefined || !isSinceSupply(context, latest.happened.day)) return "not-asked";
    return latest.body.newProblem ? "yes" : "no";
  },
  apply(entries, value, context) {
    const rest = without(entries, ["sexual-function-asked"]);
    if (value === "not-asked") return rest;
    const latest = context.record.last("sexual-function-asked")?.happened.day;
    const day = latest !== undefined && isSinceSupply(context, latest) ? latest : context.on;
    return [...rest, tried("sexual-function-asked", { newProblem: value === "yes" }, "nurse", day)];
  },
};

export const symptoms: Fact<FactValues["symptoms"]> = {
  read(context) {
    const asked = context.record
      .of("symptom-reported")
      .some(({ happened }) => isSinceSupply(context, happened.day));
    return { asked, ids: [...context.record.openSymptoms.keys()] };
  },
  apply(entries, { asked, ids }, { on }) {
    const rest = without(entries, ["symptom-reported", "symptom-assessed"]);
    return asked || ids.length > 0
      ? [...rest, tried("symptom-reported", { symptoms: [...ids] }, "patient", on)]
      : rest;
  },
};

/** The latest result of an analyte, in the unit of the knowledge base and with the range the record gave. */
function result(analyte: "triglycerides" | "alt"): Fact<number | null> {
  return {
    read: ({ record }) => record.labs.get(analyte)?.at(-1)?.body.value ?? null,
    apply(entries, value, { record, knowledge, on }) {
      const latest = record.labs.get(analyte)?.at(-1);
      const rest = without(entries, ["lab-resulted"], (entry) =>
        value === null ? entry.body.analyte === analyte : entry.id === latest?.id,
      );
      if (value === null) return rest;
      const unit = knowledge.analytes[analyte]?.unit ?? "";
      const body = { unit, ...latest?.body, analyte, value };
      return [...rest, tried("lab-resulted", body, "lab", latest?.happened.day ?? on, `lab/${analyte}`)];
    },
  };
}
export const triglycerides: Fact<number | null> = result("triglycerides");
export const alt: Fact<number | null> = result("alt");
