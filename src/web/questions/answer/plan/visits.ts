/** What falls on which day of a plan, as rows of one table: a line a day, with its capsules and its tests. */
import type { AnswerJson } from "../../../../app/questions/answer-shape.ts";
import type { PlanJson } from "../../../../app/questions/plan-shape.ts";
import type { PlanEventKind } from "../../../../core/plan/course-plan.ts";

type Event = PlanJson["events"][number];
type RemarkJson = AnswerJson["remarks"][number];

/** Of a test: its kind, and the day from which it may be done where that is earlier. */
export interface TestDue {
  readonly kind: "pregnancy-test" | "blood-test";
  readonly from: string | undefined;
}

export interface PlanDay {
  readonly on: string;
  /** What is no test: a supply, a beginning, an end. */
  readonly kinds: readonly Exclude<PlanEventKind, TestDue["kind"]>[];
  readonly supply: PlanJson["supplies"][number] | undefined;
  readonly tests: readonly TestDue[];
}

export function daysOf({ events, supplies }: PlanJson): readonly PlanDay[] {
  return [...new Set(events.map(({ on }) => on))].toSorted().map((on) => {
    const here = events.filter((event) => event.on === on);
    return {
      on,
      kinds: [...new Set(here.flatMap(({ kind }) => (isTest(kind) ? [] : [kind])))],
      supply: supplies.find((supply) => supply.on === on),
      tests: onceEach(here),
    };
  });
}

function onceEach(events: readonly Event[]): readonly TestDue[] {
  const tests = events.flatMap(({ kind, from }) => (isTest(kind) ? [{ kind, from }] : []));
  return [...new Map(tests.map((one) => [one.kind, one])).values()];
}

function isTest(kind: PlanEventKind): kind is TestDue["kind"] {
  return kind === "pregnancy-test" || kind === "blood-test";
}

/** What is said of the days of the table, apart from what else there is to do. */
export function saidOfDays(
  plan: PlanJson,
  remarks: readonly RemarkJson[],
): { readonly ofDays: readonly RemarkJson[]; readonly others: readonly RemarkJson[] } {
  const said = new Set(plan.events.map(({ text }) => text.en));
  const isOfDay = ({ section, text }: RemarkJson) => section === "do" && said.has(text.en);
  return { ofDays: remarks.filter(isOfDay), others: remarks.filter((one) => !isOfDay(one)) };
}

/** The values that are looked at in blood, each once, in the order in which they come up. */
export function analytesIn(remarks: readonly RemarkJson[]): readonly string[] {
  const all = remarks.flatMap(({ facts }) => (Array.isArray(facts["analytes"]) ? facts["analytes"] : []));
  return [...new Set(all.filter((one) => typeof one === "string"))];
}

/** The documents that remarks rest on, each once. */
export function sourcesOf(
  remarks: readonly RemarkJson[],
  sources: AnswerJson["sources"],
): readonly AnswerJson["sources"][string][] {
  return [...new Set(remarks.flatMap(({ cites }) => cites))].flatMap((id) => sources[id] ?? []);
}
