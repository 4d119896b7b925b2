/** A decision as JSON: days and instants as text, every finding and step in both languages. */
import { z } from "zod";
import { atText, dayText } from "../core/calendar.ts";
import type { Decision } from "../core/decide.ts";
import { verdicts } from "../core/finding.ts";
import type { Finding } from "../core/judge.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { Step } from "../core/steps.ts";
import { roles } from "../core/vocabulary.ts";
import type { AccountLine } from "../fhir/account.ts";
import { accountSentence } from "../fhir/account-words.ts";
import { renderFinding, renderStep, ruleTitle } from "../words/render.ts";
import { factsJson } from "./facts-json.ts";
import { questionJson } from "./question-json.ts";

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const text = z.strictObject({ en: z.string(), ja: z.string() });
const step = z.strictObject({
  who: z.enum(roles),
  /** What is to be done, as a word, with what its sentence was made of: a form can be built from them. */
  action: z.string(),
  facts: z.record(z.string(), z.unknown()),
  text,
  by: day.nullable(),
  /** `now` starts a clock, `then` belongs to the day of the supply, `only-then` cannot be done before `by`. */
  when: z.enum(["now", "then", "only-then"]),
});

/** The published shape of a decision; `docs/decision.schema.json` is made of it. */
export const decisionSchema = z.strictObject({
  question: z.record(z.string(), z.unknown()),
  on: day,
  /** The instant it was decided as of, and the zone that gave it its day. */
  at: instant,
  zone: z.string(),
  protocol: z.string(),
  edition: z.strictObject({ since: day, beside: day.optional() }),
  verdict: z.enum(verdicts),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      /** The rule's claim, as a heading. */
      title: text,
      verdict: z.enum(verdicts),
      reason: z.string(),
      facts: z.record(z.string(), z.unknown()),
      cites: z.array(z.string()),
      text,
      wayOut: z.union([z.literal("never"), z.array(step)]),
      /** Present where nobody can set it aside. */
      floor: z.literal(true).optional(),
      edition: day.optional(),
      overridden: z.strictObject({ because: z.string(), on: day }).optional(),
    }),
  ),
  next: z.array(step),
  earliest: day.nullable(),
  validUntil: instant.nullable(),
  /** Until when an authorisation given now could be redeemed; null where no source sets a window or it does not pass. */
  closesAt: instant.nullable(),
  knowledge: z.string(),
  rules: z.string(),
  /** Findings and steps that are not shown to whoever asks; left out where all are. */
  notShown: z.int().positive().optional(),
  /** What became of each FHIR resource; with `--account`. */
  account: z
    .array(
      z.strictObject({
        resource: z.string(),
        became: z.array(z.string()),
        leftAside: z.strictObject({ reason: z.string(), detail: z.string().optional(), text }).optional(),
      }),
    )
    .optional(),
});
export type DecisionJson = z.output<typeof decisionSchema>;

/** An import's account in the shape of the published schema. */
export function accountJson(account: readonly AccountLine[]): NonNullable<DecisionJson["account"]> {
  return account.map(({ resource, became, leftAside }) => ({
    resource,
    became: [...became],
    ...(leftAside === undefined
      ? {}
      : {
          leftAside: {
            ...leftAside,
            text: { en: accountSentence(leftAside, "en"), ja: accountSentence(leftAside, "ja") },
          },
        }),
  }));
}

export function decisionJson(decision: Decision, knowledge: Knowledge): DecisionJson {
  const { zone } = decision;
  return {
    question: questionJson(decision.question),
    on: dayText(decision.day),
    at: atText(decision.at),
    zone,
    protocol: decision.protocol,
    edition: {
      since: dayText(decision.edition.sinceDay),
      ...(decision.edition.besideDay === undefined ? {} : { beside: dayText(decision.edition.besideDay) }),
    },
    verdict: decision.verdict,
    findings: decision.findings.map((finding) => findingJson(finding, knowledge, zone)),
    next: decision.plan.steps.map((one) => stepJson(one, knowledge, zone)),
    earliest: decision.plan.earliest === undefined ? null : dayText(decision.plan.earliest),
    validUntil: decision.validUntil === undefined ? null : atText(decision.validUntil),
    closesAt:
      decision.verdict !== "pass" || decision.closesAt === undefined ? null : atText(decision.closesAt),
    knowledge: decision.knowledge,
    rules: decision.rules,
  };
}

function findingJson(finding: Finding, knowledge: Knowledge, zone: string): DecisionJson["findings"][number] {
  return {
    rule: finding.rule,
    title: ruleTitle(finding.rule),
    verdict: finding.verdict,
    reason: finding.reason,
    facts: factsJson(finding.facts),
    cites: [...finding.cites],
    text: renderFinding(finding, knowledge, zone),
    wayOut:
      finding.wayOut === "never" ? "never" : finding.wayOut.map((one) => stepJson(one, knowledge, zone)),
    ...(finding.floor ? { floor: true as const } : {}),
    ...(finding.editionDay === undefined ? {} : { edition: dayText(finding.editionDay) }),
    ...(finding.overridden === undefined
      ? {}
      : { overridden: { because: finding.overridden.because, on: dayText(finding.overridden.day) } }),
  };
}

function stepJson(one: Step, knowledge: Knowledge, zone: string): z.output<typeof step> {
  return {
    who: one.who,
    action: one.action,
    facts: factsJson(one.facts),
    text: renderStep(one, knowledge, zone),
    by: dayText(one.on),
    when: one.when,
  };
}
