/** What a visit with its capsules costs at a clinic: by the list in force that day, the cheapest capsules first. */
import { ask, pass } from "../../finding.ts";
import type { Clinic } from "../../knowledge/schema.ts";
import type { PriceList } from "../../knowledge/topics/prices.ts";
import type { Bill } from "../../price/bill.ts";
import { nearestDoses, waysToMake } from "../../price/capsule-ways.ts";
import { courseCost, packageFor } from "../../price/course-cost.ts";
import { isFirstVisit } from "../../price/first-visit.ts";
import { capsulesOver, daysInTurn } from "../../price/in-turn.ts";
import { firstListDay, priceListOn } from "../../price/price-list.ts";
import { step } from "../../steps.ts";
import { canBecomePregnantIn, personOf } from "../moment.ts";
import { type Asked, answered, question } from "../question.ts";
import { besideTheBill } from "./beside-the-bill.ts";

/** Everything whose price is asked for; days and doses beyond these nobody is prescribed. */
const fields = {
  dailyMg: { kind: "number", unit: "mg", least: 1, most: 400, required: true },
  days: { kind: "number", unit: "d", least: 1, most: 400, whole: true, required: true },
  visit: { kind: "choice", of: ["first", "return"], required: true },
  canBecomePregnant: { kind: "yes-no" },
  product: { kind: "known", of: "products" },
} as const;

/** What a bill was asked for, with whom it is about settled. */
export interface Wanted {
  readonly dailyMg: number;
  readonly days: number;
  readonly visit: "first" | "return";
  readonly canBecomePregnant: boolean | undefined;
  readonly product: string | undefined;
}

export const price = question({
  id: "price",
  example: { dailyMg: 40, days: 30, visit: "first", canBecomePregnant: true },
  record: "helps",
  fields,
  known: (record, asked) => {
    const canBecomePregnant = canBecomePregnantIn(record, asked);
    const dailyMg = record.last("supply-dispensed")?.body.dailyMg;
    return {
      ...(isFirstVisit(record) ? {} : { visit: "return" as const }),
      ...(dailyMg === undefined ? {} : { dailyMg }),
      ...(canBecomePregnant === undefined ? {} : { canBecomePregnant }),
    };
  },
  answer({ dailyMg, days, visit, canBecomePregnant: told, product }, asked) {
    const { canBecomePregnant } = personOf(told, asked);
    const wanted: Wanted = { dailyMg, days, visit, canBecomePregnant, product };
    const found = listFor(wanted, asked);
    if ("verdict" in found) return answered(found, []);
    const { clinic, list } = found;
    const bill = billFor(wanted, clinic, list, asked);
    if ("verdict" in bill) return answered(bill, []);
    return answered(headline(bill, wanted, clinic, list, asked), besideTheBill(wanted, bill, list, asked), {
      bill,
    });
  },
});

/** The clinic's list in force, or why there is none. */
function listFor({ product }: Wanted, { knowledge, setting, day }: Asked) {
  const clinic = setting.clinic === undefined ? undefined : knowledge.clinics[setting.clinic];
  const priced = Object.values(knowledge.clinics).filter((one) => priceListOn(one, day) !== undefined);
  const clinics = priced.map(({ id }) => id);
  const other = [step("patient", "name-priced-clinic", { clinics }, day)];
  if (clinic === undefined) return ask("no-clinic", { clinics }, ["decision-prices"], other);
  const { id } = clinic;
  if (product !== undefined && !clinic.products.includes(product))
    return ask("not-sold-here", { clinic: id, product, products: clinic.products }, clinic.cites, [
      step("prescriber", "choose-product", {}, day),
    ]);
  const list = priceListOn(clinic, day);
  const frontDesk = [step("front-desk", "ask-price", { items: ["consultation", "capsules"] }, day)];
  if (list !== undefined) return { clinic, list };
  return ask("no-price-list", { clinic: id, firstDay: firstListDay(clinic) }, clinic.cites, frontDesk);
}

/** The bill, or why there is none: no whole capsules make the dose, or nobody says what they cost. */
function billFor(wanted: Wanted, clinic: Clinic, list: PriceList, { day }: Asked) {
  const { dailyMg, days, visit, product, canBecomePregnant } = wanted;
  const [cheapest] = waysToMake(dailyMg, list, product);
  const steady = { dailyMg, days };
  const inTurn = cheapest === undefined ? daysInTurn(dailyMg, list, product) : undefined;
  if (cheapest === undefined && inTurn === undefined && packageFor({ steady, visit }, list) === undefined) {
    if (list.capsules.length === 0)
      return ask("capsules-not-listed", { clinic: clinic.id, dailyMg, days }, list.cites, [
        step("front-desk", "ask-price", { items: ["capsules"] }, day),
      ]);
    const { below, above } = nearestDoses(dailyMg, list, product);
    const facts = { clinic: clinic.id, dailyMg, belowMg: below, aboveMg: above };
    return ask("no-whole-capsules", facts, list.cites, [step("prescriber", "state-dose", {}, day)]);
  }
  const bill = courseCost(clinic, {
    visits: [{ day, visit, bloodTest: true, urineTest: canBecomePregnant !== false }],
    supplies: [
      {
        day,
        visit,
        steady,
        product: cheapest?.product ?? inTurn?.product,
        capsules: capsulesOver(days, cheapest === undefined ? (inTurn?.days ?? []) : [cheapest.daily]),
      },
    ],
  });
  return bill ?? ask("no-price-list", { clinic: clinic.id, firstDay: undefined }, clinic.cites, []);
}

function headline(bill: Bill, wanted: Wanted, clinic: Clinic, list: PriceList, { day }: Asked) {
  const { totalYen, taxIncluded, notListed } = bill;
  const { dailyMg, days, visit } = wanted;
  const facts = { clinic: clinic.id, totalYen, taxIncluded, dailyMg, days, visit };
  const { cites } = list;
  if (notListed.length > 0) {
    const way = [step("front-desk", "ask-price", { items: notListed }, day)];
    return ask("part-listed", { ...facts, items: notListed }, cites, way);
  }
  if (wanted.canBecomePregnant === undefined) {
    const testYen = bill.lines.find(({ item }) => item === "urine-test")?.yen ?? 0;
    const way = [step("prescriber", "attest-category", {}, day)];
    return ask("category-unknown", { ...facts, withoutTestYen: totalYen - testYen }, cites, way);
  }
  return pass("total", facts, cites);
}
