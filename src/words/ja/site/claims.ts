/** ほかで言われていることを確かめるページの言葉。 */
import type { SiteWords } from "../../site-words.ts";

export const claims: SiteWords["claims"] = {
  title: "それは本当ですか",
  description:
    "イソトレチノインについてクリニックやウェブサイトのページに書かれていることを、添付文書や研究と照らし合わせて評価し、正しい内容とともに示します。",
  lead: (n, pages) =>
    `${pages}つのページにある${n}の記述を、私たちの言葉でまとめました。添付文書・診療ガイドライン・研究と照らし合わせ、正しい内容を添えています。`,
  search: "どんなことを読んだり聞いたりしましたか",
  searchHint: "日本語か英語で、一語か二語",
  find: "探す",
  judged: "評価から選ぶ",
  topic: "内容から選ぶ",
  page: "ページから選ぶ",
  worst: "信じると危険なこと",
  found: "記述",
  right: "正しい内容",
  said: (page) => `出所：${page}`,
  contradicts: "これと食い違う記述",
  references: "ページが挙げている文献",
  referencesTitle: "ページが挙げている文献と訂正",
  referencesLead: (n) =>
    `あるページが挙げている${n}件の文献です。内容の誤りや、その後に出た新しいものがあれば添えています。`,
  mended: "訂正",
  quoted: (judgement, says) =>
    `${judgement}：「${says.replace(/。$/, "").replaceAll("「", "『").replaceAll("」", "』")}」`,
  clear: "条件をすべて外す",
  without: (choice) => `${choice}：条件から外す`,
};
