import type { Judged } from "../../../core/knowledge/parts.ts";
import type { claims as question } from "../../../core/questions/claims/claims.ts";
import type { QuestionWords } from "../../question-words.ts";
import type { Say } from "../../words.ts";
import { sentences } from "../grammar.ts";

const judged: { readonly [J in Judged]: string } = {
  supported: "裏づけがあります。",
  "house-rule": "そのクリニックだけの決まりです。",
  outdated: "古くなった内容です。",
  unsupported: "裏づけがありません。",
  wrong: "誤りです。",
  dangerous: "危険な内容です。",
};

interface Counts {
  readonly dangerous: number;
  readonly wrong: number;
  readonly unsupported: number;
  readonly outdated: number;
  readonly houseRule: number;
  readonly supported: number;
}

/** 「危険2件、誤り1件、裏づけあり3件」 */
function howJudged(of: Counts, say: Say): string {
  const parts: readonly (readonly [number, string])[] = [
    [of.dangerous, "危険"],
    [of.wrong, "誤り"],
    [of.unsupported, "裏づけなし"],
    [of.outdated, "古い内容"],
    [of.houseRule, "クリニック独自の決まり"],
    [of.supported, "裏づけあり"],
  ];
  return say.list(parts.filter(([many]) => many > 0).map(([many, how]) => `${how}${say.number(many)}件`));
}

/** 最も悪い評価を先に示す。 */
function worst({ dangerous, wrong }: Counts): string {
  if (dangerous > 0) return "危険な記述が含まれています。";
  return wrong > 0 ? "誤った記述が含まれています。" : "";
}

export const claims: QuestionWords<typeof question> = {
  title: "それは本当ですか",
  lead: "イソトレチノインについてクリニックやウェブサイトのページに書かれていることを、添付文書や研究と照らし合わせて評価し、正しい内容とともに示します。",
  fields: {
    search: { label: "どんなことを読んだり聞いたりしましたか", hint: "日本語か英語で、1語か2語。" },
    page: {
      label: "どのページ",
      choices: {
        "page-000": "000:複数の国内クリニックの文章を集めたもの",
        "page-001": "001:複数の国内クリニックの決まりを集めたもの",
        "page-002": "002:毛穴についてのクリニックのページ",
        "page-003": "003:乾癬などへの使用をすすめるウェブサイト",
        "page-004": "004:東京のクリニックの治療案内",
      },
    },
    judged: {
      label: "評価",
      choices: {
        supported: "裏づけがある",
        "house-rule": "そのクリニックだけの決まり",
        outdated: "古い",
        unsupported: "裏づけがない",
        wrong: "誤り",
        dangerous: "危険",
      },
    },
    topic: {
      label: "何について",
      choices: {
        effect: "効きめ",
        "how-it-works": "はたらき方",
        relapse: "再発",
        course: "期間と効果が出る時期",
        dose: "飲む量",
        "missed-dose": "飲み忘れ",
        flare: "治療初期の悪化",
        pregnancy: "妊娠・授乳",
        contraception: "避妊",
        men: "男性",
        tests: "血液検査・妊娠検査",
        "side-effects": "副作用",
        mood: "こころの不調",
        procedures: "施術・手術・献血",
        sun: "日差し・光",
        care: "肌や唇の手入れ",
        medicines: "ほかの薬・飲酒・食事",
        vaccines: "予防接種",
        "who-may": "服用できる人",
        supply: "処方・通院",
        price: "料金",
        approval: "承認・個人輸入",
        products: "製品・メーカー",
        indications: "何に使うか",
      },
    },
  },
  reasons: {
    found: (facts, say) =>
      `${worst(facts)}${facts.search === undefined ? "" : `「${facts.search}」に当てはまる`}記述は${say.number(facts.found)}件です(${howJudged(facts, say)})。${facts.near === 0 ? "" : `近い記述も${say.number(facts.near)}件、続けて示します。`}`,
    near: (facts, say) =>
      `${worst(facts)}「${facts.search ?? ""}」そのものは見つかりませんでした。近い記述が${say.number(facts.found)}件あります(${howJudged(facts, say)})。`,
    none: ({ search }) =>
      `${search === undefined ? "条件に合う記述は" : `「${search}」についての記述は`}、これらのページには見つかりませんでした。正しいとも誤りとも言えませんので、処方医か薬剤師に確認してください。`,
    claim: (facts, say) =>
      sentences(
        judged[facts.judged],
        say.text(facts.answer),
        facts.contradicts.length === 0
          ? ""
          : `食い違う記述:${facts.contradicts.map((id) => say.name("claim", id)).join("、")}。`,
      ),
    reference: ({ authors, year, title, where, pmid, doi, mended }, say) =>
      sentences(
        `${authors}: ${title}${/[.?!]$/.test(title) ? "" : "."} ${where}${year === undefined ? "" : ` (${year})`}。`,
        pmid === undefined ? "" : `PMID ${pmid}。`,
        doi === undefined ? "" : `doi ${doi} `,
        mended === undefined ? "" : `訂正:${say.text(mended)}`,
      ),
  },
  sections: {
    know: "裏づけがあること・クリニック独自の決まり",
    evidence: "ページが挙げている文献",
  },
};
