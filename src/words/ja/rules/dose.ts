import type { RuleWords, Say } from "../../words.ts";

/** How much, how often, for how long. */
export const dose: Pick<
  RuleWords,
  | "dose-is-within-limits"
  | "dose-is-divided"
  | "supply-is-short-enough"
  | "first-supply-is-small-enough"
  | "no-refills"
  | "no-other-order-is-open"
  | "cumulative-dose-is-useful"
> = {
  "dose-is-within-limits": {
    title: "1日量",
    reasons: {
      "dose-unknown": () => "1日量(mg)が指定されていません。",
      "weight-unknown": ({ dailyMg }, say) =>
        `現在の体重が分からないため、1日${say.number(dailyMg)} mgが適切かどうか判断できません。`,
      "above-maximum": (facts, say) =>
        `${given(facts, say)}に当たり、上限は${limit(facts, facts.maximumMgPerKg, say)}です。`,
      "above-ordinary-age-unknown": (facts, say) =>
        `${given(facts, say)}に当たり、通常の上限${limit(facts, facts.ordinaryMgPerKg, say)}を超えています。超えてよいのは成人だけですが、年齢が分かりません。`,
      "above-ordinary-for-minor": (facts, say) =>
        `${given(facts, say)}に当たり、上限は${limit(facts, facts.ordinaryMgPerKg, say)}です。これを超えてよいのは成人だけです。`,
      "above-ordinary-justified": (facts, say) =>
        `${given(facts, say)}に当たり、通常の上限${limit(facts, facts.ordinaryMgPerKg, say)}を超えています。理由は記録されています。`,
      "above-ordinary": (facts, say) =>
        `${given(facts, say)}に当たり、通常の上限${limit(facts, facts.ordinaryMgPerKg, say)}を超えています。超えるには、最重症・瘢痕性・体幹のニキビの記録が必要です。`,
      "below-label": (facts, say) =>
        `${given(facts, say)}に当たり、添付文書の下限${limit(facts, facts.minimumMgPerKg, say)}を下回ります。低用量は広く使われていますが、米国では適応外です。`,
      within: (facts, say) => {
        const most = facts.ordinaryMgPerKg ?? facts.maximumMgPerKg;
        return most === null
          ? `${given(facts, say)}に当たります。`
          : `${given(facts, say)}に当たり、上限${limit(facts, most, say)}の範囲内です。`;
      },
    },
  },
  "dose-is-divided": {
    title: "1日の服用回数",
    reasons: {
      "once-or-twice": () => "1日量は、1回でも分けても服用できます。",
      "not-stated": ({ wanted }, say) =>
        `1日の服用回数が指定されていません。このプロトコルの添付文書では1日${say.number(wanted)}回です。`,
      "fewer-doses": ({ stated, wanted }, say) =>
        `1日${say.number(stated)}回の指定ですが、添付文書では1日${say.number(wanted)}回です。それより少ない回数は確立していません。`,
      divided: ({ stated }, say) => `1日${say.number(stated)}回で、添付文書のとおりです。`,
    },
  },
  "supply-is-short-enough": {
    title: "処方日数",
    reasons: {
      "amount-unreadable": ({ parts }, say) =>
        `処方の数量の一部を読み取れません：${say.list(parts)}。日数とカプセル数を指定してください。`,
      "days-unknown": ({ mostDays }, say) =>
        mostDays === null
          ? "処方日数が分かりません。"
          : `処方日数が分かりません。上限は${say.number(mostDays)}日分です。`,
      "too-long": ({ days, mostDays }, say) =>
        `${say.number(days)}日分です。上限は${say.number(mostDays)}日分です。妊娠の可能性がある場合は、新しい妊娠検査の陰性を確認してから次を処方します。`,
      "too-long-for-protocol": ({ days, mostDays }, say) =>
        `${say.number(days)}日分です。このプロトコルの上限は${say.number(mostDays)}日分です。`,
      "longer-by-deviation": ({ days, signedBy }, say) =>
        `${say.number(days)}日分で、プロトコル本来の上限を超えています。${signedBy}の署名した例外の取り決めにより、クリニックが認めています。`,
      "short-enough": ({ days, mostDays }, say) =>
        mostDays === null
          ? `${say.number(days)}日分です。ここでは上限はありません。`
          : `${say.number(days)}日分です(上限は${say.number(mostDays)}日分)。`,
    },
  },
  "first-supply-is-small-enough": {
    title: "初回は少量から",
    reasons: {
      "not-asked-for": () => "ここでは、初回を少なくする決まりはありません。",
      "treatment-under-way": () => "今回は初回の処方ではありません。",
      "amount-unknown": ({ mostDays, mostMg }, say) =>
        `初回の上限は${firstSupply(mostDays, mostMg, say)}ですが、1日量または日数が指定されていません。`,
      "dose-too-high": ({ dailyMg, mostMg }, say) =>
        `1日${say.number(dailyMg)} mgです。このクリニックの決まりでは、初回は1日${say.number(mostMg)} mgまでです。`,
      "too-many-days": ({ days, mostDays }, say) =>
        `${say.number(days)}日分です。このクリニックの決まりでは、初回は${say.number(mostDays)}日分までで、次の処方は再診の後になります。`,
      "small-enough": ({ mostDays, mostMg }, say) =>
        `初回の上限(${firstSupply(mostDays, mostMg, say)})の範囲内です。`,
    },
  },
  "no-other-order-is-open": {
    title: "処方は一度に1件",
    reasons: {
      "only-one": () => "ほかに残っているイソトレチノインの処方はありません。",
      "authorisation-open": ({ numbers }, say) =>
        `まだ使われていない承認がほかにあります(番号${say.list(numbers)})。お渡しできるのは一度に1件です。`,
      others: ({ others }, say) =>
        `イソトレチノインの処方がほかに${say.number(others)}件残っています。合わせると量が多くなりすぎるおそれがあります。`,
    },
  },
  "no-refills": {
    title: "リフィルなし",
    reasons: {
      refills: ({ refills, allowed }, say) =>
        `リフィルが${say.number(refills)}回指定されています。${
          allowed === 0 ? "リフィルは認められていません" : `認められるのは${say.number(allowed)}回までです`
        }。処方のたびに判断し直します。`,
      none: ({ refills }, say) =>
        refills === 0
          ? "リフィルはありません。次の処方はその都度判断します。"
          : `リフィルは${say.number(refills)}回で、認められた範囲内です。`,
    },
  },
  "cumulative-dose-is-useful": {
    title: "クールの累積量",
    reasons: {
      "not-reckoned": () => "ここでは、クールの累積量は計算しません。",
      unknown: () => "量の記録がない処方があるため、クールの累積量を計算できません。",
      beyond: ({ mgPerKg, mostMgPerKg }, say) =>
        `今回の処方で、累積量は約${say.number(mgPerKg)} mg/kgになります。添付文書では、${say.number(mostMgPerKg)} mg/kgを超えても効果はほとんど増えません。`,
      useful: ({ mgPerKg, mostMgPerKg }, say) =>
        `今回の処方で、累積量は約${say.number(mgPerKg)} mg/kgになります。${say.number(mostMgPerKg)} mg/kgを超えても効果はほとんど増えません。`,
    },
  },
};

interface Dose {
  readonly dailyMg: number;
  readonly weightKg: number;
  readonly mgPerKg: number;
}

function given({ dailyMg, weightKg, mgPerKg }: Dose, say: Say): string {
  return `1日${say.number(dailyMg)} mgは、体重${say.number(weightKg)} kgで${say.number(mgPerKg)} mg/kg`;
}

/** A limit, in milligrams as well: 2.004 mg/kg rounds to the limit it exceeds. */
function limit({ weightKg }: Dose, mgPerKg: number | null, say: Say): string {
  if (mgPerKg === null) return "未設定";
  const mg = Math.floor(mgPerKg * weightKg * 10 + 1e-6) / 10;
  return `${say.number(mgPerKg)} mg/kg(${say.number(mg)} mg)`;
}

/** 「10日分・1日20 mg」：初回の上限。 */
function firstSupply(mostDays: number | null, mostMg: number | null, say: Say): string {
  const days = mostDays === null ? "" : `${say.number(mostDays)}日分`;
  const dose = mostMg === null ? "" : `1日${say.number(mostMg)} mg`;
  return say.list([days, dose].filter((part) => part !== ""));
}
