/** What a password may be: long, and nothing that somebody who knows the person would try first. */
import type { Bilingual } from "../../words/words.ts";
import { longestPassword, shortestPassword } from "./limits.ts";

interface Whose {
  readonly name: string;
  readonly email: string;
}

/** What is wrong with a password; undefined where nothing is. */
export function wrongWithPassword(password: string, { name, email }: Whose): Bilingual | undefined {
  const { length } = password;
  if (length < shortestPassword) return tooShort;
  if (length > longestPassword) return tooLong;
  const folded = fold(password);
  const own = [...name.split(/[\s・,]+/), ...email.split(/[@.+_-]+/), email, name, "isoward"]
    .map(fold)
    .filter((part) => part.length >= shortestPart);
  // What is left when the guessable is taken out has to be a password still.
  const rest = own.reduce((left, part) => left.replaceAll(part, ""), folded);
  if (rest.length < folded.length && rest.length < shortestRest) return ownName;
  return isMonotonous(folded) ? monotonous : undefined;
}

const shortestPart = 3;
const shortestRest = 8;
const fewestKinds = 5;

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
}

/** A few characters over and over, one piece again and again, or a run along the alphabet, the digits or the keyboard. */
function isMonotonous(text: string): boolean {
  if (new Set(text).size < fewestKinds || /^(.+?)\1+$/.test(text)) return true;
  let steps = 0;
  for (let at = 1; at < text.length; at++) if (isStep(text[at - 1] ?? "", text[at] ?? "")) steps += 1;
  return steps >= text.length - 3;
}

const rows = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "0123456789"];

function isStep(one: string, next: string): boolean {
  return rows.some((row) => {
    const [from, to] = [row.indexOf(one), row.indexOf(next)];
    return from >= 0 && to >= 0 && Math.abs(from - to) <= 1;
  });
}

const tooShort: Bilingual = {
  en: `It is shorter than ${shortestPassword} characters. A few words in a row are easy to remember.`,
  ja: `${shortestPassword}文字に足りません。いくつかの言葉を並べると覚えやすくなります。`,
};
const tooLong: Bilingual = {
  en: `It is longer than ${longestPassword} characters.`,
  ja: `${longestPassword}文字を超えています。`,
};
const ownName: Bilingual = {
  en: "It is little more than your name, your e-mail address or the name of this program.",
  ja: "お名前、メールアドレス、またはこのプログラムの名前とほとんど同じです。",
};
const monotonous: Bilingual = {
  en: "It repeats itself or runs along the keyboard, which is tried first.",
  ja: "同じ文字の繰り返しやキーの並び順は、真っ先に試されます。",
};
