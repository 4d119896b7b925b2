import type { mayI as question } from "../../../core/questions/may-i.ts";
import type { QuestionWords } from "../../question-words.ts";
import { judgedAs, lasting, momentReasons, saidBy, whomOf } from "./statements.ts";

export const mayI: QuestionWords<typeof question> = {
  title: "May I …?",
  lead: "Whether something is allowed during treatment, or how long after the last capsule to wait.",
  fields: {
    activity: { label: "What do you want to do?" },
    stopped: { label: "Day of the last capsule", hint: "Leave it empty while you still take them." },
    during: { label: "Still taking capsules" },
    canBecomePregnant: {
      label: "Can become pregnant",
      hint: "Left open, the answer is the stricter of the two.",
    },
  },
  reasons: {
    yes: ({ activity }, say) => `Yes. Nothing known speaks against it: ${say.name("activity", activity)}.`,
    "yes-again": ({ activity, fromDay }, say) =>
      `Yes, since ${say.day(fromDay)}: ${say.name("activity", activity)}.`,
    "yes-with-care": ({ activity }, say) => `Yes, with care: ${say.name("activity", activity)}.`,
    "not-before": ({ activity, fromDay }, say) =>
      `Not before ${say.day(fromDay)}: ${say.name("activity", activity)}.`,
    no: ({ activity }, say) => `No, not while capsules are taken: ${say.name("activity", activity)}.`,
    never: ({ activity }, say) =>
      `No, neither during treatment nor after it: ${say.name("activity", activity)}.`,
    ask: ({ activity }, say) => `Ask your prescriber first: ${say.name("activity", activity)}.`,
    "no-source": ({ activity }, say) =>
      `No label, guideline or page that was read says anything about this: ${say.name("activity", activity)}. Ask your prescriber.`,
    ...momentReasons,
    said: (facts, say) =>
      `${saidBy(facts, say)}${whomOf(facts.whom)}${say.text(facts.says)}${lasting(facts, say)}`,
    over: (facts, say) =>
      `${saidBy(facts, say)}${whomOf(facts.whom)}${say.text(facts.says)} This ended with ${say.day(facts.untilDay)}.`,
    "category-unknown": () =>
      "Nobody has said who this is about: the answer holds what is asked of those who can become pregnant, and of the others.",
    "for-others": (facts, say) => `${whomOf(facts.whom)}${say.text(facts.says)}`,
    elsewhere: (facts, say) =>
      `Said for ${say.list(facts.where ?? [])} only. ${saidBy({ by: facts.by }, say)}${say.text(facts.says)}`,
    judged: (facts, say) => `${judgedAs(facts.judged)}${say.text(facts.says)}`,
  },
};
