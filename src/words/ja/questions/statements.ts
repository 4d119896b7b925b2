/** 行為についての記述の言葉:誰が、誰について、いつまで。 */
import type { Day } from "../../../core/calendar.ts";
import type { Judged } from "../../../core/knowledge/parts.ts";
import type { Whom } from "../../../core/knowledge/topics/activities.ts";
import type { Statement } from "../../../core/questions/activity-standing.ts";
import type { Say } from "../../words.ts";

const bys: { readonly [B in Statement["by"]]: string } = {
  floor: "どこでも共通の決まり",
  label: "添付文書",
  regulator: "規制当局",
  guideline: "診療ガイドライン",
  literature: "論文",
  decision: "Isowardの判断(資料にない、または資料が食い違う場合)",
  page: "クリニックの説明ページ",
  clinic: "院内ルール",
  none: "資料なし",
};

const countries: Readonly<Record<string, string>> = { US: "米国", EU: "EU", UK: "英国", JP: "日本" };

/** 国名。 */
export function countriesOf(where: readonly string[] | undefined, say: Say): string {
  return say.list((where ?? []).map((one) => countries[one] ?? one));
}

/** 「添付文書(米国):」 */
export function saidBy(
  {
    by,
    where,
    clinic,
  }: {
    readonly by: Statement["by"];
    readonly where?: readonly string[] | undefined;
    readonly clinic?: string | undefined;
  },
  say: Say,
): string {
  const of = clinic === undefined ? "" : `「${say.name("protocol", clinic)}」の`;
  return `${of}${bys[by]}${where === undefined ? "" : `(${countriesOf(where, say)})`}:`;
}

/** 「2026年11月20日まで続きます。」 */
export function lasting(
  { untilDay, months }: { readonly untilDay?: Day | undefined; readonly months?: number | undefined },
  say: Say,
): string {
  if (untilDay !== undefined) return `この期間は${say.day(untilDay)}までです。`;
  return months === undefined ? "" : `ここでは最後のカプセルから${say.number(months)}か月です。`;
}

/** 誰についての記述か。 */
export function whomOf(whom: Whom | undefined): string {
  switch (whom) {
    case "can-become-pregnant":
      return "妊娠する可能性のある方:";
    case "cannot-become-pregnant":
      return "妊娠する可能性のない方:";
    case "can-father":
      return "子どもの父親になりうる方:";
    case undefined:
      return "";
  }
}

/** どう評価したか。 */
export function judgedAs(judged: Judged): string {
  switch (judged) {
    case "supported":
      return "";
    case "house-rule":
      return "あるクリニック独自のルールで、そこでだけ有効です:";
    case "outdated":
      return "古くなった内容です:";
    case "unsupported":
      return "裏づける添付文書やガイドラインは見つかっていません:";
    case "wrong":
      return "誤りです:";
    case "dangerous":
      return "危険な内容です:";
  }
}

interface MomentFacts {
  readonly stoppedDay?: Day | undefined;
  readonly fromDay?: Day | undefined;
  readonly recordedDay?: Day | undefined;
  readonly lastCoveredDay?: Day | undefined;
}

/** 治療のどの時点か言えないときの問い。 */
export const momentReasons = {
  "when-unknown": ({ lastCoveredDay }: MomentFacts, say: Say) =>
    `服用中か、最後に飲んだ日を入れてください。${
      lastCoveredDay === undefined
        ? ""
        : `お渡しした分は${say.day(lastCoveredDay)}まで続いた可能性がありますが、この日をもとに許可することはありません。`
    }`,
  "stop-ahead": ({ stoppedDay, fromDay }: MomentFacts, say: Say) =>
    `${say.day(stoppedDay)}はまだ先です。最後のカプセルを飲み終えたら、もう一度入れてください。${
      fromDay === undefined ? "" : `その日が最後になる場合は、${say.day(fromDay)}になるまではできません。`
    }`,
  "implausible-stop": ({ stoppedDay }: MomentFacts, say: Say) =>
    `${say.day(stoppedDay)}に飲み終えたとは考えられません。最後に飲んだ日を確かめてください。`,
  "still-under-way": ({ stoppedDay }: MomentFacts, say: Say) =>
    `最後に飲んだ日が${say.day(stoppedDay)}となっていますが、治療は続いていることになっています。先に最後のカプセルを記録してください。`,
  contradicted: ({ stoppedDay, recordedDay }: MomentFacts, say: Say) =>
    `最後に飲んだ日が${say.day(stoppedDay)}となっていますが、記録では${say.day(recordedDay)}にもカプセルがあります。先に確かめてください。`,
};
