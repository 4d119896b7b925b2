/** Where a patient stands today: what kind of turn it is, whose, and until when it can wait. */

import type { Authorisation } from "../../core/authorisations.ts";
import { type At, type Day, plus, startOf } from "../../core/calendar.ts";
import { type Decision, decideSupply } from "../../core/decide.ts";
import { authorisedQuestion, decideDispensing } from "../../core/decide-dispensing.ts";
import type { Role } from "../../core/entry.ts";
import { counting, type Finding } from "../../core/judge.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import type { Step } from "../../core/steps.ts";
import { renderFinding, renderStep } from "../../words/render.ts";
import type { Bilingual } from "../../words/words.ts";
import { handedOut } from "../handed-out.ts";
import { openTasks } from "../open-tasks.ts";
import type { PatientState } from "../patient-state.ts";
import type { Topic } from "../topics.ts";
import { topicsOfFinding, topicsOfStep } from "../topics-of-rules.ts";
import { opensTooLate, renderTooLate } from "./too-late.ts";

/** In the order in which a morning is worked through. */
export const groups = [
  /** Something must be looked at now: capsules out that should not be, or a finding that stops treatment. */
  "alarm",
  /** An authorisation is open, and can still be used: the pharmacist's turn. */
  "dispense",
  /** Everything is there: the prescriber's turn. */
  "prescribe",
  /** Something is missing or due, and someone can see to it now. */
  "gather",
  /** Only a later day helps. */
  "wait",
  /** Paused by the prescriber. */
  "held",
  /** Capsules in hand: nothing to do until they run out. */
  "treated",
  /** The course is over. */
  "ended",
] as const;
export type Group = (typeof groups)[number];

export interface Standing {
  readonly group: Group;
  readonly decision: Decision;
  /** Whose turn it is; nobody's where only time helps. */
  readonly who: readonly Role[];
  readonly headline: Told;
  /** The first thing each has to do. */
  readonly turns: readonly (Told & { readonly who: Role })[];
  /** When this turn closes: a window, a result going stale, an authorisation lapsing. */
  readonly until: At | undefined;
  /** Of an alarm: which is telephoned about first. */
  readonly urgency?: number;
  /** The day after the last capsule in hand, if all were taken. */
  readonly capsulesUntil: Day | undefined;
  readonly open: Authorisation | undefined;
}

/** What a list keeps of a standing: the decision and its findings are long. */
export interface ListedStanding extends Omit<Standing, "decision" | "open"> {
  readonly decision: Pick<Decision, "verdict" | "zone"> & {
    readonly plan: Pick<Decision["plan"], "earliest">;
  };
}

export function asListed({ open: _open, decision, ...standing }: Standing): ListedStanding {
  const { verdict, zone, plan } = decision;
  return { ...standing, decision: { verdict, zone, plan: { earliest: plan.earliest } } };
}

/** A sentence, and what it tells: all of that has to be seen by whoever reads it. */
export interface Told {
  readonly text: Bilingual;
  readonly topics: readonly Topic[];
}

/** Days before the capsules run out from which the next supply is prepared: a view's choice, nothing clinical. */
const preparesDays = 7;

/** The next supply as it is likely to be: what was last authorised or handed out; nothing is assumed of a first one. */
export function proposalOf({ record }: PatientState): SupplyQuestion {
  const last = record.authorisations.at(-1);
  if (last !== undefined && record.earlierCourse === undefined) return authorisedQuestion(last);
  const given = record.supplies.at(-1);
  return given === undefined ? { refills: 0 } : { ...defined(given), refills: 0 };
}

export function standingOf(state: PatientState): Standing {
  const { record, context, zone } = state;
  const { knowledge } = context;
  const open = record.authorisations.findLast(({ state: is }) => is === "open");
  const decision =
    open === undefined
      ? decideSupply(proposalOf(state), context)
      : decideDispensing(handedOut(open), context);
  const against = counting(decision.findings);
  const { steps } = decision.plan;
  const capsulesUntil = runsOut(state);
  const say = (step: Step): Told => ({
    text: renderStep(step, knowledge, zone),
    topics: topicsOfStep(step),
  });
  const find = (finding: Finding): Told => ({
    text: renderFinding(finding, knowledge, zone),
    topics: topicsOfFinding(finding),
  });
  const turnsOf = (these: readonly Step[]) => these.map((step) => ({ who: step.who, ...say(step) }));
  const turns = turnsOf(firstOfEach(steps, record.day));
  const common = { decision, capsulesUntil, open, until: decision.validUntil, turns };
  const worst = against.find(({ verdict }) => verdict === decision.verdict);
  const headline = worst === undefined ? words.ready : find(worst);
  const turn = whoseTurn(steps, record.day);

  if (openTasks(record).length > 0)
    return { ...common, group: "alarm", who: ["prescriber"], headline: words.review };
  if (isOver(state)) return { ...common, group: "ended", who: [], headline: words.ended, until: undefined };
  if (record.heldDay !== undefined && decision.verdict !== "stop") {
    const hold = against.find(({ rule }) => rule === "course-is-not-on-hold");
    const paused = hold === undefined ? headline : find(hold);
    return { ...common, group: "held", who: ["prescriber"], headline: paused };
  }
  if (decision.verdict === "stop") {
    const [first = worst] = against.filter(({ verdict }) => verdict === "stop").toSorted(byUrgency);
    const says = first === undefined ? headline : find(first);
    return {
      ...common,
      group: "alarm",
      who: whoActs(first),
      headline: says,
      until: undefined,
      urgency: urgencyOf(first),
    };
  }
  const tooLate = open === undefined ? undefined : opensTooLate(open, decision);
  if (open !== undefined && tooLate !== undefined) {
    const says: Told = { text: renderTooLate(tooLate, knowledge, zone), topics: ["treatment"] };
    const turn = { who: "prescriber", ...says } as const;
    const until = tooLate.closesAt;
    return { ...common, group: "gather", who: ["prescriber"], headline: says, turns: [turn], until };
  }
  if (open !== undefined) {
    const rest = against.filter(({ rule }) => rule !== "pack-is-identified-and-in-date");
    const [first] = rest;
    return {
      ...common,
      group: "dispense",
      who: rest.length === 0 ? ["pharmacist"] : turn,
      headline: first === undefined ? words.dispense : find(first),
      until: open.dispenseBefore ?? decision.validUntil,
    };
  }
  if (decision.verdict === "pass") return { ...common, group: "prescribe", who: ["prescriber"], headline };
  const soon = capsulesUntil === undefined || plus(capsulesUntil, -preparesDays) <= record.day;
  if (!soon) return { ...common, group: "treated", who: [], headline: words.treated, until: undefined };
  if (steps.length > 0 && steps.every(isProposal)) {
    return { ...common, group: "prescribe", who: ["prescriber"], headline: words.ready };
  }
  if (decision.verdict === "wait") {
    // What is due today is somebody's turn, though the supply itself has to wait for a later day.
    const due = firstOfEach(dueOn(record.day, steps), record.day);
    const [first] = due;
    if (first === undefined) return { ...common, group: "wait", who: [], headline };
    const who = due.map((step) => step.who);
    return { ...common, group: "gather", who, headline: say(first), turns: turnsOf(due), until: undefined };
  }
  const next = steps.find((step) => !isProposal(step));
  return { ...common, group: "gather", who: turn, headline: next === undefined ? headline : say(next) };
}

/** By what a list is sorted, worked out once a line. */
export interface Turn {
  readonly rank: number;
  readonly urgency: number;
  readonly closes: number;
}

export function turnOf(standing: ListedStanding): Turn {
  const { group, urgency = alarms.length } = standing;
  return { rank: groups.indexOf(group), urgency, closes: closes(standing) };
}

/** Sorted as a morning is worked through: by kind of turn, alarms by what they say, then by what closes first. */
export function inOrderOfTurn(
  { turn: a }: { readonly turn: Turn },
  { turn: b }: { readonly turn: Turn },
): number {
  return a.rank - b.rank || a.urgency - b.urgency || compare(a.closes, b.closes);
}

/** When a turn closes; where something is missing also when the capsules run out. */
function closes({ group, until, capsulesUntil, decision }: ListedStanding): number {
  const runOut =
    group === "gather" && capsulesUntil !== undefined ? startOf(capsulesUntil, decision.zone) : undefined;
  return Math.min(until ?? Number.POSITIVE_INFINITY, runOut ?? Number.POSITIVE_INFINITY);
}

/** Findings that stop, as one would telephone about them; those not named come after. */
const alarms: readonly string[] = [
  "mood-allows-treatment",
  "no-sign-of-acne-fulminans",
  "no-stop-symptom-is-open",
  "patient-is-not-pregnant",
  "no-contraception-lapse-is-open",
  "no-late-period-is-open",
  "results-are-acceptable",
  "medicines-do-not-conflict",
];

function urgencyOf(finding: { readonly rule: string } | undefined): number {
  const found = alarms.indexOf(finding?.rule ?? "");
  return found < 0 ? alarms.length : found;
}

function byUrgency(a: { readonly rule: string }, b: { readonly rule: string }): number {
  return urgencyOf(a) - urgencyOf(b);
}

function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The first day without capsules, if all were taken as given out. */
function runsOut({ record }: PatientState): Day | undefined {
  const last = record.supplies.at(-1);
  return last === undefined || last.days === undefined ? undefined : plus(last.day, last.days);
}

function isOver({ record }: PatientState): boolean {
  const ended = record.last("course-ended")?.happened.day;
  const begun = record.last("course-started")?.happened.day;
  return ended !== undefined && record.supplies.length === 0 && (begun === undefined || begun <= ended);
}

/** What a prescriber says while prescribing: not a fact that is missing. */
function isProposal({ action }: Step): boolean {
  return action === "choose-product" || action === "state-dose" || action === "state-days";
}

/** Steps of a plan that can be taken today, what is said in the order itself left out. */
function dueOn(today: Day, steps: readonly Step[]): Step[] {
  return steps.filter(({ on, when, change }) => on <= today && when !== "only-then" && change === undefined);
}

/** Whoever can settle a finding; where nobody can, the prescriber says what comes next. */
function whoActs(finding: Decision["findings"][number] | undefined): Role[] {
  const steps = finding === undefined || finding.wayOut === "never" ? [] : finding.wayOut;
  return steps.length === 0 ? ["prescriber"] : [...new Set(steps.map(({ who }) => who))];
}

function whoseTurn(steps: readonly Step[], today: Day): Role[] {
  return firstOfEach(steps, today).map(({ who }) => who);
}

/** The first step of each person that can be taken now. */
function firstOfEach(steps: readonly Step[], today: Day): Step[] {
  const now = steps.filter((step) => !isProposal(step) && (step.on <= today || step.when !== "only-then"));
  return now.filter((step, index) => now.findIndex(({ who }) => who === step.who) === index);
}

function defined({ product, capsules, capsuleMg, days }: PatientState["record"]["supplies"][number]) {
  return {
    ...(product === undefined ? {} : { product }),
    ...(capsules === undefined ? {} : { capsules }),
    ...(capsuleMg === undefined ? {} : { capsuleMg }),
    ...(days === undefined ? {} : { days }),
  };
}

const words = {
  ready: {
    text: {
      en: "Everything is there: the supply can be authorised.",
      ja: "必要な確認がそろいました。処方を承認できます。",
    },
    topics: [],
  },
  review: {
    text: {
      en: "Capsules are out that would not be given on the corrected record: review them today.",
      ja: "訂正後の記録では渡せなかったカプセルが患者の手元にあります。今日中に確認してください。",
    },
    topics: ["treatment"],
  },
  dispense: {
    text: { en: "Authorised: ready to dispense.", ja: "承認済みです。調剤できます。" },
    topics: [],
  },
  treated: {
    text: {
      en: "Capsules in hand; nothing is due yet.",
      ja: "カプセルが手元にあります。いま必要なことはありません。",
    },
    topics: [],
  },
  ended: { text: { en: "The course has ended.", ja: "クールは終了しました。" }, topics: [] },
} as const satisfies { readonly [word: string]: Told };
