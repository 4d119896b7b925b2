/** Acne severity as scored, and as it was when treatment was decided upon. */
import type { Case } from "./case.ts";
import type { Body } from "./entry.ts";

export interface Scored {
  readonly severity: NonNullable<Body<"severity-scored">["severity"]>;
  readonly features: readonly string[];
}

/**
 * The clinician's word, else read from the scale: GAGS 1–18 mild, 19–30 moderate, 31–38 severe, above very severe;
 * 39 is in no published band and counts as severe for dosing (clinical.md 12.19b).
 */
export function severityOf(body: Body<"severity-scored">): Scored["severity"] | undefined {
  if (body.severity !== undefined) return body.severity;
  if (body.gags === undefined) return undefined;
  if (body.gags === 0) return "clear";
  if (body.gags <= 18) return "mild";
  if (body.gags <= 30) return "moderate";
  return body.gags <= 39 ? "severe" : "very-severe";
}

/** Severity as it stood when treatment began: under treatment it falls, which is no reason to stop. */
export function severityForTreatment(c: Pick<Case, "record">): Scored | undefined {
  const all = c.record.of("severity-scored").flatMap(({ body, happened }) => {
    const severity = severityOf(body);
    return severity === undefined ? [] : [{ severity, features: body.features, day: happened.day }];
  });
  const { firstDoseDay } = c.record;
  if (firstDoseDay === undefined) return all.at(-1);
  return all.findLast((scored) => scored.day <= firstDoseDay) ?? all[0];
}
