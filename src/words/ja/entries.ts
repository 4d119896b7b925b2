/** Every kind of entry as a line of a timeline. */
import type { Body } from "../../core/entry.ts";
import type { Circumstance } from "../../core/steps.ts";
import { conditionName, ruleTitle } from "../names.ts";
import type { EntryWords } from "../record-words.ts";
import type { Say } from "../words.ts";
import { accessEntries } from "./access-entries.ts";
import { rules } from "./rules.ts";

export const entries: EntryWords = {
  registered: ({ birthDate, fictional }, say) =>
    `登録${fictional === true ? "(架空の患者さん)" : ""}：${say.day(birthDate)}生まれ`,
  "category-attested": ({ canBecomePregnant, basis }, say) =>
    canBecomePregnant
      ? "妊娠する可能性あり"
      : `妊娠する可能性なし${basis === undefined ? "" : `(${say.term(basis)})`}`,
  "name-recorded": () => "氏名・電話番号の変更",
  "person-erased": () => "個人情報を消去",
  "guardian-recorded": ({ relation }) => `保護者の参加${inBrackets(relation)}`,
  "consent-signed": ({ consent, guardianSigned }, say) =>
    `署名${guardianSigned ? "(保護者も署名)" : ""}：${say.term(consent)}`,
  "circumstances-stated": (body) => `生活との両立(${circumstances(body)})`,
  "visit-held": ({ inPerson }) => (inPerson ? "対面で診察" : "遠隔で診察"),
  counselled: ({ topics }, say) => `説明：${say.list(topics.map(say.term))}`,
  "comprehension-answered": ({ passed }) =>
    passed ? "安全な使用についての質問に正しく回答" : "安全な使用についての質問の回答は不十分",
  "prior-therapy-recorded": ({ agent, weeks, result }, say) =>
    `これまでの治療：${listed([
      agents[agent],
      weeks === undefined ? "" : `${say.number(weeks)}週間`,
      result === undefined ? "" : outcomes[result],
    ])}`,
  "condition-recorded": ({ condition, coding, text, status }, say) =>
    `${status === "history" ? "過去の病気" : "病気"}：${named("condition", condition, { coding, text }, say)}`,
  "condition-ended": ({ condition }, say) => `病気の終了：${conditionName(condition, say)}`,
  "conditions-asked": () => "病気の有無を確認",
  "allergy-recorded": ({ allergen, coding, text }, say) =>
    `アレルギー：${named("allergen", allergen, { coding, text }, say)}`,
  "allergies-asked": () => "アレルギーの有無を確認",
  "medicine-started": ({ medicine, coding, text }, say) =>
    `薬の使用：${named("medicine", medicine, { coding, text }, say)}`,
  "medicine-ended": ({ medicine }, say) => `薬の終了：${say.name("medicine", medicine)}`,
  "medicines-asked": () => "使用中の薬を確認",
  "procedure-planned": ({ procedure, plannedFor }, say) =>
    `手術・処置の予定${plannedFor === undefined ? "" : `(${say.day(plannedFor)})`}：${procedureName(procedure)}`,
  "procedure-done": ({ procedure }) => `手術・処置の実施：${procedureName(procedure)}`,
  "weight-measured": ({ kg }, say) => `体重 ${say.number(kg)} kg`,
  "pregnancy-test-collected": ({ specimen, setting, supervised }, say) => {
    const how = listed([
      specimen === undefined ? "" : specimens[specimen],
      setting === undefined ? "" : say.term(setting),
      supervised === true ? "立ち会いあり" : "",
    ]);
    return `妊娠検査${inBrackets(how)}の検体を採取`;
  },
  "pregnancy-test-resulted": ({ result }) => `妊娠検査：${results[result]}`,
  "home-testing-permitted": ({ permitted }) =>
    permitted ? "自宅での妊娠検査を認める" : "自宅での妊娠検査を認めない",
  "menses-recorded": ({ status }) => menses[status],
  "contraception-started": ({ method }, say) => `避妊の開始：${say.name("contraceptive", method)}`,
  "contraception-ended": ({ method }, say) => `避妊の終了：${say.name("contraceptive", method)}`,
  "contraception-lapsed": ({ what }) => `避妊の途切れ${inBrackets(what)}`,
  "contraception-stated": ({ usedWithoutGap }) =>
    usedWithoutGap ? "避妊は途切れていない" : "避妊に途切れがあった",
  "abstinence-attested": ({ committed, compellingReasons }) =>
    committed
      ? `性交渉を控えている${compellingReasons === true ? "(確実といえる十分な理由あり)" : ""}`
      : "性交渉を控えることには頼らない",
  "pregnancy-reported": () => "妊娠の報告",
  "pregnancy-ended": () => "妊娠の終了",
  "pregnancy-wish-recorded": ({ withinMonths }, say) =>
    withinMonths === null ? "妊娠の希望なし" : `${say.number(withinMonths)}か月以内の妊娠を希望`,
  "breastfeeding-recorded": ({ breastfeeding }) => (breastfeeding ? "授乳中" : "授乳していない"),
  "lab-resulted": ({ analyte, value, unit, fasting }, say) =>
    `検査値：${say.name("analyte", analyte)} ${say.number(value)} ${unit}${fasting === true ? "(空腹時)" : ""}`,
  "result-unread": ({ analyte, written }, say) =>
    `読み取れない検査値：${say.name("analyte", analyte)}「${written}」`,
  "results-reviewed": () => "処方医が検査結果を確認",
  "severity-scored": ({ severity, gags, iga, features }, say) =>
    `重症度：${listed([
      severity === undefined ? "" : say.term(severity),
      gags === undefined ? "" : `GAGS ${gags}`,
      iga === undefined ? "" : `IGA ${iga}`,
      ...features.map(say.term),
    ])}`,
  "symptom-reported": ({ symptoms }, say) =>
    symptoms.length === 0 ? "症状なし" : `症状：${say.names("symptom", symptoms)}`,
  "symptom-assessed": ({ symptom, conclusion }, say) =>
    `症状の評価：${say.name("symptom", symptom)}、${conclusions[conclusion]}`,
  "mood-screened": ({ selfHarmThoughts, newMoodSymptom, phq9, phq9Item9 }) =>
    `気分の確認：${listed([
      yesOrNo(selfHarmThoughts, "自分を傷つけたいという考えあり", "自分を傷つけたいという考えなし"),
      yesOrNo(newMoodSymptom, "新しい気分の症状あり", "新しい気分の症状なし"),
      phq9 === undefined ? "" : `PHQ-9 ${phq9}`,
      phq9Item9 === undefined ? "" : `PHQ-9の項目9は${phq9Item9}`,
    ])}`,
  "sexual-function-asked": ({ newProblem }) =>
    newProblem ? "性機能：新たな問題あり" : "性機能：新たな問題なし",
  "mood-assessed": ({ conclusion }) => `気分の評価：${conclusions[conclusion]}`,
  "photograph-taken": ({ view }) => `写真を撮影${inBrackets(view)}`,
  "course-started": ({ indication }, say) =>
    `クールの開始${indication === undefined ? "" : `：${say.name("indication", indication)}`}`,
  "course-held": ({ because }) => `クールの休止${inBrackets(because)}`,
  "course-resumed": () => "クールの再開",
  "course-ended": ({ because }) => `クールの終了${inBrackets(because)}`,
  "judgement-recorded": ({ rule, conclusion }) =>
    `判断「${ruleTitle(rules, rule)}」：${conclusions[conclusion]}`,
  "supply-authorised": ({ number, capsules, capsuleMg, days }, say) =>
    `処方の承認 ${number}：${ofCapsules(capsules, capsuleMg, say)}、${say.number(days)}日分`,
  "supply-voided": ({ number, because, rules: failed }, say) =>
    `承認 ${number} の取り消し：${voided[because]}${inBrackets(say.list(failed.map((rule) => ruleTitle(rules, rule))))}`,
  "external-authorisation-recorded": ({ programme, number, doNotDispenseAfter }, say) =>
    `プログラムの番号 ${number}(${say.name("protocol", programme)})：調剤は${say.day(doNotDispenseAfter)}まで`,
  "supply-dispensed": ({ number, capsules, capsuleMg }, say) => {
    const what = capsules === undefined ? "" : `：${ofCapsules(capsules, capsuleMg, say)}`;
    return `薬のお渡し${number === undefined ? "" : ` ${number}`}${what}`;
  },
  "supply-reversed": ({ number }) => `お渡しした薬の戻し ${number}`,
  "supply-returned": ({ capsules, capsuleMg }, say) => `返却：${ofCapsules(capsules, capsuleMg, say)}`,
  "capsules-counted": ({ capsules, capsuleMg }, say) => `手元の残り：${ofCapsules(capsules, capsuleMg, say)}`,
  "dose-taken": ({ mg }, say) => `服用：${say.number(mg)} mg`,
  "dose-missed": () => "飲み忘れ",
  "last-capsule-recorded": () => "最後のカプセルを服用",
  "finding-overridden": ({ rule, because }) =>
    `今回に限り適用しない判定：「${ruleTitle(rules, rule)}」(${because})`,
  corrected: ({ withdrawn, reason }) => `${withdrawn ? "記録の取り消し" : "記録の訂正"}${inBrackets(reason)}`,
  "programme-enrolled": ({ programme, party, until }, say) =>
    `「${say.name("protocol", programme)}」への登録：${say.term(party)}${until === undefined ? "" : `(${say.day(until)}まで)`}`,
  "programme-left": ({ programme, party }, say) =>
    `「${say.name("protocol", programme)}」の登録解除：${say.term(party)}`,
  "policy-signed": ({ policy, signedBy, fictional, years }, say) =>
    `${policies[policy]}${years === undefined ? "" : `(${say.number(years)}年)`}についての方針に署名：${signedBy}${fictional === true ? "(架空)" : ""}`,
  "edition-confirmed": ({ protocol, edition }, say) =>
    `${say.day(edition)}の版を確認：${say.name("protocol", protocol)}`,
  "task-raised": ({ kind, number }) => `要確認：${tasks[kind]}(${number})`,
  "task-closed": () => "確認して完了",
  "document-imported": ({ format, resource }) => `文書の取り込み：${resource}(${formats[format]})`,
  "undated-fact-imported": ({ resource }) => `日付のない事実の取り込み：${resource}`,
  "product-read": ({ product, excipients }, say) =>
    `包装の確認：${say.name("product", product)}、添加物${say.number(excipients.length)}種`,
  ...accessEntries,
};

const agents: { readonly [A in Body<"prior-therapy-recorded">["agent"]]: string } = {
  "systemic-antibiotic": "抗菌薬の内服",
  "topical-retinoid": "レチノイドの外用",
  "topical-antibiotic": "抗菌薬の外用",
  "benzoyl-peroxide": "過酸化ベンゾイル",
  hormonal: "ホルモン療法",
  isotretinoin: "イソトレチノイン",
  other: "その他の治療",
};
const outcomes: { readonly [O in NonNullable<Body<"prior-therapy-recorded">["result"]>]: string } = {
  failed: "効果なし",
  partial: "一部に効果",
  cleared: "治癒",
  "not-tolerated": "副作用で継続できず",
};
const specimens: { readonly [S in NonNullable<Body<"pregnancy-test-collected">["specimen"]>]: string } = {
  urine: "尿",
  serum: "血清",
};
const results: { readonly [R in Body<"pregnancy-test-resulted">["result"]]: string } = {
  negative: "陰性",
  positive: "陽性",
  indeterminate: "判定できず",
};
const menses: { readonly [S in Body<"menses-recorded">["status"]]: string } = {
  started: "月経の開始",
  late: "月経の遅れ",
  irregular: "月経不順",
  absent: "無月経",
};
const conclusions: { readonly [C in Body<"symptom-assessed">["conclusion"]]: string } = {
  resolved: "回復",
  "may-continue": "治療を続けてよい",
  stop: "治療を中止",
};
const voided: { readonly [B in Body<"supply-voided">["because"]]: string } = {
  "no-longer-passes": "条件を満たさなくなったため",
  withdrawn: "取り下げ",
  replaced: "別の承認に置き換え",
};
const policies: { readonly [P in Body<"policy-signed">["policy"]]: string } = {
  laboratory: "血液検査の結果",
  "pregnancy-test-kit": "妊娠検査キット",
  "supply-overlap": "手元のカプセルとの重なり",
  retention: "記録の保存期間",
};
const tasks: { readonly [K in Body<"task-raised">["kind"]]: string } = {
  "review-dispensed-supply": "今ならお渡しできないカプセルが患者さんの手元にあります",
};
const formats: { readonly [F in Body<"document-imported">["format"]]: string } = {
  "fhir-r4": "FHIR R4",
  isoward: "Isoward",
};
const procedures: Readonly<Record<string, string>> = { lasik: "レーシック(LASIK)", prk: "PRK" };

function procedureName(id: string): string {
  return procedures[id] ?? id;
}

interface InWords {
  readonly coding: readonly { readonly code: string; readonly display?: string | undefined }[] | undefined;
  readonly text: string | undefined;
}

/** By the name knowledge has for it; else as it was written. */
function named(
  kind: "condition" | "allergen" | "medicine",
  id: string | undefined,
  { coding, text }: InWords,
  say: Say,
): string {
  if (id === undefined) return text ?? coding?.[0]?.display ?? coding?.[0]?.code ?? "名称なし";
  return kind === "condition" ? conditionName(id, say) : say.name(kind, id);
}

function ofCapsules(capsules: number, capsuleMg: number | undefined, say: Say): string {
  return `${capsuleMg === undefined ? "" : `${say.number(capsuleMg)} mgカプセル `}${say.number(capsules)}個`;
}

function listed(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("、");
}

function inBrackets(text: string | undefined): string {
  return text === undefined || text === "" ? "" : `(${text})`;
}

function yesOrNo(said: boolean | undefined, yes: string, no: string): string {
  return said === undefined ? "" : said ? yes : no;
}

const stated: { readonly [C in Circumstance]: readonly [yes: string, no: string] } = {
  privateImport: ["個人輸入あり", "個人輸入なし"],
  hairRemoval: ["脱毛を継続中", "脱毛なし"],
  eyeSurgery: ["目の手術あり(予定を含む)", "目の手術なし"],
  comesRegularly: ["通院できる", "通院が難しい"],
  agreesToPrevention: ["妊娠を避けることに同意", "妊娠を避けることに同意していない"],
  mayBePregnant: ["妊娠の可能性あり", "妊娠していない"],
};

function circumstances(body: { readonly [C in Circumstance]?: boolean | undefined }): string {
  const said = (Object.keys(stated) as Circumstance[]).flatMap((one) => {
    const value = body[one];
    return value === undefined ? [] : [stated[one][value ? 0 : 1]];
  });
  return said.length === 0 ? "回答なし" : said.join("、");
}
