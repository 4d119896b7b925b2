import type { mayI as question } from "../../../core/questions/may-i.ts";
import type { QuestionWords } from "../../question-words.ts";
import { countriesOf, judgedAs, lasting, momentReasons, saidBy, whomOf } from "./statements.ts";

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
      `${say.name("activity", activity)}は${say.day(fromDay)}からできます。それまではお待ちください。`,
    no: ({ activity }, say) => `服用中はできません(${say.name("activity", activity)})。`,
    never: ({ activity }, say) => `服用中も、終わったあともできません(${say.name("activity", activity)})。`,
    ask: ({ activity }, say) => `先に処方医に相談してください(${say.name("activity", activity)})。`,
    "no-source": ({ activity }, say) =>
      `これについて書かれた添付文書、ガイドライン、説明ページは見つかっていません(${say.name("activity", activity)})。処方医に相談してください。`,
    ...momentReasons,
    said: (facts, say) =>
      `${saidBy(facts, say)}${whomOf(facts.whom)}${say.text(facts.says)}${lasting(facts, say)}`,
    over: (facts, say) =>
      `${saidBy(facts, say)}${whomOf(facts.whom)}${say.text(facts.says)}この期間は${say.day(facts.untilDay)}で終わりました。`,
    "category-unknown": () =>
      "妊娠する可能性があるかどうかが入っていないため、可能性のある方とない方の両方に求められることを合わせて答えています。",
    "for-others": (facts, say) => `${whomOf(facts.whom)}${say.text(facts.says)}`,
    elsewhere: (facts, say) =>
      `${countriesOf(facts.where, say)}だけのものです。${saidBy({ by: facts.by }, say)}${say.text(facts.says)}`,
    judged: (facts, say) => `${judgedAs(facts.judged)}${say.text(facts.says)}`,
  },
};
