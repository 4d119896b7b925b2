/**
 * How an activity stands for somebody at a moment of treatment: every statement that applies there, through which day,
 * and the strictest of them. The order of strictness alone decides; who says it, or in which order, does not.
 */
import { type Day, laterDay, safetyMonths, spanEnd } from "../calendar.ts";
import type { Jurisdiction } from "../knowledge/parts.ts";
import type { Activity, ActivityStatement, Whom } from "../knowledge/topics/activities.ts";
import { type Permission, permissions } from "../knowledge/topics/permission.ts";
import type { Asked } from "./question.ts";

/** While capsules are taken, or after the last of them. */
export type Moment = "during" | { readonly lastCapsuleDay: Day };

/** Undefined: not known, so that what is asked of anybody is asked here. */
export interface Person {
  readonly canBecomePregnant: boolean | undefined;
  /** Attested as a cisgender man; undefined where the grounds are not known. */
  readonly man?: boolean | undefined;
}

/** A statement of the knowledge, or a clinic's house rule. */
export interface Statement extends Omit<ActivityStatement, "by"> {
  readonly by: ActivityStatement["by"] | "clinic";
  readonly clinic?: string;
}

/** A statement that applies, as it stands on the day. */
export interface Applied {
  readonly statement: Statement;
  /** The last day on which it holds as during treatment; undefined while capsules are taken. */
  readonly untilDay: Day | undefined;
  /** Months after the last capsule, where the protocol or the clinic sets them. */
  readonly months: number | undefined;
  readonly permission: Permission;
  readonly cites: readonly string[];
}

export interface Standing {
  readonly applied: readonly Applied[];
  /** Said of others only. */
  readonly forOthers: readonly Statement[];
  /** Said for other countries, or judged otherwise: shown, of no effect. */
  readonly notApplied: readonly Statement[];
  /** The strictest of what applies; `ask` where nothing does. */
  readonly permission: Permission;
  /** False where no source says anything. */
  readonly sourced: boolean;
}

/** The stricter of two permissions. */
export function stricter(a: Permission, b: Permission): Permission {
  return permissions.indexOf(a) >= permissions.indexOf(b) ? a : b;
}

function isAtLeast(permission: Permission, level: Permission): boolean {
  return permissions.indexOf(permission) >= permissions.indexOf(level);
}

/** What is said of an activity, to whom, where the question is asked. */
export function standingOf(
  activity: Pick<Activity, "id" | "statements">,
  moment: Moment,
  person: Person,
  asked: Asked,
): Standing {
  const all = statementsOn(activity, asked);
  const here = all.filter((one) => one.judged === "supported" && isHeardIn(one.where, asked));
  const counting = here.filter(({ whom }) => concerns(whom, person));
  const applied = counting.map((one) => appliedTo(one, moment, asked)).toSorted(inOrder);
  const sourced = counting.some(({ by }) => by !== "none");
  return {
    applied,
    forOthers: here.filter(({ whom }) => !concerns(whom, person)).toSorted(byText),
    notApplied: all.filter((one) => !here.includes(one)).toSorted(byText),
    permission: applied
      .map(({ permission }) => permission)
      .reduce<Permission>(stricter, sourced ? "yes" : "ask"),
    sourced,
  };
}

/**
 * The last day on which an activity is at least so restricted: undefined where it never is, or capsules are still
 * taken; `always` where it stays so.
 */
export function heldThrough(standing: Standing, level: Permission): Day | "always" | undefined {
  const all = standing.applied;
  if (all.some(({ statement }) => isAtLeast(statement.afterwards, level))) return "always";
  return all
    .filter(({ statement }) => isAtLeast(statement.during, level))
    .map(({ untilDay }) => untilDay)
    .reduce<Day | undefined>(
      (a, b) => (a === undefined ? b : b === undefined ? a : laterDay(a, b)),
      undefined,
    );
}

/** The knowledge's own statements, and the house rules of the clinic asked under. */
function statementsOn(activity: Pick<Activity, "id" | "statements">, asked: Asked): readonly Statement[] {
  const clinic =
    asked.setting.clinic === undefined ? undefined : asked.knowledge.clinics[asked.setting.clinic];
  const house = (clinic?.houseRules ?? [])
    .filter((one) => one.activity === activity.id)
    .map(
      (rule): Statement => ({
        ...rule,
        by: "clinic",
        judged: "supported",
        ...(clinic === undefined ? {} : { clinic: clinic.id }),
      }),
    );
  const inForce = new Set([
    ...house.flatMap((one) => one.cites),
    ...activity.statements.flatMap((one) => parameterCites(one, asked)),
  ]);
  // Where the clinic whose page it is has made it its rule, the page need not say it again.
  const isAsked = (one: ActivityStatement) =>
    one.by === "page" && one.judged === "house-rule" && one.cites.every((id) => inForce.has(id));
  return [...activity.statements.filter((one) => !isAsked(one)), ...house];
}

function parameterCites(
  { afterParameter }: Pick<Statement, "afterParameter">,
  asked: Asked,
): readonly string[] {
  return afterParameter === undefined ? [] : asked.values[afterParameter].cites;
}

/** Private pay in Japan hears what every country says. */
export function isHeardIn(where: readonly Jurisdiction[] | undefined, { country }: Asked): boolean {
  return where === undefined || country === "JP" || where.includes(country);
}

/** Whether it is said of this person; where it is not known, it is. */
export function concerns(whom: Whom | undefined, { canBecomePregnant, man }: Person): boolean {
  if (whom === undefined || canBecomePregnant === undefined) return true;
  if (whom === "can-become-pregnant") return canBecomePregnant;
  return !canBecomePregnant && (whom === "cannot-become-pregnant" || man !== false);
}

function appliedTo(statement: Statement, moment: Moment, asked: Asked): Applied {
  const { during, afterwards } = statement;
  const cites = [...new Set([...statement.cites, ...parameterCites(statement, asked)])];
  const months = monthsOf(statement, asked);
  if (moment === "during") return { statement, untilDay: undefined, months, permission: during, cites };
  const untilDay = untilOf(statement, months, moment.lastCapsuleDay);
  return { statement, untilDay, months, permission: asked.day <= untilDay ? during : afterwards, cites };
}

/** What the protocol and the clinic set, whichever is longer: no house rule shortens it. */
function monthsOf({ afterParameter }: Statement, asked: Asked): number | undefined {
  if (afterParameter === undefined) return undefined;
  const set = [asked.values[afterParameter].value, asked.protocolValues[afterParameter].value];
  const months = Math.max(0, ...set.filter((value) => value !== null));
  return months === 0 ? undefined : months;
}

/** Through the last capsule's day where nothing is said of the time after it. */
function untilOf({ after }: Statement, months: number | undefined, lastCapsuleDay: Day): Day {
  const stated = after === undefined ? lastCapsuleDay : spanEnd(lastCapsuleDay, after);
  return months === undefined ? stated : laterDay(stated, safetyMonths(lastCapsuleDay, months));
}

/** Strictest first, then the longest, then by the text: the order in which they are written down never shows. */
function inOrder(a: Applied, b: Applied): number {
  return (
    permissions.indexOf(b.permission) - permissions.indexOf(a.permission) ||
    (b.untilDay ?? 0) - (a.untilDay ?? 0) ||
    byText(a.statement, b.statement)
  );
}

/** Two that say the same of different people or spans are told apart by the rest of them. */
function byText(a: Statement, b: Statement): number {
  const [one, other] = [a, b].map(({ says, ...rest }) => `${says.en}\n${JSON.stringify(rest)}`);
  return one === other ? 0 : (one ?? "") < (other ?? "") ? -1 : 1;
}
