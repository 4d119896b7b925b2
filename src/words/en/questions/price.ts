import type { price as question } from "../../../core/questions/price/price.ts";
import type { QuestionWords } from "../../question-words.ts";
import { bill } from "../bill.ts";
import { count, sentences } from "../grammar.ts";

export const price: QuestionWords<typeof question> = {
  title: "What does it cost?",
  lead: "The bill of one visit at a clinic, item by item: consultation, tests and capsules, by the price list in force that day.",
  fields: {
    dailyMg: { label: "Dose a day (mg)" },
    days: { label: "For how many days" },
    visit: { label: "Visit", choices: { first: "First visit", return: "Follow-up visit" } },
    canBecomePregnant: {
      label: "Can become pregnant",
      hint: "Whoever can has a pregnancy test at each visit.",
    },
    product: { label: "Product", hint: "Left open, whichever the clinic dispenses." },
  },
  reasons: {
    total: ({ totalYen, taxIncluded, dailyMg, days, visit }, say) =>
      `${bill.yen(totalYen, say)}, ${bill.tax(taxIncluded)}: ${visits[visit]} with ${say.number(dailyMg)} mg a day for ${count(say, days, "day")}.`,
    "part-listed": ({ totalYen, taxIncluded, dailyMg, days, items }, say) =>
      `${bill.yen(totalYen, say)} (${bill.tax(taxIncluded)}) is what is listed for ${say.number(dailyMg)} mg a day for ${count(say, days, "day")}. No amount is listed for ${say.list(items.map((item) => bill.items[item]))}: ask the clinic.`,
    "category-unknown": ({ totalYen, withoutTestYen, taxIncluded, dailyMg, days, visit }, say) =>
      `${bill.yen(totalYen, say)} with a pregnancy test, ${bill.yen(withoutTestYen, say)} without one (${bill.tax(taxIncluded)}): ${visits[visit]} with ${say.number(dailyMg)} mg a day for ${count(say, days, "day")}. Say whether pregnancy is possible; the bill below has the test.`,
    "no-clinic": ({ clinics }, say) =>
      sentences(
        "Prices are a clinic's own: name the clinic.",
        clinics.length === 0 ? "" : `Prices are known of ${say.names("protocol", clinics)}.`,
      ),
    "not-sold-here": ({ clinic, product, products }, say) =>
      `${say.name("protocol", clinic)} does not dispense ${say.name("product", product)}; it dispenses ${say.names("product", products)}.`,
    "no-price-list": ({ clinic, firstDay }, say) =>
      firstDay === undefined
        ? `No price list of ${say.name("protocol", clinic)} is known: ask the clinic.`
        : `The first price list known of ${say.name("protocol", clinic)} begins on ${say.day(firstDay)}; nothing is known of the time before.`,
    "capsules-not-listed": ({ clinic, dailyMg, days }, say) =>
      `${say.name("protocol", clinic)} lists no price for ${say.number(dailyMg)} mg a day for ${count(say, days, "day")}: ask the clinic.`,
    "no-whole-capsules": ({ dailyMg, belowMg, aboveMg }, say) => {
      const near = [belowMg, aboveMg].filter((mg) => mg !== undefined).map((mg) => `${say.number(mg)} mg`);
      return `No whole capsules make ${say.number(dailyMg)} mg a day here. The nearest ${near.length === 1 ? "dose is" : "doses are"} ${say.list(near)}.`;
    },
    "in-turn": ({ dailyMg, first, second }, say) =>
      `No capsules of one day make ${say.number(dailyMg)} mg: day by day in turn ${first}, then ${second}, which come to it on average. The bill has these.`,
    "other-capsules": ({ daily, days, yen, moreYen }, say) =>
      `The same dose as ${say.list(daily)} a day: ${bill.yen(yen, say)} for ${count(say, days, "day")}, ${moreYen === 0 ? "the same" : `${bill.yen(moreYen, say)} more`}.`,
    "charged-apart": ({ name, says }, say) => `${say.text(name)}: ${say.text(says)}`,
    "tax-not-stated": () => "The price list does not say whether tax is included.",
    "longer-than-a-supply": ({ days, mostDays }, say) =>
      `${count(say, days, "day")} are more than one supply holds here (${count(say, mostDays, "day")}): further visits and tests are charged each time.`,
    "private-pay": () =>
      "In Japan isotretinoin is not approved: health insurance pays nothing of this, and the relief system for side effects does not apply.",
    "by-list": ({ sinceDay }, say) =>
      `By the price list that has been in force since ${say.day(sinceDay)}. A later list does not change this bill.`,
  },
};

const visits = { first: "a first visit", return: "a follow-up visit" } as const;
