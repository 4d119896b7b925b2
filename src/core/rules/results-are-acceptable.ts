import { judged } from "../case.ts";
import { citesOf } from "../cites.ts";
import type { GradedResult, Verdict } from "../finding.ts";
import { advise, ask, pass, stop } from "../finding.ts";
import { laboratoryPolicy, verdictOn } from "../result-verdict.ts";
import { gradeOf, resultsNow, unusable } from "../results.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";
import { normalResult } from "./baseline-results-are-reviewed.ts";

/**
 * Every current result by its CTCAE grade. Without a clinic's signed policy grade 2 or an ungraded abnormality asks
 * and grade 3 stops; no policy passes triglycerides of 800 mg/dL or a grade 4 (clinical.md 12.9).
 */
export const resultsAreAcceptable = rule("results-are-acceptable", ["pass", "advise", "ask", "stop"], (c) => {
  const { askFromGrade, stopFromGrade, triglyceridesStopMgPerDl } = c.values;
  const limits = [askFromGrade, stopFromGrade, triglyceridesStopMgPerDl];
  const cites = citesOf(...limits);
  const policy = laboratoryPolicy(c.record);
  const graded = resultsNow(c).map(({ analyte, result }) => {
    const grade = gradeOf(c, analyte, result);
    return { analyte, result, grade, ...verdictOn(analyte, result.body.value, grade, c.values, policy) };
  });
  const of = (verdict: Verdict) => graded.filter((item) => item.verdict === verdict);
  const named = (list: typeof graded) => list.map(({ analyte }) => analyte.id);
  const says = (list: typeof graded): readonly GradedResult[] =>
    list.map(({ analyte, result, grade }) => ({
      analyte: analyte.id,
      value: result.body.value,
      unit: result.body.unit,
      grade,
    }));
  const gradeCites = (list: typeof graded) =>
    citesOf(...limits, ...list.flatMap(({ analyte }) => analyte.grades ?? []));
  const repeat = (list: typeof graded) =>
    list.map(({ analyte }) =>
      step("lab", "repeat-result", { analyte: analyte.id }, c.day, {
        entries: [normalResult(c, analyte.id)],
      }),
    );

  const stopping = of("stop");
  if (stopping.length > 0) {
    const facts = { results: says(stopping), analytes: named(stopping) };
    return stopping.some((item) => item.floor)
      ? stop("far-too-high", facts, gradeCites(stopping), repeat(stopping), { floor: true })
      : stop("too-high", facts, gradeCites(stopping), repeat(stopping), {
          since: stopping.map(({ result }) => result),
        });
  }
  const unread = unusable(c);
  const known = unread.filter((id) => c.knowledge.analytes[id] !== undefined);
  if (known.length > 0) {
    const analytes = known.flatMap((id) => c.knowledge.analytes[id] ?? []);
    const cites = citesOf(...limits, ...analytes.flatMap((one) => [one.plausible, one.plausibleLimit]));
    return ask(
      "unusable",
      { analytes: known },
      cites,
      known.map((id) =>
        step("lab", "repeat-result", { analyte: id }, c.day, { entries: [normalResult(c, id)] }),
      ),
    );
  }
  const judge = (analytes: readonly string[]) => [
    step("prescriber", "judge-results", { analytes }, c.day, {
      entries: [
        draft(
          "judgement-recorded",
          { rule: "results-are-acceptable", conclusion: "may-continue" },
          "prescriber",
          c.day,
        ),
      ],
    }),
  ];
  const strange = unread.flatMap((id) => c.record.labs.get(id) ?? []);
  if (unread.length > 0 && !judged(c, "results-are-acceptable", "unknown-to-us", strange)) {
    return ask("unknown-to-us", { analyteTexts: unread }, cites, judge(unread));
  }
  const asking = of("ask");
  const sampled = asking.map(({ result }) => result);
  if (asking.length > 0 && !judged(c, "results-are-acceptable", "needs-judgement", sampled)) {
    const facts = { results: says(asking), analytes: named(asking) };
    return ask("needs-judgement", facts, gradeCites(asking), judge(named(asking)));
  }
  const shown = [...asking, ...of("advise")];
  return shown.length > 0
    ? advise("watch", { results: says(shown), analytes: named(shown) }, gradeCites(shown))
    : pass("acceptable", { analytes: named(graded) }, gradeCites(graded));
});
