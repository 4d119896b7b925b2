/** May this person be treated with isotretinoin at all? The rules of eligibility, each with its own words. */

import { type Day, dayOf } from "../../calendar.ts";
import { type Decision, decide } from "../../decide.ts";
import { advise, ask, type Outcome, pass, stop, wait } from "../../finding.ts";
import type { Finding } from "../../judge.ts";
import { passKindOf } from "../../pass-kind.ts";
import { foldRecord, type Record, remember } from "../../record.ts";
import { eligibilityGate } from "../../rules/index.ts";
import { attestedAsAble } from "../moment.ts";
import { answered, found, question, remark, type Section } from "../question.ts";
import { takingOf } from "../taking.ts";
import { eligibilityFields, entriesSaid } from "./said-of-oneself.ts";

const cites: readonly string[] = ["decision-eligibility"];

export const eligibility = question({
  id: "eligibility",
  record: "needed",
  example: { age: 24, severity: "severe", canBecomePregnant: false, cannotBecause: "cisgender-male" },
  fields: eligibilityFields,
  answer(said, asked) {
    const { knowledge, setting, day, at, zone } = asked;
    const { canBecomePregnant, ...others } = said;
    // No word lifts what a prescriber has attested.
    const believed = canBecomePregnant === false && attestedAsAble(asked) ? others : said;
    const entries = entriesSaid(believed, day, knowledge, asked.record?.birthDate);
    const record =
      asked.record === undefined ? foldRecord(entries, { at, zone }) : remember(asked.record, entries);
    const indication =
      said.indication === undefined ? {} : { indication: { id: said.indication, text: said.indication } };
    const decision = decide(eligibilityGate, { refills: 0, ...indication }, { knowledge, setting, record });
    const findings = withoutHearsay(decision.findings, said.pregnant === true, asked.record);
    const remarks = findings
      .map((finding) => found(sectionOf(finding), finding))
      .toSorted((a, b) => rank(b) - rank(a));
    const underWay = asked.record !== undefined && takingOf(asked.record).is === "taking";
    return answered(
      headlineOf({ ...decision, findings }, zone, underWay),
      [...remarks, ...(entries.length > 0 ? [remark("know", advise("as-said", {}, cites))] : [])],
      { earliestDay: decision.verdict === "wait" ? earliestOf(decision, zone) : undefined },
    );
  },
});

const order = ["pass", "advise", "ask", "wait", "stop"] as const;
const rank = ({ verdict }: Outcome) => order.indexOf(verdict);

/** What holds because somebody wrote it down is good to know; that nothing is written is no answer. */
function sectionOf(finding: Finding): Section {
  if (finding.verdict !== "pass") return "counts";
  return passKindOf(finding) === "in-order" ? "know" : "not-asked";
}

/** Who says "pregnant, or maybe" has reported no pregnancy yet: the rule that asks says that there may be one, and stops. */
function withoutHearsay(findings: readonly Finding[], said: boolean, record: Record | undefined) {
  const onRecord =
    record !== undefined &&
    (record.last("pregnancy-reported") !== undefined ||
      record.tests.some(({ result }) => result === "positive"));
  const isHeard = findings.some(
    ({ rule, reason }) => rule === "pregnancy-has-been-asked" && reason === "may-be",
  );
  if (!said || onRecord || !isHeard) return findings;
  return findings.filter(
    ({ rule, reason }) => rule !== "patient-is-not-pregnant" || reason !== "pregnancy-reported",
  );
}

/** The day on which the last wait is over; what is still to be asked may move it further. */
function earliestOf({ findings, plan }: Decision, zone: string): Day | undefined {
  const waits = findings.filter(({ verdict, overridden }) => verdict === "wait" && overridden === undefined);
  const days = waits.flatMap(({ until }) => (until === undefined ? [] : [dayOf(until, zone)]));
  return (
    plan.earliest ?? days.reduce<Day | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined)
  );
}

function headlineOf(decision: Decision, zone: string, underWay: boolean) {
  const { findings, plan, at } = decision;
  const open = findings.filter(({ overridden }) => overridden === undefined);
  const of = (verdict: Finding["verdict"]) => open.filter((finding) => finding.verdict === verdict);
  const from = (list: readonly Finding[]) => [...new Set([...list.flatMap((one) => one.cites), ...cites])];
  const stopping = of("stop");
  const waiting = of("wait");
  const asking = of("ask");
  const { steps } = plan;
  if (stopping.length > 0) {
    const facts = { stops: stopping.length, asks: asking.length };
    return stopping.some(({ wayOut }) => wayOut === "never")
      ? stop("not-treated", facts, from(stopping), "never", { floor: true })
      : stop("not-as-things-stand", facts, from(stopping), steps);
  }
  if (waiting.length > 0) {
    const until = waiting.map((one) => one.until ?? at).reduce((a, b) => (b > a ? b : a));
    return wait(
      "not-yet",
      { earliestDay: earliestOf(decision, zone), asks: asking.length },
      from(waiting),
      steps,
      until,
    );
  }
  if (asking.length > 0) {
    const facts = { asks: asking.length };
    return underWay ? ask("under-way", facts, from(asking), steps) : ask("open", facts, from(asking), steps);
  }
  const care = findings.filter(({ verdict, overridden }) => verdict === "advise" || overridden !== undefined);
  return care.length > 0
    ? advise("may-with-care", { advice: care.length }, from(care))
    : pass("may", {}, cites);
}
