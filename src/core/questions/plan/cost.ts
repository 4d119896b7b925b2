/** What a plan costs at the clinic it is made for, by its price lists; and what one capsule costs there. */
import { type Day, laterDay } from "../../calendar.ts";
import { citesOf } from "../../cites.ts";
import { advise, ask } from "../../finding.ts";
import type { Product } from "../../knowledge/schema.ts";
import type { PriceOf } from "../../plan/capsule-dose.ts";
import type { CoursePlan, PlanEvent } from "../../plan/course-plan.ts";
import type { Bill } from "../../price/bill.ts";
import { capsulesSold } from "../../price/capsule-ways.ts";
import { courseCost } from "../../price/course-cost.ts";
import { isFirstVisit } from "../../price/first-visit.ts";
import { priceListOn } from "../../price/price-list.ts";
import { step } from "../../steps.ts";
import { type Asked, remark } from "../question.ts";
import type { Made } from "./make.ts";

function clinicOf({ setting, knowledge }: Asked) {
  return setting.clinic === undefined ? undefined : knowledge.clinics[setting.clinic];
}

/** Prices of single capsules by the list in force; undefined where nobody tells them. */
export function priceOfCapsules(asked: Asked, product: Product | undefined): PriceOf | undefined {
  const clinic = clinicOf(asked);
  const list = clinic === undefined ? undefined : priceListOn(clinic, asked.day);
  if (list === undefined || product === undefined) return undefined;
  const sold = capsulesSold(list, product.id).flatMap(({ capsules }) => capsules);
  return (capsuleMg) => sold.find(({ mg }) => mg === capsuleMg)?.yen;
}

/**
 * Visits, every test and the capsules of a plan; days ahead by the list that is known today. Undefined where the clinic
 * tells no prices, or does not dispense the product.
 */
export function costOf(
  plan: Pick<CoursePlan, "supplies" | "events" | "product">,
  asked: Asked,
): Bill | undefined {
  const clinic = clinicOf(asked);
  if (clinic === undefined || priceListOn(clinic, asked.day) === undefined) return undefined;
  if (!clinic.products.includes(plan.product)) return undefined;
  const isFirst = isFirstVisit(asked.record);
  const kindOf = (index: number) => (index === 0 && isFirst ? "first" : "return");
  const tests = (kind: PlanEvent["kind"], on: Day) =>
    plan.events.some((event) => event.kind === kind && event.day === on);
  const visitOn = (day: Day, visit: "first" | "return" | "tests-alone") => ({
    // What is overdue is done today, at today's price.
    day: laterDay(day, asked.day),
    visit,
    bloodTest: tests("blood-test", day),
    urineTest: tests("pregnancy-test", day),
  });
  return courseCost(clinic, {
    visits: [
      ...plan.supplies.map(({ day }, index) => visitOn(day, kindOf(index))),
      ...daysOfTestsAlone(plan).map((day) => visitOn(day, "tests-alone")),
    ],
    supplies: plan.supplies.map(({ day, days, capsules, steadyMg }, index) => ({
      day,
      product: plan.product,
      capsules,
      ...(steadyMg === undefined ? {} : { steady: { dailyMg: steadyMg, days } }),
      visit: kindOf(index),
    })),
  });
}

/** Days of tests on which no capsules are handed out: before the first, between supplies and after the last. */
export function daysOfTestsAlone({
  supplies,
  events,
}: {
  readonly supplies: CoursePlan["supplies"];
  readonly events: readonly Pick<PlanEvent, "kind" | "day">[];
}): readonly Day[] {
  const days = events
    .filter(({ kind }) => kind === "pregnancy-test" || kind === "blood-test")
    .map(({ day }) => day)
    .filter((day) => !supplies.some((supply) => supply.day === day));
  return [...new Set(days)];
}

/** The sum in a sentence, the lines stand in the bill; and whether the clinic dispenses the product at all. */
export function costRemarks({ plan, bill }: Pick<Made, "plan" | "bill">, asked: Asked) {
  const clinic = clinicOf(asked);
  if (clinic === undefined) return [];
  const { id, products } = clinic;
  if (!products.includes(plan.product)) {
    const facts = { clinic: id, product: plan.product, products };
    const other = step("prescriber", "choose-product", {}, asked.day);
    return [remark("counts", ask("not-sold-here", facts, clinic.cites, [other]))];
  }
  // Where no line has a price there is no sum to tell.
  if (bill === undefined || bill.lines.length === 0) return [];
  const facts = {
    clinic: id,
    totalYen: bill.totalYen,
    isPart: bill.notListed.length > 0,
    testDays: daysOfTestsAlone(plan).length,
  };
  return [remark("know", advise("cost", facts, citesOf(...clinic.prices)))];
}
