/** Words of the pages on what somebody feels. */
import type { Urgency } from "../../../core/knowledge/topics/urgency.ts";
import { frame } from "./frame.ts";

const urgencies: {
  readonly [U in Urgency]: { readonly title: string; readonly lead: string };
} = {
  emergency: {
    title: "Get help now",
    lead: "Take no further capsule, and do not wait for an answer from the clinic.",
  },
  today: {
    title: "Call the clinic today",
    lead: "Where it says so, take no further capsule until a doctor has judged it. If nobody answers, call another doctor.",
  },
  "next-visit": {
    title: "Tell the clinic at the next visit",
    lead: "Sooner if it gets worse, or if something new comes with it.",
  },
  expected: {
    title: "To be expected, and it can be eased",
    lead: "Call if it gets worse, or if something new comes with it.",
  },
};

export const symptoms = {
  title: "Symptoms during treatment",
  description:
    "What cannot wait during isotretinoin treatment, what is told at the next visit, what is expected and how it is eased.",
  lead: "By how soon each has to be seen. If something frightens you, do not read on: call.",
  urgencies,
  numbers: "Whom to call",
  check: "Check several together",
  checkMore:
    "Together they can mean more. Opens the page that computes; it needs JavaScript, and sends nothing.",
  about: (name: string) =>
    `${name} during isotretinoin treatment: how soon it has to be seen, and what to do.`,
  names: "Also described as",
  what: "What to do",
  stops: "No further capsules until a doctor has judged it.",
  ease: "What eases it",
  expectedWithin: (length: Parameters<typeof frame.span>[0]) =>
    `Expected only in the first ${frame.span(length)} of capsules; later it is told at the next visit.`,
  pregnancy: "Where pregnancy is possible, or nobody has said that it is not.",
  together: "Together with other symptoms",
  togetherMore: "More than one at once can only make it more urgent.",
  combinations: "When several come together",
  elsewhere: "Said elsewhere, not applied",
  after: "The same holds after the last capsule. Tell whoever looks at you when you took it.",
};
