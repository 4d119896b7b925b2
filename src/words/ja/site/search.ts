/** サイト全体の検索の言葉。 */
import type { SiteWords } from "../../site-words.ts";

export const search: SiteWords["search"] = {
  title: "検索",
  description: "してもいいこと、薬、症状、使いみち、ページに書かれていることを、まとめて探せます。",
  label: "何をお探しですか",
  hint: "お酒、頭痛、抗生物質、悪化など",
  find: "検索",
  lead: (typed) => `「${typed}」で見つかったものです。`,
  empty: "したいこと、薬の名前、症状、使いみち、どこかで読んだことなどを入れてください。",
  nothing: (typed) =>
    `「${typed}」では何も見つかりませんでした。安全だという意味ではありません。クリニックに尋ねるか、一覧からお探しください。`,
  groups: {
    symptoms: "気になる症状",
    activities: "してもいいこと",
    medicines: "飲み合わせ",
    indications: "何に使う薬か",
    claims: "それは本当ですか",
  },
  allClaims: (n) => `${n}件すべてを見る`,
};
