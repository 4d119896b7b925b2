import type { nextCourse as question } from "../../../core/questions/next-course/next-course.ts";
import type { QuestionWords } from "../../question-words.ts";
import { count } from "../grammar.ts";
import { momentReasons } from "./statements.ts";

export const nextCourse: QuestionWords<typeof question> = {
  title: "Acne again, and the next course",
  lead: "Which published definitions of relapse are met, what keeps acne away, and the first day on which another course could begin.",
  fields: {
    stopped: { label: "Day of the last capsule" },
    age: { label: "Age" },
    lesionsBefore: { label: "Lesions before treatment", hint: "As counted then." },
    lesionsNow: { label: "New lesions now" },
    acneMedicine: { label: "An acne medicine has been prescribed again" },
    oralAcneMedicine: { label: "One by mouth, other than isotretinoin" },
    isotretinoinAgain: { label: "Isotretinoin has been begun again" },
    cameBack: { label: "Day on which acne came back" },
  },
  sections: { do: "What keeps acne away", know: "What counts as a relapse, definition by definition" },
  reasons: {
    resting: ({ lastCapsuleDay, fromDay }, say) =>
      `Last capsule ${say.day(lastCapsuleDay)}: another course not before ${say.day(fromDay)}. Acne can go on improving without capsules.`,
    rested: ({ lastCapsuleDay, fromDay }, say) =>
      `Last capsule ${say.day(lastCapsuleDay)}: ${
        fromDay === undefined ? "no rest is named here" : `the rest has been over since ${say.day(fromDay)}`
      }. Whether another course is needed is for the prescriber; every check of a first supply comes again.`,
    "still-growing": ({ age }, say) =>
      age === undefined
        ? "The rest is not defined for those still growing, and no age is on record: the prescriber decides."
        : `At ${say.number(age)} the rest is not defined, because growth may not be complete: the prescriber decides.`,
    "still-taking": () => "Treatment is still under way: the rest counts from the last capsule.",
    "no-course-yet": () => "No earlier course is on record, so there is nothing to rest from.",
    ...momentReasons,
    "came-back": ({ cameBackDay, days }, say) =>
      `Acne came back on ${say.day(cameBackDay)}, ${count(say, days, "day")} after the last capsule.`,
    "came-back-implausible": ({ cameBackDay, lastCapsuleDay }, say) =>
      `${say.day(cameBackDay)} is no day on which acne can have come back after ${say.day(lastCapsuleDay)}: look at it again.`,
    "definition-met": ({ says }, say) => `Met. ${say.text(says)}`,
    "definition-not-met": ({ says }, say) => `Not met. ${say.text(says)}`,
    "definition-not-told": ({ says }, say) => `Not enough was told. ${say.text(says)}`,
    "definition-unstated": ({ says }, say) => `Cannot be held against anything. ${say.text(says)}`,
    found: ({ people, definition, found, caveat }, say) =>
      `${people === undefined ? "" : `${count(say, people, "person", "people")}. `}${say.text(definition)} ${say.text(found)}${
        caveat === undefined ? "" : ` ${say.text(caveat)}`
      }`,
    maintenance: ({ says }, say) => say.text(says),
    "rest-preferred": ({ says, fromDay }, say) => `${say.text(says)} That would be from ${say.day(fromDay)}.`,
    "rest-elsewhere": ({ says, fromDay }, say) =>
      `${say.text(says)} That would be from ${say.day(fromDay)}; it holds in that clinic alone.`,
  },
};
