/** How words are read that readers type in kana: a text that holds the word is found by its reading. */

const readings: readonly (readonly [word: string, reading: string])[] = [
  ["好転反応", "こうてんはんのう"],
  ["乾癬", "かんせん"],
  ["避妊", "ひにん"],
  ["妊娠", "にんしん"],
  ["授乳", "じゅにゅう"],
  ["献血", "けんけつ"],
  ["輸血", "ゆけつ"],
  ["採血", "さいけつ"],
  ["生理", "せいり"],
  ["飲み忘れ", "のみわすれ"],
  ["副作用", "ふくさよう"],
  ["再発", "さいはつ"],
  ["悪化", "あっか"],
  ["脱毛", "だつもう"],
  ["日焼け", "ひやけ"],
  ["毛穴", "けあな"],
  ["皮脂", "ひし"],
  ["乾燥", "かんそう"],
  ["保湿", "ほしつ"],
  ["頭痛", "ずつう"],
  ["酒さ", "しゅさ"],
  ["飲酒", "いんしゅ"],
  ["予防接種", "よぼうせっしゅ"],
  ["個人輸入", "こじんゆにゅう"],
  ["半減期", "はんげんき"],
  ["鬱", "うつ"],
];

/** The readings of what stands in the texts. */
export function readingsOf(texts: readonly string[]): readonly string[] {
  return readings.flatMap(([word, reading]) => (texts.some((text) => text.includes(word)) ? [reading] : []));
}
