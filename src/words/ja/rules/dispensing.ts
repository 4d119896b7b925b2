import type { RuleWords } from "../../words.ts";

/** Handing out what was authorised. */
export const dispensing: Pick<
  RuleWords,
  | "authorisation-is-open"
  | "programme-number-is-recorded"
  | "handed-out-as-authorised"
  | "pack-is-identified-and-in-date"
  | "capsules-in-hand-are-used-up"
> = {
  "authorisation-is-open": {
    title: "有効な承認",
    reasons: {
      open: ({ authorisedDay, closesAt }, say) =>
        closesAt === undefined
          ? `${say.day(authorisedDay)}に承認され、まだ使われていません。`
          : `${say.day(authorisedDay)}に承認され、まだ使われていません。${say.through(closesAt)}までお渡しできます。`,
      expired: ({ authorisedDay, closedAt }, say) =>
        `${say.day(authorisedDay)}の承認は期限が切れています。使えたのは${say.through(closedAt)}まででした。`,
      "not-tested-before": ({ authorisedDay }, say) =>
        `${say.day(authorisedDay)}の承認の時点で、妊娠検査の記録がありません。`,
      "unknown-number": ({ number }) => `番号${number}の承認は見つかりません。`,
      voided: ({ number }) => `番号${number}の承認は取り消されていて、使えません。`,
      dispensed: ({ number, dispensedDay }, say) =>
        `番号${number}の承認は${say.day(dispensedDay)}に使われています。承認は一度しか使えません。`,
      reversed: ({ number }) =>
        `番号${number}の承認でお渡しした分は戻されています。一度使った番号をもう一度使うことはできません。`,
    },
  },
  "programme-number-is-recorded": {
    title: "プログラムの番号の記録",
    reasons: {
      "not-asked-for": () => "ここでは、プログラムによる承認は求められていません。",
      "not-recorded": ({ programme: id }, say) =>
        `今回お渡しする分についての「${say.name("protocol", id)}」の承認が、まだ記録されていません。`,
      "too-late": ({ programme: id, lastDay, closedAt }, say) =>
        `「${say.name("protocol", id)}」の調剤期限は${say.day(lastDay)}で、${say.through(closedAt)}に過ぎました。`,
      recorded: ({ programme: id, programmeNumber, closesAt }, say) =>
        `「${say.name("protocol", id)}」の承認(番号${programmeNumber})を受けています。期限は${say.through(closesAt)}です。`,
    },
  },
  "handed-out-as-authorised": {
    title: "承認どおりの調剤",
    reasons: {
      "nothing-authorised": ({ number }) => `番号${number}で何をお渡ししてよいのか分かりません。`,
      "other-product": ({ product, authorisedProduct }, say) =>
        `これは${say.name("product", product)}です。承認されたのは${say.name("product", authorisedProduct)}です。`,
      "other-strength": ({ capsuleMg, authorisedMg }, say) =>
        `これは${say.number(capsuleMg)} mgカプセルです。承認されたのは${say.number(authorisedMg)} mgカプセルです。`,
      "more-than-authorised": ({ capsules, authorised }, say) =>
        `${say.number(capsules)}カプセルは、承認された${say.number(authorised)}カプセルを超えています。`,
      "not-stated": ({ product, capsuleMg, authorised }, say) =>
        `お渡しする製品、規格、カプセル数を入力してください。承認されたのは${say.name("product", product)} ${say.number(capsuleMg)} mg ${say.number(authorised)}カプセルです。`,
      "part-supply": ({ capsules, authorised }, say) =>
        `承認された${say.number(authorised)}カプセルのうち${say.number(capsules)}カプセルです。これで承認は使用済みになり、残りの分は失効します。`,
      "as-authorised": ({ product, capsuleMg, capsules }, say) =>
        `承認どおり、${say.name("product", product)} ${say.number(capsuleMg)} mg ${say.number(capsules)}カプセルです。`,
    },
  },
  "pack-is-identified-and-in-date": {
    title: "包装のロット番号と使用期限",
    reasons: {
      "expires-too-soon": ({ expiresOnDay, lastCapsuleDay }, say) =>
        `この包装の使用期限は${say.day(expiresOnDay)}ですが、最後のカプセルを飲むのは${say.day(lastCapsuleDay)}になります。`,
      "not-identified": ({ lastCapsuleDay }, say) =>
        `包装のロット番号と使用期限がまだ記録されていません。最後のカプセルを飲むのは${say.day(lastCapsuleDay)}です。`,
      identified: ({ lot, expiresOnDay }, say) =>
        `ロット番号${lot}、使用期限は${say.day(expiresOnDay)}です。`,
    },
  },
  "capsules-in-hand-are-used-up": {
    title: "手元のカプセル",
    reasons: {
      "days-unknown": ({ sinceDay }, say) =>
        `${say.day(sinceDay)}にお渡しした分が何日分か分からないため、手元の残りも分かりません。`,
      "left-from-a-pause": ({ sinceDay }, say) =>
        `${say.day(sinceDay)}に服用を止めたときにカプセルが残っていましたが、その後数えられていません。`,
      "none-in-hand": () => "記録のうえでは、手元にカプセルは残っていません。",
      "within-overlap": ({ days, overlapDays }, say) =>
        `手元にあと${say.number(days)}日分のカプセルがありますが、クリニックの取り決め(残り${say.number(overlapDays)}日分まで)の範囲内です。`,
      "still-in-hand": ({ days, overlapDays, allowedDay }, say) =>
        `手元にまだ${say.number(days)}日分のカプセルがあります。${
          overlapDays === 0
            ? ""
            : `クリニックの取り決めでは、残りが${say.number(overlapDays)}日分以下になるまでお渡しできません。`
        }次の分は${say.day(allowedDay)}からお渡しできます。`,
    },
  },
};
