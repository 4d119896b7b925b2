import type { mayI as question } from "../../../core/questions/may-i.ts";
import type { QuestionWords } from "../../question-words.ts";

export const mayI: QuestionWords<typeof question> = {
  title: "これをしてもいいですか",
  lead: "治療中にしてよいか、最後のカプセルからどのくらい待つかを調べます。",
  fields: {
    activity: { label: "何をしたいですか" },
    stopped: { label: "最後にカプセルを飲んだ日", hint: "服用中なら空欄のままにしてください。" },
    during: { label: "まだ服用している" },
  },
  reasons: {
    yes: ({ activity }, say) => `できます。${say.name("activity", activity)}を控える理由は知られていません。`,
    "yes-with-care": ({ activity }, say) => `注意すればできます(${say.name("activity", activity)})。`,
    "not-before": ({ activity, fromDay }, say) =>
      `${say.day(fromDay)}より前はできません(${say.name("activity", activity)})。`,
    no: ({ activity }, say) => `服用中はできません(${say.name("activity", activity)})。`,
    ask: ({ activity }, say) => `先に処方医に相談してください(${say.name("activity", activity)})。`,
    "when-unknown": () => "服用中か、最後に飲んだ日を入れてください。",
    "unknown-activity": ({ activity }) => `「${activity}」についての情報がありません。`,
    said: ({ says }, say) => say.text(says),
  },
};
