import type { labs as question } from "../../../core/questions/labs/index.ts";
import type { QuestionWords } from "../../question-words.ts";
import { labResults } from "../grammar.ts";

export const labs: QuestionWords<typeof question> = {
  title: "血液検査の結果をどう見ますか",
  lead: "検査値をグレードで評価し、クリニックの署名済みの方針と照らし合わせて、対応の前に確かめることを示します。",
  fields: {
    results: {
      label: "検査結果",
      hint: "基準値と治療前の値は、検査値と同じ単位で入れてください。",
      columns: {
        analyte: { label: "検査項目" },
        value: { label: "値" },
        unit: { label: "単位", hint: "検査結果の表記どおりに(U/L、mg/dL、mmol/L など)。" },
        upperLimit: { label: "基準値の上限" },
        lowerLimit: { label: "基準値の下限" },
        baseline: { label: "治療前の値" },
        day: { label: "採血日" },
        fasting: { label: "空腹時の採血" },
        hoursSinceAlcohol: { label: "飲酒からの時間" },
      },
    },
    exercisedHard: { label: "採血前の数日に激しい運動をした" },
  },
  reasons: {
    "nothing-given": () => "検査結果が入っていません。1つ以上入れてください。",
    acceptable: () => "治療の継続を妨げる結果はありません。",
    watched: () => "中止や判断が必要な値はありませんが、経過をみる値があります。",
    asks: () => "値が高いか、このままでは評価できない結果があります。服用を続ける前に処方医が判断します。",
    stops: () => "中止してください。続けるには高すぎる値があります。",
    "in-range": ({ results }, say) => `問題ありません：${labResults(say, results)}。`,
    watch: ({ results }, say) => `経過をみます：${labResults(say, results)}。`,
    "needs-judgement": ({ results }, say) => `処方医が判断します：${labResults(say, results)}。`,
    "outside-range": ({ results }, say) =>
      `${labResults(say, results)}。この検査にはイソトレチノインについての判断基準を示した資料がないため、グレードをつけず、処方医が判断します。`,
    "no-limit": ({ results }, say) =>
      `${labResults(say, results)}。検査室の基準値がないと、正常かどうか判断できません。`,
    "too-high": ({ results }, say) => `続けるには高すぎます：${labResults(say, results)}。`,
    "far-too-high": ({ results }, say) =>
      `非常に高い値です：${labResults(say, results)}。どのような方針があっても、この値では服用できません。`,
    "policy-stops": ({ results, signedBy }, say) =>
      `${labResults(say, results)}。クリニックの方針(署名：${signedBy})により中止します。`,
    "policy-asks": ({ results, signedBy }, say) =>
      `${labResults(say, results)}。クリニックの方針(署名：${signedBy})により処方医が判断します。`,
    "policy-watches": ({ results, signedBy }, say) =>
      `${labResults(say, results)}。クリニックの方針(署名：${signedBy})により経過をみます。`,
    "unknown-analyte": ({ analyteText }) =>
      `「${analyteText}」は登録されていない検査です。処方医が判断します。`,
    "no-unit": ({ analyte, value, unitTexts }, say) =>
      `${say.name("analyte", analyte)} ${say.number(value)}：単位を入れてください(${say.list(unitTexts)}、または他のUCUM単位)。`,
    "unknown-unit": ({ analyte, value, unitText, unitTexts }, say) =>
      `${say.name("analyte", analyte)} ${say.number(value)} ${unitText}：この単位は${say.list(unitTexts)}に換算できないため、値として扱えません。`,
    "not-believed": ({ analyte, value, unitText }, say) =>
      `${say.name("analyte", analyte)} ${say.number(value)} ${unitText}：あり得ない値です。値と単位を確かめるか、再検査してください。`,
  },
};
