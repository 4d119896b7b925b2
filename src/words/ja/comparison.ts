import type { ComparisonWords } from "../render-comparison.ts";

/** 2つのプロトコルを並べるときの言葉。 */
export const comparison: ComparisonWords = {
  strictest: {
    a: "1つ目のほうが厳しい",
    b: "2つ目のほうが厳しい",
    same: "同じ",
    mixed: "互いに、相手にない条件がある",
    other: "異なるが、どちらが厳しいとはいえない",
  },
  floor: "最低条件:誰も緩められません",
  setBy: (name) => `${name}が定める`,
  signed: (name, because) => `プロトコルより緩い。署名:${name}、理由:${because}`,
  mayLoosen: (value, impossible) =>
    `クリニックは署名により${value}まで緩められる${impossible ? "(妊娠の可能性がない場合に限る)" : ""}`,
  besides: (value) => `もう一方の版では${value}`,
  edition: (day) => `${day}からの版`,
  beside: (day, before) =>
    `${day}からの版(未確認)。${before}からの版も併せて数え、値が異なれば厳しいほうを示す`,
  works: (protocol) => `${protocol}に基づくクリニック`,
  checked: {
    read: "原典を確認済み",
    secondary: "間接的に確認",
    unread: "原典未確認",
    derived: "計算で求めた値",
    decided: "Isowardの判断",
  },
  sources: "出典",
  differences: (n) => `異なる項目 ${n}件`,
  same: (n) => `同じ項目 ${n}件`,
  stricterCount: (n, name) => `${name}のほうが厳しい項目 ${n}件`,
};
