import { IconShieldLock } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Card } from "../kit/card.tsx";
import { usePage } from "../shell/page.ts";
import { useLanguage } from "../text/language.tsx";
import { Speaking, useSpeech } from "../text/speech.tsx";
import { AnswerColumn } from "./answer-column.tsx";
import { FactsCard } from "./facts-card.tsx";
import classes from "./page.module.css";
import { PatientCard } from "./patient-card.tsx";
import { SupplyCard } from "./supply-card.tsx";
import { useCheck } from "./use-check.ts";

/** "Check a supply": a patient, a proposal, a day, and the answer to them. */
export function CheckPage() {
  const { language } = useLanguage();
  const { state, dispatch: change, checked, examples } = useCheck(language);
  const [readable, setReadable] = useState(true);
  const dispatch: typeof change = (action) => {
    setReadable(true);
    change(action);
  };
  const answer = useRef<HTMLDivElement>(null);
  return (
    <Speaking language={language} zone={checked.zone}>
      <Header />
      <div className={classes.main}>
        <div className={`${classes.inputs} screen-only`}>
          <PatientCard state={state} dispatch={dispatch} examples={examples} onRead={setReadable} />
          <SupplyCard state={state} dispatch={dispatch} checked={checked} />
          <FactsCard state={state} dispatch={dispatch} checked={checked} />
        </div>
        <div className={classes.answer} ref={answer}>
          {readable ? <AnswerColumn state={state} dispatch={dispatch} checked={checked} /> : <NoAnswer />}
        </div>
      </div>
      <Footer />
    </Speaking>
  );
}

function Header() {
  const { text } = useSpeech();
  const heading = usePage(text.page.title);
  return (
    <div className={classes.header}>
      <a className={`${classes.skip} screen-only`} href="#answer" onClick={toAnswer}>
        {text.page.toAnswer}
      </a>
      <div className={classes.title}>
        <h1 {...heading}>{text.page.title}</h1>
        <p className={classes.lead}>{text.page.lead}</p>
        <p className={`${classes.local} screen-only`} title={text.page.localMore}>
          <IconShieldLock size={17} stroke={2} aria-hidden />
          {text.page.local}
        </p>
      </div>
    </div>
  );
}

/** Moves to the answer without touching the address, which holds the page's state. */
function toAnswer(event: { preventDefault: () => void }): void {
  event.preventDefault();
  const answer = document.getElementById("answer");
  answer?.scrollIntoView();
  answer?.focus({ preventScroll: true });
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
