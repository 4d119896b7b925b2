import type { response as question } from "../../../core/questions/response/index.ts";
import type { QuestionWords } from "../../question-words.ts";
import { sentences } from "../grammar.ts";

const names: Readonly<Record<string, string>> = {
  iga: "IGA",
  gags: "GAGS",
  nodules: "結節",
  inflammatory: "赤いニキビ",
  comedones: "面ぽう",
  dlqi: "DLQI",
};
const regions: Readonly<Record<string, string>> = {
  forehead: "ひたい",
  "right-cheek": "右ほお",
  "left-cheek": "左ほお",
  nose: "鼻",
  chin: "あご",
  "chest-back": "胸・背中",
};

export const response: QuestionWords<typeof question> = {
  title: "効いていますか",
  lead: "治療前と今の肌を比べ、初期の悪化か効いていないのかを見分け、次に誰が何を決めるかを示します。",
  fields: {
    scores: {
      label: "スコア",
      hint: "1日分を1行で。部位ごとに最も重い皮疹を0〜4で入れるか、合計(GAGS)を入れてください。",
      columns: {
        day: { label: "日付" },
        iga: { label: "IGA(0〜4)" },
        gags: { label: "GAGS(0〜44)" },
        forehead: { label: "ひたい(0〜4)" },
        rightCheek: { label: "右ほお(0〜4)" },
        leftCheek: { label: "左ほお(0〜4)" },
        nose: { label: "鼻(0〜4)" },
        chin: { label: "あご(0〜4)" },
        chestBack: { label: "胸・背中(0〜4)" },
        nodules: { label: "結節の数" },
        comedones: { label: "面ぽうの数" },
        inflammatory: { label: "赤いニキビの数" },
        dlqi: { label: "DLQI(0〜30)" },
      },
    },
    firstDay: { label: "最初にカプセルを飲んだ日" },
    weeks: { label: "最初のカプセルからの週数", hint: "日付がわからないときに。" },
    symptoms: { label: "今ある症状" },
    male: { label: "男性" },
    truncalNodules: { label: "治療前から胸や背中に結節がある" },
    macrocomedones: { label: "大きな閉じた面ぽう(マクロコメド)がある" },
    dailyMgPerKg: { label: "1日の量" },
    cumulativeMgPerKg: { label: "これまでの合計量" },
  },
  reasons: {
    "nothing-given": () => "スコアが入っていません。まず肌の状態を採点してください。",
    "when-unknown": () =>
      "最初にカプセルを飲んだのはいつですか。それがわからないと、初期の悪化か効いていないのかを見分けられません。",
    "nothing-to-compare": () =>
      "1回のスコアでは変化がわかりません。治療前と同じ尺度でもう一度採点してください。",
    "regions-missing": ({ regions: missing, scoredDay }, say) =>
      `${say.day(scoredDay)}のGAGSには次の部位が足りません：${say.list(missing.map((one) => regions[one] ?? one))}。`,
    stops: () => "中止してください。効き目を考える前に対応が必要な症状があります。",
    fulminans: ({ symptoms }, say) =>
      `劇症型のニキビ(acne fulminans)のおそれがあります(${say.names("symptom", symptoms)})。カプセルを中止し、今日のうちに皮膚科を受診してください。増量は決してしません。症状の質問でも確かめてください。`,
    "symptom-stops": ({ symptoms }, say) =>
      `${say.names("symptom", symptoms)}は、それだけで服用を中止する症状です。先に症状の質問で確かめてください。`,
    "severe-flare": () =>
      "ひどい悪化は、その日のうちに診察します。増量はしません。発熱・関節痛・潰瘍があれば中止し、症状の質問で確かめてください。",
    "worse-late": ({ weeks }, say) =>
      `開始から${say.number(weeks)}週で悪化しています。初期の悪化がみられる時期を過ぎているため、処方医が診察します。`,
    "worse-and-very-severe": ({ weeks }, say) =>
      `開始から${say.number(weeks)}週で悪化し、最重症です。処方医がすぐに診察します。増量はしません。`,
    flare: ({ weeks }, say) =>
      `開始から${say.number(weeks)}週で悪化しています。初めは約3人に1人でみられ、効くかどうかとは関係ありません。ひどくなるときは連絡してください。`,
    "too-early": ({ weeks, trialWeeks }, say) =>
      trialWeeks === undefined
        ? `開始から${say.number(weeks)}週で変化がありません。まだ判断できません。`
        : `開始から${say.number(weeks)}週で変化がありません。${say.number(trialWeeks)}週より前に効かないとは言えません。`,
    improving: ({ weeks }, say) => `開始から${say.number(weeks)}週で改善しています。治療を続けます。`,
    "clear-for-now": ({ weeks }, say) =>
      `開始から${say.number(weeks)}週で、ほぼきれいになっています。処方医が終了を決めるまで治療を続けます。`,
    "may-end-early": ({ percent }, say) =>
      `結節が${say.number(percent)}%減りました。早めに終えるかどうかは処方医が決めます。`,
    "no-effect": ({ weeks }, say) =>
      `開始から${say.number(weeks)}週、十分な期間続けても変化がありません。増量・延長・紹介のどれにするか処方医が決めます。`,
    "usual-over": ({ usualDay, longestDay }, say) =>
      `改善していますが、通常の治療期間は${say.day(usualDay)}に終わりました。終えるか延ばすかは処方医が決めます${longestDay === undefined ? "" : `(最長で${say.day(longestDay)}まで)`}。`,
    "longest-over": ({ longestDay }, say) =>
      `最長の治療期間は${say.day(longestDay)}に終わりました。続けるには処方医の判断の記録が必要です。`,
    trial: ({ weeks, trialWeeks }, say) =>
      trialWeeks === undefined
        ? `最初のカプセルから${say.number(weeks)}週です。`
        : `最初のカプセルから${say.number(weeks)}週です。判断には少なくとも${say.number(trialWeeks)}週かかります。`,
    "end-early": ({ says }, say) => say.text(says),
    noted: ({ says }, say) => say.text(says),
    change: ({ measure, before, now, percentDown }, say) =>
      `${names[measure] ?? measure}：治療前${say.number(before)}、今${say.number(now)}${
        percentDown === undefined || percentDown <= 0 || measure === "iga"
          ? ""
          : `(${say.number(percentDown)}%減)`
      }。`,
    gags: ({ gags, band, scoredDay }, say) =>
      `${say.day(scoredDay)}のGAGSは${say.number(gags ?? 0)}${band === undefined ? "" : `(${say.text(band)})`}です。`,
    dlqi: ({ dlqi, band, scoredDay }, say) =>
      `${say.day(scoredDay)}のDLQIは${say.number(dlqi ?? 0)}${band === undefined ? "" : `(区分 ${say.text(band)})`}です。`,
    "not-raised-now": () => "治療前より悪化している間は増量しません。",
    raise: ({ says, dailyMgPerKg, mostMgPerKg }, say) =>
      sentences(
        say.text(says),
        mostMgPerKg === null ? "" : `通常の上限は1日${say.number(mostMgPerKg)} mg/kgです(従来型カプセル)。`,
        dailyMgPerKg === undefined ? "" : `今は1日${say.number(dailyMgPerKg)} mg/kgです。`,
      ),
    extend: ({ says, longestDay }, say) =>
      sentences(
        say.text(says),
        longestDay === undefined ? "" : `ここでの最長は${say.day(longestDay)}までです。`,
      ),
    enough: ({ cumulativeMgPerKg, mostMgPerKg }, say) =>
      `合計量は${say.number(cumulativeMgPerKg)} mg/kgです。${say.number(mostMgPerKg)} mg/kgを超えても効果の大きな上乗せは期待できません。`,
    refer: ({ says }, say) => say.text(says),
    "severe-flare-likelier": ({ says }, say) => `ひどい悪化が多かったのは：${say.text(says)}。`,
    study: ({ found, caveat, people }, say) =>
      sentences(
        people === undefined ? "" : `対象${say.number(people)}人。`,
        say.text(found),
        say.text(caveat),
      ),
  },
  series: {
    ...names,
    success: "成功とみなされることの多い値",
    moderate: "ここから中等症",
    severe: "ここから重症",
    "very-severe": "ここから最重症",
  },
};
