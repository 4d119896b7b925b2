import type { RuleWords } from "../../words.ts";

/** The course as a whole: its length, pauses and rests. */
export const course: Pick<
  RuleWords,
  "course-is-short-enough" | "rest-since-last-course-is-over" | "course-is-not-on-hold"
> = {
  "course-is-short-enough": {
    title: "クールの長さ",
    reasons: {
      "longer-judged": ({ begunDay, endDay, longestDay }, say) =>
        `${say.day(begunDay)}に始まったクールは${say.day(endDay)}まで続き、最長の終了日(${say.day(longestDay)})を超えます。続けてよいという処方医の判断が記録されています。`,
      "longer-than-longest": ({ begunDay, endDay, longestDay }, say) =>
        `${say.day(begunDay)}に始まったクールは${say.day(endDay)}まで続き、最長の終了日(${say.day(longestDay)})を超えます。続けるかどうかは処方医が判断します。`,
      "longer-than-usual": ({ begunDay, endDay, usualDay }, say) =>
        `${say.day(begunDay)}に始まったクールは${say.day(endDay)}まで続き、通常の終了日(${say.day(usualDay)})を超えます。`,
      "short-enough": ({ begunDay, endDay }, say) =>
        `今回の処方でクールは${say.day(begunDay)}から${say.day(endDay)}までとなり、通常の長さの範囲内です。`,
    },
  },
  "rest-since-last-course-is-over": {
    title: "前のクールからの休薬期間",
    reasons: {
      "no-rest-needed": () => "今、休薬期間は必要ありません。",
      "first-course": () => "記録上、最初のクールです。",
      "last-capsule-unknown": () =>
        "以前にイソトレチノインを服用していますが、最後にカプセルを飲んだ日が記録されていません。休薬期間はその日から数えます。",
      resting: ({ lastCapsuleDay, allowedDay }, say) =>
        `前のクールで最後にカプセルを飲んだ日は${say.day(lastCapsuleDay)}です。次のクールは${say.day(allowedDay)}から始められます。休薬中もニキビの改善が続くことがあります。`,
      "still-growing": ({ lastCapsuleDay }, say) =>
        `前のクールで最後にカプセルを飲んだ日は${say.day(lastCapsuleDay)}です。成長期の休薬期間は定まっていないため、処方医が判断します。`,
      rested: ({ lastCapsuleDay }, say) =>
        `前のクールで最後にカプセルを飲んだ日は${say.day(lastCapsuleDay)}で、休薬期間は終わっています。`,
    },
  },
  "course-is-not-on-hold": {
    title: "クールが休止中でないこと",
    reasons: {
      "not-on-hold": () => "クールは休止していません。",
      "on-hold": ({ heldDay }, say) =>
        `${say.day(heldDay)}からクールを休止しています。次の処方の前に、処方医が再開を記録します。`,
    },
  },
};
