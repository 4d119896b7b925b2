/** An answer as JSON: days as text, every sentence in both languages, with the documents it cites. */
import { dayText } from "../../core/calendar.ts";
import { rulesVersion } from "../../core/decide.ts";
import type { Bill } from "../../core/price/bill.ts";
import type { AnyQuestion } from "../../core/questions/index.ts";
import type { Answer, Asked, FoundRemark, Remark } from "../../core/questions/question.ts";
import type { Step } from "../../core/steps.ts";
import { renderStep } from "../../words/render.ts";
import { billLineText } from "../../words/render-bill.ts";
import { remarkText, remarkTitle, renderAnswerPart } from "../../words/render-question.ts";
import { factsJson } from "../facts-json.ts";
import type { AnswerJson } from "./answer-shape.ts";
import { givenOf } from "./given.ts";
import { planJson } from "./plan-json.ts";

/** @param input what was asked, as it was read */
export function answerJson(
  question: AnyQuestion,
  input: Readonly<Record<string, unknown>>,
  answer: Answer,
  asked: Asked,
): AnswerJson {
  const { knowledge, setting, zone, day } = asked;
  const remark = (one: Remark | FoundRemark): AnswerJson["remarks"][number] => {
    const title = remarkTitle(one, knowledge);
    return {
      section: one.section,
      ...aboutJson(one),
      ...(title === undefined ? {} : { title }),
      verdict: one.verdict,
      reason: one.reason,
      facts: factsJson(one.facts),
      cites: [...one.cites],
      text: remarkText(question.id, one, knowledge, zone),
      wayOut: one.wayOut === "never" ? "never" : one.wayOut.map((step) => stepJson(step, asked)),
      ...(one.floor === true ? { floor: true as const } : {}),
    };
  };
  const { headline } = answer;
  return {
    question: question.id,
    asked: givenOf(question.fields, input),
    on: dayText(day),
    zone,
    protocol: setting.protocol,
    clinic: setting.clinic ?? null,
    verdict: answer.verdict,
    headline: {
      verdict: headline.verdict,
      reason: headline.reason,
      facts: factsJson(headline.facts),
      cites: [...headline.cites],
      text: renderAnswerPart(question.id, headline, knowledge, zone),
      wayOut: headline.wayOut === "never" ? "never" : headline.wayOut.map((step) => stepJson(step, asked)),
    },
    remarks: answer.remarks.map(remark),
    series: answer.series.map(({ id, unit, points, lines }) => ({
      id,
      unit,
      points: points.map((point) => ({ on: dayText(point.day), value: point.value })),
      lines: [...lines],
    })),
    earliest: answer.earliestDay === undefined ? null : dayText(answer.earliestDay),
    ...(answer.plans === undefined
      ? {}
      : { plans: answer.plans.map((plan) => planJson(plan, question.id, asked)) }),
    ...(answer.bill === undefined ? {} : billJson(answer.bill, asked)),
    sources: sourcesOf(answer, asked),
    knowledge: knowledge.digest,
    rules: rulesVersion,
  };
}

/** A rule's finding is about the rule. */
function aboutJson({ about, finding }: Remark | FoundRemark): { readonly about?: string } {
  if (finding !== undefined) return { about: `rule/${finding.rule}` };
  return about === undefined ? {} : { about: `${about.kind}/${about.id}` };
}

function billJson(bill: Bill, { knowledge, zone }: Asked) {
  return {
    lines: bill.lines.map((line) => ({ ...line, text: billLineText(line, knowledge, zone) })),
    total: bill.totalYen,
    currency: bill.currency,
    taxIncluded: bill.taxIncluded,
    notListed: [...bill.notListed],
    priceListsSince: bill.listsSinceDay.map(dayText),
  };
}

function stepJson(step: Step, { knowledge, zone }: Asked): AnswerStepJson {
  return {
    who: step.who,
    action: step.action,
    facts: factsJson(step.facts),
    text: renderStep(step, knowledge, zone),
    by: dayText(step.on),
    when: step.when,
  };
}
type AnswerStepJson = Exclude<AnswerJson["headline"]["wayOut"], "never">[number];

function sourcesOf({ headline, remarks }: Answer, { knowledge }: Asked): AnswerJson["sources"] {
  const cited = new Set([headline, ...remarks].flatMap(({ cites }) => cites));
  return Object.fromEntries(
    [...cited].flatMap((id) => {
      const source = knowledge.sources[id];
      return source === undefined ? [] : [[id, { ...source }]];
    }),
  );
}
