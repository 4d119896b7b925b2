import type { Verdict } from "../../core/finding.ts";
import type { Finding } from "../../core/judge.ts";
import { passKindOf, passKinds } from "../../words/passes.ts";
import { renderFinding, ruleTitle } from "../../words/render.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { VerdictMark } from "../kit/verdict-mark.tsx";
import { knowledge } from "../knowledge.ts";
import { useSpeech } from "../text/language.tsx";
import classes from "./reasons.module.css";
import { Sources } from "./sources.tsx";

const worstFirst = ["stop", "wait", "ask"] as const satisfies readonly Verdict[];

/** Why: what refuses first and worst first, then what to know, then what is in order, folded away. */
export function Reasons({ findings, zone }: { findings: readonly Finding[]; zone: string }) {
  const { text, words } = useSpeech();
  const refusing = (verdict: Verdict) =>
    findings.filter((finding) => finding.verdict === verdict && finding.overridden === undefined);
  const advising = findings.filter(
    ({ verdict, overridden }) => verdict === "advise" || overridden !== undefined,
  );
  const passing = findings.filter(({ verdict }) => verdict === "pass");
  return (
    <div className={classes.reasons}>
      {worstFirst.map((verdict) => (
        <Group
          key={verdict}
          verdict={verdict}
          heading={words.verdicts[verdict]}
          findings={refusing(verdict)}
          zone={zone}
        />
      ))}
      <Group verdict="advise" heading={text.reasons.advise} findings={advising} zone={zone} />
      {passKinds.map((kind) => {
        const ofKind = passing.filter((finding) => passKindOf(finding) === kind);
        if (ofKind.length === 0) return undefined;
        return (
          <Disclosure
            key={kind}
            summary={
              <span className={classes.passes}>
                {kind === "in-order" ? <VerdictMark verdict="pass" size={20} /> : undefined}
                {text.reasons.passes[kind](ofKind.length)}
              </span>
            }
          >
            <List findings={ofKind} zone={zone} />
          </Disclosure>
        );
      })}
    </div>
  );
}

function Group(props: { verdict: Verdict; heading: string; findings: readonly Finding[]; zone: string }) {
  const { verdict, heading, findings, zone } = props;
  if (findings.length === 0) return undefined;
  return (
    <div>
      <h3 className={classes.heading} data-verdict={verdict}>
        {heading}
        {findings.length > 1 ? <span className={classes.count}>{findings.length}</span> : undefined}
      </h3>
      <List findings={findings} zone={zone} />
    </div>
  );
}

function List({ findings, zone }: { findings: readonly Finding[]; zone: string }) {
  return (
    <ul className={classes.list}>
      {findings.map((finding) => (
        <Reason key={finding.rule} finding={finding} zone={zone} />
      ))}
    </ul>
  );
}

function Reason({ finding, zone }: { finding: Finding; zone: string }) {
  const { text, words, say, of } = useSpeech();
  const { verdict, editionDay, overridden, wayOut, cites } = finding;
  const shown: Verdict = overridden === undefined ? verdict : "advise";
  return (
    <li className={classes.reason} data-verdict={shown} data-rule={finding.rule}>
      <VerdictMark verdict={shown} size={shown === "pass" ? 20 : 24} />
      <div className={classes.body}>
        <h4 className={classes.title}>
          {of(ruleTitle(finding.rule))}
          <span className="visually-hidden">{words.verdicts[verdict]}</span>
          {overridden === undefined ? undefined : (
            <span className={classes.tag}>{text.reasons.setAside}</span>
          )}
          {editionDay === undefined || verdict === "pass" ? undefined : (
            <span className={classes.tag}>{text.reasons.edition(say.day(editionDay))}</span>
          )}
        </h4>
        <p className={classes.says}>{of(renderFinding(finding, knowledge, zone))}</p>
        {wayOut === "never" ? <p className={classes.never}>{text.reasons.noWay}</p> : undefined}
        <Sources ids={cites} />
      </div>
    </li>
  );
}
