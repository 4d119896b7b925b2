/** Words around findings and their sources, on every page that shows them. */
import type { checkStates } from "../../core/knowledge/schema.ts";
import type { PassKind } from "../../core/pass-kind.ts";
import type { Language } from "../../words/words.ts";

type CheckState = (typeof checkStates)[number];

export interface ReasonsText {
  readonly heading: string;
  readonly advise: string;
  readonly passes: { readonly [K in PassKind]: (count: number) => string };
  readonly sources: (count: number) => string;
  readonly edition: (day: string) => string;
  readonly setAside: string;
  readonly noWay: string;
  readonly checked: { readonly [C in CheckState]: string };
  readonly checkedMore: { readonly [C in CheckState]: string };
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const en: ReasonsText = {
  heading: "Why",
  advise: "Good to know",
  passes: {
    "in-order": (n) => `${count(n, "check", "checks")} in order`,
    "nothing-against": (n) => `${count(n, "check", "checks")} with nothing recorded against it`,
    "not-applicable": (n) => `${count(n, "check", "checks")} not needed here`,
  },
  sources: (n) => count(n, "source", "sources"),
  edition: (day) => `edition of ${day}`,
  setAside: "Set aside",
  noWay: "Nothing can lift this as things stand.",
  checked: {
    read: "Read",
    secondary: "Second-hand",
    unread: "Not yet checked at source",
    derived: "Derived",
    decided: "Decided by Isoward",
  },
  checkedMore: {
    read: "We read the document itself.",
    secondary: "Seen in one text by someone else.",
    unread: "General knowledge; it may only make a rule stricter.",
    derived: "Computed from other sources.",
    decided: "Where sources are silent or differ, Isoward chose the stricter reading.",
  },
};

const ja: ReasonsText = {
  heading: "理由",
  advise: "知っておくこと",
  passes: {
    "in-order": (n) => `問題のない項目 ${n}件`,
    "nothing-against": (n) => `妨げになる記録がない項目 ${n}件`,
    "not-applicable": (n) => `今回は該当しない項目 ${n}件`,
  },
  sources: (n) => `資料 ${n}件`,
  edition: (day) => `${day}からの版`,
  setAside: "適用しない",
  noWay: "現在の状況では、解除する方法がありません。",
  checked: {
    read: "原典を確認",
    secondary: "間接的に確認",
    unread: "原典は未確認",
    derived: "計算で導出",
    decided: "Isowardの判断",
  },
  checkedMore: {
    read: "資料そのものを読みました。",
    secondary: "ほかの1つの資料を通じて確認しました。",
    unread: "一般的な知識です。規則を厳しくする方向にだけ使います。",
    derived: "ほかの資料から計算しました。",
    decided: "資料に記載がないか食い違う場合に、厳しい方を選びました。",
  },
};

export const reasonsText: { readonly [L in Language]: ReasonsText } = { en, ja };
