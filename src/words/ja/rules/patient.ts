import type { RuleWords } from "../../words.ts";
import { sentences } from "../grammar.ts";

/** Who is treated, and for what: indication, age, weight, conditions, medicines. */
export const patient: Pick<
  RuleWords,
  | "indication-supports-isotretinoin"
  | "severity-is-current"
  | "patient-is-old-enough"
  | "guardian-takes-part"
  | "second-prescriber-agrees"
  | "first-visit-was-in-person"
  | "growth-is-discussed"
  | "medicines-do-not-conflict"
  | "conditions-allow-treatment"
  | "eye-surgery-is-far-enough"
  | "weight-is-current"
> = {
  "indication-supports-isotretinoin": {
    title: "治療の目的",
    reasons: {
      "not-recorded": () => "何の治療にイソトレチノインを使うのか、まだ記録されていません。",
      unlisted: ({ indication }) =>
        `「${indication}」は、Isowardが把握しているイソトレチノインの用途にありません。処方医が理由を記録しない限り、処方できません。`,
      never: ({ indication }, say) =>
        sentences(
          `「${say.name("indication", indication)}」の目的でイソトレチノインを使うことは決してありません。`,
          say.why("indication", [indication]),
        ),
      harmful: ({ indication }, say) =>
        sentences(
          `「${say.name("indication", indication)}」の治療にイソトレチノインは使いません。`,
          say.why("indication", [indication]),
        ),
      "no-evidence": ({ indication }, say) =>
        sentences(
          `「${say.name("indication", indication)}」にイソトレチノインは使いません。`,
          say.why("indication", [indication]),
        ),
      "off-label-judged": ({ indication }, say) =>
        sentences(
          `「${say.name("indication", indication)}」への使用について、治療を進めてよいという処方医の判断が記録されています。`,
          say.why("indication", [indication]),
        ),
      "off-label": ({ indication }, say) =>
        sentences(
          `「${say.name("indication", indication)}」にイソトレチノインを使うかどうかは、処方医が判断して記録します。`,
          say.why("indication", [indication]),
        ),
      "severity-unknown": () =>
        "ニキビの重症度がまだ記録されていません。イソトレチノインが適した治療かどうかは、重症度によって決まります。",
      "severe-recalcitrant": ({ severity }, say) =>
        `ニキビは${say.term(severity)}で、抗菌薬の全身投与では治りませんでした。添付文書の適応に当たります。`,
      "severe-without-failed-antibiotic": ({ severity }, say) =>
        `ニキビは${say.term(severity)}ですが、抗菌薬の全身投与で十分な効果がなかったという記録がありません。添付文書の適応は、他の治療で治らないニキビです。`,
      "moderate-supported": ({ severity }, say) =>
        `ニキビは${say.term(severity)}で、米国では適応外に当たります。瘢痕、大きな負担、治療の不成功のいずれかがあれば使用が支持され、その記録があります。`,
      "moderate-unsupported": ({ severity }, say) =>
        `ニキビは${say.term(severity)}ですが、使用を支持する記録(瘢痕、患者さんの大きな負担、他の治療の不成功)がまだありません。`,
      "mild-judged": ({ severity }, say) =>
        `皮膚の評価は「${say.term(severity)}」です。それでも治療を進めてよいという処方医の判断が記録されています。`,
      mild: ({ severity }, say) =>
        `皮膚の評価は「${say.term(severity)}」です。イソトレチノインはより重いニキビに使う薬なので、使うかどうかは処方医が判断し、理由を記録します。`,
    },
  },
  "severity-is-current": {
    title: "今回の処方のための皮膚の評価",
    reasons: {
      "not-asked-for": () => "ここでは、新たな皮膚の評価は求められていません。",
      "not-scored": ({ scoredDay }, say) =>
        scoredDay === undefined
          ? "ニキビの重症度がまだ評価されていません。"
          : `今回の処方のための皮膚の評価がありません。前回の評価は${say.day(scoredDay)}です。`,
      scored: ({ severity, scoredDay }, say) =>
        `${say.day(scoredDay)}の評価は「${say.term(severity)}」です。`,
    },
  },
  "patient-is-old-enough": {
    title: "治療できる年齢",
    reasons: {
      "birth-date-unknown": ({ years }, say) =>
        years > 0
          ? `生年月日が記録されていません。イソトレチノインは${say.number(years)}歳以上の方の薬です。`
          : "生年月日が記録されていません。",
      "too-young": ({ ageYears, years, oldEnoughDay }, say) =>
        `患者さんは${say.number(ageYears)}歳です。${say.number(years)}歳以上が対象で、${say.day(oldEnoughDay)}から判断できます。`,
      "before-puberty": ({ ageYears }, say) =>
        `患者さんは${say.number(ageYears)}歳で、思春期前と記録されています。思春期前には使いません。`,
      "puberty-unknown": ({ ageYears }, say) =>
        `患者さんは${say.number(ageYears)}歳で、思春期に入っているかどうかが記録されていません。思春期前には使いません。`,
      "old-enough": ({ ageYears, years }, say) =>
        years > 0
          ? `${say.number(ageYears)}歳です(${say.number(years)}歳以上が対象)。`
          : `${say.number(ageYears)}歳です。ここでは年齢の下限はありません。`,
    },
  },
  "guardian-takes-part": {
    title: "保護者の参加",
    reasons: {
      "not-asked-for": () => "ここでは、保護者の参加は求められていません。",
      "age-unknown": ({ underYears }, say) =>
        `年齢が分かりません。${say.number(underYears)}歳未満の場合は保護者に参加していただきます。`,
      "of-age": ({ ageYears }, say) => `${say.number(ageYears)}歳なので、保護者の参加は必要ありません。`,
      "guardian-missing": ({ ageYears, underYears }, say) =>
        `患者さんは${say.number(ageYears)}歳です。${say.number(underYears)}歳未満では保護者の参加が必要ですが、まだ記録がありません。`,
      "guardian-recorded": ({ ageYears }, say) =>
        `患者さんは${say.number(ageYears)}歳で、保護者が参加しています。`,
    },
  },
  "second-prescriber-agrees": {
    title: "2人目の処方医の同意",
    reasons: {
      "not-asked-for": () => "ここでは、2人目の処方医の同意は求められていません。",
      "age-unknown": ({ years }, say) =>
        `年齢が分かりません。${say.number(years)}歳未満では、開始前に2人目の処方医の同意が必要です。`,
      "of-age": ({ ageYears, years }, say) =>
        `${say.number(ageYears)}歳です。2人目の処方医の同意が必要なのは${say.number(years)}歳未満です。`,
      agreed: ({ ageYears }, say) =>
        `患者さんは${say.number(ageYears)}歳で、2人目の処方医がイソトレチノインの使用に同意したと記録されています。`,
      "not-agreed": ({ ageYears, years }, say) =>
        `患者さんは${say.number(ageYears)}歳です。${say.number(years)}歳未満では開始前に2人目の処方医の同意が必要ですが、まだ記録がありません。`,
      disagrees: ({ ageYears }, say) =>
        `患者さんは${say.number(ageYears)}歳で、2人目の処方医はイソトレチノインを使わないと結論しました。`,
    },
  },
  "first-visit-was-in-person": {
    title: "初回は対面で診察",
    reasons: {
      "not-asked-for": () => "ここでは、対面での診察は求められていません。",
      "treatment-under-way": () => "すでに治療中です。2回目以降は遠隔での診察でもかまいません。",
      "in-person": ({ seenDay }, say) => `${say.day(seenDay)}に対面で診察しました。`,
      "no-visit-recorded": () => "診察の記録がありません。初回の処方の前に、一度は対面での診察が必要です。",
      "only-remote": () =>
        "遠隔での診察の記録しかありません。初回の処方の前に、一度は対面での診察が必要です。",
    },
  },
  "growth-is-discussed": {
    title: "成長についての説明",
    reasons: {
      "not-asked-for": () => "ここでは、成長についての説明は求められていません。",
      "age-unknown": ({ years }, say) =>
        `年齢が分かりません。${say.number(years)}歳未満では骨がまだ成長していることがあるため、先に説明します。`,
      "old-enough": ({ ageYears, years }, say) =>
        `${say.number(ageYears)}歳です。成長についての説明が必要なのは${say.number(years)}歳未満です。`,
      discussed: ({ ageYears }, say) =>
        `患者さんは${say.number(ageYears)}歳で、成長への影響について処方医からの説明が済んでいます。`,
      "not-discussed": ({ ageYears, years }, say) =>
        `患者さんは${say.number(ageYears)}歳です。${say.number(years)}歳未満では骨がまだ成長していることがあるため、先に説明します。`,
    },
  },
  "medicines-do-not-conflict": {
    title: "併用できない薬がないこと",
    reasons: {
      "not-together": ({ medicines }, say) =>
        sentences(
          `イソトレチノインと併用できない薬があります：${say.names("medicine", medicines)}。`,
          say.why("medicine", medicines),
        ),
      "needs-judgement": ({ medicines }, say) =>
        sentences(
          `${say.names("medicine", medicines)}との併用は、処方医が判断します。`,
          say.why("medicine", medicines),
        ),
      "isotretinoin-twice": () =>
        "ほかの薬の記録にもイソトレチノインがあります。量が重なるため、イソトレチノインの製品を二つ同時に使うことはありません。",
      "isotretinoin-already": () =>
        "現在使っている薬にイソトレチノインがあります。すでに治療中ですか。どちらで処方されていますか。重ねて始めることはできません。",
      "not-asked": () =>
        "ほかの薬やサプリメントの使用がまだ確認されていません。イソトレチノインと併用できないものがあります。",
      "unknown-to-us": ({ medicineTexts }, say) =>
        `Isowardでは判断できない薬があります：${say.list(medicineTexts)}。処方医または薬剤師が確認します。`,
      "take-care": ({ medicines }, say) =>
        sentences(
          `${say.names("medicine", medicines)}との併用には注意が必要です。`,
          say.why("medicine", medicines),
        ),
      "none-conflicts": () => "イソトレチノインと併用できない薬の記録はありません。",
    },
  },
  "conditions-allow-treatment": {
    title: "治療を妨げる病気がないこと",
    reasons: {
      contraindicated: ({ conditions }, say) =>
        `${say.names("condition", conditions)}があるため、イソトレチノインは使えません。`,
      "unknown-to-us": ({ conditionTexts }, say) =>
        `Isowardでは判断できない病名があります：${say.list(conditionTexts)}。イソトレチノインを使ってよいか、処方医が判断します。`,
      "excluded-by-clinic": ({ conditions }, say) =>
        `${say.names("condition", conditions)}がある場合、このクリニックではイソトレチノインを処方しません。プロトコルより厳しい、クリニック独自の決まりです。`,
      "needs-judgement": ({ conditions }, say) =>
        `${say.names("condition", conditions)}の記録があります。イソトレチノインを使ってよいか、処方医が判断して記録します。`,
      "not-asked": () => "現在の病気と過去の病気が、まだ確認されていません。",
      "none-excludes": ({ judged }, say) =>
        judged.length === 0
          ? "治療を妨げる病気の記録はありません。"
          : `${say.names("condition", judged)}の記録がありますが、治療を進めてよいという処方医の判断が記録されています。`,
    },
  },
  "eye-surgery-is-far-enough": {
    title: "眼のレーザー手術との間隔",
    reasons: {
      "not-asked-for": () => "ここでは、眼のレーザー手術は確認の対象ではありません。",
      "too-soon-after": ({ doneDay, allowedDay, months }, say) =>
        `${say.day(doneDay)}に眼のレーザー手術を受けています。このクリニックでは術後${say.number(months)}か月あけるため、${say.day(allowedDay)}から処方できます。`,
      "planned-too-soon": ({ plannedDay, months }, say) =>
        plannedDay === undefined
          ? `眼のレーザー手術の予定があり、日程は未定です。このクリニックでは手術とイソトレチノインの間を${say.number(months)}か月あけます。`
          : `${say.day(plannedDay)}に眼のレーザー手術の予定があります。このクリニックでは手術とイソトレチノインの間を${say.number(months)}か月あけます。`,
      "perhaps-done": ({ plannedDay, months }, say) =>
        `${say.day(plannedDay)}に眼のレーザー手術の予定がありましたが、受けたかどうかの記録がありません。このクリニックでは手術とイソトレチノインの間を${say.number(months)}か月あけます。`,
      "far-enough": ({ months }, say) => `前後${say.number(months)}か月以内に眼のレーザー手術はありません。`,
    },
  },
  "weight-is-current": {
    title: "今回の処方のための体重",
    reasons: {
      measured: ({ weightKg, measuredDay }, say) =>
        `${say.number(weightKg)} kg(${say.day(measuredDay)}に測定)です。`,
      implausible: ({ written }) =>
        `記録された体重「${written}」はあり得ない値のため、未測定として扱います。用量は体重で決まります。`,
      "not-current": ({ measuredDay }, say) =>
        `前回の体重測定は${say.day(measuredDay)}です。用量は体重で決まるため、今回の処方のために測り直しが必要です。`,
      undated: ({ written }) =>
        `体重${written}の記録には日付がないため、使えません。用量は体重で決まります。`,
      none: () => "体重が記録されていません。用量は体重で決まります。",
    },
  },
};
