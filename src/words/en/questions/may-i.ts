import type { mayI as question } from "../../../core/questions/may-i.ts";
import type { QuestionWords } from "../../question-words.ts";

export const mayI: QuestionWords<typeof question> = {
  title: "May I …?",
  lead: "Whether something is allowed during treatment, or how long after the last capsule to wait.",
  fields: {
    activity: { label: "What do you want to do?" },
    stopped: { label: "Day of the last capsule", hint: "Leave it empty while you still take them." },
    during: { label: "Still taking capsules" },
  },
  reasons: {
    yes: ({ activity }, say) => `Yes: nothing known speaks against ${say.name("activity", activity)}.`,
    "yes-with-care": ({ activity }, say) => `Yes, with care: ${say.name("activity", activity)}.`,
    "not-before": ({ activity, fromDay }, say) =>
      `Not before ${say.day(fromDay)}: ${say.name("activity", activity)}.`,
    no: ({ activity }, say) => `No: not ${say.name("activity", activity)} while capsules are taken.`,
    ask: ({ activity }, say) => `Talk to your prescriber first: ${say.name("activity", activity)}.`,
    "when-unknown": () => "Say whether capsules are still taken, or the day of the last one.",
    "unknown-activity": ({ activity }) => `Isoward knows nothing about “${activity}”.`,
    said: ({ says }, say) => say.text(says),
  },
};
