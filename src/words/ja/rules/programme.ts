import type { RuleWords } from "../../words.ts";

/** The programme around the drug, and the edition of its rules. */
export const programme: Pick<
  RuleWords,
  "parties-are-enrolled" | "programme-authorises-dispensing" | "edition-is-confirmed"
> = {
  "parties-are-enrolled": {
    title: "プログラムへの登録",
    reasons: {
      "not-asked-for": () => "ここでは、プログラムへの登録は求められていません。",
      enrolled: ({ parties, programme: id }, say) =>
        `「${say.name("protocol", id)}」への登録が済んでいます：${say.list(parties.map(say.term))}。`,
      missing: ({ missing, programme: id }, say) =>
        `「${say.name("protocol", id)}」への登録がまだ済んでいません：${say.list(missing.map(say.term))}。`,
    },
  },
  "programme-authorises-dispensing": {
    title: "プログラムによる承認",
    reasons: {
      "not-asked-for": ({ fillByDay }, say) =>
        fillByDay === undefined
          ? "調剤にプログラムの番号は必要ありません。"
          : `調剤にプログラムの番号は必要ありません。調剤は${say.day(fillByDay)}までです。`,
      "asked-when-handed-out": ({ programme: id }, say) =>
        `「${say.name("protocol", id)}」の番号は、今回お渡しする分について別に確認します。`,
      "number-needed": ({ programme: id, fillByDay }, say) =>
        `Isowardの承認は、「${say.name("protocol", id)}」による承認ではありません。調剤にはプログラムの番号と調剤期限(do-not-dispense-after date)が必要です。${
          fillByDay === undefined
            ? "期限が複数あるときは"
            : `Isowardの計算では${say.day(fillByDay)}までですが、`
        }早いほうの期限に従います。`,
    },
  },
  "edition-is-confirmed": {
    title: "規則の版の確認",
    reasons: {
      "in-force": ({ sinceDay }, say) => `${say.day(sinceDay)}からの版で判断しました。`,
      unconfirmed: ({ sinceDay, besideDay }, say) =>
        `${say.day(sinceDay)}からの新しい版が施行されたかどうか、確認されていません。管理者が確認するまで、${
          besideDay === undefined ? "前の版" : `${say.day(besideDay)}からの版`
        }と両方で判断し、厳しいほうの結果を採ります。`,
    },
  },
};
