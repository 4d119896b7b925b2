import type { RuleWords } from "../../words.ts";

/** What is asked before anybody is treated at all. */
export const beforehand: Pick<
  RuleWords,
  | "earlier-treatment-has-failed"
  | "pregnancy-has-been-asked"
  | "prevention-is-agreed"
  | "allergies-allow-treatment"
  | "eye-surgery-has-been-asked"
  | "hair-removal-is-paused"
  | "capsules-come-by-prescription"
  | "visits-can-be-kept"
> = {
  "earlier-treatment-has-failed": {
    title: "これまでの治療",
    reasons: {
      "not-asked-for": () => "ここでは、これまでの治療を条件にしていません。",
      "not-recorded": () =>
        "これまでのニキビ治療(種類・週数・結果)がまだ記録されていません。イソトレチノインは、ほかの治療のあとに使う薬です。",
      judged: () => "これまでの治療をふまえて治療してよい理由を、処方医が記録しています。",
      "none-failed": () =>
        "効果がなかったと記録された治療がありません。それでも使うべきかは、処方医が判断して記録します。",
      "antibiotic-not-tried": () =>
        "ほかの治療は効きませんでしたが、米国の添付文書が求める抗菌薬の内服を試した記録がありません。処方医が判断し、理由を記録します。",
      failed: () => "これまでの治療で効果がなかったことが記録されています。",
      "failed-long-enough": ({ triedWeeks, weeks }, say) =>
        `${say.number(triedWeeks)}週間の治療で効果がありませんでした(必要なのは${say.number(weeks)}週間以上)。`,
      "weeks-unknown": ({ weeks }, say) =>
        `効果がなかった治療の週数が記録されていません(必要なのは${say.number(weeks)}週間以上)。`,
      "implausibly-short": ({ leastWeeks }, say) =>
        `${say.number(leastWeeks)}週間に満たない治療が「効果なし」と記録されています。効果を判断するには短すぎるため、実際に試した期間を確認してください。`,
      "too-short": ({ triedWeeks, weeks }, say) =>
        `これまでの治療は${say.number(triedWeeks)}週間で、必要な${say.number(weeks)}週間に達していません。もう少し続けると効くことがあります。`,
    },
  },
  "pregnancy-has-been-asked": {
    title: "妊娠の確認",
    reasons: {
      "not-possible": () => "妊娠の可能性はありません。",
      "may-be": () =>
        "妊娠している可能性があります。妊娠中は決して服用しません。まず検査と処方医の診察が必要です。",
      tested: ({ testedDay }, say) => `${say.day(testedDay)}の妊娠検査は陰性でした。`,
      "not-pregnant": () => "妊娠していないとの申告があります。治療前の検査は別に必要です。",
      "not-asked": () => "妊娠している可能性があるかを、まだ尋ねていません。",
    },
  },
  "prevention-is-agreed": {
    title: "妊娠を避けることへの同意",
    reasons: {
      "not-needed": () => "妊娠の可能性がないため、避妊は必要ありません。",
      refused: () =>
        "治療前・治療中・治療後に妊娠を避けることに同意していません。妊娠の可能性がある方は、同意なしに治療できません。",
      "not-asked": () => "治療前・治療中・治療後の避妊と検査に同意するかを、まだ尋ねていません。",
      agreed: () => "治療前・治療中・治療後に妊娠を避けることに同意しています。",
    },
  },
  "allergies-allow-treatment": {
    title: "治療できないアレルギー",
    reasons: {
      "named-against": ({ allergens }, say) =>
        `${say.names("allergen", allergens)}のアレルギーは、ここでは治療できない理由とされています。成分を確認し、その成分を含まない製品があれば検討できます。`,
      "none-named": () => "治療できない理由となるアレルギーの記録はありません。",
    },
  },
  "eye-surgery-has-been-asked": {
    title: "目の手術の確認",
    reasons: {
      "not-asked-for": () => "ここでは、目の手術について条件がありません。",
      "on-record": () => "目の手術が記録されており、間隔を別に確認しています。",
      none: () => "レーシック・PRKは受けておらず、予定もありません。",
      "not-asked": () => "レーシック・PRKを受けたか、予定があるかを、まだ尋ねていません。",
      "day-unknown": () => "目の手術を受けたか予定がありますが、日付が記録されていません。",
    },
  },
  "hair-removal-is-paused": {
    title: "脱毛の休止",
    reasons: {
      "not-asked-for": () => "ここでは、脱毛について条件がありません。",
      "not-asked": () => "レーザー・光脱毛を続けているかを、まだ尋ねていません。",
      "goes-on": () =>
        "レーザー・光脱毛を続けています。肌に傷あとや色素沈着が残りやすくなるため、治療中とその後しばらくは休みます。",
      paused: () => "レーザー・光脱毛はしていません。",
    },
  },
  "capsules-come-by-prescription": {
    title: "個人輸入のカプセルは使わない",
    reasons: {
      "not-asked-for": () => "ここでは、個人輸入について条件がありません。",
      "not-asked": () => "個人輸入したカプセルを飲んでいるかを、まだ尋ねていません。",
      imported: () =>
        "個人輸入したカプセルを飲んでいるか、飲む予定があります。医師が責任を持てないため、処方されたものだけで治療します。",
      "prescribed-only": () => "処方されたカプセルだけを飲みます。",
    },
  },
  "visits-can-be-kept": {
    title: "定期的な通院",
    reasons: {
      "not-asked-for": () => "ここでは、通院について条件がありません。処方のたびの確認は別に必要です。",
      "not-asked": () => "定期的に通院できるかを、まだ尋ねていません。",
      "cannot-come": () =>
        "定期的な通院が難しいとのことです。検査と診察は治療の一部なので、通いやすい医療機関での治療をお勧めします。",
      "can-come": () => "定期的に通院できます。",
    },
  },
};
