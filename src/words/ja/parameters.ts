/** プロトコルとクリニックが定める値：名前と読み方。 */
import type { Span } from "../../core/calendar.ts";
import type { ParameterWords, WordsOf } from "../parameter-words.ts";
import type { Named, Say } from "../words.ts";

const of = <V>(title: string, reads: (value: V, say: Say) => string): WordsOf<V> => ({ title, reads });

const withUnit =
  (unit: string) =>
  (value: number, say: Say): string =>
    `${say.number(value)}${unit}`;
const days = withUnit("日");
const daysOfSupply = withUnit("日分");
const months = withUnit("か月");
const age = withUnit("歳");
const underAge = withUnit("歳未満");
const mgPerKg = (value: number, say: Say): string => `1日${say.number(value)} mg/kg`;
const onOff = (value: boolean): string => (value ? "はい" : "いいえ");
const length = (span: Span, say: Say): string => {
  if ("days" in span) return days(span.days, say);
  return "weeks" in span ? `${say.number(span.weeks)}週` : months(span.months, say);
};
const terms = (ids: readonly string[], say: Say): string =>
  ids.length === 0 ? "なし" : say.list(ids.map(say.term));
const names =
  (kind: Named) =>
  (ids: readonly string[], say: Say): string =>
    ids.length === 0 ? "なし" : say.names(kind, ids);

const classes: Readonly<Record<string, string>> = {
  harmful: "有害",
  never: "決して使わない",
  none: "根拠なし",
  outside: "このシステムの対象外",
};

export const parameterWords: ParameterWords = {
  parameters: {
    minimumAgeYears: of("治療できる年齢の下限", age),
    guardianUnderAgeYears: of("保護者の参加", underAge),
    secondPrescriberUnderAgeYears: of("2人目の処方医の同意", underAge),
    firstVisitInPerson: of("初回は対面で診察する", onOff),
    adultAgeYears: of("成人として扱う年齢", withUnit("歳以上")),
    growthDiscussionUnderAgeYears: of("成長についての説明", underAge),
    prepubertalExcluded: of("思春期前は治療しない", onOff),
    pregnancyWishExcludedMonths: of(
      "妊娠の希望があれば対象外",
      (value: number, say) => `${months(value, say)}以内`,
    ),
    priorTreatmentAsked: of("これまでの治療が効かなかったことを記録する", onOff),
    priorAntibioticAsked: of("その中に抗菌薬の内服がある", onOff),
    priorTreatmentLeastWeeks: of("効果なしと判断するには短すぎる期間", withUnit("週間未満")),
    priorTreatmentWeeks: of("試した期間の下限", withUnit("週間")),
    privateImportRefused: of("個人輸入のカプセルを使う方は対象外", onOff),
    regularVisitsNeeded: of("定期的に通院できる方だけ", onOff),
    postMenopausalAgeYears: of(
      "FSH高値だけで閉経とみなす年齢",
      (value: number, say) => `${say.number(value)}歳を超える`,
    ),
    categoryAttested: of("妊娠の可能性の有無は証明の記録で決める", onOff),
    factsSincePreviousSupply: of("体重・皮膚・気分・避妊を処方のたびに記録する", onOff),
    leastWeightKg: of("信用する体重の下限", withUnit(" kg")),
    mostWeightKg: of("信用する体重の上限", withUnit(" kg")),
    pregnancyStops: of("妊娠中は治療しない", onOff),
    breastfeedingStops: of("授乳中は治療しない", onOff),
    latePeriodStops: of("月経が遅れたら、方針の記録まで止める", onOff),
    contraceptionLapseStops: of("避妊が途切れたら、方針の記録まで止める", onOff),
    pretreatmentTests: of("初回処方の前の陰性の妊娠検査", withUnit("回")),
    pretreatmentTestSpacingDays: of("その2回の間隔", withUnit("日以上")),
    pretreatmentTestsInMedicalSetting: of("開始前の検査は医療機関で行う", onOff),
    pretreatmentTestsInCertifiedLaboratory: of("開始前の検査は認定検査機関で行う", onOff),
    laterTestsInCertifiedLaboratory: of("治療中の検査は認定検査機関で行う", onOff),
    homeTestsNeedPermission: of("自宅での検査には処方医の許可が要る", onOff),
    homeTestsSupervised: of("自宅での検査には立ち会いが要る", onOff),
    testDetectsMiuPerMl: of(
      "検査の感度",
      (value: number, say) => `hCG ${say.number(value)} mIU/mL以下を検出`,
    ),
    secondTestAfterContraceptionMonth: of("2回目の検査は1か月の避妊の後に行う", onOff),
    secondTestWithinDaysOfPeriod: of(
      "2回目の検査の時期",
      (value: number, say) => `月経開始から${days(value, say)}以内`,
    ),
    testEveryMonth: of("処方のたびに陰性の検査が要る", onOff),
    testWithin: of("処方時の検査の古さの上限(より短い定めがない場合)", length),
    testAgeAtPrescriptionDays: of("処方日の検査の古さの上限", withUnit("日前まで")),
    testWindowDays: of(
      "検体採取日に始まる有効期間",
      (value: number, say) => `${days(value, say)}間(採取日を1日目とする)`,
    ),
    dispenseWithinDaysOfPrescription: of(
      "妊娠の可能性がある場合の受け取り",
      (value: number, say) => `処方から${days(value, say)}以内`,
    ),
    windowZone: of("有効期間の終わりを数える時間帯", (zone: string) => zone),
    missedFirstWindowWaitDays: of("最初の有効期間を過ぎた場合の待機", days),
    prescriptionWindowDaysIfPregnancyImpossible: of("妊娠の可能性がない場合の受け取り", withUnit("日以内")),
    contraceptionMonthsBefore: of("最初のカプセルの前の避妊", months),
    contraceptionMonthsAfter: of("最後のカプセルの後の避妊", months),
    contraceptionMethodsTogether: of("併用する避妊法", withUnit("種類")),
    primaryMethodNeeded: of("避妊法の1つは主要な方法とする", onOff),
    barrierAloneRefused: of("使い方に左右されない方法を1つ、または左右される方法を2つ", onOff),
    abstinenceNeedsCompellingReasons: of("性交渉を控えることは、やむを得ない理由がある場合だけ認める", onOff),
    consents: of("全員が署名する書類", terms),
    consentsIfPregnancyPossible: of("妊娠の可能性がある場合に加えて署名する書類", terms),
    counsellingTopics: of("全員への説明", terms),
    counsellingTopicsIfPregnancyPossible: of("妊娠の可能性がある場合に加える説明", terms),
    counsellingEverySupplyIfPregnancyPossible: of("妊娠の可能性がある場合、処方のたびに説明する", onOff),
    counsellingEverySupplyIfPregnancyImpossible: of("妊娠の可能性がない場合も、処方のたびに説明する", onOff),
    comprehensionEverySupplyIfPregnancyPossible: of(
      "妊娠の可能性がある場合、処方のたびに理解度を確かめる",
      onOff,
    ),
    doseMinimumMgPerKg: of("添付文書の用量の下限", mgPerKg),
    doseOrdinaryMaximumMgPerKg: of("通常の用量の上限", mgPerKg),
    doseMaximumMgPerKg: of("用量の絶対的な上限", mgPerKg),
    micronisedMinimumMgPerKg: of("用量の下限(微粒子化製剤)", mgPerKg),
    micronisedOrdinaryMaximumMgPerKg: of("通常の用量の上限(微粒子化製剤)", mgPerKg),
    micronisedMaximumMgPerKg: of("用量の絶対的な上限(微粒子化製剤)", mgPerKg),
    dosesPerDay: of("1日の服用回数", withUnit("回")),
    missedDoseSkipped: of("飲み忘れた分は飲まずにとばす", onOff),
    neverTwoDosesTogether: of("2回分を一度に飲まない", onOff),
    supplyDaysIfPregnancyPossible: of("処方日数の上限(妊娠の可能性がある場合)", daysOfSupply),
    supplyDaysIfPregnancyImpossible: of("処方日数の上限(妊娠の可能性がない場合)", daysOfSupply),
    firstSupplyDays: of("初回の処方日数の上限", daysOfSupply),
    firstDailyMg: of("初回の1日量の上限", withUnit(" mg")),
    refills: of("リフィル", (value: number, say) => (value === 0 ? "なし" : `${say.number(value)}回`)),
    wholeBlisterCapsules: of("シートを分けない", (value: number, say) => `${say.number(value)}カプセル単位`),
    courseUsual: of("標準的なコースの長さ(上限)", length),
    courseLongest: of("判断の記録なしに続けられるコースの長さ", length),
    cumulativeMgPerKg: of("これを超えても効果は増えないとされる総量", withUnit(" mg/kg")),
    rest: of("コースの間の休薬(下限)", length),
    restUndefinedBeforeSkeletalMaturity: of("成長期の人の休薬期間は個別に判断する", onOff),
    authorisedOnce: of("承認1回につき受け渡しは1回", onOff),
    capsulesInHandUsedFirst: of("手元のカプセルを先に飲み切る", onOff),
    packIdentified: of("包装のロット番号と使用期限を記録する", onOff),
    productKnown: of("製品と規格が分かっている", onOff),
    wholeCapsules: of("カプセルは分割しない", onOff),
    notInterchangeable: of("製剤が変わるときは指摘する", onOff),
    baselineAnalytes: of("最初のカプセルの前に確認する検査", names("analyte")),
    baselineWithin: of("最初のカプセルの前の検査の古さの上限", length),
    baselineLipidsFasting: of("脂質は空腹時に採血する", onOff),
    hoursWithoutAlcoholBeforeLipids: of("脂質の採血前の禁酒", withUnit("時間")),
    resultsUntilResponseKnown: of("反応が分かるまで処方のたびに採血する", onOff),
    resultsFirstWithin: of(
      "最初のカプセルから最初の採血まで",
      (span: Span, say) => `${length(span, say)}以内`,
    ),
    resultsEvery: of("その後の採血の間隔", (span: Span, say) => `${length(span, say)}ごと`),
    resultsBeforeSecondSupply: of("2回目の処方の前に採血の結果を確認する", onOff),
    resultsEverySupply: of("2回目以降の処方のたびに採血の結果を確認する", onOff),
    monitoredAnalytes: of("治療中に繰り返す検査", names("analyte")),
    askFromGrade: of(
      "署名された方針がない場合、判断を求める検査値",
      (value: number) => `グレード${value}以上`,
    ),
    stopFromGrade: of("署名された方針がない場合、止める検査値", (value: number) => `グレード${value}以上`),
    triglyceridesStopMgPerDl: of("どの方針でも認められない中性脂肪", withUnit(" mg/dL以上")),
    allergensThatStop: of("治療できない理由とされるアレルギー", names("allergen")),
    hairRemovalPaused: of("レーザー・光脱毛を休む", onOff),
    conditionsThatStop: of("治療できない病気", names("condition")),
    conditionsThatAsk: of("処方医が判断する病気", names("condition")),
    historyThatAsks: of("処方医が判断する過去の病気", names("condition")),
    indicationClassesRefused: of("誰にも認めない使い方", (ids: readonly string[], say) =>
      say.list(ids.map((id) => classes[id] ?? id)),
    ),
    medicinesAsked: of("ほかの薬をすべて確認する", onOff),
    allergensChecked: of("アレルギーをカプセルの添加物と照らし合わせる", onOff),
    conditionsAsked: of("病気の有無を確認する", onOff),
    stopSymptomsStop: of("中止すべき症状があれば、処方医の評価まで止める", onOff),
    fulminansStops: of("劇症型ざ瘡の徴候があれば止める", onOff),
    moodStops: of("自傷の考えや気分の変化があれば、評価まで止める", onOff),
    moodEverySupply: of("処方のたびに気分を確認する", onOff),
    sexualFunctionEverySupply: of("処方のたびに性機能を確認する", onOff),
    symptomsEverySupply: of("処方のたびに副作用を確認する", onOff),
    procedureMonthsApart: of("レーシックなどの手術の前後に空ける期間", months),
    enrolments: of("プログラムへの登録", terms),
    programmeAuthorisation: of("処方のたびにプログラムの承認が要る", onOff),
  },
  topics: {
    who: "治療の対象",
    pregnancy: "妊娠",
    tests: "妊娠検査",
    contraception: "避妊",
    agreed: "同意と説明",
    supply: "用量と処方",
    course: "コースと休薬",
    "handing-out": "受け渡し",
    laboratory: "血液検査",
    health: "病気・症状・気分",
    programme: "プログラム",
  },
  notSet: "定めなし",
};
