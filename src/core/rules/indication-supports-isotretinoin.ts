import { type Case, judged } from "../case.ts";
import { advise, ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { severityForTreatment } from "../severity.ts";
import { draft, step } from "../steps.ts";

/** What it is for: one of the uses that isotretinoin is labelled or supported for. */
export const indicationSupportsIsotretinoin = rule(
  "indication-supports-isotretinoin",
  ["pass", "advise", "ask", "stop"],
  (c) => {
    const asked = indicated(c);
    if (asked === undefined) {
      return ask("not-recorded", {}, c.values.indicationClassesRefused.cites, [
        step("prescriber", "record-indication", {}, c.day, {
          entries: [
            draft("condition-recorded", { condition: "acne", status: "active" }, "prescriber", c.day),
            draft("severity-scored", { severity: "severe", features: ["scarring"] }, "prescriber", c.day),
          ],
        }),
      ]);
    }
    return judgeUse(c, asked);
  },
);

/** The order's own reason first; then the course's; then acne, recorded or scored. */
function indicated(c: Case): Use | undefined {
  if (c.question.indication !== undefined) return c.question.indication;
  const course = c.record.last("course-started")?.body.indication;
  if (course !== undefined) return { id: course, text: course };
  const hasAcne = c.record.conditions.some(({ body }) => body.condition === "acne");
  return hasAcne || c.record.last("severity-scored") !== undefined ? { id: "acne", text: "acne" } : undefined;
}

/** What a use is judged by. */
export type UseCase = Pick<Case, "day" | "knowledge" | "record" | "values">;

/** What isotretinoin is to treat: one of the knowledge's indications, or what somebody wrote. */
export interface Use {
  readonly id?: string;
  readonly text: string;
}

/**
 * Severe recalcitrant acne is the labelled use; moderate acne with scarring, burden or failed treatment is off-label and
 * supported; anything harmful is a floor; what nobody listed is refused.
 */
export function judgeUse(c: UseCase, use: Use) {
  const refused = c.values.indicationClassesRefused;
  const { indications } = c.knowledge;
  const known = use.id !== undefined && Object.hasOwn(indications, use.id) ? indications[use.id] : undefined;
  const override = [step("prescriber", "override-indication", { indication: use.text }, c.day)];
  if (known === undefined) return stop("unlisted", { indication: use.text }, refused.cites, override);
  if (known.id === "acne") return judgeAcne(c, known.cites);
  const facts = { indication: known.id };
  if (refused.value?.includes(known.class)) {
    return known.class === "never"
      ? stop("never", facts, known.cites, "never", { floor: true })
      : stop("harmful", facts, known.cites, "never", { floor: true });
  }
  if (known.class === "none" || known.class === "outside")
    return stop("no-evidence", facts, known.cites, override);
  const worth = {
    ...facts,
    isStrong: known.class === "off-label-strong",
    onlyAboveMaximum: known.onlyAboveMaximum === true,
  };
  if (judged(c, "indication-supports-isotretinoin", "off-label")) {
    return advise("off-label-judged", worth, known.cites);
  }
  return ask("off-label", worth, known.cites, [judgement(c, known.id)]);
}

function judgeAcne(c: UseCase, cites: readonly string[]) {
  const scored = severityForTreatment(c);
  if (scored === undefined) {
    return ask("severity-unknown", {}, cites, [
      step("prescriber", "score-severity", {}, c.day, {
        entries: [
          draft("severity-scored", { severity: "severe", features: ["scarring"] }, "prescriber", c.day),
        ],
      }),
    ]);
  }
  const failed = c.record
    .of("prior-therapy-recorded")
    .filter(
      ({ body }) => body.result === "failed" && body.agent !== "other" && body.agent !== "isotretinoin",
    );
  const antibioticFailed = failed.some(({ body }) => body.agent === "systemic-antibiotic");
  const facts = { severity: scored.severity, features: scored.features };
  switch (scored.severity) {
    case "very-severe":
    case "severe":
      return antibioticFailed
        ? pass("severe-recalcitrant", facts, cites)
        : advise("severe-without-failed-antibiotic", facts, cites);
    case "moderate": {
      const supported =
        scored.features.includes("scarring") || scored.features.includes("burden") || failed.length > 0;
      if (supported) return advise("moderate-supported", facts, cites);
      return ask("moderate-unsupported", facts, cites, [
        step("prescriber", "record-support-for-indication", {}, c.day, {
          entries: [
            draft(
              "prior-therapy-recorded",
              { agent: "systemic-antibiotic", result: "failed" },
              "prescriber",
              c.day,
            ),
          ],
        }),
      ]);
    }
    case "mild":
    case "clear":
      return judged(c, "indication-supports-isotretinoin", "mild")
        ? advise("mild-judged", facts, cites)
        : ask("mild", facts, cites, [judgement(c, "acne")]);
  }
}

function judgement(c: UseCase, indication: string) {
  const body = { rule: "indication-supports-isotretinoin", conclusion: "may-continue" } as const;
  return step("prescriber", "judge-indication", { indication }, c.day, {
    entries: [draft("judgement-recorded", body, "prescriber", c.day)],
  });
}
