import type { GradedResult } from "../../../core/finding.ts";
import type { labs as question } from "../../../core/questions/labs/index.ts";
import type { QuestionWords } from "../../question-words.ts";
import type { Say } from "../../words.ts";
import { labResults, sentences } from "../grammar.ts";

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
    darkUrine: { label: "尿が褐色" },
    muscleWeakness: { label: "筋肉に力が入りにくい" },
    firstDay: { label: "最初にカプセルを飲んだ日", hint: "次の採血日の計算に使います。" },
    schedule: {
      label: "比べる検査スケジュール",
      choices: {
        "label-us": "米国の添付文書：反応がわかるまで",
        smpc: "欧州・英国：1か月後、その後3か月ごと",
        "xia-2022": "Xia 2022：治療前と最大量のとき",
        monthly: "すべてを毎月(クリニックのページ)",
      },
    },
  },
  reasons: {
    "nothing-given": () => "検査結果が入っていません。1つ以上入れてください。",
    acceptable: () => "治療の継続を妨げる結果はありません。",
    watched: ({ results }, say) =>
      `中止や判断が必要な値はありませんが、経過をみる値があります(${labResults(say, results)})。`,
    asks: ({ results, isMoreOpen }, say) => {
      if (results.length === 0)
        return "服用を続ける前に確かめることがあります。足りない結果、未確認の結果、評価できない値のいずれかです。";
      const more = isMoreOpen ? "ほかにも確かめることがあります。" : "";
      return `服用を続ける前に、処方医の判断が必要です(${labResults(say, results)})。${more}`;
    },
    stops: ({ results }, say) =>
      results.length === 0
        ? "中止してください。続けられない理由があります(下に示します)。"
        : `中止してください。続けるには高すぎる値があります(${labResults(say, results)})。`,
    "in-range": ({ results }, say) => `問題ありません：${bare(say, results)}。`,
    watch: ({ results }, say) => `経過をみます：${labResults(say, results)}。`,
    "needs-judgement": ({ results }, say) => `処方医が判断します：${labResults(say, results)}。`,
    "outside-range": ({ results }, say) =>
      `${labResults(say, results)}。この検査にはイソトレチノインについての判断基準を示した資料がないため、グレードをつけず、処方医が判断します。`,
    "no-limit": ({ results }, say) =>
      `${bare(say, results)}：検査室の基準値がないか足りないため、正常かどうか判断できません。`,
    "too-high": ({ results }, say) => `続けるには高すぎます：${labResults(say, results)}。`,
    "far-too-high": ({ results }, say) =>
      `非常に高い値です：${labResults(say, results)}。どのような方針があっても、この値では服用できません。`,
    "policy-stops": ({ results, signedBy }, say) =>
      `${labResults(say, results)}。クリニックの方針(署名：${signedBy})により中止します。`,
    "policy-asks": ({ results, signedBy }, say) =>
      `${labResults(say, results)}。クリニックの方針(署名：${signedBy})により処方医が判断します。`,
    "policy-watches": ({ results, signedBy }, say) =>
      `${labResults(say, results)}。クリニックの方針(署名：${signedBy})により経過をみます。`,
    "no-unit": ({ analyte, value, unitTexts }, say) =>
      `${say.name("analyte", analyte)} ${say.number(value)}：単位を入れてください(${say.list(unitTexts)}、または他のUCUM単位)。`,
    "unknown-unit": ({ analyte, value, unitText, unitTexts }, say) =>
      `${say.name("analyte", analyte)} ${say.number(value)} ${unitText}：この単位は${say.list(unitTexts)}に換算できないため、値として扱えません。`,
    "far-over-its-limit": ({ analyte, value, unitText, upperLimit, gradeNumber }, say) =>
      sentences(
        `中止してください：${say.name("analyte", analyte)} ${[say.number(value), unitText].join(" ").trim()}(検査室の上限は${say.number(upperLimit)})。`,
        `単位が何であっても、グレード${say.number(gradeNumber)}です。`,
      ),
    "not-believed": ({ analyte, value, unitText }, say) =>
      `${say.name("analyte", analyte)} ${say.number(value)} ${unitText}：あり得ない値です。値と単位を確かめるか、再検査してください。`,
    "limits-not-believed": ({ analyte, leastLimit, mostLimit, unitText }, say) =>
      `${say.name("analyte", analyte)}：検査機関の基準値としてあり得ない値のため、基準値がないものとして扱います。基準値は${say.number(leastLimit)}〜${say.number(mostLimit)} ${unitText}で、下限が上限より小さいものだけを使います。桁と単位を確かめてください。`,
    "sampled-ahead": ({ analyte, sampledDay }, say) =>
      `${say.name("analyte", analyte)}：採血日（${say.day(sampledDay)}）がまだ来ていません。日付を確かめてください。`,
    "not-fasting": ({ analytes, says }, say) =>
      sentences(
        `空腹時の採血ではありません：${say.names("analyte", analytes)}。`,
        say.text(says),
        "空腹時に採血し直してください。",
      ),
    "fasting-unknown": ({ analytes, says }, say) =>
      sentences(`空腹時の採血でしたか：${say.names("analyte", analytes)}。`, say.text(says)),
    "fasting-better": ({ analytes, says }, say) =>
      sentences(`${say.names("analyte", analytes)}：`, say.text(says)),
    "after-alcohol": ({ analytes, neededHours, says }, say) =>
      sentences(
        `飲酒から${say.number(neededHours)}時間たたないうちの採血です：${say.names("analyte", analytes)}。`,
        say.text(says),
      ),
    "symptom-stops": ({ symptoms }, say) =>
      `服用を中止してください。${say.names("symptom", symptoms)}は、検査値にかかわらず、それだけで中止の理由です。どうするかは症状の質問で確かめてください。`,
    "muscle-damage": ({ symptoms, says }, say) =>
      sentences(`CKの上昇に${say.names("symptom", symptoms)}が重なっています。`, say.text(says)),
    exercised: ({ says }, say) => sentences("採血の前に激しい運動がありました。", say.text(says)),
    "exercise-unknown": ({ says }, say) => sentences("採血の前に激しい運動をしましたか。", say.text(says)),
    "muscle-first": ({ analytes, says }, say) =>
      sentences(
        say.text(says),
        analytes.length === 0 ? "" : `足りない検査：${say.names("analyte", analytes)}。`,
      ),
    noted: ({ says }, say) => say.text(says),
    repeat: ({ says }, say) => say.text(says),
    "not-reviewed": ({ analytes }, say) =>
      `結果は届いていますが、処方医がまだ確認していません：${say.names("analyte", analytes)}。`,
    unusable: ({ analytes }, say) =>
      `記録の最新の結果が読み取れないか、値または基準値があり得ないものか、日付がありません：${say.names("analyte", analytes)}。`,
    "unknown-analyte": ({ analyteTexts }, say) =>
      `登録されていない検査です：${say.list(analyteTexts)}。処方医が判断します。`,
    due: ({ analytes }, say) => `血液検査の時期です：${say.names("analyte", analytes)}。`,
    "next-due": ({ nextDay }, say) =>
      nextDay === undefined
        ? "今、必要な血液検査はありません。"
        : `今、必要な血液検査はありません。次は${say.day(nextDay)}までに必要です。`,
    "in-force": (facts, say) => {
      const { under, analytes, untilResponseKnown, beforeSecondSupply, everySupply } = facts;
      const parts = [
        spanIn(say, facts.firstCount, facts.firstUnit, "最初のカプセルから", "以内"),
        spanIn(say, facts.everyCount, facts.everyUnit, "その後少なくとも", "ごと"),
        untilResponseKnown ? "反応がわかったと記録されるまで処方のたび" : "",
        beforeSecondSupply ? "2回目の処方の前" : "",
        everySupply ? "2回目以降の処方のたび" : "",
      ].filter((part) => part !== "");
      return parts.length === 0
        ? `${say.name("protocol", under)}には治療中の検査の決まりがありません。下の中で最も厳しいものも選べます。`
        : `${say.name("protocol", under)}では、治療前の検査のほかに次のとおり調べます：${say.list(parts)}(${say.names("analyte", analytes)})。`;
    },
    "less-than-in-force": ({ name, under }, say) =>
      `「${say.text(name)}」では、${say.name("protocol", under)}で決まっている検査の一部が抜けます。今の決まりはそのまま有効です。`,
    "before-first-capsule": ({ name, analytes }, say) =>
      `${say.text(name)}：まず最初のカプセルの前に調べます(${say.names("analyte", analytes)})。`,
    "next-by-schedule": ({ name, nextDay }, say) =>
      `${say.text(name)}：次の採血は${say.day(nextDay)}までです。`,
    "next-at-peak-dose": ({ name }, say) =>
      `${say.text(name)}：次は最も多い量になったときに採血します。日付は決まりません。`,
    "next-until-known": ({ name }, say) =>
      `${say.text(name)}：反応がわかったと記録されるまで、次の処方の前にも採血します。`,
    "schedule-kept": ({ name, says, costs }, say) =>
      sentences(
        `${say.text(name)}(ここで決まっている検査をすべて含みます)。`,
        say.text(says),
        say.text(costs),
      ),
    "schedule-asks-less": ({ name, says, costs }, say) =>
      sentences(
        `${say.text(name)}(ここで決まっている検査のほうが多くなります)。`,
        say.text(says),
        say.text(costs),
      ),
    study: ({ found, definition, caveat, people }, say) =>
      sentences(
        people === undefined ? "" : `対象${say.number(people)}人。`,
        definition === undefined ? "" : `数えたもの：${say.text(definition)}`,
        say.text(found),
        say.text(caveat),
      ),
  },
  series: {
    "upper-limit": "基準値の上限",
    "grade-1": "グレード1",
    "grade-2": "グレード2",
    "grade-3": "グレード3",
    "grade-4": "グレード4",
    "never-passed": "どの方針でも認めない値",
  },
};

const units = { days: "日", weeks: "週間", months: "か月" } as const;

function spanIn(
  say: Say,
  value: number | undefined,
  unit: keyof typeof units | undefined,
  before: string,
  after: string,
): string {
  return value === undefined || unit === undefined
    ? ""
    : `${before}${say.number(value)}${units[unit]}${after}`;
}

/** グレードをつけない値。 Values without their grades. */
function bare(say: Say, results: readonly GradedResult[]): string {
  return say.list(
    results.map(({ analyte, value, unit }) => `${say.name("analyte", analyte)} ${say.number(value)} ${unit}`),
  );
}
