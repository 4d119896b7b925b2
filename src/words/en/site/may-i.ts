/** Words of the pages on what may be done during treatment and after it. */
import type { Activity, Whom } from "../../../core/knowledge/topics/activities.ts";
import { frame } from "./frame.ts";

const { span } = frame;

const groups: { readonly [G in Activity["group"]]: string } = {
  giving: "Giving blood",
  capsules: "The capsules themselves",
  family: "Family",
  "skin-procedure": "Procedures on the skin",
  "hair-removal": "Hair removal",
  surgery: "Operations and teeth",
  vaccine: "Vaccines",
  habit: "Habits",
  sun: "Sun and light",
  "driving-and-work": "Driving, work and flying",
  "skin-care": "Care of the skin",
};
const whom: { readonly [W in Whom]: string } = {
  "can-become-pregnant": "Those who can become pregnant",
  "cannot-become-pregnant": "Those who cannot become pregnant",
  "can-father": "Those who can father a child",
};
const by = {
  floor: "Holds everywhere",
  label: "The label",
  regulator: "A regulator",
  guideline: "A guideline",
  literature: "Published literature",
  decision: "Isoward, where sources are silent or differ",
  page: "A clinic’s page",
  clinic: "A clinic’s house rule",
  none: "No source found",
};

export const mayI = {
  seeAlso: "See also",
  title: "May I …?",
  description:
    "Whether something is allowed during isotretinoin treatment, and how long after the last capsule to wait.",
  lead: "What labels, regulators, guidelines and clinics say of it. Where they differ, the strictest that is supported counts here.",
  listMore:
    "Beside each stands what holds during treatment; what holds after it, and for how long, stands on its page.",
  about: (activity: string) =>
    `${activity} during isotretinoin treatment and after it: what counts, who says it, and from which source.`,
  groups,
  whom,
  by,
  counts: "What counts in Japan",
  countsMore:
    "The strictest of what is supported, by the rules for private treatment in Japan. A clinic may ask for more.",
  during: "During treatment",
  until: (after: Parameters<typeof span>[0]) => `Until ${span(after)} after the last capsule`,
  afterwards: "After that",
  afterLast: "After the last capsule",
  compute: "Work out the day for you",
  computeMore: "Opens the page that computes; it needs JavaScript, and sends nothing.",
  statements: "Who says what",
  statementsMore: "All of this is applied, and the strictest decides.",
  holdsDuring: "During treatment",
  holdsAfter: (after: Parameters<typeof span>[0]) => `for ${span(after)} after it too`,
  afterThat: "then",
  others: "Said elsewhere, not applied",
  othersMore: "What pages say, as it was judged. It changes nothing in the answer above.",
  houseRules: "House rules of clinics",
  houseRulesMore: "Asked for by one clinic, on top. They hold there alone.",
  spelled: "Also called",
};
