import type { aftercare as question } from "../../../core/questions/aftercare/aftercare.ts";
import type { QuestionWords } from "../../question-words.ts";
import { lasting, momentReasons, saidBy, whomOf } from "./statements.ts";

export const aftercare: QuestionWords<typeof question> = {
  title: "最後のカプセルのあと",
  lead: "治療が終わったあとも続く決まりを、いつまで、誰に、で示します。避妊、検査、献血、施術などです。",
  fields: {
    stopped: { label: "最後にカプセルを飲んだ日" },
    canBecomePregnant: {
      label: "妊娠する可能性がある",
      hint: "空欄のときは、可能性のある方とない方のどちらにも当てはまる内容をすべて並べます。",
    },
  },
  sections: {
    counts: "まだ続いていること",
    do: "検査と連絡",
  },
  reasons: {
    "still-applies": ({ lastCapsuleDay, count, nextDay, fromDay }, say) =>
      `最後のカプセルは${say.day(lastCapsuleDay)}です。控えることがあと${say.number(count)}件あります。${
        nextDay === fromDay ? "" : `早いものは${say.day(nextDay)}からできるようになります。`
      }${say.day(fromDay)}からは、禁止されることはなくなります。`,
    "left-to-ask": ({ lastCapsuleDay }, say) =>
      `最後のカプセルは${say.day(lastCapsuleDay)}です。禁止されることはもうありませんが、まだ確かめることがあります。`,
    "all-over": ({ lastCapsuleDay }, say) =>
      `最後のカプセルは${say.day(lastCapsuleDay)}です。期限のある決まりはすべて終わりました。`,
    "still-taking": () =>
      "治療はまだ続いています。どの期間も最後のカプセルから数えます。飲み終えたら記録してください。",
    pregnancy: ({ seenDay }, say) =>
      `${say.day(seenDay)}に妊娠または陽性の検査が記録されています。今日クリニックに連絡してください。`,
    ...momentReasons,
    restricted: ({ whom, fromDay }, say) => `${whomOf(whom)}${say.day(fromDay)}からできます。`,
    "ask-until": ({ whom, untilDay }, say) =>
      `${whomOf(whom)}${say.day(untilDay)}までは、先に処方医に相談します。`,
    "care-until": ({ whom, untilDay }, say) => `${whomOf(whom)}${say.day(untilDay)}までは気をつけます。`,
    "free-again": ({ fromDay }, say) => `${say.day(fromDay)}からできるようになりました。`,
    test: ({ dueDay, says }, say) => `${say.day(dueDay)}か、そのすぐあと。${say.text(says)}`,
    "test-offered": ({ dueDay, says }, say) =>
      `希望する方は${say.day(dueDay)}か、そのすぐあと。${say.text(says)}`,
    "test-missing": ({ dueDay }, say) =>
      `${say.day(dueDay)}に受ける検査ですが、その日以降の陰性の結果が記録にありません。`,
    "test-done": ({ dueDay, collectedDay }, say) =>
      `${say.day(dueDay)}以降の検査です。${say.day(collectedDay)}の検体は陰性でした。`,
    report: ({ says, untilDay }, say) =>
      `${say.text(says)}${untilDay === undefined ? "" : `避妊とこの決まりは${say.day(untilDay)}まで続きます。`}`,
    rest: ({ untilDay, fromDay }, say) =>
      `次の治療までの休薬は${say.day(untilDay)}までです。${say.day(fromDay)}より前には始められません。`,
    "rest-over": ({ fromDay }, say) => `次の治療までの休薬は${say.day(fromDay)}で明けています。`,
    never: ({ activity }, say) => `いつになってもできません(${say.name("activity", activity)})。`,
    "care-stays": ({ activity }, say) =>
      `治療が終わったあとも気をつけます(${say.name("activity", activity)})。`,
    "will-hold": (facts, say) =>
      `${saidBy(facts, say)}${whomOf(facts.whom)}${say.text(facts.says)}${lasting(facts, say)}`,
    "category-unknown": () =>
      "妊娠する可能性があるかどうかが入っていないため、どちらにも当てはまる内容をすべて並べています。",
  },
};
