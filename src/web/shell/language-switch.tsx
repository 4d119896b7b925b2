import { type Language, languages } from "../../words/words.ts";
import { useLanguage, useText } from "../text/language.tsx";
import classes from "./language-switch.module.css";
import { shellText } from "./text.ts";

const ownNames: { readonly [L in Language]: string } = { en: "English", ja: "日本語" };

/** The languages of the page, each by its own name. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const text = useText(shellText);
  return (
    <div className={classes.languages} role="group" aria-label={text.language}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          onClick={() => choose(one)}
        >
          {ownNames[one]}
        </button>
      ))}
    </div>
  );
}
