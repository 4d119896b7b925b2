import type { RuleWords } from "../../words.ts";

/** Handing out what was authorised. */
export const dispensing: Pick<RuleWords, "authorisation-is-open"> = {
  "authorisation-is-open": {
    title: "有効な承認",
    reasons: {
      open: ({ authorisedDay, closesAt }, say) =>
        closesAt === undefined
          ? `${say.day(authorisedDay)}に承認され、まだ使われていません。`
          : `${say.day(authorisedDay)}に承認され、まだ使われていません。${say.through(closesAt)}まで渡せます。`,
      expired: ({ authorisedDay, closedAt }, say) =>
        `${say.day(authorisedDay)}の承認です。渡せる期間は${say.through(closedAt)}で終わりました。`,
      "unknown-number": ({ number }) => `番号${number}の承認は見つかりません。`,
      voided: ({ number }) => `番号${number}の承認は取り消されています。`,
      dispensed: ({ number, dispensedDay }, say) =>
        `番号${number}の承認は${say.day(dispensedDay)}に使われました。承認は一度しか使えません。`,
      reversed: ({ number }) =>
        `番号${number}の承認で渡したカプセルは返されています。同じ番号をもう一度使うことはできません。`,
    },
  },
};
