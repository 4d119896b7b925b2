/** A planned course as JSON. */
import { dayText } from "../../core/calendar.ts";
import type { CapsulesOf } from "../../core/plan/capsule-dose.ts";
import type { CoursePlan } from "../../core/plan/course-plan.ts";
import type { QuestionId } from "../../core/questions/index.ts";
import type { Asked } from "../../core/questions/question.ts";
import { planEventTitles } from "../../words/plan-events.ts";
import { renderAnswerPart } from "../../words/render-question.ts";
import type { PlanJson } from "./plan-shape.ts";

export function planJson(plan: CoursePlan, question: QuestionId, { knowledge, zone }: Asked): PlanJson {
  return {
    id: plan.id,
    product: plan.product,
    start: dayText(plan.startDay),
    lastCapsule: dayText(plan.lastDay),
    days: plan.days,
    mg: plan.mg,
    takenMg: plan.takenMg,
    mgPerKg: plan.mgPerKg === undefined ? null : Math.round(plan.mgPerKg * 100) / 100,
    phases: plan.phases.map(({ kind, fromDay, toDay, days, daysOff, wishedMg, dailyMg, mg, pattern }) => ({
      kind,
      from: dayText(fromDay),
      to: dayText(toDay),
      days,
      daysOff,
      wishedMg,
      dailyMg,
      mg,
      pattern: (pattern?.days ?? []).map((one) => ({ mg: one.mg, capsules: written(one.capsules) })),
    })),
    supplies: plan.supplies.map(({ day, toDay, days, capsules, spare }) => ({
      on: dayText(day),
      to: dayText(toDay),
      days,
      capsules: written(capsules),
      spare: written(spare),
    })),
    events: plan.events.map(({ day, fromDay, kind, says }) => ({
      on: dayText(day),
      ...(fromDay === undefined ? {} : { from: dayText(fromDay) }),
      kind,
      title: planEventTitles[kind],
      text: renderAnswerPart(question, says, knowledge, zone),
    })),
  };
}

function written(capsules: readonly CapsulesOf[]): PlanJson["supplies"][number]["capsules"] {
  return capsules.map(({ mg, count }) => ({ mg, count }));
}
