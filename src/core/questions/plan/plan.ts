/**
 * Dose and course: whole capsules of a real product until a target, within the limits of product and age; visits, tests
 * and supplies as the protocol asks; other doses side by side; what studies found, none of them pooled.
 */
import { ageYears, startOf } from "../../calendar.ts";
import { advise, ask, pass, stop, type Verdict, wait } from "../../finding.ts";
import { step } from "../../steps.ts";
import { canBecomePregnantIn } from "../moment.ts";
import { openStops } from "../open-stops.ts";
import { type Asked, answered, question, remark, worstOf } from "../question.ts";
import { unapprovedRemarks } from "../unapproved.ts";
import { alternativesOf } from "./alternatives.ts";
import { costRemarks } from "./cost.ts";
import { courseRemarks } from "./course.ts";
import { deviationRemarks } from "./deviations.ts";
import { evidence } from "./evidence.ts";
import { highDoseReasons, planFields } from "./fields.ts";
import { isMissing, type Made, makePlan, type NotMade, type Standing, standingOf } from "./make.ts";
import { personRemarks } from "./person.ts";
import { hundredth, measure, phaseRemark } from "./phases.ts";
import { earliestStart, preparedOf } from "./prepared.ts";
import { seriesOf } from "./series.ts";
import { weightOf } from "./so-far.ts";
import { startRemarks } from "./start.ts";

export const plan = question({
  id: "plan",
  record: "helps",
  example: { weightKg: 60, targetMgPerKg: 120, dailyMg: 40, product: "isotroin", age: 24 },
  fields: planFields,
  known: (record, asked) => {
    const weight = weightOf(record, asked);
    const able = canBecomePregnantIn(record, asked);
    const reasons = highDoseReasons(record);
    const product = record.supplies.at(-1)?.product;
    return {
      ...(weight === undefined ? {} : { weightKg: weight.kg }),
      ...(record.birthDate === undefined ? {} : { age: ageYears(record.birthDate, asked.day) }),
      ...(able === undefined ? {} : { canBecomePregnant: able }),
      ...(reasons.length === 0 ? {} : { highDoseFor: reasons }),
      ...(product === undefined || asked.knowledge.products[product] === undefined ? {} : { product }),
    };
  },
  answer(input, asked) {
    const { record, day } = asked;
    const open = record === undefined ? undefined : openStops(record, asked).at(-1);
    if (open !== undefined) {
      const call = step("patient", "call-clinic", {}, day);
      return answered(stop("stopped", { sinceDay: open.day }, [], [call], { floor: true }), evidence(asked));
    }
    const standing = standingOf(input, asked);
    const made = makePlan(standing);
    if (isMissing(made)) return answered(withoutPlan(made, asked), evidence(asked));
    const { events } = made.plan;
    const alternatives = alternativesOf(standing, made);
    const start = startRemarks(standing, made);
    const remarks = [
      ...personRemarks(standing, made),
      ...start,
      ...made.plan.phases.map((phase, index) =>
        phaseRemark(phase, index + 1, standing.limited, standing.making),
      ),
      ...courseRemarks(standing, made),
      ...deviationRemarks(standing, made),
      // A visit with its test and its blood is said once.
      ...events
        .filter(({ says }, index) => events.findIndex((one) => one.says === says) === index)
        .map(({ says }) => remark("do", says)),
      ...costRemarks(made, asked),
      ...unapprovedRemarks(asked),
      ...alternatives.map(({ said }) => said),
      ...evidence(asked),
    ];
    const headline = headlineOf(standing, made, worstOf(remarks));
    return answered(headline, remarks, {
      earliestDay: headline.verdict === "wait" ? headline.facts.earliestDay : undefined,
      series: seriesOf(standing, made),
      ...(made.bill === undefined ? {} : { bill: made.bill }),
      plans: [made.plan, ...alternatives.map((one) => one.plan)],
    });
  },
});

/** Why there is no plan. */
function withoutPlan({ missing, wouldTake }: NotMade, asked: Asked) {
  const { day, values } = asked;
  switch (missing) {
    case "weight":
      return ask("weight-unknown", {}, values.doseMinimumMgPerKg.cites, measure(asked));
    case "believable-weight": {
      const { leastWeightKg, mostWeightKg } = values;
      const facts = { leastKg: leastWeightKg.value, mostKg: mostWeightKg.value };
      return ask("weight-not-believed", facts, leastWeightKg.cites, measure(asked));
    }
    case "length":
      return ask("length-unknown", {}, values.cumulativeMgPerKg.cites, []);
    case "start":
      return ask("start-unknown", {}, ["decision-plan"], []);
    case "so-far":
      return ask("so-far-unknown", {}, [], [step("patient", "count-capsules-left", {}, day)]);
    case "target-reached":
      return advise("target-reached", {}, values.courseUsual.cites);
    case "nothing-to-take":
      return advise("nothing-to-take", {}, ["decision-plan"]);
    case "never-reached":
      return stop(
        "never-reached",
        { wouldTakeDays: wouldTake?.days, dailyMg: wouldTake?.dailyMg },
        values.courseLongest.cites,
        [step("prescriber", "change-dose-target-or-length", {}, day)],
      );
  }
}

/** The plan in a sentence; what stands against it is said below. */
function headlineOf({ input, asked }: Standing, { plan: made }: Made, worst: Verdict) {
  const main = made.phases.at(-1);
  const facts = {
    startDay: made.startDay,
    lastDay: made.lastDay,
    days: made.days,
    dailyMg: main?.dailyMg ?? 0,
    phases: made.phases.length,
    mg: made.mg,
    takenMg: made.takenMg,
    mgPerKg: made.mgPerKg === undefined ? undefined : hundredth(made.mgPerKg),
    targetMgPerKg: input.targetMgPerKg,
  };
  const cites: readonly string[] = ["decision-plan"];
  const earliestDay = earliestStart(preparedOf(asked), asked);
  switch (worst) {
    case "pass":
      return pass("planned", facts, cites);
    case "advise":
      return advise("planned-with-care", facts, cites);
    case "stop":
      return stop("planned-against-limits", facts, cites, []);
    case "wait":
      return wait(
        "planned-too-early",
        { ...facts, earliestDay },
        cites,
        [],
        startOf(earliestDay, asked.zone),
      );
    case "ask":
      return ask("planned-with-questions", facts, cites, []);
  }
}
