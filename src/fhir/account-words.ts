import type { Reason, ReasonCode } from "./account.ts";

export type AccountLanguage = "en" | "ja";

/** Each reason in plain words; the fact behind it follows in brackets. */
export const accountWords: { readonly [L in AccountLanguage]: { readonly [R in ReasonCode]: string } } = {
  en: {
    "not-a-resource": "This is not a FHIR resource: it is no object with a resourceType.",
    "unopened-bundle": "A Bundle inside the list was not opened, so nothing in it was read.",
    duplicate: "The same resource was given more than once; the first copy was read.",
    "not-relevant": "Resources of this type say nothing that a decision about isotretinoin uses.",
    "used-by-reference": "Read only where another resource refers to it.",
    "other-patient": "This is about someone else.",
    "no-subject": "This does not say whom it is about.",
    "modifier-extension": "An extension changes what this means, in a way that cannot be read here.",
    "entered-in-error": "The sender marked this as entered in error.",
    preliminary:
      "This result is preliminary and does not count as a final one; what may speak against treatment was kept.",
    status: "With this status it does not count.",
    "no-birth-date": "No full date of birth is given, so the age is not known.",
    "no-code": "There is no code to recognise this by.",
    "unknown-code": "Nothing in the knowledge base has this code.",
    "ambiguous-code": "The codes name more than one method, so none was recorded.",
    "no-day": "No day is given. The date of a report is not the day of the sample or measurement.",
    "no-value": "There is no value.",
    "unreadable-value": "The value could not be read.",
    comparator: "The value is only a limit (such as <5), and reading it as a number could be unsafe.",
    "unsupported-unit": "The unit is missing or cannot be converted.",
    "quantity-not-interpreted":
      "The laboratory gave a number and did not say whether the test is negative or positive; the sample was recorded, the result was not.",
    "not-an-order": "This is an option or has no known intent, so it orders nothing.",
    "only-planned": "This is planned and has not started.",
    "do-not-perform": "This says that the medicine must not be given.",
    "isotretinoin-not-an-order":
      "This is no order to decide: it says that isotretinoin is or may have been taken, and was recorded as earlier treatment. How much is not known from it: record the course.",
    "only-dispensed-or-given":
      "A single supply or dose of another medicine does not show whether it is still taken.",
    "no-longer-taken": "This is no longer taken, or was not taken.",
    "local-route": "Given on the skin, inhaled or otherwise locally, this medicine is no concern.",
    refuted: "This was ruled out.",
    "not-confirmed": "This was not confirmed.",
    "partial-negation":
      "This says that one kind of allergy is not known, which does not rule out the others.",
    "never-decides-category":
      "Procedures are not read; in particular, no operation settles who can become pregnant. A prescriber's attestation does.",
  },
  ja: {
    "not-a-resource": "FHIRリソースではありません(resourceTypeのあるオブジェクトではありません)。",
    "unopened-bundle": "一覧の中のBundleは開かれていないため、中身は読まれていません。",
    duplicate: "同じリソースが複数回渡されました。最初のものだけを読みました。",
    "not-relevant": "この種類のリソースには、イソトレチノインの判断に使う情報がありません。",
    "used-by-reference": "ほかのリソースから参照されたときだけ読みます。",
    "other-patient": "別の人の情報です。",
    "no-subject": "誰の情報かが書かれていません。",
    "modifier-extension": "意味を変える拡張が付いており、ここでは正しく読めません。",
    "entered-in-error": "送信元が「誤入力」としています。",
    preliminary:
      "暫定の結果であり、確定した結果としては使いません。治療に不利となりうる内容だけを残しました。",
    status: "この状態(ステータス)のものは使いません。",
    "no-birth-date": "生年月日が年月日までそろっていないため、年齢が分かりません。",
    "no-code": "何であるかを見分けるコードがありません。",
    "unknown-code": "このコードは知識ベースにありません。",
    "ambiguous-code": "コードが複数の方法を指しているため、どれも記録していません。",
    "no-day": "日付がありません。報告日は、採取日や測定日の代わりになりません。",
    "no-value": "値がありません。",
    "unreadable-value": "値を読み取れませんでした。",
    comparator: "値が限界(「5未満」など)としてだけ示されており、数値として読むと安全でないおそれがあります。",
    "unsupported-unit": "単位がないか、換算できません。",
    "quantity-not-interpreted":
      "検査室は数値だけを示し、陰性か陽性かを示していません。採取は記録しましたが、結果は記録していません。",
    "not-an-order": "選択肢にすぎないか、意図が不明のため、処方としては扱いません。",
    "only-planned": "予定であり、まだ始まっていません。",
    "do-not-perform": "この薬を使わないようにという指示です。",
    "isotretinoin-not-an-order":
      "判断の対象となる処方ではありません。イソトレチノインを服用中、または服用した可能性があるという記載なので、以前の治療として記録しました。量は分からないため、治療歴を記録してください。",
    "only-dispensed-or-given": "ほかの薬の1回の交付や投与だけでは、今も使っているかどうか分かりません。",
    "no-longer-taken": "現在は使っていないか、使われませんでした。",
    "local-route": "塗り薬や吸入などの局所使用であり、この薬では問題になりません。",
    refuted: "否定された情報です。",
    "not-confirmed": "確認されていない情報です。",
    "partial-negation": "ある種類のアレルギーがないという記載で、ほかのアレルギーがないとは言えません。",
    "never-decides-category":
      "処置や手術は読みません。とくに、手術歴だけで妊娠の可能性の有無を決めることはありません。処方医の確認が必要です。",
  },
};

/** The sentence for a reason, with its fact. */
export function accountSentence(reason: Reason, language: AccountLanguage): string {
  const sentence = accountWords[language][reason.reason];
  if (reason.detail === undefined) return sentence;
  return language === "ja" ? `${sentence}(${reason.detail})` : `${sentence} (${reason.detail})`;
}
