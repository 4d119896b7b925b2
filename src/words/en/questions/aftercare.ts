import type { aftercare as question } from "../../../core/questions/aftercare/aftercare.ts";
import type { QuestionWords } from "../../question-words.ts";
import { count } from "../grammar.ts";
import { inBrackets, lasting, momentReasons, saidBy, whomOf } from "./statements.ts";

export const aftercare: QuestionWords<typeof question> = {
  title: "After the last capsule",
  lead: "What still applies once treatment is over, until which day and for whom: contraception, tests, giving blood, procedures.",
  fields: {
    stopped: { label: "Day of the last capsule" },
    canBecomePregnant: {
      label: "Can become pregnant",
      hint: "Left open, everything is listed that either would be told.",
    },
  },
  sections: { counts: "What still applies", do: "Tests and reports" },
  reasons: {
    "still-applies": ({ lastCapsuleDay, count: things, nextDay, fromDay }, say) =>
      `Last capsule ${say.day(lastCapsuleDay)}: ${count(say, things, "restriction")} still ${
        things === 1 ? "applies" : "apply"
      }${nextDay === fromDay ? "" : `, the first until ${say.day(nextDay)}`}. From ${say.day(fromDay)} nothing is forbidden any more.`,
    "left-to-ask": ({ lastCapsuleDay }, say) =>
      `Last capsule ${say.day(lastCapsuleDay)}: nothing is forbidden any more, but something of this time is still asked for.`,
    "all-over": ({ lastCapsuleDay }, say) =>
      `Last capsule ${say.day(lastCapsuleDay)}: every restriction with an end is over.`,
    "still-taking": () =>
      "Treatment is still under way. These begin to count with the last capsule; record it once it has been taken.",
    pregnancy: ({ seenDay }, say) =>
      `A pregnancy or a positive test of ${say.day(seenDay)} is on record: call the clinic today.`,
    ...momentReasons,
    restricted: ({ whom, fromDay }, say) => `From ${say.day(fromDay)}, not before${inBrackets(whom)}.`,
    "ask-until": ({ whom, untilDay }, say) =>
      `Through ${say.day(untilDay)} ask the prescriber first${inBrackets(whom)}.`,
    "care-until": ({ whom, untilDay }, say) => `Through ${say.day(untilDay)} with care${inBrackets(whom)}.`,
    "free-again": ({ fromDay }, say) => `Free again since ${say.day(fromDay)}.`,
    test: ({ dueDay, says }, say) => `On ${say.day(dueDay)} or soon after. ${say.text(says)}`,
    "test-offered": ({ dueDay, says }, say) =>
      `Offered on ${say.day(dueDay)} or soon after. ${say.text(says)}`,
    "test-missing": ({ dueDay }, say) =>
      `Due since ${say.day(dueDay)}, and no negative result from then on is on record.`,
    "test-done": ({ dueDay, collectedDay }, say) =>
      `Due on ${say.day(dueDay)}; the sample of ${say.day(collectedDay)} was negative.`,
    report: ({ says, untilDay }, say) =>
      `${say.text(says)}${untilDay === undefined ? "" : ` Contraception and this hold through ${say.day(untilDay)}.`}`,
    rest: ({ untilDay, fromDay }, say) =>
      `A next course rests through ${say.day(untilDay)}: not before ${say.day(fromDay)}.`,
    "rest-over": ({ fromDay }, say) =>
      `The rest before a next course has been over since ${say.day(fromDay)}.`,
    never: ({ activity }, say) => `Never, whatever the day: ${say.name("activity", activity)}.`,
    "care-stays": ({ activity }, say) =>
      `Care goes on after treatment too: ${say.name("activity", activity)}.`,
    "will-hold": (facts, say) =>
      `${saidBy(facts, say)}${whomOf(facts.whom)}${say.text(facts.says)}${lasting(facts, say)}`,
    "category-unknown": () =>
      "Nobody has said whether pregnancy is possible: everything is listed that either would be told.",
  },
};
