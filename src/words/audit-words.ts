/** The audit trail in plain words, in every language. */
import { questionNames } from "../core/questions/names.ts";
import { commandTitle, isTitled } from "./command-titles.ts";
import { audit as en } from "./en/audit.ts";
import { audit as ja } from "./ja/audit.ts";
import { questionTitle } from "./render-question.ts";
import type { Bilingual, Language } from "./words.ts";

/** English holds the lists; every other language must hold the same. */
export type AuditWords = typeof en;

const words: { readonly [L in Language]: AuditWords } = { en, ja };
const languagesOf = (say: (words: AuditWords, language: Language) => string): Bilingual => ({
  en: say(words.en, "en"),
  ja: say(words.ja, "ja"),
});

/** What somebody saw, by the operation's name; undefined where there are no words for it. */
export function operationText(operation: string): Bilingual | undefined {
  const seen = seenAt(operation);
  if (seen !== undefined) return languagesOf(({ saw }, language) => saw(seen[language]));
  const question = questionAt(operation);
  if (question !== undefined) return languagesOf(({ asked }, language) => asked(question[language]));
  const label = commandAt(operation);
  return label === undefined
    ? undefined
    : languagesOf(({ refusedCommand }, language) => refusedCommand(label[language]));
}

/** That somebody was refused what they tried. */
export function refusedText(operation: string): Bilingual {
  const tried = seenAt(operation) ?? questionAt(operation) ?? commandAt(operation);
  return languagesOf(({ refused }, language) => refused(tried?.[language] ?? operation));
}

/** By what right somebody saw it. */
export function throughText(through: string): Bilingual | undefined {
  return has(en.through, through) ? languagesOf((own) => own.through[through]) : undefined;
}

/** Why somebody was not let in. */
export function denialText(why: string): Bilingual | undefined {
  return has(en.denials, why) ? languagesOf(({ denials }) => denials[why]) : undefined;
}

/** What happened to an account, and how somebody came in. */
export function eventText(event: string): Bilingual | undefined {
  return has(en.events, event) ? languagesOf(({ events }) => events[event]) : undefined;
}
export function wayText(way: string): Bilingual | undefined {
  return has(en.ways, way) ? languagesOf(({ ways }) => ways[way]) : undefined;
}

/** That a record was opened in an emergency. */
export const openedText: Bilingual = languagesOf(({ opened }) => opened);

/**
 * Titles of what was written together, the first of them and how many more.
 *
 * @param hidden entries beside them whose titles whoever asks does not see
 */
export function writtenText(seen: readonly Bilingual[], hidden = 0, most = 3): Bilingual {
  const titles = hidden === 0 ? seen : [...seen, languagesOf(({ notShown }) => notShown(hidden))];
  return languagesOf(({ more }, language) => {
    const shown = titles.slice(0, most).map((title) => title[language]);
    const rest = titles.length - shown.length;
    const joined = shown.join(language === "ja" ? "、" : "; ");
    return rest === 0 ? joined : `${joined}${language === "ja" ? "、" : "; "}${more(rest)}`;
  });
}

function has<T extends object>(list: T, key: string): key is keyof T & string {
  return Object.hasOwn(list, key);
}

function seenAt(operation: string): Bilingual | undefined {
  return has(en.operations, operation) ? languagesOf(({ operations }) => operations[operation]) : undefined;
}

function questionAt(operation: string): Bilingual | undefined {
  const [, name] = /^ask(\w+)OfPatient$/.exec(operation) ?? [];
  const id = name === undefined ? undefined : questionNames.find((one) => one === kebab(name));
  return id === undefined ? undefined : questionTitle(id);
}

function commandAt(operation: string): Bilingual | undefined {
  const command = kebab(operation.replace(/ByNumber$/, ""));
  return isTitled(command) ? commandTitle(command) : undefined;
}

/** `recordWeight` as `record-weight`. */
function kebab(camel: string): string {
  return camel.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
