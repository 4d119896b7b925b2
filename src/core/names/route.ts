/** What a name says beside the name: the route, its strength, its salt, its form. */

/** Routes by which a medicine is used, as far as it matters beside isotretinoin. */
export const routes = ["oral", "injected", "drip", "inhaled", "nasal", "eye", "skin"] as const;
export type Route = (typeof routes)[number];

/** Words in English, whole, and in Japanese, where nothing stands between words. */
const words = (english: string, japanese: string) =>
  new RegExp(`(?<![a-z])(?:${english})(?![a-z])|の?(?:${japanese})`, "g");

/** Words for each; the first that stands in a text counts, the more special ones before the more general. */
const wordsFor: readonly (readonly [Route, RegExp])[] = [
  ["inhaled", words("inhaled|inhalers?|inhalation", "吸入(?:薬|剤|用)?")],
  ["nasal", words("nasal sprays?|nose sprays?|nasal|in the nose", "点鼻(?:薬|液)?")],
  ["eye", words("eye drops?|eye ointment|in the eyes?", "点眼(?:薬|液)?|目薬|眼軟膏")],
  ["drip", words("drips?|infusions?|intravenous|i\\.?v\\.?", "点滴|静注")],
  ["injected", words("injections?|injected|shots?|depot", "注射(?:薬|剤|液)?")],
  [
    "skin",
    words(
      "cream|ointment|gel|lotion|topical|on the skin|for the skin",
      "(?:塗り|ぬり)薬|軟膏|クリーム|ゲル|ジェル|ローション|外用(?:薬|剤|液)?|塗布",
    ),
  ],
  [
    "oral",
    words(
      "oral|by mouth|tablets?|capsules?|syrup|to swallow",
      "内服(?:薬|剤)?|(?:飲み|のみ)薬|経口(?:薬|剤)?|錠剤?|カプセル|シロップ",
    ),
  ],
];

/** Strengths and amounts ("100 mg", "0.1%"), salts, and words that say nothing of what it is. */
const noise: readonly RegExp[] = [
  /(?<!\d)\d+(\.\d+)?\s*(mg|g|mcg|µg|μg|ug|ml|%|iu|単位|ミリグラム|錠|カプセル)(?![a-z])/g,
  words(
    "hydrochloride|hcl|hyclate|monohydrate|dihydrate|sodium|potassium",
    "塩酸塩|塩酸|ナトリウム|カリウム|水和物|製剤",
  ),
  words(
    "short[- ](?:term|course)|the|my|some|any|of|medicines?|drugs?|supplements?",
    "短期間?の?|サプリメント|サプリ|お?薬$",
  ),
];

/** One width and one case, spaces kept. */
export function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}

const wholeBody: ReadonlySet<Route> = new Set(["oral", "injected", "drip"]);

/** The route that a text names; undefined where it says none, or both tablets and a cream. */
export function routeIn(text: string): Route | undefined {
  const written = plain(text);
  const said = wordsFor.filter(([, one]) => written.search(one) >= 0).map(([route]) => route);
  const first = said[0];
  if (first === undefined || wholeBody.has(first)) return first;
  return said.some((route) => wholeBody.has(route)) ? undefined : first;
}

/** The text without routes, strengths, salts and empty words. */
export function bareName(text: string): string {
  let left = plain(text);
  for (const said of [...wordsFor.map(([, one]) => one), ...noise]) left = left.replaceAll(said, " ");
  return left.replaceAll(/\s+/g, " ").trim();
}
