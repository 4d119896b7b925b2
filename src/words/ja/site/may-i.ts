/** 治療中と治療後に「してもいいか」のページの言葉。 */
import type { SiteWords } from "../../site-words.ts";
import { frame } from "./frame.ts";

const { span } = frame;

export const mayI: SiteWords["mayI"] = {
  seeAlso: "あわせてお読みください",
  title: "してもいいこと、待つこと",
  description:
    "イソトレチノインの服用中にしてもいいか、最後のカプセルからどれだけ待つかを、出典とともに示します。",
  lead: "添付文書、規制当局、診療ガイドライン、クリニックがそれぞれ何と言っているかをまとめました。食い違うときは、裏づけのあるもののうち、いちばん厳しいものに合わせます。",
  listMore: "印は服用中についてのものです。治療のあと、いつからできるかは各ページをご覧ください。",
  about: (activity) =>
    `「${activity}」は服用中や治療後にできるか。誰が何と言っているかを、出典とともに示します。`,
  groups: {
    giving: "献血",
    capsules: "カプセルの扱い",
    family: "妊娠・授乳",
    "skin-procedure": "肌の施術",
    "hair-removal": "脱毛",
    surgery: "手術・歯の治療",
    vaccine: "ワクチン",
    habit: "生活習慣",
    sun: "日光・光",
    "driving-and-work": "運転・仕事・飛行機",
    "skin-care": "肌の手入れ",
  },
  whom: {
    "can-become-pregnant": "妊娠する可能性のある方",
    "cannot-become-pregnant": "妊娠する可能性のない方",
    "can-father": "子どもの父親になりうる方",
  },
  by: {
    floor: "どこでも共通の決まり",
    label: "添付文書",
    regulator: "規制当局",
    guideline: "診療ガイドライン",
    literature: "論文",
    decision: "Isowardの判断(資料にない、または食い違うとき)",
    page: "クリニックのページ",
    clinic: "クリニックの決まり",
    none: "資料が見つからない",
  },
  counts: "日本での答え",
  countsMore:
    "裏づけのあるもののうち、いちばん厳しいものです(日本の自由診療の場合)。クリニックによっては、さらに厳しい決まりがあります。",
  during: "服用中",
  until: (after) => `最後のカプセルから${span(after)}まで`,
  afterwards: "その後",
  afterLast: "最後のカプセルの後",
  compute: "あなたの場合の日付を調べる",
  computeMore: "計算するページが開きます(JavaScriptが必要です)。入力した内容は送信されません。",
  statements: "誰が何と言っているか",
  statementsMore: "ここに挙げたものはすべて適用し、いちばん厳しいものが答えになります。",
  holdsDuring: "服用中",
  holdsAfter: (after) => `終了後も${span(after)}`,
  afterThat: "その後",
  others: "ほかで言われているが、適用しないこと",
  othersMore: "ページなどに書かれている内容と、その評価です。上の答えには影響しません。",
  houseRules: "クリニックの決まり",
  houseRulesMore: "あるクリニックが上乗せして求めていることです。そのクリニックでだけ有効です。",
  spelled: "別の呼び方",
};
