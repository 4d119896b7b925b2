/** Words of a plan's tables. */
import type { PlanId } from "../../../../core/plan/course-plan.ts";
import type { DoseStatus } from "../../../../core/questions/plan/phases.ts";
import type { Concern } from "./compared.ts";
import type { TestDue } from "./visits.ts";

const days = (n: number) => `${n} ${n === 1 ? "day" : "days"}`;

const en = {
  visits: "What falls on which day",
  day: "Day",
  what: "What",
  capsules: "Capsules",
  tests: "Tests",
  visit: (n: number) => `Visit ${n}`,
  testsAlone: "Tests alone",
  test: { "pregnancy-test": "Pregnancy test", "blood-test": "Blood" } as {
    readonly [K in TestDue["kind"]]: string;
  },
  from: (day: string) => `from ${day}`,
  forDays: (n: number) => `for ${days(n)}`,
  spare: (capsules: string) => `${capsules} left over`,
  blood: (analytes: string) => `Blood: ${analytes}.`,
  inSentences: "Each day in a sentence",
  compared: "The same course at other doses",
  dose: "Dose a day",
  length: "Days",
  last: "Last capsule",
  total: "In all",
  cumulative: "Over the course",
  count: "Capsules",
  daily: "Capsules a day",
  cost: "Cost",
  limits: "Limits",
  names: {
    asked: "This plan",
    "half-mg-per-kg": "The label’s least",
    "one-mg-per-kg": "The ordinary maximum",
    "low-10-mg": "Low dose",
    "low-20-mg": "Low dose",
    compared: "Compared",
  } as { readonly [I in PlanId]: string },
  inTurn: (one: string, other: string) =>
    other === "" ? `${one} every other day` : `${one} and ${other} in turn`,
  asOneDose: (capsules: string) => `as one dose: ${capsules}`,
  lessADay: (amount: string) => `${amount} less a day`,
  atLeast: (amount: string) => `at least ${amount}`,
  status: {
    within: "Within the limits",
    "below-label": "Below the label’s range",
    "above-ordinary":
      "Above the ordinary maximum: only for adults with very severe, scarring or truncal disease",
    "above-ordinary-justified": "Above the ordinary maximum, for the disease that was named",
    "above-ordinary-for-minor": "Above the ordinary maximum: not for minors",
    "above-maximum": "Above the maximum: never",
  } as { readonly [S in DoseStatus]: string },
  noStatus: "No weight, so no limit can be checked",
  concerns: {
    "not-reached": "The target is not reached",
    "longer-than-usual": "Longer than the usual course",
    "off-label-us": "Off-label in the United States",
  } as { readonly [C in Concern]: string },
};

const ja: typeof en = {
  visits: "いつ、何をするか",
  day: "日付",
  what: "内容",
  capsules: "カプセル",
  tests: "検査",
  visit: (n) => `${n}回目の受診`,
  testsAlone: "検査のみ",
  test: { "pregnancy-test": "妊娠検査", "blood-test": "血液検査" },
  from: (day) => `${day}から可`,
  forDays: (n) => `${n}日分`,
  spare: (capsules) => `うち余り ${capsules}`,
  blood: (analytes) => `血液検査の項目：${analytes}。`,
  inSentences: "一日ごとに文章で読む",
  compared: "用量を変えた場合",
  dose: "1日の量",
  length: "日数",
  last: "最後のカプセル",
  total: "総量",
  cumulative: "累積量",
  count: "カプセル数",
  daily: "1日のカプセル",
  cost: "費用",
  limits: "上限・下限",
  names: {
    asked: "この計画",
    "half-mg-per-kg": "添付文書の下限",
    "one-mg-per-kg": "通常の上限",
    "low-10-mg": "低用量",
    "low-20-mg": "低用量",
    compared: "比べる用量",
  },
  inTurn: (one, other) => (other === "" ? `${one}を1日おき` : `${one}と${other}を1日ずつ交互に`),
  asOneDose: (capsules) => `1回で飲むなら ${capsules}`,
  lessADay: (amount) => `1日${amount}安い`,
  atLeast: (amount) => `${amount}以上`,
  status: {
    within: "範囲内",
    "below-label": "添付文書の範囲より少ない",
    "above-ordinary": "通常の上限を超える(重症・瘢痕・体幹のニキビがある成人のみ)",
    "above-ordinary-justified": "通常の上限を超える(指定された病状のため)",
    "above-ordinary-for-minor": "通常の上限を超える(未成年は不可)",
    "above-maximum": "最大量を超える(不可)",
  },
  noStatus: "体重がわからないため確認できません",
  concerns: {
    "not-reached": "目標に届かない",
    "longer-than-usual": "通常より長い",
    "off-label-us": "米国では適応外",
  },
};

export const planText = { en, ja };
