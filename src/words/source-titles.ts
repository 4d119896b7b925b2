/** How a document is named to a reader: our own decisions by their title in both languages, and no path of a file. */
import type { Source } from "../core/knowledge/schema.ts";
import type { Language } from "./words.ts";

/** Titles of Isoward's own decisions in Japanese; the English ones stand in the knowledge. A test finds a missing one. */
const inJapanese: Readonly<Record<string, string>> = {
  "decision-bases": "すべてに共通する下限と、プロトコルの土台",
  "decision-eu-windows": "欧州：検査と調剤の日数",
  "decision-unconfirmed-edition": "確認されていない版は前の版と併せて判断し、19日の間隔を残す",
  "decision-lockout": "最初の期間を逃したあとの待ち時間",
  "decision-dose": "通常の上限と最大量、通常の上限を超えてよい人",
  "decision-supply-length": "30日を超える処方",
  "decision-lab-without-policy": "署名された方針がないとき、確認する値と中止する値",
  "decision-acne-fulminans": "劇症型ざ瘡のしるし",
  "decision-mood": "気分と自傷について直接尋ねる",
  "decision-symptoms": "添付文書にある症状は一つだけでも扱い、確かめるまで中止する",
  "decision-conditions": "確認する病気と中止する病気",
  "decision-pores": "毛穴は期待される変化であり、使用する目的ではない",
  "decision-indications": "使いみちの分類。一覧にないものは認めない",
  "decision-maintenance": "塗り薬による維持は治療のあとに行う",
  "decision-jp-products": "日本のクリニックが挙げる製品",
  "decision-jp-strictest": "日本では最も厳しい決まりに合わせる",
  "decision-unapproved-drug": "未承認の薬について説明すること",
  "decision-pantothenic-acid": "パントテン酸",
  "decision-verdict-words": "判定と分類の言葉、54歳、スポンジについて",
  "decision-currency": "体重・重症度・気分・避妊の情報がいつまで有効か",
  "decision-lapse": "月経の遅れや避妊の失敗では、計画の記録を求める",
  "decision-plausible-bounds": "ありえないとみなす値",
  "decision-product": "製品と規格が決まっていて、カプセルは割らない",
  "decision-contraceptive-kinds": "本人の操作がいらない避妊法と、バリア法",
  "decision-authorised-once": "許可は一度、お渡しも一度。期間と量は許可のとおり",
  "decision-overlap": "手元のカプセルを使い切ってから次へ(署名された重なりを除く)",
  "decision-pack": "お渡しした箱はロットと使用期限でわかる",
  "decision-helplines": "緊急の知らせには必ず救急と相談窓口の番号を添える",
  "decision-uk-editions": "英国の二つの版：どの書類に誰が署名し、何を省くか",
  "decision-first-supply": "最初は10日分。飲む前に結果を確かめ、2回目の受診でもう一度確かめる",
  "decision-triage": "症状は最も重いもので判断し、わからないものを見過ごさず、組み合わせでは重くするだけ",
  "decision-steroid-routes": "吸入・点鼻・点眼・塗布のステロイドと、短期間の点滴",
  "decision-vaccines": "ワクチンを断る理由を挙げた添付文書はない",
  "decision-alcohol-claim": "飲酒後3年間の避妊は、アシトレチンの決まり",
  "decision-watched-limits": "検査値の基準範囲のうち、知る必要のある側",
  "decision-lab-question": "結果で動く前に確かめる、空腹・飲酒・運動",
  "decision-no-source": "資料に何も書かれていないことは、尋ねるよう答える",
  "decision-men-conceiving": "男性が子どもを望むとき：治療中と終了後1か月は相談する",
  "decision-breastfeeding": "授乳：最後のカプセルから1か月",
  "decision-light": "添付文書にない光治療は、レーザーと同じ期間、相談する",
  "decision-procedures": "添付文書にない施術は、皮膚剥削術と同じ期間、相談する",
  "decision-surgery": "手術では、関わる全員に前もって伝える",
  "decision-tanning": "治療中は、わざと日焼けをしない",
  "decision-sight": "運転や機械：暗い所で見えにくくなることがあるため注意する",
  "decision-skin-care": "保湿と日焼け止めは行い、こする・引っ張るものは相談する",
  "decision-missed-dose":
    "飲み忘れはプロトコルに従い、二回分を一度に飲まない。一回分の数カプセルは一回と数える",
  "decision-eligibility": "適格性：治療できる人と、最初の処方の前だけに尋ねること",
  "decision-contraception-trouble":
    "避妊の失敗や検査陽性のあと：中止して当日電話し、緊急避妊を尋ねる。時間や日数は示さない",
  "decision-response": "治療への反応が、悪化か、効果不足か、どちらでもないか",
  "decision-prices": "料金表から請求額を求める方法",
  "decision-claims": "ページの記載の判定と、参考文献の訂正",
  "decision-plan": "カプセル単位で治療を計画する方法",
  "derived-window": "7日間の期間の最後の日",
  "derived-washout": "半減期の5倍の時間と、個人差の広がり",
};

/** The title to show, with the language that it is written in. */
export function sourceTitle(
  { id, title }: Pick<Source, "id" | "title">,
  language: Language,
): { readonly text: string; readonly lang: Language } {
  const translated = language === "ja" && Object.hasOwn(inJapanese, id) ? inJapanese[id] : undefined;
  if (translated !== undefined) return { text: translated, lang: "ja" };
  return { text: title, lang: /[ぁ-んァ-ヶ一-龠]/.test(title) ? "ja" : "en" };
}

/** Where a reader finds it: an address to go to, a place in words, or nothing where it is a file of ours. */
export function sourcePlace({ where }: Pick<Source, "where">): {
  readonly address?: string;
  readonly says?: string;
} {
  if (/^https?:\/\/\S+$/.test(where)) return { address: where };
  return /^(?:docs|knowledge|src)\//.test(where) ? {} : { says: where };
}
