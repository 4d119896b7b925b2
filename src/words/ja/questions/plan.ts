import type { plan as question } from "../../../core/questions/plan/plan.ts";
import type { QuestionWords } from "../../question-words.ts";
import type { Say } from "../../words.ts";
import { bill } from "../bill.ts";
import { sentences } from "../grammar.ts";

type Day = Parameters<Say["day"]>[0];

interface PhaseFacts {
  readonly kind: "in-hand" | "first-supply" | "step" | "course";
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly days: number;
  readonly daysOff: number;
  readonly dailyMg: number;
  readonly mgPerKg: number | undefined;
  readonly mg: number;
  readonly capsules: string | undefined;
  readonly alternating: string | undefined;
}

function phase(facts: PhaseFacts, say: Say): string {
  const { fromDay, toDay, days, daysOff, dailyMg, mgPerKg, mg } = facts;
  const perKg = mgPerKg === undefined ? "" : `(${say.number(mgPerKg)} mg/kg)`;
  const off = daysOff === 0 ? "" : `、うち休薬${say.number(daysOff)}日`;
  const mean = facts.alternating === undefined ? "1日" : "1日平均";
  return sentences(
    facts.kind === "in-hand" ? "まず手元のカプセルの分です。" : "",
    `${say.day(fromDay)}〜${say.day(toDay)}(${say.number(days)}日間${off})：${mean}${say.number(dailyMg)} mg${perKg}、合計${say.number(mg)} mg。`,
    capsules(facts),
  );
}

function capsules({ capsules: one, alternating }: Pick<PhaseFacts, "capsules" | "alternating">): string {
  if (one === undefined) return "";
  if (alternating === undefined) return `1日に飲むカプセルは${one}です。`;
  return alternating === ""
    ? `1日おきに${one}を飲みます。`
    : `${one}の日と${alternating}の日を1日ずつ交互にくり返します。`;
}

export const plan: QuestionWords<typeof question> = {
  title: "用量と治療期間の計画",
  lead: "実際にあるカプセルを割らずに使い、目標に届くまでの用量、日数、受診、検査、処方を組み立て、ほかの用量と並べて示します。患者さんと処方医が話し合うための計画で、処方のたびの判断に代わるものではありません。",
  fields: {
    weightKg: { label: "体重" },
    targetMgPerKg: { label: "目標の総量", hint: "治療全体での量です。" },
    dailyMg: { label: "1日の量", hint: "下の「はじめの段階」があれば、そのあとの量です。" },
    product: { label: "製品" },
    start: { label: "最初のカプセルを飲む日", hint: "入れない場合は、プロトコルの許す最も早い日とします。" },
    days: { label: "治療全体の日数", hint: "目標に届かなくても、ここで終わります。" },
    dosesPerDay: { label: "1日に飲む回数", hint: "入れない場合は、プロトコルに従います。" },
    steps: {
      label: "はじめの段階",
      hint: "上から順に、1日の量に移るまでの期間です。",
      columns: { days: { label: "日数" }, dailyMg: { label: "1日のmg" } },
    },
    daysOff: { label: "休薬", columns: { from: { label: "開始日" }, days: { label: "日数" } } },
    takenMg: {
      label: "ほかの医療機関でこれまでに飲んだ量",
      hint: "今回の治療で飲んだカプセルの合計です。",
    },
    takenSince: { label: "ほかの医療機関で飲み始めた日", hint: "最初のカプセルを飲んだ日です。" },
    age: { label: "年齢" },
    canBecomePregnant: { label: "妊娠する可能性がある" },
    highDoseFor: {
      label: "通常の上限を超える理由",
      hint: "成人に限ります。",
      choices: {
        "very-severe": "最重症のニキビ",
        scarring: "瘢痕(ニキビ跡)ができている",
        truncal: "体幹のニキビ",
      },
    },
    compare: {
      label: "比べる用量",
      hint: "入れない場合は、よく使われる用量と比べます。",
      columns: { dailyMg: { label: "1日のmg" } },
    },
  },
  sections: { counts: "用量と上限", do: "受診・検査・処方", know: "知っておきたいこと、ほかの用量との比較" },
  series: {
    "daily-mg": "1日の量",
    "cumulative-mg-per-kg": "総量",
    target: "目標",
    "no-further-benefit": "これ以上は大きな上乗せがない量",
    "label-minimum": "添付文書の下限",
    "ordinary-maximum": "通常の上限",
    maximum: "最大量",
  },
  reasons: {
    planned: (facts, say) => headline(facts, say, ""),
    "planned-with-care": (facts, say) => headline(facts, say, "下の注意点も確認してください。"),
    "planned-with-questions": (facts, say) => headline(facts, say, "その前に、確かめることが残っています。"),
    "planned-too-early": (facts, say) =>
      headline(
        facts,
        say,
        `この日からは始められません。最初のカプセルは${say.day(facts.earliestDay)}以降になります。`,
      ),
    "planned-against-limits": (facts, say) =>
      headline(facts, say, "この計画は上限を超えるため、このままでは進められません。理由は下に示します。"),
    stopped: ({ sinceDay }, say) =>
      `${say.day(sinceDay)}から治療を止めているため、計画は立てられません。カプセルは飲まず、クリニックに連絡してください。`,
    "weight-unknown": () => "体重がわからないと用量を計算できません。まず体重を測ってください。",
    "weight-not-believed": ({ leastKg, mostKg }, say) =>
      `体重として扱えるのは${say.number(leastKg ?? 0)}〜${say.number(mostKg ?? 0)} kgです。入力を確かめるか、量り直してください。`,
    "length-unknown": () =>
      "どこまで続けるかを入れてください。目標の総量、日数、または日数を決めた段階のいずれかが必要です。",
    "start-unknown": () => "休薬は日付で決まるため、最初のカプセルを飲む日も入れてください。",
    "so-far-unknown": () =>
      "この治療でこれまでに渡された量の記録が足りず、あとどれだけ飲むのかを計算できません。",
    "target-reached": () => "飲む予定の量はすでに飲み終えています。これ以上の計画はありません。",
    "nothing-to-take": () => "すべての日が休薬にあたり、カプセルを飲む日がないため、計画はありません。",
    "never-reached": ({ wouldTakeDays, dailyMg }, say) =>
      wouldTakeDays === undefined || dailyMg === undefined
        ? "この用量では、現実的な期間のうちに目標に届かず、計画になりません。"
        : `1日${say.number(dailyMg)} mgでは、この目標に届くまで約${say.number(wouldTakeDays)}日かかり、治療の期間として長すぎるため、計画になりません。`,
    "product-unknown": ({ product }, say) =>
      product === ""
        ? "製品を選んでください。"
        : `製品が選ばれていません。選ばれるまでは${say.name("product", product)}のカプセルで計算し、上限は製剤のうち最も厳しいものを使います。`,
    "dose-unknown": ({ dailyMg }, say) =>
      `1日の量が決まっていません。仮に${say.number(dailyMg ?? 0)} mgで計算しています。用量は処方医が決めます。`,
    "age-unknown": () => "年齢がわかりません。年齢によって上限が変わるため、確かめてください。",
    "too-young": ({ age, years, untilDay }, say) =>
      `${untilDay === undefined ? "" : "計画の初日に"}${say.number(age)}歳です。${say.number(years)}歳未満の方は治療できません。`,
    "not-interchangeable": ({ from, to }, say) =>
      `これまでは${say.name("product", from)}、この計画では${say.name("product", to)}です。体への吸収のされ方が違うため、1日の量も、これまでに飲んだ量も、mg数をそのまま引き継げません。`,
    "last-capsule-unknown": () =>
      "以前の治療の最後のカプセルの日がわからないため、休薬の期間を数えられません。",
    "rest-first": ({ untilDay, startDay }, say) =>
      `以前の治療のあとの休薬が${say.day(untilDay)}まで続くため、計画は${say.day(startDay)}からになります。`,
    "category-unknown": () =>
      "妊娠する可能性があるかどうかがわからないため、あるものとして検査と避妊を組み入れています。",
    "start-presumed": ({ startDay, waitsForContraception }, say) =>
      waitsForContraception
        ? `開始日が入っていません。今日から避妊を始めた場合、必要な準備がすべて済めば、最初のカプセルは${say.day(startDay)}に飲めます。`
        : `開始日が入っていないため、今日(${say.day(startDay)})からとしています。最初のカプセルまでの準備は、それまでに済ませます。`,
    "start-in-the-past": ({ startDay, earliestDay }, say) =>
      `${say.day(startDay)}は過去の日付で、その治療の記録がありません。すでに始めている場合は、記録から計画してください。まだの場合、最初のカプセルは${say.day(earliestDay)}以降になります。`,
    "start-not-prepared": (facts, say) =>
      sentences(
        tooLate(facts, say),
        `済んでいる場合は、その記録から計画してください。今日行う場合、最初のカプセルは${say.day(facts.earliestDay)}以降になります。`,
      ),
    "start-too-early": (facts, say) =>
      sentences(tooLate(facts, say), `最初のカプセルは${say.day(facts.earliestDay)}以降になります。`),
    "contraception-in-force": ({ sinceDay }, say) =>
      `${say.day(sinceDay)}から避妊を続けているため、最初のカプセルまでに必要な期間は満たされます。`,
    "test-done": ({ number, tests, collectedDay }, say) =>
      `開始前の妊娠検査 ${say.number(number)}回目(全${say.number(tests)}回)は済んでいます(${say.day(collectedDay)}、陰性)。`,
    "so-far": ({ firstDay, takenMg, takenMgPerKg, inHandDays, weightKg, weighedDay }, say) =>
      sentences(
        `${say.day(firstDay)}からこれまでに${say.number(takenMg)} mg${takenMgPerKg === undefined ? "" : `(${say.number(takenMgPerKg)} mg/kg)`}を飲みました。渡された量から、返却された分と手元の残りを引いた量です。`,
        inHandDays > 0 ? `手元に${say.number(inHandDays)}日分が残っています。` : "",
        weightKg === undefined || weighedDay === undefined
          ? ""
          : `残りは${say.number(weightKg)} kgで計算しています(最後に体重を測った日は${say.day(weighedDay)})。`,
      ),
    "taken-elsewhere": ({ takenMg, takenMgPerKg, sinceDay }, say) =>
      `${say.day(sinceDay)}からほかの医療機関で飲んだ${say.number(takenMg ?? 0)} mg${takenMgPerKg === undefined ? "" : `(${say.number(takenMgPerKg)} mg/kg)`}は、申告どおりに数えています。ここには記録がないため、検査と避妊は最初のカプセルの前と同じように予定しています。`,
    "taken-elsewhere-unclear": ({ takenMg }) =>
      takenMg === undefined
        ? "ほかの医療機関でこれまでに何mg飲みましたか。量がわからないと計算に入れられません。"
        : "ほかの医療機関でいつから飲んでいますか。治療の期間はその日から数えます。今日より後の日付は入れられません。",
    "weight-held": ({ weightKg, beginsHere }, say) =>
      sentences(
        `治療の間ずっと体重${say.number(weightKg)} kgとして計算しています。体重が変わったら、新しい体重で計画し直してください。`,
        beginsHere
          ? "今回の治療をここで始めるものとしています。ほかの医療機関ですでに飲んでいるときは、その量と日付を入れてください。"
          : "",
      ),
    "in-hand-unknown": ({ sinceDay }, say) =>
      `${say.day(sinceDay)}以降、手元に何カプセル残っているかがわかりません。ここでは残っていないものとしています。数えてください。`,
    "in-hand": (facts, say) => phase(facts, say),
    "phase-without-weight": (facts, say) =>
      sentences(phase(facts, say), "体重がわからないため、上限の範囲内かどうかを判断できません。"),
    "phase-within": (facts, say) => sentences(phase(facts, say), "上限の範囲内です。"),
    "phase-below-label": (facts, say) =>
      sentences(
        phase(facts, say),
        `添付文書の下限(1日${say.number(facts.minimumMgPerKg ?? 0)} mg/kg)より少ない量です。米国では適応外ですが、中等症のニキビに広く使われています。`,
      ),
    "phase-above-ordinary": (facts, say) =>
      sentences(
        phase(facts, say),
        `1日${say.number(facts.ordinaryMgPerKg ?? 0)} mg/kgを超えています。最重症、瘢痕、体幹のニキビが記録されている成人に限られます。`,
      ),
    "phase-above-ordinary-justified": (facts, say) =>
      sentences(
        phase(facts, say),
        `通常の上限(1日${say.number(facts.ordinaryMgPerKg ?? 0)} mg/kg)を超えていますが、理由となる症状があります。`,
      ),
    "phase-above-ordinary-for-minor": (facts, say) =>
      sentences(
        phase(facts, say),
        `1日${say.number(facts.ordinaryMgPerKg ?? 0)} mg/kgを超える量は、未成年の方には使えません。`,
      ),
    "phase-above-maximum": (facts, say) =>
      sentences(
        phase(facts, say),
        `最大量(1日${say.number(facts.maximumMgPerKg ?? 0)} mg/kg)を超えるため、使えません。`,
      ),
    rounded: ({ wishedMg, dailyMg, fromDay }, say) =>
      `${say.day(fromDay)}から：上限の範囲内で1日${say.number(wishedMg)} mgになるカプセルの組み合わせがないため、最も近い${say.number(dailyMg)} mgにしています。`,
    divided: ({ doses }, say) => `1日分のカプセルは${say.number(doses)}回に分けて飲めます。`,
    "fewer-doses": ({ stated, wanted }, say) =>
      `1日${say.number(stated)}回ですが、添付文書では1日${say.number(wanted)}回に分けます。`,
    "cannot-be-divided": ({ dailyMg, fromDay, doses }, say) =>
      `${say.day(fromDay)}から：1日${say.number(dailyMg)} mgは、添付文書のように${say.number(doses)}回に分けて飲むことができません(カプセルは割れません)。`,
    "as-one-dose": ({ capsules: single, divided, doses }, say) =>
      `1日1回にまとめれば、カプセルは${divided}ではなく${single}で足ります。ここでは${say.number(doses)}回に分けて飲めるように選んでいます。`,
    cost: ({ clinic, totalYen, isPart, testDays }, say) =>
      sentences(
        `${say.name("protocol", clinic)}での診察・検査・カプセルの費用は${isPart ? "、わかっている分だけで" : "合計"}${bill.yen(totalYen, say)}です(現在わかっている料金表によります)。`,
        testDays === 0
          ? ""
          : `このうち${say.number(testDays)}日は検査だけの日です。検査料は含めていますが、診察料がかかるかどうかはわかりません。`,
      ),
    "not-sold-here": ({ clinic, product, products }, say) =>
      `${say.name("protocol", clinic)}では${say.name("product", product)}を扱っていません。扱っているのは${say.names("product", products)}です。`,
    "unapproved-in-japan": () =>
      "イソトレチノインは、日本ではどの使い方についても承認されていません。治療は健康保険の対象外(全額自己負担)で、医薬品副作用被害救済制度の対象にもなりません。",
    "starts-low": ({ days, mostMg }, say) =>
      `このクリニックでは最初の${say.number(days ?? 0)}日分を1日${say.number(mostMg ?? 0)} mg以下で始め、様子を確かめてから続けます。`,
    "starts-short": ({ days }, say) =>
      `このクリニックでは最初に${say.number(days ?? 0)}日分だけを渡し、様子を確かめてから続けます。`,
    "short-enough": ({ lastDay, usualDay }, say) =>
      usualDay === undefined
        ? `最後のカプセルは${say.day(lastDay)}です。`
        : `最後のカプセルは${say.day(lastDay)}で、通常の治療期間(${say.day(usualDay)}まで)に収まります。`,
    "longer-than-usual": ({ lastDay, usualDay }, say) =>
      `最後のカプセルは${say.day(lastDay)}です。通常の治療期間は${say.day(usualDay)}までです。`,
    "longer-than-longest": ({ lastDay, longestDay, isByTarget }, say) =>
      sentences(
        `最後のカプセルが${say.day(lastDay)}になり、最長の治療期間(${say.day(longestDay)}まで)を超えます。処方医の判断が記録されないかぎり認められません。`,
        isByTarget ? "目標に届かなくてもこの量にしたいときは、目標の代わりに日数を入れてください。" : "",
      ),
    "longer-judged": ({ lastDay, longestDay }, say) =>
      `最後のカプセルは${say.day(lastDay)}で、最長の治療期間(${say.day(longestDay)}まで)を超えますが、続けてよいという処方医の判断が記録されています。`,
    cumulative: (facts, say) => cumulative(facts, say),
    "cumulative-beyond": (facts, say) =>
      sentences(
        cumulative(facts, say),
        `${say.number(facts.mostMgPerKg ?? 0)} mg/kgを超えても、大きな上乗せの効果は期待されていません。`,
      ),
    "target-not-reached": (facts, say) =>
      sentences(
        cumulative(facts, say),
        `目標の${say.number(facts.targetMgPerKg)} mg/kgに届く前に計画が終わります。`,
      ),
    "days-off-outside": ({ fromDay, toDay }, say) =>
      `${say.day(fromDay)}〜${say.day(toDay)}の休薬は計画の期間の外にあり、計画には影響しません。日付を確かめてください。`,
    "days-off": ({ days, lastDay }, say) =>
      `休薬は${say.number(days)}日です。治療の日数には数えますが、飲んだ量には数えません。これを含めて、最後のカプセルは${say.day(lastDay)}です。米国の指針では、間をあけずに毎日飲むことが勧められています。`,
    washout: ({ untilDay, months }, say) =>
      sentences(
        "薬とその主な代謝物は、多くの場合およそ1日で半分に減り、半減期の5倍は4〜8日ほどです。ただし個人差が大きく、1か月以上かかる方も少数います。",
        `そのため、半減期がどうであっても、最後のカプセルから${say.number(months)}か月(この計画では${say.day(untilDay)}まで)という期間は短くなりません。`,
      ),
    baseline: ({ fromDay, dueDay, analytes }, say) =>
      `最初のカプセルの前に血液検査(${say.names("analyte", analytes)})。${say.day(fromDay)}以降に採血し、${say.day(dueDay)}までに結果を確認します。`,
    "contraception-by": ({ byDay }, say) => `遅くとも${say.day(byDay)}までに避妊を始めます。`,
    "test-before": ({ number, tests, fromDay, dueDay }, say) =>
      `開始前の妊娠検査 ${say.number(number)}回目(全${say.number(tests)}回)：${
        fromDay !== dueDay
          ? `${say.day(fromDay)}〜${say.day(dueDay)}に受けます。`
          : number === tests
            ? `${say.day(dueDay)}の当日に受けます。`
            : `遅くとも${say.day(dueDay)}までに受けます。`
      }`,
    visit: (
      { number, dueDay, toDay, days, capsules: handed, spare, testFromDay, blood, untilResponseKnown },
      say,
    ) =>
      sentences(
        `${say.day(dueDay)}、${say.number(number)}回目の受診：${say.day(toDay)}までの${say.number(days)}日分(${handed === "" ? "カプセルなし" : handed})。`,
        spare === undefined
          ? ""
          : `シートを切り離さないため、このうち${spare}が余ります。余りは返却してください。`,
        testFromDay === undefined
          ? ""
          : testFromDay === dueDay
            ? "当日に妊娠検査を受けます。"
            : `妊娠検査は${say.day(testFromDay)}以降に受けます。`,
        blood
          ? `血液検査があります${untilResponseKnown ? "(反応がわかったと処方医が記録するまで、受診のたび)" : ""}。`
          : "",
      ),
    "blood-overdue": ({ dueDay, sinceDay, analytes }, say) =>
      `今日(${say.day(dueDay)})、血液検査(${say.names("analyte", analytes)})を受けてください。${say.day(sinceDay)}までに必要でした。`,
    "longer-by-deviation": ({ days, signedBy, mostDays }, say) =>
      `最長${say.number(days)}日分の処方は、プロトコルの${say.number(mostDays ?? 0)}日を超えています。このクリニックが署名のうえで例外としています(署名：${signedBy})。`,
    "blood-by": ({ dueDay, analytes }, say) =>
      `${say.day(dueDay)}までに血液検査(${say.names("analyte", analytes)})を受けます。`,
    "last-capsule": ({ lastDay }, say) =>
      `最後のカプセルは${say.day(lastDay)}です。余ったカプセルは返却してください。`,
    "test-in-pause": ({ dueDay }, say) =>
      `${say.day(dueDay)}に妊娠検査。カプセルを休んでいる間も、検査は毎月続けます。`,
    "test-after": ({ dueDay, says }, say) => `${say.day(dueDay)}に妊娠検査。${say.text(says)}`,
    "month-after": ({ untilDay, months }, say) =>
      `${say.day(untilDay)}まで：最後のカプセルから${say.number(months)}か月は避妊を続けます。献血は終了後1か月間できません。`,
    "month-after-no-pregnancy": ({ untilDay }, say) => `${say.day(untilDay)}まで：献血はできません。`,
    alternative: (facts, say) => alternative(facts, say),
    "alternative-refused": (facts, say) => alternative(facts, say),
    found: ({ people, definition, found, caveat }, say) =>
      sentences(
        people === undefined ? "" : `対象は${say.number(people)}人。`,
        say.text(definition),
        say.text(found),
        say.text(caveat),
      ),
  },
};

interface TooLate {
  readonly startDay: Day;
  readonly byDay: Day | undefined;
  readonly testDay: Day | undefined;
}

/** What would have had to be done before today. */
function tooLate({ startDay, byDay, testDay }: TooLate, say: Say): string {
  return sentences(
    byDay === undefined
      ? ""
      : `${say.day(startDay)}に最初のカプセルを飲むには、${say.day(byDay)}までに避妊を始めている必要がありました。`,
    testDay === undefined
      ? ""
      : `${say.day(startDay)}に最初のカプセルを飲むには、${say.day(testDay)}までに妊娠検査を受けている必要がありました。`,
  );
}

interface HeadlineFacts {
  readonly startDay: Day;
  readonly lastDay: Day;
  readonly days: number;
  readonly dailyMg: number;
  readonly phases: number;
  readonly mg: number;
  readonly takenMg: number;
  readonly mgPerKg: number | undefined;
}

function headline(facts: HeadlineFacts, say: Say, more: string): string {
  const { startDay, lastDay, days, dailyMg, phases, mg, takenMg, mgPerKg } = facts;
  const dose = phases === 1 ? `1日${say.number(dailyMg)} mg` : `${say.number(phases)}段階の用量`;
  const sum = mgPerKg === undefined ? "" : `、治療全体で${say.number(mgPerKg)} mg/kg`;
  const amount = takenMg === 0 ? `合計${say.number(mg)} mg` : `これから${say.number(mg)} mg`;
  return sentences(
    `${say.day(startDay)}から${dose}を${say.number(days)}日間、最後のカプセルは${say.day(lastDay)}です(${amount}${sum})。`,
    more,
  );
}

function cumulative(
  facts: { readonly mg: number; readonly takenMg: number; readonly mgPerKg: number; readonly lastDay: Day },
  say: Say,
): string {
  const before = facts.takenMg === 0 ? "" : `、これまでの${say.number(facts.takenMg)} mgと合わせて`;
  return `カプセルの量で${say.number(facts.mg)} mg${before}、${say.day(facts.lastDay)}までに${say.number(facts.mgPerKg)} mg/kgになります。`;
}

const names = {
  asked: "この計画",
  "half-mg-per-kg": "添付文書の下限",
  "one-mg-per-kg": "通常の上限",
  "low-10-mg": "低用量",
  "low-20-mg": "低用量",
  compared: "比較",
} as const;
const limits = {
  within: "",
  "below-label": "添付文書の範囲より少ない量です。",
  "above-ordinary": "通常の上限を超えるため、最重症、瘢痕、体幹のニキビがある成人に限られます。",
  "above-ordinary-justified": "通常の上限を超えています。",
  "above-ordinary-for-minor": "通常の上限を超えるため、未成年の方には使えません。",
  "above-maximum": "最大量を超えるため、使えません。",
} as const;

interface AlternativeFacts extends Pick<PhaseFacts, "capsules" | "alternating"> {
  readonly id: keyof typeof names;
  readonly dailyMg: number;
  readonly doseMgPerKg: number;
  readonly asOneDose: string | undefined;
  readonly oneDoseLessYen: number | undefined;
  readonly doses: number;
  readonly lastDay: Day;
  readonly days: number;
  readonly mgPerKg: number | undefined;
  readonly visits: number;
  readonly count: number;
  readonly totalYen: number | undefined;
  readonly isPart: boolean;
  readonly status: keyof typeof limits;
  readonly isReached: boolean;
  readonly isLongerThanUsual: boolean;
  readonly isOffLabel: boolean;
}

function alternative(facts: AlternativeFacts, say: Say): string {
  const { id, dailyMg, doseMgPerKg, lastDay, days, mgPerKg, visits, isReached } = facts;
  const sum = mgPerKg === undefined ? "" : `、総量${say.number(mgPerKg)} mg/kg`;
  return sentences(
    `${names[id]}：1日${say.number(dailyMg)} mg(${say.number(doseMgPerKg)} mg/kg)なら${say.day(lastDay)}までの${say.number(days)}日間${sum}、処方${say.number(visits)}回、${say.number(facts.count)}カプセルです。`,
    capsules(facts),
    facts.asOneDose === undefined
      ? ""
      : `1日${say.number(facts.doses)}回に分けられる組み合わせです。1回で飲むなら${facts.asOneDose}で足ります${facts.oneDoseLessYen === undefined ? "" : `(1日${bill.yen(facts.oneDoseLessYen, say)}安くなります)`}。`,
    facts.totalYen === undefined
      ? ""
      : `費用は${bill.yen(facts.totalYen, say)}${facts.isPart ? "以上" : ""}です。`,
    isReached ? "" : "最長の治療期間のうちには目標に届きません。",
    facts.isLongerThanUsual ? "通常の治療期間より長くなります。" : "",
    limits[facts.status],
    facts.isOffLabel ? "米国では適応外です。" : "",
  );
}
