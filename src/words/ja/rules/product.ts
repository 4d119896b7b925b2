import type { RuleWords } from "../../words.ts";

/** The capsule itself. */
export const product: Pick<
  RuleWords,
  "product-is-known" | "product-is-free-of-allergens" | "formulation-is-unchanged" | "capsules-are-whole"
> = {
  "product-is-known": {
    title: "製品と規格",
    reasons: {
      "strength-unknown": () => "カプセルの規格(1カプセルのmg数)が指定されていません。",
      "product-unknown": ({ capsuleMg }, say) =>
        `${say.number(capsuleMg)} mgカプセルという指定だけで、製品が分かりません。用量の上限、食事との関係、添加物は製品によって違います。`,
      "strength-known": ({ capsuleMg, formulation }, say) =>
        `${say.number(capsuleMg)} mgカプセル(${say.term(formulation)})です。`,
      known: ({ product: id, capsuleMg, food }, say) =>
        `${say.name("product", id)}の${say.number(capsuleMg)} mgカプセルです。${foodWords[food]}`,
      "no-such-strength": ({ product: id, capsuleMg }, say) =>
        `${say.name("product", id)}に${say.number(capsuleMg)} mgカプセルはありません。製品と規格を確認してください。`,
    },
  },
  "product-is-free-of-allergens": {
    title: "アレルギーの原因となる成分がないこと",
    reasons: {
      "allergic-to-isotretinoin": ({ allergens }, say) =>
        `${say.names("allergen", allergens)}へのアレルギーがあります。どの製品であっても禁忌です。`,
      "product-unknown": ({ allergens }, say) =>
        `${say.names("allergen", allergens)}へのアレルギーがあります。製品が分からないため、添加物を確認できません。`,
      "contains-allergen": ({ allergens, product: id }, say) =>
        `${say.names("allergen", allergens)}へのアレルギーがあるため、${say.name("product", id)}は使えません。ほかの製品なら使えることがあります。`,
      "excipients-unread": ({ allergens, product: id }, say) =>
        `${say.names("allergen", allergens)}へのアレルギーがあります。${say.name("product", id)}のすべての添加物がまだ確認されていません。`,
      "allergy-unknown-to-us": ({ allergyTexts }, say) =>
        `Isowardでは判断できないアレルギーがあります：${say.list(allergyTexts)}。処方医が添加物と照らし合わせて確認します。`,
      "not-asked": () => "アレルギーがまだ確認されていません。",
      free: ({ allergens }, say) =>
        allergens.length === 0
          ? "この製品で問題になるアレルギーの記録はありません。"
          : `${say.names("allergen", allergens)}へのアレルギーがありますが、このカプセルには原因となる成分が含まれていません。`,
    },
  },
  "formulation-is-unchanged": {
    title: "前回と同じ種類のカプセル",
    reasons: {
      "nothing-to-compare": () => "比べられる前回の製品がありません。",
      "not-interchangeable": ({ from, to }, say) =>
        `${say.name("product", from)}から${say.name("product", to)}に変わります。吸収のされ方が違うため、同じmg数のまま置き換えることはできません。`,
      interchangeable: ({ product: id }, say) =>
        `${say.name("product", id)}を前回と同じ用量で使うことを妨げる情報はありません。`,
    },
  },
  "capsules-are-whole": {
    title: "カプセルの数",
    reasons: {
      "count-unknown": () => "今回の処方のカプセル数が分かりません。",
      "dose-splits-capsule": ({ capsulesDaily, doses }, say) =>
        `1日${say.number(capsulesDaily)}カプセルを${say.number(doses)}回に分けるには、カプセルを割ることになります。`,
      "does-not-add-up": ({ count, capsuleMg, dailyMg, days }, say) =>
        `${say.number(capsuleMg)} mgカプセル${say.number(count)}個では、1日${say.number(dailyMg)} mgの${say.number(days)}日分になりません。どれが正しいか確認してください。`,
      "split-capsule": ({ count, fits }, say) =>
        `計算すると${say.number(count)}カプセルになりますが、カプセルは分割できません。${say.number(fits)}カプセルなら端数が出ません。`,
      "broken-blister": ({ count, blister, fits }, say) =>
        `${say.number(count)}カプセルでは、${say.number(blister)}カプセル入りのシートを切り分けることになります。${say.number(fits)}カプセルならシート単位で渡せます。`,
      whole: ({ count, blister }, say) =>
        blister > 1
          ? `${say.number(count)}カプセル(${say.number(blister)}カプセル入りのシート単位)です。`
          : `${say.number(count)}カプセルです。`,
    },
  },
};

const foodWords = {
  "with-meal": "食事と一緒に服用します。",
  any: "食事の有無にかかわらず服用できます。",
  unknown: "食事と一緒に服用すべきかどうかの情報は未確認です。",
} as const;
