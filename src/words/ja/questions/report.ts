import type { report as question } from "../../../core/questions/report.ts";
import type { QuestionWords } from "../../question-words.ts";

const kinds = { "pregnancy-exposure": "妊娠中の曝露", "adverse-event": "有害事象" } as const;
const outcomes: Readonly<Record<string, string>> = {
  recovered: "回復",
  "recovered-with-sequelae": "回復したが後遺症あり",
  recovering: "軽快",
  "not-recovered": "未回復",
  fatal: "死亡",
  unknown: "不明",
};
const conclusions: Readonly<Record<string, string>> = {
  resolved: "消失",
  "may-continue": "治療を続けてよい",
  stop: "治療を中止",
};
const results: Readonly<Record<string, string>> = {
  negative: "陰性",
  positive: "陽性",
  indeterminate: "判定保留",
};

export const report: QuestionWords<typeof question> = {
  title: "妊娠・有害事象の報告",
  lead: "報告に必要なことを記録から集め、足りないことと報告先を示します。印刷またはFHIRで送ることができます。",
  fields: {
    kind: {
      label: "報告の種類",
      choices: { "pregnancy-exposure": "妊娠中の曝露", "adverse-event": "有害事象" },
    },
    serious: {
      label: "重篤かどうか",
      hint: "報告者の判断です。死亡、生命の危険、入院、後遺症、先天異常につながったものをいいます。",
    },
    outcome: {
      label: "転帰",
      choices: {
        recovered: "回復",
        "recovered-with-sequelae": "回復したが後遺症あり",
        recovering: "軽快",
        "not-recovered": "未回復",
        fatal: "死亡",
        unknown: "不明",
      },
    },
  },
  sections: { counts: "報告の内容", do: "すること・報告先", know: "その他の記録" },
  reasons: {
    "no-record": () => "報告は患者さんの記録から作ります。記録を指定してください。",
    "nothing-on-record": ({ kind }) =>
      `${kind === "adverse-event" ? "有害事象" : "妊娠"}の記録がありません。先に記録すると報告できます。`,
    "facts-missing": ({ kind, open }) =>
      `${kinds[kind]}の報告はできますが、${open}件の情報が足りません。直ちに報告が必要な場合は、そろうのを待たないでください。`,
    complete: ({ kind }) => `記録にある範囲で、${kinds[kind]}の報告に必要な内容がそろっています。`,
    "report-to": ({ how }, say) => say.text(how),
    "age-missing": () => "生年月日が記録されていません。",
    age: ({ years }) => `年齢: ${years}歳`,
    weight: ({ kg, measuredDay }, say) => `体重: ${say.number(kg)} kg(${say.day(measuredDay)})`,
    "product-missing": () => "服用した製品が記録されていません。",
    product: ({ product, capsuleMg, lot, dispensedDay }, say) =>
      `${say.name("product", product)}${capsuleMg === undefined ? "" : ` ${say.number(capsuleMg)} mgカプセル`}${lot === undefined ? "" : `、ロット ${lot}`}。最後の調剤は${say.day(dispensedDay)}です。`,
    "dose-missing": () => "1日量が記録されていません。",
    dose: ({ dailyMg, supplies, courseMg }, say) =>
      `1日${say.number(dailyMg)} mg、調剤${supplies}回${courseMg === undefined ? "" : `、今回のクールで合計${say.number(courseMg)} mg`}`,
    "last-capsule-missing": ({ firstDay }, say) =>
      `服用開始は${say.day(firstDay)}です。最後に飲んだ日が記録されていません。`,
    "taken-between": ({ firstDay, lastDay }, say) =>
      `服用期間: ${say.day(firstDay)}から${say.day(lastDay)}まで`,
    medicines: ({ medicines, otherMedicines, askedDay }, say) => {
      const all = [...medicines.map((id) => say.name("medicine", id)), ...otherMedicines];
      const when = askedDay === undefined ? "すべての薬を確認した記録なし" : `${say.day(askedDay)}に確認`;
      return `ほかの薬: ${all.length === 0 ? "記録なし" : say.list(all)}(${when})`;
    },
    conditions: ({ conditions }, say) => `病気: ${say.names("condition", conditions)}`,
    allergies: ({ allergies }, say) => `アレルギー: ${say.names("allergen", allergies)}`,
    "pregnancy-known": ({ knownDay, byTest }, say) =>
      `妊娠がわかった日: ${say.day(knownDay)}(${byTest ? "検査陽性" : "本人の申告など"})`,
    "no-capsule-before": () => "妊娠がわかる前に服用した記録はありません。",
    "known-before-treatment": ({ knownDay, firstDay }, say) =>
      `最初のカプセル(${say.day(firstDay)})より前の${say.day(knownDay)}にわかりました。`,
    "during-treatment": ({ knownDay, firstDay }, say) =>
      `治療中の曝露です。服用は${firstDay === undefined ? "他院で" : `${say.day(firstDay)}から`}、妊娠がわかったのは${say.day(knownDay)}です。`,
    "exposure-unknown": ({ knownDay, firstDay }, say) =>
      `服用は${firstDay === undefined ? "他院で" : `${say.day(firstDay)}から`}、妊娠がわかったのは${say.day(knownDay)}です。最後に飲んだ日がわからないため、重なったかどうかを判断できません。`,
    "in-the-time-after": ({ lastDay, untilDay }, say) =>
      `最後のカプセル(${say.day(lastDay)})の後、避妊が必要な期間(${say.day(untilDay)}まで)にわかりました。`,
    "after-the-time": ({ lastDay, freeDay }, say) =>
      `最後のカプセルは${say.day(lastDay)}、避妊が必要な期間は${say.day(freeDay)}に終わっています。妊娠の始まりは最終月経から確かめる必要があります。`,
    "pregnancy-test": ({ collectedDay, result, setting }, say) =>
      `${say.day(collectedDay)}の検査: ${results[result ?? ""] ?? "結果の記録なし"}${setting === undefined ? "" : `(${say.term(setting)})`}`,
    "period-missing": () => "最終月経の開始日が記録されていません。",
    period: ({ beganDay }, say) => `記録にある最終月経の開始日: ${say.day(beganDay)}`,
    contraception: ({ knownDay, methods, abstinent }, say) =>
      methods.length === 0
        ? abstinent
          ? "避妊: 性交渉をもたないとの申告がありました。"
          : `避妊: ${say.day(knownDay)}の時点で行っていた記録なし`
        : `${say.day(knownDay)}の時点で記録にある避妊法: ${say.names("contraceptive", methods)}`,
    "contraception-ended": ({ method, endedDay }, say) =>
      `それより前に終えた避妊: ${say.name("contraceptive", method)}(${say.day(endedDay)}まで)`,
    "contraception-lapsed": ({ lapsedDay }, say) =>
      `${say.day(lapsedDay)}に避妊が途切れたとの報告がありました。`,
    "stop-and-refer": () =>
      "イソトレチノインを直ちに中止し、生殖毒性に詳しい産婦人科医に紹介します。妊娠をどうするかは、助言を受けて本人が決めます。",
    symptom: ({ reportedDay }, say) => `${say.day(reportedDay)}に報告されました。`,
    mood: ({ screenedDay, selfHarm }, say) =>
      `${say.day(screenedDay)}に${selfHarm ? "自傷の考え" : "気分の新しい変化"}が確認されました。`,
    assessed: ({ symptom, conclusion, assessedDay }, say) =>
      `${say.day(assessedDay)}に評価済み: ${say.name("symptom", symptom)}、${conclusions[conclusion] ?? conclusion}`,
    held: ({ heldDay }, say) => `${say.day(heldDay)}から休薬中です。`,
    ended: ({ endedDay }, say) => `${say.day(endedDay)}に服用を終了しました。`,
    continued: () => "休薬・終了の記録がないため、服用を続けたことになります。",
    "what-became-missing": () => "イソトレチノインを続けたか、やめたかが記録されていません。",
    "seriousness-missing": () => "重篤かどうかが未記入です(報告者が判断します)。",
    seriousness: ({ serious }) => `報告者の判断: ${serious ? "重篤" : "重篤ではない"}`,
    "outcome-missing": () => "転帰が未記入です(報告者が記入します)。",
    outcome: ({ outcome }) => `転帰: ${outcomes[outcome] ?? outcome}`,
    result: ({ value, unit, upperLimit, takenDay }, say) =>
      `${say.number(value)} ${unit}${upperLimit === undefined ? "" : `(上限 ${say.number(upperLimit)})`}、${say.day(takenDay)}`,
  },
};
