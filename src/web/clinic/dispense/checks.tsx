import type { Redemption } from "../../../app/views/shapes.ts";
import { passKindOf } from "../../../words/passes.ts";
import { Reasons } from "../../kit/reasons.tsx";
import { useLanguage } from "../../text/language.tsx";
import { sayDay } from "../../text/when.ts";

/** Every finding of the decision, each with its sources. */
export function Checks({ redemption: { decision, sources } }: { redemption: Redemption }) {
  const { language } = useLanguage();
  const findings = decision.findings.map((finding) => ({
    rule: finding.rule,
    title: finding.title[language],
    verdict: finding.verdict,
    says: finding.text[language],
    passKind: passKindOf({ reason: finding.reason, facts: finding.facts as never }),
    edition: finding.edition === undefined ? undefined : sayDay(language, finding.edition),
    setAside: finding.overridden !== undefined,
    never: finding.wayOut === "never",
    sources: finding.cites.map((id) => sources[id]).filter((source) => source !== undefined),
  }));
  return <Reasons findings={findings} gate="dispensing" />;
}
