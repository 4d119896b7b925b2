import type { RuleWords } from "../../words.ts";
import { labResults } from "../grammar.ts";

/** Blood results. */
export const laboratory: Pick<
  RuleWords,
  "baseline-results-are-reviewed" | "results-are-current" | "results-are-acceptable"
> = {
  "baseline-results-are-reviewed": {
    title: "服用開始前の血液検査",
    reasons: {
      "treatment-under-way": () => "すでに治療中で、開始前の検査は済んでいます。",
      missing: ({ missing, stale }, say) =>
        `血液検査の結果がありません：${say.names("analyte", missing)}。${
          stale.length === 0 ? "" : `古すぎる結果もあります：${say.names("analyte", stale)}。`
        }最初のカプセルの前に結果を確認します。`,
      "too-old": ({ stale }, say) =>
        `治療を始めるには古すぎる結果があります：${say.names("analyte", stale)}。新しい検査が必要です。`,
      "not-known-to-be-fasting": ({ analytes }, say) =>
        `空腹時で、飲酒から十分に時間をおいた採血という記録がありません：${say.names("analyte", analytes)}。食事と飲酒は血中脂質を上げます。`,
      "not-reviewed": () => "血液検査の結果は届いていますが、処方医がまだ確認していません。",
      reviewed: ({ analytes, oldestDay }, say) =>
        analytes.length === 0
          ? "服用開始前に求められている血液検査はありません。"
          : `結果がそろい、処方医が確認しました：${say.names("analyte", analytes)}。最も古い結果は${say.day(oldestDay)}です。`,
    },
  },
  "results-are-current": {
    title: "治療中の血液検査",
    reasons: {
      "before-treatment": () => "まだ治療前です。開始前の検査は別の項目で確認します。",
      due: ({ due }, say) => `血液検査の時期です：${say.names("analyte", due)}。`,
      "not-reviewed": ({ analytes }, say) =>
        `結果は届いていますが、処方医がまだ確認していません（${say.names("analyte", analytes)}）。`,
      current: ({ lastDay }, say) =>
        lastDay === undefined
          ? "今、必要な血液検査はありません。"
          : `今、必要な血液検査はありません。次は${say.day(lastDay)}までに必要です。`,
    },
  },
  "results-are-acceptable": {
    title: "血液検査の結果",
    reasons: {
      "far-too-high": ({ results }, say) =>
        `値が非常に高くなっています：${labResults(say, results)}。クリニックの方針にかかわらず、この値では処方できません。`,
      "too-high": ({ results }, say) =>
        `治療を続けるには値が高すぎます：${labResults(say, results)}。再検査で下がるまで処方できません。`,
      unusable: ({ analytes }, say) =>
        `最新の結果が読み取れないか、値または基準値があり得ないものか、日付がないため、未検査として扱います：${say.names("analyte", analytes)}。値と基準値を確認するか、再検査してください。`,
      "unknown-to-us": ({ analyteTexts }, say) =>
        `Isowardでは判断できない検査項目があります：${say.list(analyteTexts)}。処方医が判断します。`,
      "needs-judgement": ({ results }, say) =>
        `処方医の判断が必要な結果があります：${labResults(say, results)}。`,
      watch: ({ results }, say) => `経過をみる結果があります：${labResults(say, results)}。`,
      acceptable: ({ analytes }, say) =>
        analytes.length === 0
          ? "処方を妨げる血液検査の結果はありません。"
          : `結果に問題はありません：${say.names("analyte", analytes)}。`,
    },
  },
};
