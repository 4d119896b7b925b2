/** Contraception as it was really in force: which methods count, and since when without a gap. */
import { type Day, plus } from "./calendar.ts";
import type { EntryOf } from "./entry.ts";
import { notBefore } from "./happened.ts";
import type { Values } from "./knowledge/resolve.ts";
import type { Contraceptive } from "./knowledge/schema.ts";
import type { Record } from "./record.ts";

export interface Coverage {
  /** Methods in force now that the protocol accepts. */
  readonly accepted: readonly string[];
  /** Methods in force now that count for nothing. */
  readonly refused: readonly string[];
  readonly abstinence: "none" | "accepted" | "needs-reasons";
  readonly hormonal: "yes" | "no" | "unknown";
  /** Whether what is in force now is enough. */
  readonly enough: boolean;
  readonly lacks: "nothing" | "methods" | "primary" | "independence" | "reasons";
  /** First day of the unbroken stretch in which it was enough. */
  readonly sinceDay: Day | undefined;
  /** The same by what was in use alone, lapses of it left out. */
  readonly methodsSinceDay: Day | undefined;
}

type Methods = Readonly<globalThis.Record<string, Contraceptive>>;
interface State {
  readonly methods: ReadonlySet<string>;
  readonly abstinent: boolean;
  readonly reasons: boolean;
}

export function coverageOf(record: Record, known: Methods, values: Values): Coverage {
  const state: { methods: Set<string>; abstinent: boolean; reasons: boolean } = {
    methods: new Set(),
    abstinent: false,
    reasons: false,
  };
  let methodsSinceDay: Day | undefined;
  for (const [day, changes] of changesByDay(record)) {
    for (const change of changes) change(state);
    if (lacking(state, known, values) !== "nothing") methodsSinceDay = undefined;
    else methodsSinceDay ??= day;
  }
  const since = methodsSinceDay;
  const afterLapses = lapsesOf(record).map(({ happened }) => plus(happened.day, 1));
  const sinceDay = since === undefined ? undefined : (Math.max(since, ...afterLapses) as Day);

  const inForce = [...state.methods];
  const accepted = inForce.filter((id) => isAccepted(known[id]));
  const lacks = lacking(state, known, values);
  return {
    accepted,
    refused: inForce.filter((id) => !accepted.includes(id)),
    abstinence: abstinence(state, values),
    hormonal: hormonality(inForce.map((id) => known[id]?.hormonal)),
    enough: lacks === "nothing",
    lacks,
    sinceDay,
    methodsSinceDay,
  };
}

/** Lapses of contraception, reported or admitted when asked, each group oldest first. */
export function lapsesOf(record: Record): readonly Lapse[] {
  const admitted = record.of("contraception-stated").filter(({ body }) => !body.usedWithoutGap);
  return [...record.of("contraception-lapsed"), ...admitted];
}

type Lapse = EntryOf<"contraception-lapsed"> | EntryOf<"contraception-stated">;

function hormonality(methods: readonly (boolean | undefined)[]): Coverage["hormonal"] {
  if (methods.includes(true)) return "yes";
  return methods.includes(undefined) ? "unknown" : "no";
}

type Change = (state: { methods: Set<string>; abstinent: boolean; reasons: boolean }) => void;

/** What changed on which day, oldest first; a switch of methods within a day leaves no gap. */
function changesByDay(record: Record): [Day, Change[]][] {
  const days = new Map<Day, Change[]>();
  const on = (day: Day, change: Change) => {
    const list = days.get(day);
    if (list === undefined) days.set(day, [change]);
    else list.push(change);
  };
  const started = record.of("contraception-started");
  const ended = record.of("contraception-ended");
  // Within a day ends come first, so that a switch leaves no gap; a method begun and ended that day is ended.
  const alsoStarted = (end: (typeof ended)[number]) =>
    started.find((start) => start.body.method === end.body.method && start.happened.day === end.happened.day);
  const endsLast = (end: (typeof ended)[number]) => {
    const start = alsoStarted(end);
    return start !== undefined && notBefore(end.happened, start.happened);
  };
  const end = (one: (typeof ended)[number]) =>
    on(one.happened.day, (state) => state.methods.delete(one.body.method));
  for (const one of ended) if (!endsLast(one)) end(one);
  for (const { happened, body } of started) on(happened.day, (state) => state.methods.add(body.method));
  for (const one of ended) if (endsLast(one)) end(one);
  for (const { happened, body } of record.of("abstinence-attested")) {
    on(happened.day, (state) => {
      state.abstinent = body.committed;
      state.reasons = body.compellingReasons === true;
    });
  }
  return [...days].toSorted(([a], [b]) => a - b);
}

function isAccepted(method: Contraceptive | undefined): method is Contraceptive {
  return method !== undefined && method.class !== "not-accepted";
}

function abstinence(state: State, values: Values): Coverage["abstinence"] {
  if (!state.abstinent) return "none";
  return values.abstinenceNeedsCompellingReasons.value === true && !state.reasons
    ? "needs-reasons"
    : "accepted";
}

function lacking(state: State, known: Methods, values: Values): Coverage["lacks"] {
  const abstains = abstinence(state, values);
  if (abstains === "accepted") return "nothing";
  const methods = [...state.methods].map((id) => known[id]).filter(isAccepted);
  if (methods.length === 0 && abstains === "needs-reasons") return "reasons";
  if (methods.length < (values.contraceptionMethodsTogether.value ?? 1)) return "methods";
  if (values.primaryMethodNeeded.value === true && !methods.some((method) => method.class === "primary")) {
    return "primary";
  }
  if (values.barrierAloneRefused.value === true) {
    const independent = methods.some((method) => method.userIndependent === true);
    const twoNotAllBarrier = methods.length >= 2 && methods.some((method) => !method.barrier);
    if (!independent && !twoNotAllBarrier) return "independence";
  }
  return "nothing";
}
