import type { nextCourse as question } from "../../../core/questions/next-course/next-course.ts";
import type { QuestionWords } from "../../question-words.ts";
import { momentReasons } from "./statements.ts";

export const nextCourse: QuestionWords<typeof question> = {
  title: "ニキビの再発と次の治療",
  lead: "発表されている再発の定義のどれに当てはまるか、再発を防ぐためにできること、次の治療を始められる最初の日を示します。",
  fields: {
    stopped: { label: "最後にカプセルを飲んだ日" },
    age: { label: "年齢" },
    lesionsBefore: { label: "治療前のニキビの数", hint: "当時数えた数です。" },
    lesionsNow: { label: "新しくできたニキビの数" },
    acneMedicine: { label: "ニキビの薬が再び処方された" },
    oralAcneMedicine: { label: "イソトレチノイン以外の飲み薬が処方された" },
    isotretinoinAgain: { label: "イソトレチノインを再び始めた" },
    cameBack: { label: "ニキビがぶり返した日" },
  },
  sections: { do: "再発を防ぐために", know: "再発の定義(一つずつ)" },
  reasons: {
    resting: ({ lastCapsuleDay, fromDay }, say) =>
      `最後のカプセルは${say.day(lastCapsuleDay)}です。次の治療は${say.day(fromDay)}より前には始められません。服用をやめたあともニキビがよくなり続けることがあります。`,
    rested: ({ lastCapsuleDay, fromDay }, say) =>
      `最後のカプセルは${say.day(lastCapsuleDay)}です。${
        fromDay === undefined
          ? "ここでは休薬の期間は定められていません"
          : `休薬は${say.day(fromDay)}で明けています`
      }。次の治療が必要かどうかは処方医が判断し、初回と同じ確認をすべてやり直します。`,
    "still-growing": ({ age }, say) =>
      age === undefined
        ? "成長期の方には休薬の期間が定められておらず、年齢の記録もありません。処方医が判断します。"
        : `${say.number(age)}歳では成長が終わっていない可能性があり、休薬の期間が定められていません。処方医が判断します。`,
    "still-taking": () => "治療はまだ続いています。休薬は最後のカプセルから数えます。",
    "no-course-yet": () => "これまでの治療の記録がないため、休薬の必要はありません。",
    ...momentReasons,
    "came-back": ({ cameBackDay, days }, say) =>
      `ニキビがぶり返したのは${say.day(cameBackDay)}、最後のカプセルから${say.number(days)}日後です。`,
    "came-back-implausible": ({ cameBackDay, lastCapsuleDay }, say) =>
      `最後のカプセルが${say.day(lastCapsuleDay)}なので、ぶり返した日が${say.day(cameBackDay)}とは考えられません。確かめてください。`,
    "definition-met": ({ says }, say) => `当てはまります。${say.text(says)}`,
    "definition-not-met": ({ says }, say) => `当てはまりません。${say.text(says)}`,
    "definition-not-told": ({ says }, say) => `判断する情報が足りません。${say.text(says)}`,
    "definition-unstated": ({ says }, say) => `当てはめることができません。${say.text(says)}`,
    found: ({ people, definition, found, caveat }, say) =>
      `${people === undefined ? "" : `対象は${say.number(people)}人。`}${say.text(definition)}${say.text(found)}${say.text(caveat)}`,
    maintenance: ({ says }, say) => say.text(says),
    "rest-preferred": ({ says, fromDay }, say) =>
      `${say.text(says)}その場合は${say.day(fromDay)}からになります。`,
    "rest-elsewhere": ({ says, fromDay }, say) =>
      `${say.text(says)}その場合は${say.day(fromDay)}からですが、そのクリニックだけのルールです。`,
  },
};
