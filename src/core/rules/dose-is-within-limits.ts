import type { Case } from "../case.ts";
import { citesOf } from "../cites.ts";
import { doseLimits } from "../dose-limits.ts";
import { advise, ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { severityOf } from "../severity.ts";
import { step } from "../steps.ts";
import { measureWeight, usableWeight } from "../weight.ts";

/**
 * Milligrams per kilogram and day. Above the maximum: stop. Above the ordinary maximum: adults with very severe,
 * scarring or truncal disease on record, nobody else. Below the label's range: an advice, for low dose is in wide use.
 */
export const doseIsWithinLimits = rule("dose-is-within-limits", ["pass", "advise", "ask", "stop"], (c) => {
  const { minimum, ordinary, maximum } = limits(c);
  const cites = citesOf(minimum, ordinary, maximum);
  const { dailyMg } = c.question;
  if (dailyMg === undefined) {
    return ask("dose-unknown", {}, cites, [
      step("prescriber", "state-dose", {}, c.day, { change: { dailyMg: c.question.capsuleMg ?? 20 } }),
    ]);
  }
  const weightKg = usableWeight(c);
  if (weightKg === undefined) return ask("weight-unknown", { dailyMg }, cites, [measureWeight(c)]);
  const mgPerKg = round(dailyMg / weightKg);
  const facts = {
    dailyMg,
    weightKg,
    mgPerKg,
    minimumMgPerKg: minimum.value,
    ordinaryMgPerKg: ordinary.value,
    maximumMgPerKg: maximum.value,
  };
  const exact = dailyMg / weightKg;
  if (maximum.value !== null && exact > maximum.value) {
    return stop("above-maximum", facts, cites, [lower(c, weightKg, ordinary.value ?? maximum.value)], {
      floor: true,
    });
  }
  if (ordinary.value !== null && exact > ordinary.value) {
    const adultFrom = c.values.adultAgeYears.value ?? Number.POSITIVE_INFINITY;
    const less = lower(c, weightKg, ordinary.value);
    if (c.age === undefined) return ask("above-ordinary-age-unknown", facts, cites, [less]);
    if (c.age < adultFrom) return stop("above-ordinary-for-minor", facts, cites, [less], { floor: true });
    return highDoseIsJustified(c)
      ? advise("above-ordinary-justified", facts, cites)
      : ask("above-ordinary", facts, cites, [
          step("prescriber", "record-reason-for-high-dose", {}, c.day),
          less,
        ]);
  }
  if (minimum.value !== null && exact < minimum.value) return advise("below-label", facts, cites);
  return pass("within", facts, cites);
});

function limits(c: Case) {
  const { values, formulation } = c;
  return doseLimits(values, formulation ?? (conventionalStrength(c) ? "conventional" : undefined));
}

/** A strength that only conventional and Lidose capsules come in. */
function conventionalStrength(c: Case): boolean {
  const { capsuleMg } = c.question;
  return (
    c.formulation === undefined &&
    capsuleMg !== undefined &&
    !Object.values(c.knowledge.products).some(
      (product) => product.formulation === "micronised" && product.strengthsMg.includes(capsuleMg),
    )
  );
}

/** Very severe, scarring or truncal disease, scored in this course. */
function highDoseIsJustified(c: Case): boolean {
  const over = c.record.earlierCourse?.overDay;
  return c.record
    .of("severity-scored")
    .filter(({ happened }) => over === undefined || happened.day > over)
    .some(
      ({ body }) =>
        severityOf(body) === "very-severe" ||
        body.features.includes("scarring") ||
        body.features.includes("truncal"),
    );
}

function lower(c: Case, weightKg: number, mgPerKg: number) {
  const capsuleMg = c.question.capsuleMg ?? 1;
  const mostMg = Math.max(capsuleMg, Math.floor((weightKg * mgPerKg) / capsuleMg) * capsuleMg);
  const { days } = c.question;
  return step("prescriber", "lower-dose", { mostMg }, c.day, {
    change: {
      dailyMg: mostMg,
      ...(days === undefined ? {} : { capsules: Math.ceil((mostMg * days) / capsuleMg) }),
    },
  });
}

function round(mgPerKg: number): number {
  return Math.round(mgPerKg * 100) / 100;
}
