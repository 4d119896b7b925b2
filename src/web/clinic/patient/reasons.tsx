import type { DecisionJson } from "../../../app/decision-json.ts";
import type { SourceView } from "../../../app/views/shapes.ts";
import { passKindOf } from "../../../words/passes.ts";
import { Reasons, type ShownFinding } from "../../kit/reasons.tsx";
import { useLanguage } from "../../text/language.tsx";
import { sayDay } from "../../text/when.ts";
import { gateOf } from "./gate-of.ts";
import { SetAside } from "./set-aside.tsx";

type Finding = DecisionJson["findings"][number];

/** The findings of a decision as the server sent it. */
export function ReasonsOf(props: { decision: DecisionJson; sources: Readonly<Record<string, SourceView>> }) {
  const { decision, sources } = props;
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
    action: <SetAside finding={finding} decision={decision} />,
  });
  return <Reasons findings={decision.findings.map(shown)} gate={gateOf(decision)} dense />;
}
