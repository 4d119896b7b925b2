/** What the page "Check a supply" speaks with: its texts, the product's words, and the knowledge's names. */
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { sayIn, words } from "../../words/say.ts";
import type { Bilingual, Language, Say, Words } from "../../words/words.ts";
import { knowledge } from "../knowledge.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { Text } from "./text.ts";

const texts: { readonly [L in Language]: Text } = { en, ja };

/** What a component needs to speak: the page's texts, the product's words, and facts as words. */
export interface Speech {
  readonly language: Language;
  readonly text: Text;
  readonly words: Words;
  readonly say: Say;
  /** The side of a bilingual text that is read now. */
  readonly of: (both: Bilingual) => string;
}

const SpeechContext = createContext<Speech | undefined>(undefined);

export function Speaking({
  language,
  zone,
  children,
}: {
  language: Language;
  zone: string;
  children: ReactNode;
}) {
  const speech = useMemo(
    (): Speech => ({
      language,
      text: texts[language],
      words: words[language],
      say: sayIn(language, knowledge, zone),
      of: (both) => both[language],
    }),
    [language, zone],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === undefined) throw new Error("useSpeech is used outside <Speaking>");
  return speech;
}
