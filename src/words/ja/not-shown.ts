import type { NotShownWords } from "../not-shown-words.ts";

export const notShown: NotShownWords = {
  role: (entries, say) => `${say.number(entries)}件の記録は、この役割では表示されません。`,
  clinic: (entries, say) =>
    `ほかのクリニックの記録${say.number(entries)}件は表示されません。表示されるのは、安全に薬をお渡しするために必要な事項だけです。`,
  private: (entries, say) =>
    `${say.number(entries)}件の記録は患者さん本人だけのもので、本人が見せることを選ばないかぎり表示されません。`,
  restricted: (patients, say) =>
    `${say.number(patients)}人の患者さんは一覧に表示されません。本人の希望により、記録の利用を制限しています。`,
  findingTitle: "この役割では表示されません",
  finding: {
    ask: "足りない情報は、処方医が把握しています。",
    wait: "待つ理由は、処方医が把握しています。",
    stop: "できない理由は、処方医が把握しています。",
  },
  headline: "内容は、処方医が把握しています。",
};
