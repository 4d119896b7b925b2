/** Every rule gives one finding; the worst that counts is the verdict. */
import { type At, birthday, type Day, endOf } from "./calendar.ts";
import { type Case, caseOf, opens } from "./case.ts";
import { type Edition, editionAt, wasInForce } from "./edition.ts";
import { type Outcome, type Verdict, verdicts, worse } from "./finding.ts";
import { answers } from "./happened.ts";
import { resolveValues } from "./knowledge/resolve.ts";
import type { Knowledge } from "./knowledge/schema.ts";
import type { SupplyQuestion } from "./question.ts";
import type { Record } from "./record.ts";
import { whenHandingOut } from "./redeeming.ts";
import {
  type AnyRule,
  dispensingGate,
  type Gate,
  isAboutAmount,
  isAboutSupply,
  supplyGate,
} from "./rules/index.ts";
import type { ConfirmedEdition, Setting } from "./setting.ts";
import { earliest, supplyCloses } from "./windows.ts";

export interface Finding extends Omit<Outcome, "until" | "floor" | "since"> {
  readonly until: At | undefined;
  readonly floor: boolean;
  readonly rule: AnyRule["id"];
  /** The edition that gave it, where two were judged side by side or an authorisation keeps its own. */
  readonly editionDay: Day | undefined;
  /** Set aside for this supply by a prescriber with reasons; it keeps its verdict and no longer counts. */
  readonly overridden: { readonly because: string; readonly day: Day } | undefined;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly edition: Edition;
  readonly validUntil: At | undefined;
  /** When the windows close within which the supply can be handed out; undefined where no source sets one. */
  readonly closesAt: At | undefined;
}

export interface Context {
  readonly knowledge: Knowledge;
  readonly record: Record;
  readonly setting: Setting;
}

/** A question that cannot be asked: an unknown protocol, or a day before its first edition. */
export class NotDecidable extends Error {
  readonly remedy: string;
  constructor(says: string, remedy: string) {
    super(says);
    this.remedy = remedy;
  }
}

/** May this supply be prescribed? The verdict and its findings as of the record's instant, without a way out. */
export function judgeSupply(question: SupplyQuestion, context: Context, today?: Day): Judgement {
  return judge(supplyGate, question, context, today);
}

/** May this authorised supply be handed out? Its own rules, and every rule of a supply again. */
export function judgeDispensing(question: SupplyQuestion, context: Context, today?: Day): Judgement {
  return judge(dispensingGate, question, context, today);
}

/** The verdict of a gate. `today` is the day on which someone can act: earlier than the record's in a plan. */
export function judge(
  gate: Gate,
  question: SupplyQuestion,
  context: Context,
  today = context.record.day,
): Judgement {
  const { record } = context;
  const { edition, current, beside, kept } = casesOf(question, context, today);
  const overrides = overridesOf(record);

  const findings: Finding[] = [];
  let verdict: Verdict = "pass";
  const { courseLapsesDay, asOf } = record;
  let validUntil = sooner(
    edition.untilAt,
    courseLapsesDay === undefined ? undefined : endOf(courseLapsesDay, asOf.zone),
    asOf.at,
  );
  validUntil = sooner(validUntil, nextBirthday(current), asOf.at);
  for (const rule of gate.rules) {
    // An authorisation keeps the edition it was given under for its window and amount.
    const underKept = kept !== undefined && isAboutAmount(rule) ? kept : undefined;
    let outcome: Outcome = rule.judge(underKept?.judged ?? current);
    let editionDay: Day | undefined = underKept?.editionDay;
    if (beside !== undefined && underKept === undefined) {
      const other: Outcome = rule.judge(beside);
      validUntil = sooner(validUntil, other.until, record.asOf.at);
      if (other.verdict !== outcome.verdict) {
        const otherIsWorse = verdicts.indexOf(other.verdict) > verdicts.indexOf(outcome.verdict);
        editionDay = otherIsWorse ? edition.besideDay : edition.sinceDay;
        if (otherIsWorse) outcome = other;
      } else {
        validUntil = sooner(validUntil, outcome.until, record.asOf.at);
        outcome = other; // where both say the same the confirmed edition speaks
      }
    }
    validUntil = sooner(validUntil, outcome.until, record.asOf.at);
    const override = overrides.find(
      (one) =>
        one.body.rule === rule.id &&
        one.body.reason === outcome.reason &&
        (one.body.order === undefined || one.body.order === question.order) &&
        (outcome.since ?? []).every((event) => answers(one, event)),
    );
    const aside = override !== undefined && outcome.verdict === "stop" && outcome.floor !== true;
    findings.push({
      rule: rule.id,
      verdict: outcome.verdict,
      reason: outcome.reason,
      facts: outcome.facts,
      cites: outcome.cites,
      wayOut:
        gate.id === "dispensing" ? whenHandingOut(current, outcome, isAboutSupply(rule)) : outcome.wayOut,
      until: outcome.until,
      floor: outcome.floor === true,
      editionDay,
      overridden: aside ? { because: override.body.because, day: override.happened.day } : undefined,
    });
    verdict = worse(verdict, aside ? "advise" : outcome.verdict);
  }
  const closesAt = earliest(supplyCloses(current), beside === undefined ? undefined : supplyCloses(beside));
  return { verdict: verdict === "advise" ? "pass" : verdict, findings, edition, validUntil, closesAt };
}

/** While someone is growing up every birthday can change an answer. */
function nextBirthday(c: Case): At | undefined {
  const { adultAgeYears, guardianUnderAgeYears, growthDiscussionUnderAgeYears, minimumAgeYears } = c.values;
  const { birthDate } = c.record;
  if (birthDate === undefined || c.age === undefined) return undefined;
  const ages = [adultAgeYears, guardianUnderAgeYears, growthDiscussionUnderAgeYears, minimumAgeYears];
  const oldest = Math.max(...ages.map(({ value }) => value ?? 0));
  return c.age < oldest ? opens(c, birthday(birthDate, c.age + 1)) : undefined;
}

/** The cases a question is judged in: under the edition in force, the one beside it, and the one that is kept. */
interface Cases {
  readonly edition: Edition;
  readonly current: Case;
  readonly beside: Case | undefined;
  readonly kept: { readonly judged: Case; readonly editionDay: Day } | undefined;
}

/** @throws NotDecidable where there is no such protocol, or none in force yet */
function casesOf(question: SupplyQuestion, { knowledge, record, setting }: Context, today: Day): Cases {
  const protocol = knowledge.protocols[setting.protocol];
  if (protocol === undefined) {
    throw new NotDecidable(
      `no protocol "${setting.protocol}"`,
      `choose one of ${Object.values(knowledge.protocols)
        .filter(({ usable }) => usable)
        .map(({ id }) => id)
        .join(", ")}`,
    );
  }
  const confirmed = confirmedEditions(record, setting);
  const edition = editionAt(protocol, record.asOf.at, confirmed);
  if (edition === undefined) {
    throw new NotDecidable(
      `${protocol.id} has no edition in force yet on that day`,
      `its first edition starts on ${protocol.editions[0]?.since ?? "no day at all"}`,
    );
  }
  const under = (editionDay: Day) => {
    const layers = { protocol: protocol.id, edition: editionDay, on: record.day };
    const protocolValues = resolveValues(knowledge, layers);
    const values =
      setting.clinic === undefined
        ? protocolValues
        : resolveValues(knowledge, { ...layers, clinic: setting.clinic });
    return caseOf({ question, record, values, protocolValues, knowledge, setting, edition, today });
  };
  const current = under(edition.sinceDay);
  const { authorisation } = current;
  const keeps =
    authorisation !== undefined &&
    authorisation.edition !== edition.sinceDay &&
    wasInForce(protocol, authorisation, confirmed);
  return {
    edition,
    current,
    beside: edition.besideDay === undefined ? undefined : under(edition.besideDay),
    kept: keeps ? { judged: under(authorisation.edition), editionDay: authorisation.edition } : undefined,
  };
}

/** Findings that count against the supply. */
export function counting(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    ({ verdict, overridden }) => verdict !== "pass" && verdict !== "advise" && overridden === undefined,
  );
}

/** Overrides that stand: by a prescriber, since the previous supply. */
function overridesOf(record: Record) {
  const previous = record.sinceDay;
  return record
    .of("finding-overridden")
    .filter(
      ({ actor, happened }) => actor === "prescriber" && (previous === undefined || happened.day > previous),
    );
}

/** Editions an administrator confirmed: in the setting, or in the record itself. */
export function confirmedEditions(record: Record, setting: Setting): readonly ConfirmedEdition[] {
  const entered = record.of("edition-confirmed");
  if (entered.length === 0) return setting.confirmedEditions;
  return [
    ...setting.confirmedEditions,
    ...entered
      .filter(({ actor }) => actor === "administrator")
      .map(({ body, happened }) => ({ protocol: body.protocol, edition: body.edition, from: happened.day })),
  ];
}

function sooner(a: At | undefined, b: At | undefined, after: At): At | undefined {
  if (b === undefined || b <= after) return a;
  return a === undefined || b < a ? b : a;
}
