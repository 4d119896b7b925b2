/**
 * The way out of a refusal: what is missing, who can supply it, by when, and the first day it could pass.
 *
 * Every finding that does not pass names favourable steps. They are all applied, the record is folded and judged
 * again, until nothing refuses (a fixed point) or nothing new is offered. Steps that start a clock are taken today;
 * steps of the day itself are taken anew whenever the day moves; the day only moves when a finding says that nothing
 * earlier can do. There is no bisection: windows open and close, so time is not monotone.
 */
import { type At, type Day, endOf, lastMinuteOf, startOf } from "./calendar.ts";
import type { Entry } from "./entry.ts";
import { type Context, counting, type Finding, type Judgement, judge } from "./judge.ts";
import { changed, type SupplyQuestion } from "./question.ts";
import { foldRecord } from "./record.ts";
import type { Gate } from "./rules/index.ts";
import { asEntry, type Step } from "./steps.ts";

export interface Plan {
  /** What to do, in order of days. Empty where nothing is to be done. */
  readonly steps: readonly Step[];
  /** The first day on which it could pass; undefined where it cannot, or where an outcome cannot be presumed. */
  readonly earliest: Day | undefined;
  /** The proposal as the steps leave it. */
  readonly question: SupplyQuestion;
}

const mostMoves = 24;
const mostRounds = 16;

export function planWayOut(gate: Gate, question: SupplyQuestion, context: Context, judged: Judgement): Plan {
  const today = context.record.day;
  const against = counting(judged.findings);
  if (against.length === 0) return { steps: [], earliest: today, question };
  // Nothing else that is done opens a number which cannot be redeemed.
  const dead = against.find(({ rule, verdict }) => rule === "authorisation-is-open" && verdict === "stop");
  if (dead !== undefined) {
    return { steps: dead.wayOut === "never" ? [] : dead.wayOut, earliest: undefined, question };
  }

  const plan = new Attempt(gate, question, today);
  let day = today;
  for (let move = 0; move < mostMoves; move++) {
    const outcome = settleDay(plan, day, context);
    if (outcome === "passes") return plan.finish(plan.blocked ? undefined : day);
    if (outcome === "stuck") return plan.finish(undefined);
    day = outcome;
    plan.newDay();
  }
  return plan.finish(undefined);
}

/** Tries to make one day pass: the day it has to move to, where it cannot be this one. */
function settleDay(plan: Attempt, day: Day, context: Context): "passes" | "stuck" | Day {
  for (let round = 0; round < mostRounds; round++) {
    const refusing = refusals(plan, day, context).filter((finding) => !plan.isBlocked(finding));
    if (refusing.length === 0) return "passes";
    const offered = refusing.flatMap((finding) => offers(finding, plan));
    const clocks = offered.filter((step) => step.when === "now" && plan.isNew(step));
    if (plan.take(clocks, "now")) continue;
    const later = offered.map((step) => step.on).filter((on) => on > day);
    if (later.length > 0) {
      plan.inform(offered.filter((step) => step.when === "only-then" && step.entries.length === 0));
      return Math.max(...later) as Day;
    }
    if (!plan.take(offered, "then")) {
      // Nothing new is offered and something still refuses: what refuses cannot be presumed away.
      for (const finding of refusing) plan.block(finding);
    }
  }
  return "stuck";
}

/** Steps of a finding that would change something; a finding without any is blocked, its advice kept. */
function offers(finding: Finding, plan: Attempt): readonly Step[] {
  if (finding.wayOut === "never") {
    plan.block(finding);
    return [];
  }
  const effective = finding.wayOut.filter(
    (step) => step.entries.length > 0 || step.change !== undefined || step.when === "only-then",
  );
  if (finding.wayOut.length > 0 && effective.length === 0) {
    plan.inform(finding.wayOut);
    plan.block(finding);
  }
  return effective;
}

/** What refuses on a day with the plan so far: as of now for today, the worse of first and last minute later on. */
function refusals(plan: Attempt, day: Day, context: Context): Finding[] {
  const { record } = context;
  const { zone, knownAt } = record.asOf;
  const judgeAt = (at: At, through: At) => {
    const folded = foldRecord(
      [...record.entries, ...plan.entries()],
      { at, through, zone, knownAt },
      record.undated,
    );
    return counting(judge(plan.gate, plan.question, { ...context, record: folded }, record.day).findings);
  };
  if (day === record.day) {
    return judgeAt(record.asOf.at, record.asOf.through ?? record.asOf.at);
  }
  const through = (endOf(day, zone) - 1) as At;
  const atEnd = judgeAt(lastMinuteOf(day, zone), through);
  return atEnd.length > 0 ? atEnd : judgeAt(startOf(day, zone), through);
}

/** The entries that steps would add; their ids come after all others of a day. */
export function plannedEntries(steps: readonly Step[]): Entry[] {
  return steps
    .flatMap((step) => step.entries)
    .map((wanted, index) => asEntry(wanted, `~plan-${String(index).padStart(3, "0")}`));
}

/** A plan in the making. */
class Attempt {
  readonly gate: Gate;
  readonly #asked: SupplyQuestion;
  readonly #today: Day;
  readonly #clocks: Step[] = [];
  readonly #informed: Step[] = [];
  readonly #changes: Step[] = [];
  readonly #blocked = new Set<string>();
  #ofTheDay: Step[] = [];

  constructor(gate: Gate, question: SupplyQuestion, today: Day) {
    this.gate = gate;
    this.#asked = question;
    this.#today = today;
  }

  /** The proposal as the steps taken leave it. */
  get question(): SupplyQuestion {
    return [...this.#changes, ...this.#ofTheDay].reduce(
      (proposal, { change }) => (change === undefined ? proposal : changed(proposal, change)),
      this.#asked,
    );
  }

  get blocked(): boolean {
    return this.#blocked.size > 0;
  }

  isNew(step: Step): boolean {
    const name = key(step);
    const alike = [...this.#clocks, ...this.#ofTheDay, ...this.#changes].filter(
      (taken) => key(taken) === name,
    );
    return alike.length === 0 || (replaces(step) && alike.every((taken) => effect(taken) !== effect(step)));
  }

  /** Takes steps that are new; of several that would add the same kind of entry only the first. True if any was. */
  take(steps: readonly Step[], when: "now" | "then"): boolean {
    const added = new Set<string>();
    let any = false;
    for (const step of steps) {
      if (step.when !== when && !(when === "then" && step.when === "only-then")) continue;
      const kinds = step.entries.map((entry) => kindOf(entry));
      if (!this.isNew(step) || (kinds.length > 0 && kinds.every((kind) => added.has(kind)))) continue;
      for (const kind of kinds) added.add(kind);
      if (step.change !== undefined && step.change.dispensing === undefined) this.#changes.push(step);
      else if (when === "now") this.#clocks.push(step);
      else this.#ofTheDay = [...this.#ofTheDay.filter((taken) => key(taken) !== key(step)), step];
      any = true;
    }
    return any;
  }

  inform(steps: readonly Step[]): void {
    for (const step of steps) {
      if (!this.#informed.some((known) => key(known) === key(step))) this.#informed.push(step);
    }
  }

  block(finding: Finding): void {
    this.#blocked.add(`${finding.rule}/${finding.reason}`);
  }

  isBlocked(finding: Finding): boolean {
    return this.#blocked.has(`${finding.rule}/${finding.reason}`);
  }

  newDay(): void {
    this.#ofTheDay = [];
  }

  entries(): Entry[] {
    return plannedEntries([...this.#clocks, ...this.#ofTheDay]);
  }

  finish(earliest: Day | undefined): Plan {
    // What has to be seen to before all else comes first; what is done with the number and the pack, last.
    const atCounter = this.#ofTheDay.filter(replaces);
    const ofTheDay = this.#ofTheDay.filter((step) => !replaces(step));
    const steps = [...this.#informed, ...this.#clocks, ...this.#changes, ...ofTheDay, ...atCounter];
    const inOrder = steps
      .map((step, index) => ({ step, index }))
      .toSorted(
        (a, b) => Math.max(a.step.on, this.#today) - Math.max(b.step.on, this.#today) || a.index - b.index,
      )
      .map(({ step }) => step);
    return { steps: inOrder, earliest, question: this.question };
  }
}

/** A step that speaks of the pack or the number in hand: said again of another amount it takes the former's place. */
function replaces(step: Step): boolean {
  return step.change?.dispensing !== undefined;
}

function effect({ change, entries }: Step): string {
  return JSON.stringify([change, entries]);
}

function key(step: Step): string {
  return `${step.who}/${step.action}/${step.on}/${JSON.stringify(step.facts)}`;
}

/** Entries of one kind stand for one act: one specimen, one set of methods, one judgement of one rule. */
function kindOf(entry: Step["entries"][number]): string {
  return entry.type === "judgement-recorded" ? `${entry.type}/${entry.body.rule}` : entry.type;
}
