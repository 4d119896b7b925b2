import type { ReactNode } from "react";
import type { DecisionJson } from "../../app/decision-json.ts";
import type { SourceView } from "../../app/views/shapes.ts";
import { passKindOf } from "../../core/pass-kind.ts";
import { useLanguage } from "../text/language.tsx";
import { sayDay } from "../text/when.ts";
import { gateOf } from "./gate-of.ts";
import { Reasons, type ShownFinding } from "./reasons.tsx";

type Finding = DecisionJson["findings"][number];

/** The findings of a decision as the server sent it, each with its sources. */
export function DecisionReasons(props: {
  decision: DecisionJson;
  sources: Readonly<Record<string, SourceView>>;
  dense?: boolean;
  /** What can be done about a finding on this page. */
  renderAction?: (finding: Finding) => ReactNode;
}) {
  const { decision, sources, dense = false, renderAction } = props;
  const { language } = useLanguage();
  const shown = (finding: Finding): ShownFinding => ({
    rule: finding.rule,
    title: finding.title[language],
    verdict: finding.verdict,
    says: finding.text[language],
    passKind: passKindOf({ reason: finding.reason, facts: finding.facts as never }),
    edition: finding.edition === undefined ? undefined : sayDay(language, finding.edition),
    setAside: finding.overridden !== undefined,
    never: finding.wayOut === "never",
    sources: finding.cites.map((id) => sources[id]).filter((source) => source !== undefined),
    action: renderAction?.(finding),
  });
  return <Reasons findings={decision.findings.map(shown)} gate={gateOf(decision)} dense={dense} />;
}
