/** Commands as labels, in every language. */
import { commands as en } from "./en/commands.ts";
import { commands as ja } from "./ja/commands.ts";
import type { Bilingual, Language } from "./words.ts";

/** English holds the list; every other language must hold the same. */
export type CommandWords = { readonly [C in keyof typeof en]: string };

const words: { readonly [L in Language]: CommandWords } = { en, ja };

/** Names of commands that have a label. */
export type TitledCommand = keyof CommandWords;

/** A command's name as a short label; throws where there is none, for the registry asks for every one. */
export function commandTitle(name: string): Bilingual {
  if (!Object.hasOwn(en, name)) throw new Error(`no label for the command "${name}"`);
  const known = name as TitledCommand;
  return { en: words.en[known], ja: words.ja[known] };
}

/** Whether a command of this name has a label. */
export function isTitled(name: string): name is TitledCommand {
  return Object.hasOwn(en, name);
}
