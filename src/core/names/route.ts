/** What a name says beside the name: the route, its strength, its salt, its form. */

/** Routes by which a medicine is used, as far as it matters beside isotretinoin. */
export const routes = ["oral", "injected", "drip", "inhaled", "nasal", "eye", "skin"] as const;
export type Route = (typeof routes)[number];

/** Words for each; the first that stands in a text counts, the more special ones before the more general. */
const wordsFor: readonly (readonly [Route, RegExp])[] = [
  ["inhaled", /\b(inhaled|inhalers?|inhalation)\b|吸入(薬|剤|用)?/g],
  ["nasal", /\b(nasal sprays?|nose sprays?|nasal|in the nose)\b|点鼻(薬|液)?/g],
  ["eye", /\b(eye drops?|eye ointment|in the eyes?)\b|点眼(薬|液)?|目薬|眼軟膏/g],
  ["drip", /\b(short(-| )(term|course)? ?)?(drip|infusion|intravenous|i\.?v\.?)\b|短期の?点滴|点滴|静注/g],
  ["injected", /\b(injections?|injected|shots?|depot)\b|注射(薬|剤|液)?/g],
  [
    "skin",
    /\b(cream|ointment|gel|lotion|topical|on the skin|for the skin)\b|(塗リ|塗り|ぬり)薬|軟膏|クリーム|ゲル|ジェル|ローション|外用(薬|剤|液)?|塗布/g,
  ],
  [
    "oral",
    /\b(oral|by mouth|tablets?|capsules?|syrup|to swallow)\b|内服(薬|剤)?|(飲み|のみ)薬|経口(薬|剤)?|錠(剤)?|カプセル|シロップ/g,
  ],
];

/** Strengths and amounts ("100 mg", "0.1%"), salts, and words that say nothing of what it is. */
const noise: readonly RegExp[] = [
  /\d+(\.\d+)?\s*(mg|g|mcg|µg|μg|ug|ml|%|iu|単位|ミリグラム|錠|カプセル)(?![a-z])/g,
  /\b(hydrochloride|hcl|hyclate|monohydrate|dihydrate|sodium|potassium|calcium)\b/g,
  /(塩酸塩|塩酸|ナトリウム|カリウム|水和物|製剤)/g,
  /\b(a|an|the|my|some|any|of|for|medicines?|drugs?|supplements?)\b/g,
  /(サプリメント|サプリ|のお?薬|お薬)/g,
];

/** One width and one case, spaces kept. */
export function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}

/** The route that a text names; undefined where it says none. */
export function routeIn(text: string): Route | undefined {
  const written = plain(text);
  return wordsFor.find(([, words]) => written.search(words) >= 0)?.[0];
}

/** The text without routes, strengths, salts and empty words. */
export function bareName(text: string): string {
  let left = plain(text);
  for (const words of [...wordsFor.map(([, one]) => one), ...noise]) left = left.replaceAll(words, " ");
  return left.replaceAll(/\s+/g, " ").trim();
}
