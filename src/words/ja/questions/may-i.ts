import type { mayI as question } from "../../../core/questions/may-i.ts";
import type { QuestionWords } from "../../question-words.ts";
import { countriesOf, judgedAs, lasting, saidBy, whomOf } from "./statements.ts";

export const mayI: QuestionWords<typeof question> = {
  title: "これをしてもいいですか",
  lead: "治療中にしてよいか、最後のカプセルからどのくらい待つかを調べます。",
  fields: {
    activity: { label: "何をしたいですか" },
    stopped: { label: "最後にカプセルを飲んだ日", hint: "服用中なら空欄のままにしてください。" },
    during: { label: "まだ服用している" },
    canBecomePregnant: {
      label: "妊娠する可能性がある",
      hint: "空欄のときは、どちらの場合にも当てはまる厳しいほうの答えになります。",
    },
  },
  reasons: {
    yes: ({ activity }, say) => `できます。控える理由は知られていません(${say.name("activity", activity)})。`,
    "yes-again": ({ activity, fromDay }, say) =>
      `${say.day(fromDay)}からはできます(${say.name("activity", activity)})。`,
    "yes-with-care": ({ activity }, say) => `気をつければできます(${say.name("activity", activity)})。`,
    "not-before": ({ activity, fromDay }, say) =>
      `${say.day(fromDay)}になるまではできません(${say.name("activity", activity)})。`,
    no: ({ activity }, say) => `服用中はできません(${say.name("activity", activity)})。`,
    never: ({ activity }, say) => `服用中も、終わったあともできません(${say.name("activity", activity)})。`,
    ask: ({ activity }, say) => `先に処方医に相談してください(${say.name("activity", activity)})。`,
    "no-source": ({ activity }, say) =>
      `これについて書かれた添付文書、ガイドライン、説明ページは見つかっていません(${say.name("activity", activity)})。処方医に相談してください。`,
    "when-unknown": ({ lastCoveredDay }, say) =>
      `服用中か、最後に飲んだ日を入れてください。${
        lastCoveredDay === undefined
          ? ""
          : `お渡しした分は${say.day(lastCoveredDay)}まで続いた可能性がありますが、この日をもとに許可することはありません。`
      }`,
    "stop-ahead": ({ stoppedDay, fromDay }, say) =>
      `${say.day(stoppedDay)}はまだ先です。最後のカプセルを飲み終えたら、もう一度入れてください。${
        fromDay === undefined ? "" : `その日が最後になる場合は、${say.day(fromDay)}になるまではできません。`
      }`,
    "implausible-stop": ({ stoppedDay }, say) =>
      `${say.day(stoppedDay)}に飲み終えたとは考えられません。最後に飲んだ日を確かめてください。`,
    "still-under-way": ({ stoppedDay }, say) =>
      `最後に飲んだ日が${say.day(stoppedDay)}となっていますが、治療は続いていることになっています。先に最後のカプセルを記録してください。`,
    contradicted: ({ stoppedDay, recordedDay }, say) =>
      `最後に飲んだ日が${say.day(stoppedDay)}となっていますが、記録では${say.day(recordedDay)}にもカプセルがあります。先に確かめてください。`,
    said: (facts, say) => `${saidBy(facts, say)}${say.text(facts.says)}${lasting(facts, say)}`,
    over: (facts, say) =>
      `${saidBy(facts, say)}${say.text(facts.says)}この期間は${say.day(facts.untilDay)}で終わりました。`,
    "category-unknown": () =>
      "妊娠する可能性があるかどうかが入っていないため、可能性のある方とない方の両方に求められることを合わせて答えています。",
    "for-others": (facts, say) => `${whomOf(facts.whom)}${say.text(facts.says)}`,
    elsewhere: (facts, say) =>
      `${countriesOf(facts.where, say)}だけのものです。${saidBy(facts, say)}${say.text(facts.says)}`,
    judged: (facts, say) => `${judgedAs(facts.judged)}${say.text(facts.says)}`,
  },
};
