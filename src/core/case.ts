/** Everything a rule may look at, gathered once a decision. */
import { type Authorisation, authorisationOf } from "./authorisations.ts";
import { type At, ageYears, type Day, endOf, plus, spanWithin, startOf } from "./calendar.ts";
import { type Category, categoryOf } from "./category.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import type { Edition } from "./edition.ts";
import type { EntryOf, EntryType, Happened } from "./entry.ts";
import { answers, hasHappened, hasLastLift, isAnswered, latest, type Written } from "./happened.ts";
import type { Values } from "./knowledge/resolve.ts";
import type { Knowledge, Product } from "./knowledge/schema.ts";
import type { SupplyQuestion } from "./question.ts";
import type { Record } from "./record.ts";
import type { Setting } from "./setting.ts";

export interface Case {
  readonly question: SupplyQuestion;
  readonly record: Record;
  readonly values: Values;
  /** The protocol's own values, without a clinic's house rules. */
  readonly protocolValues: Values;
  readonly knowledge: Knowledge;
  readonly setting: Setting;
  /** The edition decided under, and the one that stands beside it while it is unconfirmed. */
  readonly edition: Edition;
  readonly at: At;
  readonly day: Day;
  /** The day on which someone can act: earlier than `day` only while a plan is tried out. */
  readonly today: Day;
  /** The clinic's zone, in which `day` is a day. */
  readonly zone: string;
  /** The authorisation that is to be redeemed, where the question is whether to hand out. */
  readonly authorisation: Authorisation | undefined;
  /** The day of the prescription: that of the authorisation where there is one, else the day decided for. */
  readonly prescribedDay: Day;
  readonly age: number | undefined;
  readonly category: Category;
  /** True unless an attestation that holds says otherwise. */
  readonly pregnancyPossible: boolean;
  readonly firstSupply: boolean;
  /** No supply yet since pregnancy became possible: a first supply, or the first after the category was corrected. */
  readonly firstAtRisk: boolean;
  readonly product: Product | undefined;
  readonly formulation: SupplyQuestion["formulation"];
  readonly coverage: Coverage;
}

export interface CaseInput {
  readonly question: SupplyQuestion;
  readonly record: Record;
  readonly values: Values;
  readonly protocolValues: Values;
  readonly knowledge: Knowledge;
  readonly setting: Setting;
  readonly edition: Edition;
  readonly today: Day;
}

export function caseOf(input: CaseInput): Case {
  const { record, question, values, knowledge } = input;
  const { at, zone } = record.asOf;
  const age = record.birthDate === undefined ? undefined : ageYears(record.birthDate, record.day);
  const category = categoryOf(record, values.postMenopausalAgeYears.value);
  const number = question.dispensing?.number;
  const given = number === undefined ? undefined : authorisationOf(record.authorisations, number);
  // One that is dated ahead cannot be redeemed yet; another one stands in its way all the same.
  const by = { day: record.day, through: record.asOf.through ?? at };
  const authorisation = given !== undefined && hasHappened(given.entry.happened, by) ? given : undefined;
  const product = question.product === undefined ? undefined : knowledge.products[question.product];
  return {
    ...input,
    at,
    zone,
    day: record.day,
    authorisation,
    prescribedDay: authorisation?.day ?? record.day,
    age,
    category,
    pregnancyPossible: category.is !== "cannot",
    firstSupply: record.firstDoseDay === undefined,
    firstAtRisk: !record.supplies.some(({ day }) => day >= atRiskSince(record)),
    product,
    formulation: product?.formulation ?? question.formulation,
    coverage: coverageOf(record, knowledge.contraceptives, values),
  };
}

/** The day an attestation of "cannot" was last taken back; the beginning of time where there was none. */
function atRiskSince(record: Record): number {
  let couldNot = false;
  let since = Number.NEGATIVE_INFINITY;
  for (const { body, happened } of record.of("category-attested")) {
    if (body.canBecomePregnant && couldNot) since = happened.day;
    couldNot = !body.canBecomePregnant;
  }
  return since;
}

/** The first instant of a day in the clinic's zone. */
export function opens(c: Case, day: Day): At {
  return startOf(day, c.zone);
}

/** The instant a day of the clinic's zone is over. */
export function closes(c: Case, day: Day): At {
  return endOf(day, c.zone);
}

/**
 * Whether a fact of this day is current: recorded anew since the previous supply, and not older than a baseline
 * result may be.
 */
export function isCurrent(c: Pick<Case, "record" | "values" | "day">, day: Day): boolean {
  const previous = c.record.previousSupplyDay;
  const within = c.values.baselineWithin.value;
  if (previous !== undefined && day <= previous) return false;
  return within === null || c.day <= spanWithin(day, within);
}

/** When a current fact stops being current though nothing new is recorded. */
export function currentUntil(c: Case, day: Day): At | undefined {
  const within = c.values.baselineWithin.value;
  if (within === null) return undefined;
  return closes(c, spanWithin(day, within));
}

/** The first day on which a fact recorded today would count as current. */
export function nextCurrentDay(c: Case): Day {
  const previous = c.record.previousSupplyDay;
  return previous !== undefined && c.day <= previous ? plus(previous, 1) : c.day;
}

/**
 * Whether a prescriber has judged that treatment may continue in spite of a finding: named by rule (and reason,
 * where the judgement names one), recorded for this supply and not before anything it judges. The latest word counts.
 */
export function judged(
  c: Pick<Case, "record">,
  rule: string,
  reason: string,
  events: readonly Written[] = [],
): boolean {
  const { sinceDay } = c.record;
  const words = judgementsOf(c, rule, reason).filter(
    ({ happened }) => sinceDay === undefined || happened.day > sinceDay,
  );
  return hasLastLift(words, lifts) && events.every((event) => isAnswered(event, words, lifts));
}

/** Whether a prescriber has concluded on one event, then or later: what was settled stays settled. */
export function settled(c: Case, rule: string, reason: string, event: Written): boolean {
  return isAnswered(event, judgementsOf(c, rule, reason), lifts);
}

/** Whether a prescriber has concluded on one event at all, whatever was concluded. */
export function hasWord(c: Case, rule: string, reason: string, event: Written): boolean {
  return judgementsOf(c, rule, reason).some((word) => answers(word, event));
}

type Judged = EntryOf<"judgement-recorded">;

function judgementsOf(c: Pick<Case, "record">, rule: string, reason: string): readonly Judged[] {
  return c.record
    .of("judgement-recorded")
    .filter(({ body }) => body.rule === rule && (body.reason === undefined || body.reason === reason));
}

function lifts({ body }: Judged): boolean {
  return body.conclusion === "may-continue";
}

/** The latest of several happenings. */
export function latestOf(events: readonly { readonly happened: Happened }[]): Happened | undefined {
  return events.map(({ happened }) => happened).reduce<Happened | undefined>(latest, undefined);
}

/** The latest entry of a type in this course, or in the time since the one before it ended. */
export function lastThisCourse<T extends EntryType>(c: Case, type: T): EntryOf<T> | undefined {
  const over = c.record.earlierCourse?.overDay;
  const last = c.record.last(type);
  return last !== undefined && (over === undefined || last.happened.day > over) ? last : undefined;
}

/** The latest entry of a type that is current, if any. */
export function lastCurrent<T extends EntryType>(c: Case, type: T): EntryOf<T> | undefined {
  const latest = c.record.last(type);
  return latest !== undefined && isCurrent(c, latest.happened.day) ? latest : undefined;
}

/** Whether the question's date lies before an entry of this type that would have mattered. */
export function datedAhead(c: Case, type: EntryType): Day | undefined {
  return c.record.ahead.find((entry) => entry.type === type)?.happened.day;
}
