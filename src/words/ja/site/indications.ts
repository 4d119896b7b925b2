/** 使いみちのページの言葉。 */
import type { SiteWords } from "../../site-words.ts";

export const indications: SiteWords["indications"] = {
  title: "イソトレチノインの使いみち",
  description:
    "イソトレチノインについて尋ねられる使いみちを、承認されたもの、適応外のもの、根拠のないもの、対象外のもの、有害なもの、決して使わないものに分けて示します。",
  lead: (n) =>
    `ページに書かれていたり、患者さんから尋ねられたりする${n}の使いみちです。ここにないものは、検討が済むまで認めません。`,
  classes: {
    labelled: { title: "添付文書にある", lead: "ここに書いた範囲で、添付文書に記載があります。" },
    "off-label-strong": {
      title: "適応外だが、根拠がある",
      lead: "添付文書にはありませんが、試験で裏づけられています。処方医が判断します。",
    },
    "off-label": {
      title: "適応外で、根拠が限られる",
      lead: "添付文書にはなく、根拠は弱いか、限られるか、一致していません。処方医の判断が必要です。",
    },
    none: { title: "根拠がない", lead: "治療のよりどころになるものが見つかっていません。" },
    outside: {
      title: "このシステムの対象外",
      lead: "ほかの分野の専門医が、独自の量と方法で行う治療です。Isowardには判断の規則がなく、認めません。",
    },
    harmful: {
      title: "有害",
      lead: "イソトレチノインによって起こる、または悪くなるおそれがあります。Isowardでは認めません。",
    },
    never: { title: "決して使わない", lead: "危険な誤りです。Isowardでは認めません。" },
  },
  question: (name) => `${name}にイソトレチノインは使えますか`,
  names: "別の呼び方",
  answer: "日本での答え",
  ask: "自分の場合を調べる",
  askMore: "判定するページが開きます(JavaScriptが必要です)。入力した内容は送信されません。",
  instead: "代わりの治療",
  sameClass: (of) => `同じ分類の使いみち：${of}`,
  claims: "使いみちについてページに書かれていること",
};
