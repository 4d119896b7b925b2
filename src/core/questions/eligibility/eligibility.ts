/** May this person be treated with isotretinoin at all? The rules of eligibility, each with its own words. */

import { type Decision, decide } from "../../decide.ts";
import { advise, ask, type Outcome, pass, stop, wait } from "../../finding.ts";
import type { Finding } from "../../judge.ts";
import { foldRecord, remember } from "../../record.ts";
import { eligibilityGate } from "../../rules/index.ts";
import { answered, question, type Remark, remark, type Section } from "../question.ts";
import { eligibilityFields, entriesSaid } from "./said-of-oneself.ts";

const cites: readonly string[] = ["decision-eligibility"];

export const eligibility = question({
  id: "eligibility",
  record: "needed",
  example: { age: 24, severity: "severe", canBecomePregnant: false, cannotBecause: "cisgender-male" },
  fields: eligibilityFields,
  answer(said, asked) {
    const { knowledge, setting, day, at, zone } = asked;
    const entries = entriesSaid(said, day, knowledge);
    const record =
      asked.record === undefined ? foldRecord(entries, { at, zone }) : remember(asked.record, entries);
    const indication =
      said.indication === undefined ? {} : { indication: { id: said.indication, text: said.indication } };
    const decision = decide(eligibilityGate, { refills: 0, ...indication }, { knowledge, setting, record });
    const remarks = decision.findings.map(remarkOf).toSorted((a, b) => rank(b) - rank(a));
    return answered(
      headlineOf(decision),
      [...remarks, ...(entries.length > 0 ? [remark("know", advise("as-said", {}, cites))] : [])],
      { earliestDay: decision.verdict === "wait" ? decision.plan.earliest : undefined },
    );
  },
});

const order = ["pass", "advise", "ask", "wait", "stop"] as const;
const rank = ({ verdict }: Outcome) => order.indexOf(verdict);

/** A finding keeps its words, sources and way out; one that a prescriber has set aside counts as an advice. */
function remarkOf(finding: Finding) {
  const verdict = finding.overridden === undefined ? finding.verdict : "advise";
  const section: Section = verdict === "pass" ? "know" : "counts";
  const outcome = {
    verdict,
    reason: "rule",
    facts: { rule: finding.rule },
    cites: finding.cites,
    wayOut: finding.wayOut,
    ...(finding.floor ? { floor: true as const } : {}),
  } as const;
  return { ...remark(section, outcome), finding } satisfies Remark;
}

function headlineOf({ findings, plan, at }: Decision) {
  const open = findings.filter(({ overridden }) => overridden === undefined);
  const of = (verdict: Finding["verdict"]) => open.filter((finding) => finding.verdict === verdict);
  const from = (list: readonly Finding[]) => [...new Set([...list.flatMap((one) => one.cites), ...cites])];
  const stopping = of("stop");
  const waiting = of("wait");
  const asking = of("ask");
  const { steps, earliest: earliestDay } = plan;
  if (stopping.length > 0) {
    const facts = { stops: stopping.length, asks: asking.length };
    return stopping.some(({ wayOut }) => wayOut === "never")
      ? stop("not-treated", facts, from(stopping), "never", { floor: true })
      : stop("not-as-things-stand", facts, from(stopping), steps);
  }
  if (waiting.length > 0) {
    const until = waiting.map((one) => one.until ?? at).reduce((a, b) => (b > a ? b : a));
    return wait("not-yet", { earliestDay, asks: asking.length }, from(waiting), steps, until);
  }
  if (asking.length > 0) return ask("open", { asks: asking.length }, from(asking), steps);
  const care = findings.filter(({ verdict, overridden }) => verdict === "advise" || overridden !== undefined);
  return care.length > 0
    ? advise("may-with-care", { advice: care.length }, from(care))
    : pass("may", {}, cites);
}
