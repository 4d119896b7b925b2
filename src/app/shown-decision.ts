/** A decision as somebody sees it: made on the whole record, told as far as their topics go. */
import { type Verdict, worse } from "../core/finding.ts";
import { renderHiddenFinding } from "../words/render-not-shown.ts";
import type { DecisionJson } from "./decision-json.ts";
import type { Sight } from "./sight.ts";
import { topicsOfFinding, topicsOfStep } from "./topics-of-rules.ts";

type FindingJson = DecisionJson["findings"][number];
type StepJson = DecisionJson["next"][number];

/** Under this name stands what counts against a supply and is not shown. */
export const hiddenRule = "not-shown";

export function shownDecision(decision: DecisionJson, sight: Sight): DecisionJson {
  if (sight.all) return decision;
  const { notShown: _before, ...whole } = decision;
  const seen = whole.findings.filter((finding) => sight.sees(topicsOfFinding(finding)));
  const next = shownSteps(whole.next, sight);
  const hidden = whole.findings.filter((finding) => !seen.includes(finding));
  const count = hidden.length + whole.next.length - next.length;
  if (count === 0 && sight.sees(["treatment"])) return decision;
  const against = worstOf(hidden);
  const treatment = sight.sees(["treatment"]);
  return {
    ...whole,
    question: treatment ? whole.question : {},
    findings: [
      ...seen.map((finding) => shownFinding(finding, sight)),
      ...(against === undefined ? [] : [placeholder(against)]),
    ],
    next,
    ...(count === 0 ? {} : { notShown: count }),
  };
}

/** Steps whose topics are seen. */
function shownSteps(steps: readonly StepJson[], sight: Sight): StepJson[] {
  return steps.filter((step) => sight.sees(topicsOfStep(step)));
}

function shownFinding(finding: FindingJson, sight: Sight): FindingJson {
  const { wayOut, overridden } = finding;
  return {
    ...finding,
    wayOut: wayOut === "never" ? wayOut : shownSteps(wayOut, sight),
    // A prescriber's own words.
    ...(overridden === undefined ? {} : { overridden: { ...overridden, because: "—" } }),
  };
}

type Against = Exclude<Verdict, "pass" | "advise">;

/** The worst of those that count. */
function worstOf(findings: readonly FindingJson[]): Against | undefined {
  const worst = findings
    .filter(({ overridden }) => overridden === undefined)
    .reduce<Verdict>((sum, { verdict }) => worse(sum, verdict), "pass");
  return worst === "pass" || worst === "advise" ? undefined : worst;
}

function placeholder(verdict: Against): FindingJson {
  const { title, text } = renderHiddenFinding(verdict);
  return { rule: hiddenRule, title, verdict, reason: hiddenRule, facts: {}, cites: [], text, wayOut: [] };
}

/** Documents that are still cited. */
export function citedIn<S>(sources: Readonly<Record<string, S>>, decision: DecisionJson): Record<string, S> {
  const cited = new Set(decision.findings.flatMap(({ cites }) => cites));
  return Object.fromEntries(Object.entries(sources).filter(([id]) => cited.has(id)));
}
