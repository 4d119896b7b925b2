import type { expectations as question } from "../../../core/questions/expect.ts";
import type { QuestionWords } from "../../question-words.ts";
import { sentences } from "../grammar.ts";

const by = {
  page: "A clinic's page:",
  study: "A study:",
  label: "",
  decision: "",
} as const;
const phase = {
  now: "That is about now.",
  later: "Not yet.",
  past: "That time is over.",
  "any-time": "",
} as const;
const judged = {
  supported: "",
  "house-rule": "",
  outdated: "outdated",
  unsupported: "nothing supports it",
  wrong: "wrong",
  dangerous: "dangerous",
} as const;

export const expectations: QuestionWords<typeof question> = {
  title: "What can be expected, and when?",
  lead: "What changes in which week, by whoever says it. Skin differs from person to person, and nothing here is a promise.",
  fields: {
    firstDay: { label: "Day of the first capsule" },
    weeks: { label: "Weeks since the first capsule", hint: "Where the day is not known." },
    feature: {
      label: "What about?",
      choices: {
        oil: "Oily skin",
        plugs: "Plugs and blackheads",
        pores: "Pores",
        spots: "Red spots and new pimples",
        flare: "Getting worse at first",
        dryness: "Dryness",
        marks: "Redness of marks",
        pits: "Pits",
        course: "The whole course",
        result: "How many get better",
      },
    },
  },
  reasons: {
    "any-week": () => "What is said to change, and when. Nothing here is a promise.",
    "not-begun": () =>
      "Treatment has not begun. This is what is said to change after that; nothing here is a promise.",
    "this-week": ({ weeks }, say) =>
      `${say.number(weeks)} full ${weeks === 1 ? "week" : "weeks"} since the first capsule. Nothing here is a promise.`,
    told: ({ by: who, says, phase: when }, say) => sentences(by[who], say.text(says), phase[when]),
    "not-promised": ({ says, judged: how }, say) =>
      `“${say.text(says)}” (${judged[how]}; we promise nothing of it.)`,
    "pages-differ": ({ name }, say) =>
      `${say.text(name)}: pages give different times for this. Each is shown with its source, and none is chosen.`,
    "flare-late": () =>
      "Getting worse now is past the time in which it is expected. Ask about the symptom, and call the clinic.",
    "see-response": () =>
      "Whether it works for one person is another question: compare the skin with the skin before treatment.",
    study: ({ found, caveat, people }, say) =>
      sentences(people === undefined ? "" : `n = ${say.number(people)}.`, say.text(found), say.text(caveat)),
  },
};
