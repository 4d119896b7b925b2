/**
 * The same symptom in other words: how bad it is, since when, and how politely it is said. None of that makes a
 * symptom another one; how bad it is never makes it less.
 */

/** Words without which a sentence says the same. `bad`: they say that it is worse than the plain name. */
export interface SaidOtherwise {
  readonly text: string;
  readonly bad: boolean;
}

const badWords = [
  /\b(?:very|really|so|too|extreme(?:ly)?|severe(?:ly)?|terribl[ey]|awful(?:ly)?|bad(?:ly)?|horribl[ey]|intense(?:ly)?|strong(?:ly)?|sudden(?:ly)?|unbearabl[ey]|excruciating(?:ly)?|splitting|massive|acute|constant(?:ly)?|the worst|worst|a lot(?: of)?|like hell)\b/g,
  /(?:もの)?すご(?:く|い)|すっごく|とても|ひど(?:く|い)|め(?:っ)?ちゃ(?:くちゃ|めちゃ)?|割れそうに|割れるように|割れるほど|死ぬほど|激し(?:く|い)|強(?:く|い)|かなり|猛烈(?:に|な)|急(?:に|な)|突然(?:の)?|非常に|我慢できない(?:ほど|くらい)の?|耐えられない(?:ほど|くらい)の?|ずっと/g,
];
const plainWords = [
  /\b(?:i(?: have| ve| am| m| feel| ve got| got)?(?: got)?|my|an?|the|some|still|now|today|since yesterday|since this morning|slight(?:ly)?|mild(?:ly)?|a (?:bit|little)(?: of)?)\b/g,
  /少し|ちょっと|軽い|やや|なんとなく|昨日(?:の夜)?から|今朝から|朝から|今日から|今日は|さっきから/g,
  /(?:なん|ん|の)?です(?:か|が|けど|ね|よ)?$|(?:か|が|けど|ね|よ)$/g,
];

/** Endings as they stand in a list of names. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/\b(?:can ?not|cant)\b/g, "cannot"],
  [/(?<=[\p{Script=Han}ぁ-ん])く(?:て(?:たまらない)?|な(?:る|った|って(?:きた|いる)?|りました))/gu, "い"],
  [/ません(?:でした)?/g, "ない"],
  [/ました/g, "た"],
  [/(?<=痛)(?:む|みます|んで)/g, "い"],
];

/** The text as its plain name would stand in a list. */
export function saidOtherwise(text: string): SaidOtherwise {
  const written = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/['’](?=t\b)/g, "")
    .replaceAll(/['’]/g, " ");
  const ended = endings.reduce((left, [from, to]) => left.replaceAll(from, to), written);
  const mild = badWords.reduce((left, words) => left.replaceAll(words, " "), ended);
  const bare = plainWords.reduce((left, words) => left.replaceAll(words, " "), mild);
  return { text: bare.replaceAll(/\s+/g, " ").trim(), bad: mild !== ended };
}
