import type { interactions as question } from "../../../core/questions/interactions/interactions.ts";
import type { QuestionWords } from "../../question-words.ts";

/** What somebody typed, where it is another name than the one over the answer. */
const typed = (brand: string | undefined): string => (brand === undefined ? "" : `「${brand}」 ― `);

export const interactions: QuestionWords<typeof question> = {
  title: "この薬は一緒に飲んでも大丈夫ですか",
  lead: "ほかの薬・サプリメント・ビタミンとの飲み合わせを調べます。一般名、商品名、コードのどれでも、日本語でも英語でも入力できます。登録のない薬は「問題なし」という意味ではありません。",
  fields: {
    names: {
      label: "薬やサプリメントの名前",
      hint: "1行に1つ、箱に書いてあるとおりに。吸入・点鼻・塗り薬・点滴の場合は、そのことも書いてください。",
    },
    hormonalContraception: {
      label: "ホルモンによる避妊をしている",
      hint: "ピル、パッチ、リング、注射、インプラント、ホルモンを出す子宮内避妊具など。",
    },
  },
  reasons: {
    "nothing-named": () =>
      "ほかに使っている薬の記録がありません。サプリメントも含めて、名前を入れてください。",
    "not-together": ({ medicines }, say) =>
      `イソトレチノインと一緒には使えません(${say.names("medicine", medicines)})。飲み始めないでください。すでに飲んでいる場合は、今日のうちに処方医に連絡してください。`,
    "isotretinoin-twice": () =>
      "それはイソトレチノインそのものです。イソトレチノインの製品を二つ同時に使うことはありません。",
    "ask-first": ({ named }, say) =>
      `飲む前に薬剤師か処方医に確認してください(${say.text(named)})。確認できるまでは、問題ないとは言えません。`,
    "with-care": ({ named }, say) => `注意すれば一緒に使えます(${say.text(named)})。`,
    "nothing-against": ({ named }, say) => `一緒に使えない理由は見つかっていません(${say.text(named)})。`,
    "must-not": ({ brand, says }, say) => `${typed(brand)}${say.text(says)}`,
    "judge-first": ({ brand, says }, say) => `${typed(brand)}${say.text(says)}`,
    care: ({ brand, says }, say) => `${typed(brand)}${say.text(says)}`,
    "not-by-this-route": ({ brand, says }, say) => `${typed(brand)}${say.text(says)}`,
    "route-not-covered": ({ medicine }, say) =>
      `${say.name("medicine", medicine)}についてわかっているのは、飲み薬や注射の場合です。塗り薬など体の一部に使う場合に安全だとする資料は見つかっていません。薬剤師に確認してください。`,
    "only-beside-hormonal-contraception": ({ says }, say) =>
      `ホルモン避妊をしていなければ当てはまりません。ホルモン避妊を始める前に処方医に伝えてください。${say.text(says)}`,
    "depends-on-contraception": ({ says }, say) =>
      `ホルモン避妊をしているかどうかで変わりますが、その情報がありません。${say.text(says)}`,
    "no-word-on-it": ({ brand, says, checkedDay }, say) =>
      `${typed(brand)}${say.text(says)}(${say.day(checkedDay)}確認)`,
    "nothing-found": ({ brand, says, checkedDay }, say) =>
      `${typed(brand)}${say.text(says)}(${say.day(checkedDay)}確認)`,
    "nothing-found-with-care": ({ brand, says, checkedDay }, say) =>
      `${typed(brand)}${say.text(says)}(${say.day(checkedDay)}確認)`,
    "no-valid-method": ({ brand, says }, say) => `${typed(brand)}${say.text(says)}`,
    "may-weaken-contraception": ({ medicine }, say) =>
      `この種類の薬には、ホルモン避妊の効きを弱めるものがあります。${say.name("medicine", medicine)}が当てはまるかどうかを、ホルモン避妊に頼る前に確認してください。薬を自分の判断でやめないでください。`,
    "may-weaken-contraception-if-any": ({ medicine }, say) =>
      `この種類の薬には、ホルモン避妊の効きを弱めるものがあります。ホルモン避妊をしている場合は、${say.name("medicine", medicine)}が当てはまるか確認してください。`,
    "isotretinoin-itself": ({ says }, say) => say.text(says),
    "not-a-medicine": ({ name, says }, say) => `${say.text(name)}は薬ではありません。${say.text(says)}`,
    "unknown-to-us": ({ written }) =>
      `「${written}」は登録されていません。問題がないという意味ではないので、一緒に飲む前に、箱や袋を薬剤師に見せて確認してください。`,
    "did-you-mean": ({ written, name }, say) =>
      `「${written}」は登録されていません。もしかして、${say.text(name)}ですか。正確な名前を入れて、もう一度調べてください。`,
    "which-method": ({ written, name }, say) =>
      `「${written}」には種類があります(${say.text(name)})。どちらかを箱や説明書で確かめ、その名前を入れてもう一度調べてください。`,
    "if-it-is": ({ medicine, says }, say) => `${say.name("medicine", medicine)}だった場合:${say.text(says)}`,
    "read-in-part": ({ written, name }, say) =>
      `「${written}」のうち、わかったのは${say.text(name)}だけです。ほかの薬が含まれていないか確認してください。`,
    "read-as": ({ written, name }, say) =>
      `「${written}」を${say.text(name)}と読み取りました。箱の名前を確認してください。この薬についての説明は、その薬だった場合のものです。`,
    "said-elsewhere": ({ says }, say) => say.text(says),
  },
  sections: { counts: "それぞれについてわかっていること" },
};
