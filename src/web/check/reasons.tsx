import type { Finding } from "../../core/judge.ts";
import { passKindOf } from "../../core/pass-kind.ts";
import { renderFinding, ruleTitle } from "../../words/render.ts";
import { Reasons, type ShownFinding } from "../kit/reasons.tsx";
import { knowledge } from "../knowledge.ts";
import { useSpeech } from "../text/speech.tsx";

/** The findings of a decision made here, with the sources of the knowledge it was made with. */
export function ReasonsOf({ findings, zone }: { findings: readonly Finding[]; zone: string }) {
  const { say, of } = useSpeech();
  const shown = (finding: Finding): ShownFinding => ({
    rule: finding.rule,
    title: of(ruleTitle(finding.rule)),
    verdict: finding.verdict,
    says: of(renderFinding(finding, knowledge, zone)),
    passKind: passKindOf(finding),
    edition: finding.editionDay === undefined ? undefined : say.day(finding.editionDay),
    setAside: finding.overridden !== undefined,
    never: finding.wayOut === "never",
    sources: finding.cites.map((id) => knowledge.sources[id]).filter((source) => source !== undefined),
  });
  return <Reasons findings={findings.map(shown)} gate="supply" />;
}
