import type { BillLine } from "../../core/price/bill.ts";
import type { BillWords } from "../bill-words.ts";

export const bill: BillWords = {
  items: {
    consultation: "診察料",
    "consultation-first": "初診料",
    "consultation-return": "再診料",
    capsules: "薬代",
    package: "薬代(日数分の一括価格)",
    "blood-test": "血液検査",
    "urine-test": "尿による妊娠検査",
  },
  line: (line, say) => lineText(line, say),
  yen: (yen, say) => `${say.number(yen)}円`,
  total: "合計",
  totalOfListed: "記載のある分の合計",
  tax: (included) => (included === null ? "税込・税抜の記載なし" : included ? "税込" : "税抜"),
  heading: "費用の内訳",
  item: "項目",
  quantity: "数量",
  each: "単価",
  amount: "金額",
};

function lineText({ item, mg, days, product }: BillLine, say: Parameters<BillWords["line"]>[1]): string {
  switch (item) {
    case "consultation-first":
      return "初診料";
    case "consultation-return":
      return "再診料";
    case "capsules": {
      const of = product === undefined ? "イソトレチノイン" : say.name("product", product);
      return `${of} ${say.number(mg ?? 0)} mgカプセル`;
    }
    case "package":
      return `イソトレチノイン 1日${say.number(mg ?? 0)} mg・${say.number(days ?? 0)}日分`;
    case "blood-test":
      return "血液検査";
    case "urine-test":
      return "尿検査(妊娠検査)";
  }
}
