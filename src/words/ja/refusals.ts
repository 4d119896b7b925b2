/** Why something was not written down, and what would be right. */
import { mostAlike } from "../../core/alike.ts";
import type { FieldName, Refusals } from "../../core/refusal.ts";
import { conditionName, ruleTitle } from "../names.ts";
import type { RefusalText, RefusalWords } from "../record-words.ts";
import type { Say } from "../words.ts";
import { accessRefusals } from "./access-refusals.ts";
import { erasureRefusals } from "./erasure-refusals.ts";
import { fields } from "./fields.ts";
import { sentences } from "./grammar.ts";
import { rules } from "./rules.ts";
import { roles } from "./terms.ts";

export const refusals: RefusalWords = {
  ...accessRefusals,
  ...erasureRefusals,
  "not-your-word": ({ role, needed }, say) => ({
    says: role === "unknown" ? "誰が行うのかが記録されていません。" : `${roles[role]}の立場では行えません。`,
    remedy: `次の立場の人が行ってください：${say.list(needed.filter((one) => one !== "unknown").map((one) => roles[one]))}。`,
  }),
  "dated-ahead": ({ happenedDay, todayDay }, say) => ({
    says:
      happenedDay > todayDay
        ? `${say.day(happenedDay)}はまだ来ていません。今日は${say.day(todayDay)}です。`
        : `${say.day(happenedDay)}のその時刻はまだ来ていません。`,
    remedy: "実際にあった日(今日またはそれ以前)を指定してください。",
  }),
  "before-birth": ({ happenedDay, birthDay }, say) => ({
    says: `${say.day(happenedDay)}は、患者さんの生年月日(${say.day(birthDay)})より前です。`,
    remedy: "日付を確認してください。生年月日が誤っていれば、先に訂正してください。",
  }),
  "unknown-id": ({ field, given, known }, say) => ({
    says: `${fields[field]}「${given}」は登録されていません。`,
    remedy: sentences(
      choices(given, known, say),
      inWords.has(field) ? "または、文章で記録してください。" : "",
    ),
  }),
  "unknown-patient": ({ patient }) => ({
    says: `番号${patient}の患者さんはいません。`,
    remedy: "番号を確認するか、氏名で探してください。新しい患者さんは、先に登録してください。",
  }),
  "possible-duplicates": ({ patients }, say) => ({
    says: `すでに登録されている可能性があります：${say.list(patients)}。`,
    remedy: "開いて見比べてください。別の人であれば、その旨を指定して登録し直してください。",
  }),
  "implausible-value": ({ field, value, least, most, unit }, say) => ({
    says: `${fields[field]} ${amount(value, unit, say)}は、ありえない値です(${
      most === Number.POSITIVE_INFINITY
        ? `${amount(least, unit, say)}以上`
        : `${say.number(least)}〜${amount(most, unit, say)}`
    })。`,
    remedy: sentences(
      "数値と単位を確認し、もう一度記録してください。",
      field === "value" ? "検査室の報告どおりであれば、「読み取れない検査値」として記録してください。" : "",
    ),
  }),
  "nothing-said": ({ fields: needed }, say) => {
    const names = say.list(needed.map((field) => fields[field]));
    return needed.length === 1
      ? { says: `${names}が入力されていません。`, remedy: "入力してください。" }
      : { says: "記録する内容がありません。", remedy: `少なくとも1つを入力してください：${names}。` };
  },
  "unreadable-unit": ({ analyte, unit, readable }, say) => ({
    says: `${say.name("analyte", analyte)}の単位「${unit}」を読み取れません。`,
    remedy: `${say.list(readable)}で入力するか、「読み取れない検査値」として記録してください。`,
  }),
  "planned-for-the-past": ({ plannedDay }, say) => ({
    says: `${say.day(plannedDay)}は過ぎています。`,
    remedy: "これからの日を指定するか、すでに行われたと記録してください。",
  }),
  "already-collected": ({ test, collectedDay }, say) => ({
    says: `番号${test}の検体は、${say.day(collectedDay)}採取としてすでに記録されています。`,
    remedy: "別の番号を付けるか、番号を空欄にしてください。前の記録が誤っていれば、訂正してください。",
  }),
  "result-without-sample": ({ test }) => ({
    says: `その時点までに、番号${test}の検体は記録されていません。`,
    remedy: "先に、検体を採取日とともに記録してください。",
  }),
  "already-resulted": ({ test, result }) => ({
    says: `検体${test}には、すでに結果「${results[result] ?? result}」があります。`,
    remedy: "その結果が誤っていれば、記録を訂正してください。2つ目の結果では置き換わりません。",
  }),
  "not-started": ({ field, what }, say) => notStarted[field](what, say),
  "no-such-entry": ({ ref }) => ({
    says: `記録${ref}は、この患者さんの有効な記録の中にありません。`,
    remedy: "記録の一覧から選んでください。",
  }),
  "not-yours-to-correct": ({ role, writtenBy }) => ({
    says: `${roles[role]}の立場では、この記録を訂正できません。`,
    remedy:
      writtenBy === "unknown"
        ? "処方医に訂正を依頼してください。"
        : `記録した立場の人(${roles[writtenBy]})か処方医に訂正を依頼してください。`,
  }),
  "not-your-entry": ({ role }) => ({
    says: "この記録はほかの人が書いたものなので、ここでは訂正できません。",
    remedy:
      role === "patient" || role === "guardian"
        ? "クリニックに訂正を依頼するか、ご存じのことをクリニックに伝えてください。"
        : "記録したクリニックか、患者さんのかかりつけのクリニックに訂正を依頼してください。現在わかっていることは、新しい記録として残せます。",
  }),
  "replacement-does-not-fit": ({ problem }) => ({
    says: `訂正の内容が、元の記録の形に合いません(${problem})。`,
    remedy: "元の記録に合う形で訂正するか、記録を取り消してください。",
  }),
  "speaks-against-treatment": ({ role }) => ({
    says: `この記録は治療に不利な内容のため、${roles[role]}の立場では取り消しも訂正もできません。`,
    remedy: "現在わかっていることを、新しい記録として残してください。治療への影響は処方医が判断します。",
  }),
  "registration-stays": () => ({
    says: "患者さんの登録は取り消せません。",
    remedy: "誤っている箇所を訂正してください。二重に登録された場合は、どちらか一方の記録を使ってください。",
  }),
  "no-such-rule": ({ rule, known }, say) => ({
    says: `「${rule}」というルールはありません。`,
    remedy: choices(rule, known, say),
  }),
  "nothing-to-settle": ({ rule }) => ({
    says: `「${ruleTitle(rules, rule)}」は、その理由では今回の処方を止めていません。`,
    remedy: "現在の判定を確認してください。記録が変わった可能性があります。",
  }),
  "floor-stands": ({ rule }) => ({
    says: `「${ruleTitle(rules, rule)}」は、誰も適用を外せない決まりです。`,
    remedy: "示されている手順に従ってください。",
  }),
  "no-course": () => ({
    says: "進行中のクールがありません。",
    remedy:
      "先にクールを開始してください。他院での治療であれば、最後にカプセルを飲んだ日を記録してください。",
  }),
  "course-under-way": ({ sinceDay }, say) => ({
    says: `${say.day(sinceDay)}からのクールが進行中です。`,
    remedy: "新しいクールの前に、そのクールを終了してください。",
  }),
  "already-held": ({ sinceDay }, say) => ({
    says: `クールは${say.day(sinceDay)}から休止中です。`,
    remedy: "処方医が再開するか、終了してください。",
  }),
  "not-held": () => ({
    says: "その時点で、クールは休止していません。",
    remedy: "再開の必要はありません。以前からの休止であれば、日付を確認してください。",
  }),
  "does-not-pass": ({ verdict }) => ({
    says: doesNotPass[verdict],
    remedy: "理由は判定に、何を誰がいつからすればよいかは手順に示されています。",
  }),
  "not-a-number": ({ given }) => ({
    says: `「${given}」は承認番号ではありません。`,
    remedy: "1文字ずつ確認してください。K7QX-2M9P-4TR8のような形です。",
  }),
  "no-such-authorisation": ({ number }) => ({
    says: `番号が${number}の承認は見つかりません。`,
    remedy: "番号を1文字ずつ確認してください。患者さんを指定している場合は、患者さんも確認してください。",
  }),
  "authorisation-used": ({ number, state }) => ({
    says: `承認${number}は${used[state]}。`,
    remedy: "もう使えません。新しい承認が必要です。",
  }),
  "never-dispensed": ({ number }) => ({
    says: `承認${number}では、まだ何もお渡ししていません。`,
    remedy: "使われていない承認は、「承認を取り消す」で取り消してください。",
  }),
  "handed-out-elsewhere": ({ number }) => ({
    says: `承認${number}の分はここでお渡ししたものではないため、ここでは取り消せません。`,
    remedy:
      "お渡しした施設か、患者さんのかかりつけのクリニックだけが取り消せます。どちらかに依頼してください。",
  }),
  "not-unopened": ({ number, because }) => ({
    says: `承認${number}でお渡しした分は、未開封の返却としては扱えません。${notUnopened[because]}。`,
    remedy:
      "戻ってきたカプセルは、返却として記録してください。その後の記録が誤りであれば、先に処方医が取り消してください。",
  }),
  "numbers-used-up": ({ most }, say) => ({
    says: `この患者さんの承認番号は、${say.number(most)}件すべて使われています。`,
    remedy: "この記録を終了し、今後の処方のために患者さんを登録し直してください。",
  }),
  "no-such-task": ({ task }) => ({
    says: `タスク${task}はありません。`,
    remedy: "患者さんの未完了のタスクから選んでください。",
  }),
  "personal-data-erased": () => ({
    says: "この患者さんの個人情報は消去されています。",
    remedy: "氏名などはもう保存できません。新たに治療する場合は、登録し直してください。",
  }),
  "more-than-given": ({ capsules, given }, say) => ({
    says: `${say.number(capsules)}カプセルの返却は、お渡しした数(この規格の残りは${say.number(given)}カプセル)を超えています。`,
    remedy: "数と規格を確認してください。記録にないお渡し分があれば、先に記録してください。",
  }),
};

/** Fields that can also be said in words. */
const inWords: ReadonlySet<FieldName> = new Set(["allergen", "condition", "medicine"]);
const mostShown = 12;

/** All there is to choose from, or what is likest to what was given. */
function choices(given: string, known: readonly string[], say: Say): string {
  if (known.length === 0) return "選べるものがまだありません。";
  if (known.length <= mostShown) return `次から選んでください：${say.list(known)}。`;
  return `近いもの：${say.list(mostAlike(given, known, 3))}。全部で${say.number(known.length)}件あります。`;
}

type NotStarted = Refusals["not-started"]["field"];
const notStarted: { readonly [F in NotStarted]: (what: string, say: Say) => RefusalText } = {
  condition: (what, say) => ({
    says: `その時点で、この病気は続いていると記録されていません：${conditionName(what, say)}。`,
    remedy: "病気と日付を確認してください。文章で記録した病気は、訂正で取り消してください。",
  }),
  medicine: (what, say) => ({
    says: `その時点で、この薬は使用中と記録されていません：${say.name("medicine", what)}。`,
    remedy: "薬と日付を確認してください。文章で記録した薬は、訂正で取り消してください。",
  }),
  method: (what, say) => ({
    says: `その時点で、この避妊法は使用中と記録されていません：${say.name("contraceptive", what)}。`,
    remedy: "避妊法と日付を確認してください。使用していたのであれば、先に開始を記録してください。",
  }),
  symptom: (what, say) => ({
    says: `その時点で、この症状は評価待ちではありません：${say.name("symptom", what)}。`,
    remedy: "症状と日付を確認するか、先に症状を記録してください。すでに評価されている可能性もあります。",
  }),
  pregnancy: () => ({
    says: "その時点で、終了していない妊娠も陽性の検査も記録されていません。",
    remedy: "日付を確認してください。誤って記録されたものは、その記録を訂正してください。",
  }),
  programme: (what, say) => ({
    says: `その時点で、このプログラムに登録されていません：${say.name("protocol", what)}。`,
    remedy: "プログラムと日付を確認してください。",
  }),
};

const results: Readonly<Record<string, string>> = {
  negative: "陰性",
  positive: "陽性",
  indeterminate: "判定できず",
};

const doesNotPass: { readonly [V in Refusals["does-not-pass"]["verdict"]]: string } = {
  pass: "この処方には問題があります。",
  advise: "この処方には問題があります。",
  ask: "まだ行えません。足りない情報があり、補うことができます。",
  wait: "まだ行えません。日を待つ必要があります。",
  stop: "現在の状況では行えません。",
};

const notUnopened: { readonly [B in Refusals["not-unopened"]["because"]]: string } = {
  "doses-taken": "その後の服用が記録されています",
  "capsules-counted": "その後、手元のカプセル数が記録されています",
  "capsules-returned": "その後、カプセルの返却が記録されています",
  "later-supply": "その後、次の分をお渡ししています",
};

const used: { readonly [S in Refusals["authorisation-used"]["state"]]: string } = {
  dispensed: "すでに使われています",
  reversed: "使われた後、お渡しした分が戻されています",
  voided: "取り消されています",
  expired: "期限が切れています",
};

function amount(value: number, unit: string | undefined, say: Say): string {
  return unit === undefined ? say.number(value) : `${say.number(value)} ${unit}`;
}
