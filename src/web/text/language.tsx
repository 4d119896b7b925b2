/** The language of the pages: from the address, else as last chosen, else the browser's own. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Language, languages } from "../../words/words.ts";

const kept = "isoward.language";

interface Choice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}
const LanguageContext = createContext<Choice | undefined>(undefined);

/** Holds the language for every page below. */
export function InLanguage({ children }: { children: ReactNode }) {
  const [language, choose] = useState<Language>(() => languageNow(location.hash));
  useEffect(() => keepLanguage(language), [language]);
  useEffect(() => {
    const follow = () => choose(languageNow(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const choice = useMemo(() => ({ language, choose }), [language]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useLanguage(): Choice {
  const choice = useContext(LanguageContext);
  if (choice === undefined) throw new Error("useLanguage is used outside <InLanguage>");
  return choice;
}

/** The side of a text that is read now. A text is written as `const en = {…}; const ja: typeof en = {…}`. */
export function useText<T>(both: { readonly [L in Language]: T }): T {
  return both[useLanguage().language];
}

export function languageNow(hash: string): Language {
  const asked =
    new URLSearchParams(hash.replace(/^#/, "")).get("lang") ?? stored() ?? navigator.language.slice(0, 2);
  return languages.find((language) => language === asked) ?? "en";
}

function keepLanguage(language: Language): void {
  document.documentElement.lang = language;
  try {
    localStorage.setItem(kept, language);
  } catch {
    // Storage may be forbidden: then the address alone keeps the language.
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
}
