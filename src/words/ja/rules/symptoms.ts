import type { RuleWords } from "../../words.ts";
import { sentences } from "../grammar.ts";

/** Symptoms and mood. */
export const symptoms: Pick<
  RuleWords,
  | "no-stop-symptom-is-open"
  | "no-sign-of-acne-fulminans"
  | "mood-has-been-asked"
  | "mood-allows-treatment"
  | "sexual-function-has-been-asked"
> = {
  "no-stop-symptom-is-open": {
    title: "治療を止める症状がないこと",
    reasons: {
      open: ({ symptoms: open }, say) =>
        sentences(
          `報告された症状があります：${say.names("symptom", open)}。処方医が評価するまで処方できません。`,
          say.why("symptom", open),
        ),
      "unknown-symptom": ({ symptomTexts }, say) =>
        `Isowardでは判断できない症状があります：${say.list(symptomTexts)}。まず処方医が評価します。`,
      "not-asked": () => "今回の処方のための、副作用の確認がまだです。",
      "none-open": () => "治療を止める症状はありません。",
    },
  },
  "no-sign-of-acne-fulminans": {
    title: "劇症型ざ瘡の徴候がないこと",
    reasons: {
      signs: ({ symptoms: signs }, say) =>
        `報告された症状があります：${say.names("symptom", signs)}。劇症型ざ瘡のおそれがあるため、カプセルを中止し、その日のうちに皮膚科医が診察します。増量はしません。`,
      none: () => "劇症型ざ瘡の徴候はありません。",
    },
  },
  "mood-has-been-asked": {
    title: "気分についての確認",
    reasons: {
      "not-asked-for": () => "ここでは、気分についての質問は求められていません。",
      asked: ({ askedDay }, say) => `${say.day(askedDay)}に、気分と自傷の考えについて確認しました。`,
      "not-asked": () =>
        "今回の処方のための、気分と自傷の考えについての確認がまだです。毎回、すべての方に伺います。",
      "half-asked": () =>
        "気分についての確認が一部だけです。自傷の考えと気分の変化の両方を確認する必要があります。",
    },
  },
  "mood-allows-treatment": {
    title: "気分の面で治療を続けられること",
    reasons: {
      "no-alarm": () => "自傷の考えも、新たな気分の変化も記録されていません。",
      assessed: ({ screenedDay, assessedDay }, say) =>
        `${say.day(screenedDay)}に確認された内容は評価済みで、${say.day(assessedDay)}に処方医が治療を続けてよいと記録しました。`,
      "self-harm": ({ screenedDay }, say) =>
        sentences(
          `${say.day(screenedDay)}に、自分を傷つけたいという考えが確認されました。処方医が患者さんと話すまで処方できません。`,
          say.why("symptom", ["self-harm-thoughts"]),
        ),
      "assessed-to-stop": ({ assessedDay }, say) =>
        `${say.day(assessedDay)}に、処方医が気分を理由に治療の中止が必要と結論しました。`,
      "new-mood-symptom": ({ screenedDay }, say) =>
        sentences(
          `${say.day(screenedDay)}に、新たな気分の変化が確認されました。処方医が患者さんと話すまで処方できません。`,
          say.why("symptom", ["mood-change"]),
        ),
    },
  },
  "sexual-function-has-been-asked": {
    title: "性機能についての確認",
    reasons: {
      "not-asked-for": () => "ここでは、性機能についての質問は求められていません。",
      asked: ({ askedDay }, say) => `${say.day(askedDay)}に、性機能について確認しました。`,
      "not-asked": () => "今回の処方のための、性機能についての確認がまだです。",
      "needs-judgement": ({ reportedDay }, say) =>
        `${say.day(reportedDay)}に、性機能の新たな問題が確認されました。処方医が患者さんと話し、治療を続けるかどうか判断します。`,
    },
  },
};
