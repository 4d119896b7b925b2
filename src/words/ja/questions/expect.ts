import type { expectations as question } from "../../../core/questions/expect.ts";
import type { QuestionWords } from "../../question-words.ts";
import { sentences } from "../grammar.ts";

const by = {
  page: "クリニックのページでは：",
  study: "研究では：",
  label: "",
  decision: "",
} as const;
const phase = {
  now: "ちょうど今がその時期です。",
  later: "まだその時期ではありません。",
  past: "その時期は過ぎています。",
  "any-time": "",
} as const;
const judged = {
  supported: "",
  "house-rule": "",
  outdated: "古い情報です",
  unsupported: "裏づけがありません",
  wrong: "誤りです",
  dangerous: "危険です",
} as const;

export const expectations: QuestionWords<typeof question> = {
  title: "いつごろ何が変わりますか",
  lead: "どの時期に何が変わるかを、誰が言っているかとともに示します。経過には個人差があり、約束するものではありません。",
  fields: {
    firstDay: { label: "最初にカプセルを飲んだ日" },
    weeks: { label: "最初のカプセルからの週数", hint: "日付がわからないときに。" },
    feature: {
      label: "何について",
      choices: {
        oil: "皮脂・テカリ",
        plugs: "毛穴のつまり・黒ずみ",
        pores: "毛穴の開き",
        spots: "赤いニキビ・新しいニキビ",
        flare: "治療初期の悪化",
        dryness: "乾燥",
        marks: "ニキビ跡の赤み",
        pits: "へこみ・クレーター",
        course: "治療全体",
        result: "改善する人の割合",
      },
    },
  },
  reasons: {
    "any-week": () => "どの時期に何が変わると言われているかをまとめました。約束するものではありません。",
    "not-begun": () =>
      "まだ治療を始めていません。始めたあとに変わると言われていることです。約束するものではありません。",
    "this-week": ({ weeks }, say) =>
      `最初のカプセルから満${say.number(weeks)}週です。次のことは約束するものではありません。`,
    told: ({ by: who, says, phase: when }, say) => sentences(by[who], say.text(says), phase[when]),
    "not-promised": ({ says, judged: how }, say) =>
      `「${say.text(says)}」(${judged[how]}。当てにしないでください。)`,
    "pages-differ": ({ name }, say) =>
      `${say.text(name)}：ページによって時期が食い違います。どれかを選ばず、それぞれ出典とともに示します。`,
    "flare-late": () =>
      "今の悪化は、初期にみられる時期を過ぎています。症状の質問で確かめ、クリニックに連絡してください。",
    "see-response": () => "ご本人に効いているかどうかは別の質問です。治療前の肌と比べて確かめてください。",
    study: ({ found, caveat, people }, say) =>
      sentences(
        people === undefined ? "" : `対象${say.number(people)}人。`,
        say.text(found),
        say.text(caveat),
      ),
  },
};
