/** Words of the page on how the treatment goes. Whatever is a number comes from the protocol in force. */
import type { Contraceptive } from "../../../core/knowledge/schema.ts";
import type { Duty } from "../../../core/knowledge/topics/activities.ts";
import type { Expectation } from "../../../core/knowledge/topics/evidence.ts";

const by: { readonly [B in Expectation["by"]]: string } = {
  label: "A label",
  study: "A study",
  page: "Clinics’ pages",
  decision: "Isoward",
};
const contraceptives: { readonly [C in Contraceptive["class"]]: string } = {
  primary: "Counts as a main method",
  secondary: "Counts as a second method beside a main one",
  "not-accepted": "Does not count",
};
const duties: { readonly [K in Duty["kind"]]: string } = {
  test: "Tests",
  report: "What is reported",
  maintenance: "Keeping acne away",
  rest: "Rest before another course",
};

export const understand = {
  title: "How the treatment goes",
  description:
    "Isotretinoin treatment before, during and after the capsules: tests, contraception, what to expect and when, side effects, what stops it, and what if acne comes back.",
  lead: "From the first conversation until the months after the last capsule. The rules are those for private treatment in Japan, where several hold the strictest; your clinic may ask for more.",
  contents: "On this page",
  before: {
    title: "Before the first capsule",
    lead: "Nothing starts on the first day by itself. First it is settled whether isotretinoin suits you, and whether a pregnancy is ruled out and will stay so.",
    everybody: "For everybody",
    pregnancy: "Where pregnancy is possible",
    more: "Who can become pregnant is written down by the prescriber with the reason; it is never guessed from a name or a sex in a form.",
  },
  during: {
    title: "While you take capsules",
    lead: "The capsules are given for a short time at once, so that somebody looks at you, and asks, before the next.",
    everybody: "For everybody",
    pregnancy: "Where pregnancy is possible",
    missed: "A capsule was forgotten?",
    missedMore: "Never take two doses together.",
    missedLink: "What to do about it",
  },
  after: {
    title: "After the last capsule",
    lead: "Some things hold on after treatment. They count from the day of the last capsule that was really swallowed.",
    duties,
    more: "What may be done again, and from which day",
  },
  tests: {
    title: "Blood tests",
    lead: "Isotretinoin can raise blood fats and liver values, and nobody feels that. A result that is too far off stops the capsules until somebody has judged it.",
    baseline: "Before the first capsule",
    monitored: "During treatment",
    schedules: "How often, by whom",
    costs: "What that costs",
  },
  expect: {
    title: "What to expect, and when",
    lead: "Skin differs from person to person. This is what labels, studies and clinics’ pages say of most; none of it is a promise.",
    by,
    flare:
      "Getting worse at first is a side effect, not a sign of healing. If it is bad, or comes with fever or painful joints, call the same day.",
    link: "Ask for your own week",
  },
  effects: {
    title: "Side effects",
    lead: "Dryness is very common. A few things cannot wait. Each leads to what to do about it.",
    more: "All symptoms, by how soon they have to be seen",
  },
  contraception: {
    title: "Contraception",
    lead: "For those who can become pregnant. It begins before the first capsule, is never interrupted, and ends well after the last.",
    contraceptives,
    lapse:
      "If it failed, was forgotten, or a period is late: take no further capsule and call the clinic the same day.",
    link: "What to do then",
  },
  stops: {
    title: "What stops treatment",
    lead: "Each of these by itself. Nobody can wave them through on the side.",
    conditions: "Illnesses with which it is not given",
    judged: "Illnesses that the prescriber judges first",
    allergies: "Allergies with which it is not given",
    pregnancy: "Pregnancy and breastfeeding",
    pregnancyMore:
      "A positive or missing pregnancy test, a late period, or contraception that failed, where pregnancy is possible.",
    symptoms: "Symptoms that stop the capsules until a doctor has judged them",
    uses: "Uses that are refused whoever asks",
    usesLink: "See the uses",
  },
  relapse: {
    title: "If acne comes back",
    lead: "It can. How often depends on what is counted: each study here has its own meaning of “coming back”, so their figures are not put together.",
    people: (n: string) => `${n} people.`,
    counted: "Counted as coming back",
    keep: "Keep in mind",
    studies: "What each study found, and how long the drug stays in the body",
    studiesTitle: "What studies found",
    studiesDescription:
      "How often acne came back after isotretinoin, by each study’s own meaning of it, and how long the drug stays in the body.",
    meanings: "What “coming back” has meant",
    washout: "How long it stays in the body",
    washoutMore:
      "Told for interest alone. No figure here shortens the month in which pregnancy and giving blood are avoided.",
  },
};
