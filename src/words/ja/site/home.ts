/** 公開サイトの最初のページ。 */
import type { SiteWords } from "../../site-words.ts";
import { frame } from "./frame.ts";

const { span } = frame;

export const home: SiteWords["home"] = {
  title: "ニキビの飲み薬、イソトレチノイン",
  description:
    "イソトレチノインはどんな薬か、飲む前に必ず知っておくこと、治療の流れ。添付文書・規制当局・研究をもとに、出典とともにまとめました。",
  lead: "ほかの治療ではよくならなかったニキビに、数か月かけて飲むカプセルです。ほかに手立てがなかった方に効くことがありますが、患者さんと医療者の両方に、注意が求められる薬です。",
  who: "どんな方の薬か",
  whoMore: "使いみちと、わかっていること",
  must: "必ず知っておいてほしいこと",
  mustMore: "いつまで、何を守るか",
  mustBlood: "同じ理由から、献血はできません。カプセルを人に渡すことも、決してしないでください。",
  way: "治療の流れ",
  wayLead: "日本で求められる内容です。いくつかの決まりがあるときは、いちばん厳しいものに合わせています。",
  wayMore: "治療の流れをくわしく読む",
  steps: {
    before: (months) => ({
      title: "飲む前",
      says: [`避妊を${span({ months })}続ける*`, "妊娠検査を受ける*", "血液検査の結果を確認"],
    }),
    start: { title: "最初のカプセル", says: ["すべて整ってから"] },
    during: (supplyDays) => ({
      title: "毎月",
      says: ["妊娠検査を受ける*", "気分と体調を確認", `薬は${supplyDays}日分まで`],
    }),
    end: (usual, longest) => ({
      title: "最後のカプセル",
      says: [`通常は${span(usual)}以内`, `${span(longest)}を超える前に医師が判断`],
    }),
    after: (months) => ({ title: `終了後${span({ months })}`, says: ["避妊を続ける*", "献血はしない"] }),
    skin: (until) => ({
      title: `終了後${span(until)}`,
      says: [["レーザーやワックス脱毛は", "それまで受けない"]],
    }),
  },
  wayRead: (steps) =>
    `飲む前から、最後のカプセルの数か月後までを一本の線で表し、各段階ですることを添えた図です。${steps
      .map(({ title, says }) => `${title}：${says.map((one) => [one].flat().join("")).join("、")}。`)
      .join("")}`,
  wayNote: "* 妊娠する可能性のある方",
  prescribersLink: "処方する方：処方前のチェック、治療の計画、費用の見積もり、プロトコルの比較",
  prescribers: "処方する方へ",
  prescribersMore: "処方する方のためのページをすべて見る",
  doors: "知りたいことを選んでください",
  door: {
    understand: "飲む前、服用中、終わったあと。検査、避妊、いつごろ何が変わるか。",
    "may-i": "献血、レーザー、脱毛、ワクチン、お酒、日焼け。できるか、いつからできるか。",
    interactions: "一緒に飲めない薬、まだ何もわかっていない薬。",
    symptoms: "すぐに助けを求める症状、次の診察で伝える症状、和らげ方。",
    indications: "ニキビから乾癬まで、それぞれに何がわかっているか。",
    claims: "ページに書かれていることを、出典と照らし合わせました。",
    prices: "クリニックが公開している料金。",
    unapproved: "どのように手に入るのか、どんな制度の対象外なのか。",
    sources: "このサイトのもとになった資料と、どこまで確かめたか。",
  },
};
