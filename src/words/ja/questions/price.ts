import type { price as question } from "../../../core/questions/price/price.ts";
import type { QuestionWords } from "../../question-words.ts";
import { bill } from "../bill.ts";

export const price: QuestionWords<typeof question> = {
  title: "費用はいくらですか",
  lead: "1回の受診でかかる費用を、診察料・検査料・薬代に分けて示します。受診日に有効な料金表で計算します。",
  fields: {
    dailyMg: { label: "1日の量(mg)" },
    days: { label: "何日分" },
    visit: { label: "受診", choices: { first: "初診", return: "再診" } },
    canBecomePregnant: {
      label: "妊娠の可能性がある",
      hint: "可能性のある方は、受診のたびに妊娠検査があります。",
    },
    product: { label: "製品", hint: "空欄のときは、クリニックが扱う製品で計算します。" },
  },
  reasons: {
    total: ({ totalYen, taxIncluded, dailyMg, days, visit }, say) =>
      `${visits[visit]}、1日${say.number(dailyMg)} mgを${say.number(days)}日分で、合計${bill.yen(totalYen, say)}(${bill.tax(taxIncluded)})です。`,
    "part-listed": ({ totalYen, taxIncluded, dailyMg, days, items }, say) =>
      `1日${say.number(dailyMg)} mgを${say.number(days)}日分で、料金表に記載があるのは${bill.yen(totalYen, say)}(${bill.tax(taxIncluded)})です。${say.list(items.map((item) => bill.items[item]))}は金額の記載がないため、クリニックにお問い合わせください。`,
    "category-unknown": ({ totalYen, withoutTestYen, taxIncluded, dailyMg, days, visit }, say) =>
      `${visits[visit]}、1日${say.number(dailyMg)} mgを${say.number(days)}日分で、妊娠検査がある場合は${bill.yen(totalYen, say)}、ない場合は${bill.yen(withoutTestYen, say)}(${bill.tax(taxIncluded)})です。妊娠の可能性の有無を選んでください。内訳は妊娠検査がある場合です。`,
    "no-clinic": ({ clinics }, say) =>
      `費用はクリニックごとに異なります。クリニックを選んでください。${clinics.length === 0 ? "" : `料金表があるのは、${say.names("protocol", clinics)}です。`}`,
    "not-sold-here": ({ clinic, product, products }, say) =>
      `${say.name("protocol", clinic)}では${say.name("product", product)}を扱っていません。扱っているのは${say.names("product", products)}です。`,
    "no-price-list": ({ clinic, firstDay }, say) =>
      firstDay === undefined
        ? `${say.name("protocol", clinic)}の料金表は登録されていません。クリニックにお問い合わせください。`
        : `${say.name("protocol", clinic)}の料金表は${say.day(firstDay)}からのものしかなく、それより前の料金はわかりません。`,
    "capsules-not-listed": ({ clinic, dailyMg, days }, say) =>
      `${say.name("protocol", clinic)}の料金表には、1日${say.number(dailyMg)} mg・${say.number(days)}日分の価格がありません。クリニックにお問い合わせください。`,
    "no-whole-capsules": ({ dailyMg, belowMg, aboveMg }, say) => {
      const near = [belowMg, aboveMg].filter((mg) => mg !== undefined).map((mg) => `${say.number(mg)} mg`);
      return `ここで扱うカプセルの組み合わせでは、1日${say.number(dailyMg)} mgになりません。近い量は${say.list(near)}です。`;
    },
    "in-turn": ({ dailyMg, first, second }, say) =>
      `1日分のカプセルで${say.number(dailyMg)} mgちょうどにはなりません。${first}の日と${second}の日を交互にすると、平均でこの量になります。費用はその組み合わせで計算しています。`,
    "other-capsules": ({ daily, days, yen, moreYen }, say) =>
      `同じ量を1日に${say.list(daily)}で飲む場合、${say.number(days)}日分の薬代は${bill.yen(yen, say)}です(${moreYen === 0 ? "同額" : `${bill.yen(moreYen, say)}高くなります`})。`,
    "charged-apart": ({ name, says }, say) => `${say.text(name)}:${say.text(says)}`,
    "tax-not-stated": () => "消費税が含まれているかどうかは、料金表に書かれていません。",
    "longer-than-a-supply": ({ days, mostDays }, say) =>
      `${say.number(days)}日分は、ここで1回に出せる日数(${say.number(mostDays)}日)を超えています。追加の受診のたびに、診察料と検査料がかかります。`,
    "private-pay": () =>
      "イソトレチノインは日本では未承認のため、健康保険は使えません(全額自己負担です)。医薬品副作用被害救済制度の対象にもなりません。",
    "by-list": ({ sinceDay }, say) =>
      `${say.day(sinceDay)}から有効な料金表によります。後から料金が変わっても、この計算は変わりません。`,
  },
};

const visits = { first: "初診", return: "再診" } as const;
