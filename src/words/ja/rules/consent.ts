import type { RuleWords } from "../../words.ts";

/** What the patient has signed, heard and answered. */
export const consent: Pick<
  RuleWords,
  "consents-are-signed" | "counselling-is-done" | "comprehension-is-answered"
> = {
  "consents-are-signed": {
    title: "同意書への署名",
    reasons: {
      missing: ({ missing }, say) =>
        `今回のクールの署名がまだ済んでいません：${say.list(missing.map(say.term))}。`,
      "guardian-signature-missing": ({ missing }, say) =>
        `保護者の署名がまだ済んでいません：${say.list(missing.map(say.term))}。`,
      signed: ({ consents }, say) =>
        consents.length === 0
          ? "ここでは、署名の必要な同意書はありません。"
          : `署名が済んでいます：${say.list(consents.map(say.term))}。`,
    },
  },
  "counselling-is-done": {
    title: "服用にあたっての説明",
    reasons: {
      missing: ({ missing, every }, say) =>
        `${every ? "今回の処方" : "今回のクール"}での説明がまだ済んでいません：${say.list(missing.map(say.term))}。`,
      counselled: ({ topics, every }, say) =>
        topics.length === 0
          ? "ここでは、求められている説明はありません。"
          : `${every ? "今回の処方" : "今回のクール"}での説明が済んでいます：${say.list(topics.map(say.term))}。`,
    },
  },
  "comprehension-is-answered": {
    title: "理解度の確認",
    reasons: {
      "not-asked-for": () => "ここでは、理解度を確認する質問は求められていません。",
      answered: ({ answeredDay }, say) =>
        `${say.day(answeredDay)}に、理解度を確認する質問に正しく回答しています。`,
      "not-answered": () => "今回の処方のための、理解度を確認する質問への回答がまだです。",
      "not-passed": () => "理解度を確認する質問に、正しくない回答がありました。もう一度回答できます。",
    },
  },
};
