/** What is good to know beside a bill: other capsules, what is charged apart, how far the list goes. */
import { parseDay } from "../../calendar.ts";
import { advise, ask } from "../../finding.ts";
import type { PriceList } from "../../knowledge/topics/prices.ts";
import { capsulesText } from "../../plan/capsules-text.ts";
import type { Bill } from "../../price/bill.ts";
import { waysToMake } from "../../price/capsule-ways.ts";
import { daysInTurn } from "../../price/in-turn.ts";
import { step } from "../../steps.ts";
import { type Asked, remark } from "../question.ts";
import type { Wanted } from "./price.ts";

/** So many other combinations are shown. */
const mostShown = 3;

export function besideTheBill(wanted: Wanted, bill: Bill, list: PriceList, asked: Asked) {
  return [
    ...inTurn(wanted, bill, list).map((one) => remark("counts", one)),
    ...otherCapsules(wanted, bill, list).map((one) => remark("know", one)),
    ...list.separately.map(({ name, says, cites }) =>
      remark("know", advise("charged-apart", { name, says }, cites)),
    ),
    ...(bill.taxIncluded === null ? [remark("know", advise("tax-not-stated", {}, list.cites))] : []),
    ...longerThanASupply(wanted, asked),
    ...(asked.country === "JP"
      ? [remark("know", advise("private-pay", {}, ["decision-unapproved-drug", ...list.cites]))]
      : []),
    remark("know", advise("by-list", { sinceDay: parseDay(list.since) }, list.cites)),
  ];
}

/** A dose that is the mean of two days is told as what is taken on each. */
function inTurn({ dailyMg, product }: Wanted, { lines }: Bill, list: PriceList) {
  const isPackage = lines.some(({ item }) => item === "package");
  if (isPackage || waysToMake(dailyMg, list, product).length > 0) return [];
  const [first, second] = daysInTurn(dailyMg, list, product)?.days.map(capsulesText) ?? [];
  return first === undefined || second === undefined
    ? []
    : [advise("in-turn", { dailyMg, first, second }, list.cites)];
}

function otherCapsules({ dailyMg, days, product }: Wanted, bill: Bill, list: PriceList) {
  const paidYen = bill.lines
    .filter(({ item }) => item === "capsules" || item === "package")
    .reduce((sum, { yen }) => sum + yen, 0);
  const isPackage = bill.lines.some(({ item }) => item === "package");
  return waysToMake(dailyMg, list, product)
    .slice(isPackage ? 0 : 1)
    .slice(0, mostShown)
    .map((way) => {
      const daily = way.daily.map((one) => capsulesText([one]));
      const yen = way.dailyYen * days;
      return advise("other-capsules", { daily, days, yen, moreYen: yen - paidYen }, list.cites);
    });
}

/** More days than one supply may hold: the fees of one visit are not the whole price, and nobody hands so many out. */
function longerThanASupply({ days, canBecomePregnant }: Wanted, { values, day }: Asked) {
  const { value: mostDays, cites } =
    canBecomePregnant === false
      ? values.supplyDaysIfPregnancyImpossible
      : values.supplyDaysIfPregnancyPossible;
  return mostDays === null || days <= mostDays
    ? []
    : [
        remark(
          "counts",
          ask("longer-than-a-supply", { days, mostDays }, cites, [
            step("prescriber", "shorten-supply", { mostDays }, day),
          ]),
        ),
      ];
}
