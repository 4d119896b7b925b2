import type { BillLine } from "../../core/price/bill.ts";
import type { BillWords } from "../bill-words.ts";
import { count } from "./grammar.ts";

export const bill: BillWords = {
  items: {
    consultation: "the consultation",
    "consultation-first": "the first consultation",
    "consultation-return": "the follow-up consultation",
    capsules: "the capsules",
    package: "the package of capsules",
    "blood-test": "the blood test",
    "urine-test": "the urine pregnancy test",
  },
  line: (line, say) => lineText(line, say),
  yen: (yen, say) => `¥${say.number(yen)}`,
  total: "Total",
  totalOfListed: "Total of what is listed",
  tax: (included) => (included === null ? "tax not stated" : included ? "tax included" : "tax not included"),
  heading: "Bill",
  item: "Item",
  quantity: "Quantity",
  each: "Each",
  amount: "Amount",
};

function lineText({ item, mg, days, product }: BillLine, say: Parameters<BillWords["line"]>[1]): string {
  switch (item) {
    case "consultation-first":
      return "First consultation";
    case "consultation-return":
      return "Follow-up consultation";
    case "capsules": {
      const of = product === undefined ? "Isotretinoin" : say.name("product", product);
      return `${of} ${say.number(mg ?? 0)} mg, capsules`;
    }
    case "package":
      return `Isotretinoin ${say.number(mg ?? 0)} mg a day for ${count(say, days ?? 0, "day")}`;
    case "blood-test":
      return "Blood test";
    case "urine-test":
      return "Urine pregnancy test";
  }
}
