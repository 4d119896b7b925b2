import type { ReactNode } from "react";
import type { Verdict } from "../../core/finding.ts";
import { type PassKind, passKinds } from "../../core/pass-kind.ts";
import type { GateId } from "../../core/rules/index.ts";
import { useLanguage, useText } from "../text/language.tsx";
import { reasonsText } from "../text/reasons.ts";
import { verdictWords } from "../text/terms.ts";
import { Disclosure } from "./disclosure.tsx";
import classes from "./reasons.module.css";
import { type ShownSource, Sources } from "./sources.tsx";
import { VerdictMark } from "./verdict-mark.tsx";

/** A finding in the language that is read now. */
export interface ShownFinding {
  readonly rule: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly says: string;
  /** Where it passes. */
  readonly passKind: PassKind;
  /** The first day of the edition that alone says so, in words. */
  readonly edition: string | undefined;
  readonly setAside: boolean;
  /** Nothing can lift it. */
  readonly never: boolean;
  readonly sources: readonly ShownSource[];
  /** What can be done about it, where the page offers something. */
  readonly action?: ReactNode;
}

const worstFirst = ["stop", "wait", "ask"] as const satisfies readonly Verdict[];

/** Why: what refuses first and worst first, then what to know, then what is in order, folded away. */
export function Reasons(props: {
  findings: readonly ShownFinding[];
  gate: GateId;
  /** Less room for each, where there is more beside them. */
  dense?: boolean;
}) {
  const { findings, gate, dense = false } = props;
  const { language } = useLanguage();
  const text = useText(reasonsText);
  const verdicts = verdictWords(language, gate);
  const refusing = (verdict: Verdict) => findings.filter((one) => one.verdict === verdict && !one.setAside);
  const advising = findings.filter(({ verdict, setAside }) => verdict === "advise" || setAside);
  const passing = findings.filter(({ verdict }) => verdict === "pass");
  return (
    <div className={classes.reasons} data-dense={dense || undefined}>
      {worstFirst.map((verdict) => (
        <Group
          key={verdict}
          verdict={verdict}
          heading={verdicts[verdict]}
          findings={refusing(verdict)}
          words={verdicts}
        />
      ))}
      <Group verdict="advise" heading={text.advise} findings={advising} words={verdicts} />
      <div>
        {passKinds.map((kind) => {
          const ofKind = passing.filter(({ passKind }) => passKind === kind);
          if (ofKind.length === 0) return undefined;
          return (
            <Disclosure
              key={kind}
              summary={
                <span className={classes.passes}>
                  {kind === "in-order" ? <VerdictMark verdict="pass" size={20} /> : undefined}
                  {text.passes[kind](ofKind.length)}
                </span>
              }
            >
              <List findings={ofKind} words={verdicts} />
            </Disclosure>
          );
        })}
      </div>
    </div>
  );
}

type VerdictWords = { readonly [V in Verdict]: string };

function Group(props: {
  verdict: Verdict;
  heading: string;
  findings: readonly ShownFinding[];
  words: VerdictWords;
}) {
  const { verdict, heading, findings, words } = props;
  if (findings.length === 0) return undefined;
  return (
    <div>
      <h3 className={classes.heading} data-verdict={verdict}>
        {heading}
        {findings.length > 1 ? <span className={classes.count}>{findings.length}</span> : undefined}
      </h3>
      <List findings={findings} words={words} />
    </div>
  );
}

function List({ findings, words }: { findings: readonly ShownFinding[]; words: VerdictWords }) {
  return (
    <ul className={classes.list}>
      {findings.map((finding) => (
        <Reason key={finding.rule} finding={finding} word={words[finding.verdict]} />
      ))}
    </ul>
  );
}

function Reason({ finding, word }: { finding: ShownFinding; word: string }) {
  const text = useText(reasonsText);
  const { rule, title, verdict, says, edition, setAside, never, sources, action } = finding;
  const shown: Verdict = setAside ? "advise" : verdict;
  return (
    <li className={classes.reason} data-verdict={shown} data-rule={rule}>
      <VerdictMark verdict={shown} size={shown === "pass" ? 20 : 24} />
      <div className={classes.body}>
        <h4 className={classes.title}>
          {title}
          <span className="visually-hidden">{word}</span>
          {setAside ? <span className={classes.tag}>{text.setAside}</span> : undefined}
          {edition === undefined || verdict === "pass" ? undefined : (
            <span className={classes.tag}>{text.edition(edition)}</span>
          )}
        </h4>
        <p className={classes.says}>{says}</p>
        {never ? <p className={classes.never}>{text.noWay}</p> : undefined}
        {action}
        <Sources sources={sources} />
      </div>
    </li>
  );
}
