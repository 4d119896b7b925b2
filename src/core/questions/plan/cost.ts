/** What a plan costs at the clinic it is made for, by its price lists; and what one capsule costs there. */
import { citesOf } from "../../cites.ts";
import { advise } from "../../finding.ts";
import type { Product } from "../../knowledge/schema.ts";
import type { PriceOf } from "../../plan/capsule-dose.ts";
import type { CoursePlan } from "../../plan/course-plan.ts";
import type { Bill } from "../../price/bill.ts";
import { capsulesSold } from "../../price/capsule-ways.ts";
import { courseCost } from "../../price/course-cost.ts";
import { priceListOn } from "../../price/price-list.ts";
import { type Asked, remark } from "../question.ts";

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

/** Visits, tests at them, and capsules of a plan; days ahead by the list that is known today. */
export function costOf(
  plan: Pick<CoursePlan, "supplies" | "events" | "product" | "takenMg">,
  isTested: boolean,
  asked: Asked,
): Bill | undefined {
  const clinic = clinicOf(asked);
  if (clinic === undefined || priceListOn(clinic, asked.day) === undefined) return undefined;
  const kindOf = (index: number) => (index === 0 && plan.takenMg === 0 ? "first" : "return");
  return courseCost(clinic, {
    visits: plan.supplies.map(({ day }, index) => ({
      day,
      visit: kindOf(index),
      bloodTest: plan.events.some((event) => event.kind === "blood-test" && event.day === day),
      urineTest: isTested,
    })),
    supplies: plan.supplies.map(({ day, days, capsules, steadyMg }, index) => ({
      day,
      product: plan.product,
      capsules,
      ...(steadyMg === undefined ? {} : { steady: { dailyMg: steadyMg, days } }),
      visit: kindOf(index),
    })),
  });
}

/** The sum in a sentence; the lines stand in the bill. */
export function costRemarks(bill: Bill | undefined, asked: Asked) {
  const clinic = clinicOf(asked);
  // Where no line has a price there is no sum to tell.
  if (bill === undefined || bill.lines.length === 0 || clinic === undefined) return [];
  const cites = citesOf(...clinic.prices);
  const facts = { clinic: clinic.id, totalYen: bill.totalYen, isPart: bill.notListed.length > 0 };
  return [remark("know", advise("cost", facts, cites))];
}
