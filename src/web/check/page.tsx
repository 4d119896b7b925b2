import { IconShieldLock } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { type Language, languages } from "../../words/words.ts";
import { Card } from "../kit/card.tsx";
import { keepLanguage, languageNow, Speaking, useSpeech } from "../text/language.tsx";
import { AnswerColumn } from "./answer-column.tsx";
import { FactsCard } from "./facts-card.tsx";
import classes from "./page.module.css";
import { PatientCard } from "./patient-card.tsx";
import { SupplyCard } from "./supply-card.tsx";
import { useCheck } from "./use-check.ts";

const ownNames: { readonly [L in Language]: string } = { en: "English", ja: "日本語" };

/** "Check a supply": a patient, a proposal, a day, and the answer to them. */
export function CheckPage() {
  const [language, setLanguage] = useState<Language>(() => languageNow(location.hash));
  const { state, dispatch: change, checked, examples } = useCheck(language);
  const [readable, setReadable] = useState(true);
  const dispatch: typeof change = (action) => {
    setReadable(true);
    change(action);
  };
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => keepLanguage(language), [language]);
  useEffect(() => {
    const follow = () => setLanguage(languageNow(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return (
    <Speaking language={language} zone={checked.zone}>
      <Header language={language} onLanguage={setLanguage} />
      <main className={classes.main}>
        <div className={`${classes.inputs} screen-only`}>
          <PatientCard state={state} dispatch={dispatch} examples={examples} onRead={setReadable} />
          <SupplyCard state={state} dispatch={dispatch} checked={checked} />
          <FactsCard state={state} dispatch={dispatch} checked={checked} />
        </div>
        <div className={classes.answer} ref={answer}>
          {readable ? <AnswerColumn state={state} dispatch={dispatch} checked={checked} /> : <NoAnswer />}
        </div>
      </main>
      <Footer />
    </Speaking>
  );
}

function Header({ language, onLanguage }: { language: Language; onLanguage: (language: Language) => void }) {
  const { text } = useSpeech();
  useEffect(() => {
    document.title = `${text.page.title} · Isoward`;
  }, [text]);
  return (
    <header className={classes.header}>
      <a className={`${classes.skip} screen-only`} href="#answer" onClick={toAnswer}>
        {text.page.toAnswer}
      </a>
      <div className={classes.bar}>
        <span className={classes.brand}>
          <Mark />
          Isoward
        </span>
        <div className={`${classes.languages} screen-only`} role="group" aria-label={text.page.language}>
          {languages.map((one) => (
            <button
              key={one}
              type="button"
              lang={one}
              aria-pressed={one === language}
              onClick={() => onLanguage(one)}
            >
              {ownNames[one]}
            </button>
          ))}
        </div>
      </div>
      <div className={classes.title}>
        <h1>{text.page.title}</h1>
        <p className={classes.lead}>{text.page.lead}</p>
        <p className={`${classes.local} screen-only`} title={text.page.localMore}>
          <IconShieldLock size={17} stroke={2} aria-hidden />
          {text.page.local}
        </p>
      </div>
    </header>
  );
}

/** Moves to the answer without touching the address, which holds the page's state. */
function toAnswer(event: { preventDefault: () => void }): void {
  event.preventDefault();
  const answer = document.getElementById("answer");
  answer?.scrollIntoView();
  answer?.focus({ preventScroll: true });
}

function Mark() {
  return (
    <svg width="26" height="28" viewBox="0 0 26 28" aria-hidden>
      <path d="M13 1 25 5v9c0 6.6-5 10.8-12 13C6 24.8 1 20.6 1 14V5z" fill="var(--accent)" />
      <g transform="rotate(-40 13 13.5)">
        <rect x="5.5" y="9.8" width="15" height="7.4" rx="3.7" fill="#fff" />
        <path d="M13 9.800v7.4" stroke="var(--accent)" strokeWidth="1.6" />
      </g>
    </svg>
  );
}

/** In place of an answer, while the files chosen last could not be read. */
function NoAnswer() {
  const { text } = useSpeech();
  return (
    <Card id="answer" heading={text.page.noAnswer}>
      <p>{text.page.noAnswerMore}</p>
    </Card>
  );
}

function Footer() {
  const { text } = useSpeech();
  return (
    <footer className={classes.footer}>
      <p className={classes.support}>{text.footer.support}</p>
      <p>
        {text.footer.fictional} {text.footer.local}
      </p>
    </footer>
  );
}
