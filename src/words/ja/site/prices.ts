/** 費用のページの言葉。 */
import type { SiteWords } from "../../site-words.ts";

export const prices: SiteWords["prices"] = {
  title: "費用",
  description:
    "日本のクリニックでのイソトレチノイン治療の料金を、ページに書かれている範囲で項目ごとに示します。",
  lead: "日本では自費診療で、料金はクリニックごとに決められています。クリニックのページに書かれている金額を、項目ごとに示します。書かれていないものは載せていません。",
  asWritten:
    "クリニックのページに書かれている料金です。変わることがありますので、受診の前に確かめてください。",
  list: "項目ごとの料金",
  totals: (days) => `受診と${days}日分の薬の合計`,
  whoTest: "妊娠する可能性のある方(検査を含む)",
  whoNoTest: "妊娠する可能性のない方",
  daily: "一日の量",
  mgDaily: (mg) => `${mg} mg`,
  first: "初診",
  return: "再診",
  cheapest: "合計が最も安くなるカプセルの組み合わせで計算しています。飲む量は処方医が決めます。",
  course: "治療全体の合計",
  visits: (n, days) => `${n}回(${days}日分)`,
  courseMore: "初診と再診を、上の金額で合計したものです。飲む前やあとの、検査だけの日の費用は含みません。",
  coursePlan: "検査もすべて含めて計画する",
  separately: "別にかかるもの",
  notSaid: (items) => `ページに書かれていないもの：${items}。`,
  compute: "自分の場合の金額を調べる",
  computeMore: "計算するページが開きます(JavaScriptが必要です)。入力した内容は送信されません。",
  silent: "料金がページに書かれていないクリニック",
  eachCapsule: (mg) => `${mg} mgカプセル1個`,
  capsule: (mg, name) => `${name} ${mg} mgカプセル1個`,
  package: (mg, days) => `1日${mg} mg、${days}日分`,
  unapproved: "健康保険は使えず、医薬品副作用被害救済制度の対象にもなりません。",
};
