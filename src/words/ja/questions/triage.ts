import type { triage as question } from "../../../core/questions/triage/triage.ts";
import type { QuestionWords } from "../../question-words.ts";

export const triage: QuestionWords<typeof question> = {
  title: "この症状はいつ診てもらうべきですか",
  lead: "治療中に気になる症状があるとき、今すぐ助けを求める、中止して今日電話する、次の診察で伝える、よくあることで和らげ方がある、のどれかを調べます。いちばん急ぐものに合わせます。医師の診察に代わるものではありません。",
  fields: {
    symptoms: {
      label: "どのような症状がありますか",
      hint: "ふだんの言葉で、一つずつ書いてください。組み合わせで急ぐことがあるので、全部書いてください。",
    },
    firstCapsule: { label: "最初にカプセルを飲んだ日" },
    during: { label: "まだ服用している" },
    pregnancyPossible: {
      label: "妊娠の可能性がある",
      hint: "答えがなければ、可能性があるものとして扱います。",
    },
  },
  reasons: {
    "nothing-named": () =>
      "どのような症状かを書いてください。こわいと感じるときは、ここの答えを待たずに電話してください。",
    emergency: ({ symptoms, over }, say) =>
      `${over ? "" : "カプセルを飲まずに、"}今すぐ助けを求めてください(${say.names("symptom", symptoms)})。`,
    crisis: ({ over }) =>
      `${over ? "" : "カプセルを飲まずに、"}今すぐ誰かに話してください。このつらさは変わり得ます。一人で抱えなくて大丈夫です。`,
    "dermatologist-today": ({ symptoms, over }, say) =>
      over
        ? `今日のうちに皮膚科を受診してください(${say.names("symptom", symptoms)})。劇症型のニキビ(acne fulminans)のおそれがあります。`
        : `カプセルを中止し、今日のうちに皮膚科を受診してください(${say.names("symptom", symptoms)})。劇症型のニキビ(acne fulminans)のおそれがあり、増量はしません。`,
    "stop-and-call-today": ({ symptoms, over }, say) =>
      over
        ? `今日のうちにクリニックへ電話してください(${say.names("symptom", symptoms)})。`
        : `カプセルを中止し、今日のうちにクリニックへ電話してください(${say.names("symptom", symptoms)})。`,
    "call-today": ({ symptoms }, say) =>
      `今日のうちにクリニックへ電話してください(${say.names("symptom", symptoms)})。`,
    "not-understood": ({ unknown }) =>
      `${unknown.map((one) => `「${one}」`).join("")}が何を指すかわかりませんでした。今日のうちにクリニックへ電話し、ご自分の言葉で伝えてください。ひどいとき、急に悪くなるときは、今すぐ助けを求めてください。`,
    "ask-at-visit": ({ symptoms }, say) =>
      `次の診察で尋ねてください。悪くなるときは早めに連絡してください(${say.names("symptom", symptoms)})。ここでの説明は、まだ出典で確認していません。`,
    "tell-at-visit": ({ symptoms }, say) =>
      `次の診察で伝えてください。悪くなるときは早めに電話してください(${say.names("symptom", symptoms)})。`,
    expected: ({ symptoms }, say) =>
      `治療中によくあることで、和らげることができます(${say.names("symptom", symptoms)})。悪くなるとき、ほかの症状が加わるときは電話してください。`,
    together: ({ symptoms, does }, say) =>
      `次の症状が重なっています(${say.names("symptom", symptoms)})。${say.text(does)}`,
    "symptom-now": ({ does }, say) => say.text(does),
    "symptom-stops": ({ does }, say) => say.text(does),
    "symptom-call": ({ does }, say) => say.text(does),
    "symptom-ask": ({ does }, say) => say.text(does),
    "symptom-tell": ({ does }, say) => say.text(does),
    "symptom-expected": ({ does }, say) => say.text(does),
    unknown: ({ said }) =>
      `「${said}」は一覧にありません。心配ないという意味ではありません。クリニックに電話して伝えてください。`,
    "read-as": ({ said, symptoms }, say) =>
      `「${said}」は、次の症状として読み取りました(${say.names("symptom", symptoms)})。`,
    "read-in-part": ({ said, symptoms }, say) =>
      `「${said}」は、次の症状として読み取りました(${say.names("symptom", symptoms)})。別のことや、それ以外のこともあるときは、クリニックに電話して伝えてください。`,
    "on-record": ({ reportedDay }, say) =>
      `${say.day(reportedDay)}の記録にあり、処方医の確認がまだ済んでいません。`,
    ease: ({ ease }, say) => say.text(ease),
    "first-capsule-ahead": ({ firstCapsuleDay }, say) =>
      `最初にカプセルを飲んだ日として入力された${say.day(firstCapsuleDay)}は、まだ来ていません。この日からは数えていません。日付を確かめてください。`,
    "after-the-last-capsule": () =>
      "最後のカプセルのあとも同じです。診てもらうときに、最後に飲んだ日を伝えてください。",
    "said-elsewhere": ({ says }, say) => say.text(says),
    "nobody-reads-alarms": () =>
      "ここに入力した内容は、診療時間外には誰も見ていません。今も見ていないかもしれません。待たずに電話してください。",
    "clinic-number": () => "まずクリニックに電話してください。番号は診察券に書かれています。",
    helpline: ({ number }) => `電話番号は${number}です。`,
    "helpline-if-worse": ({ number }) => `${number}:ひどいとき、急に悪くなるときに。`,
    "helpline-to-talk": ({ number }) => `${number}:誰かと話したいときに。`,
  },
};
