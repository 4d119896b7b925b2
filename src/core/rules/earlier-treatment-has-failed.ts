import { type Case, judged } from "../case.ts";
import { advise, ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

const ruleId = "earlier-treatment-has-failed";

/**
 * Isotretinoin comes after other treatment: which agent, for how long, with what result. Label: unresponsive to
 * conventional therapy with systemic antibiotics; some clinics say after how many weeks.
 */
export const earlierTreatmentHasFailed = rule(
  "earlier-treatment-has-failed",
  ["pass", "advise", "ask"],
  (c) => {
    const { priorTreatmentAsked, priorAntibioticAsked, priorTreatmentWeeks, priorTreatmentLeastWeeks } =
      c.values;
    const cites = priorTreatmentAsked.cites;
    if (priorTreatmentAsked.value !== true) return pass("not-asked-for", {}, cites);
    const tried = c.record.of("prior-therapy-recorded").filter(({ body }) => body.agent !== "isotretinoin");
    const mayGoOn = (reason: string) => judged(c, ruleId, reason, tried);
    const toGoOn = () => advise("judged", {}, cites);
    if (tried.length === 0) {
      if (mayGoOn("not-recorded")) return toGoOn();
      const failed = draft(
        "prior-therapy-recorded",
        { agent: "systemic-antibiotic", weeks: 12, result: "failed" },
        "nurse",
        c.today,
      );
      return ask("not-recorded", {}, cites, [
        step("nurse", "record-earlier-treatment", {}, c.today, { when: "now", entries: [failed] }),
      ]);
    }
    // What nobody can name (vitamins, herbs) shows nothing when it fails.
    const failed = tried.filter(({ body }) => body.result === "failed" && body.agent !== "other");
    if (failed.length === 0)
      return mayGoOn("none-failed") ? toGoOn() : ask("none-failed", {}, cites, judgement(c));
    const needed = failed.filter(
      ({ body }) => priorAntibioticAsked.value !== true || body.agent === "systemic-antibiotic",
    );
    if (needed.length === 0) {
      return mayGoOn("antibiotic-not-tried")
        ? toGoOn()
        : ask("antibiotic-not-tried", {}, priorAntibioticAsked.cites, judgement(c));
    }
    const leastWeeks = priorTreatmentLeastWeeks.value ?? 0;
    const longest = Math.max(...needed.map(({ body }) => body.weeks ?? leastWeeks));
    if (longest < leastWeeks) {
      const facts = { triedWeeks: longest, leastWeeks };
      return mayGoOn("implausibly-short")
        ? toGoOn()
        : ask("implausibly-short", facts, priorTreatmentLeastWeeks.cites, [
            step("nurse", "record-earlier-treatment", {}, c.today, { when: "now" }),
            ...judgement(c),
          ]);
    }
    const weeks = priorTreatmentWeeks.value;
    if (weeks === null) return pass("failed", {}, cites);
    const triedWeeks = Math.max(...needed.map(({ body }) => body.weeks ?? -1));
    if (triedWeeks >= weeks)
      return pass("failed-long-enough", { triedWeeks, weeks }, priorTreatmentWeeks.cites);
    const reason = triedWeeks < 0 ? "weeks-unknown" : "too-short";
    if (mayGoOn(reason)) return toGoOn();
    return triedWeeks < 0
      ? ask("weeks-unknown", { weeks }, priorTreatmentWeeks.cites, judgement(c))
      : ask("too-short", { triedWeeks, weeks }, priorTreatmentWeeks.cites, judgement(c));
  },
);

function judgement(c: Case) {
  const body = { rule: ruleId, conclusion: "may-continue" } as const;
  return [
    step("prescriber", "judge-earlier-treatment", {}, c.today, {
      when: "now",
      entries: [draft("judgement-recorded", body, "prescriber", c.today)],
    }),
  ];
}
