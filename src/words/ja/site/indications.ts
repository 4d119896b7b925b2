/** 使いみちのページの言葉。 */
import type { SiteWords } from "../../site-words.ts";

export const indications: SiteWords["indications"] = {
  title: "イソトレチノインの使いみち",
  description:
    "イソトレチノインについて尋ねられる使いみちを、承認されたもの、適応外のもの、根拠のないもの、有害なもの、決して使わないものに分けて示します。",
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
    harmful: {
      title: "有害",
      lead: "イソトレチノインによって起こる、または悪くなるおそれがあります。Isowardでは認めません。",
    },
    never: { title: "決して使わない", lead: "危険な誤りです。Isowardでは認めません。" },
  },
};
