import { IconChevronRight, IconShieldLock } from "@tabler/icons-react";
import { Link, useNavigate } from "react-router";
import type { AnyQuestion } from "../../../core/questions/index.ts";
import { questionLead, questionTitle } from "../../../words/render-question.ts";
import { knowledge } from "../../knowledge.ts";
import { usePage } from "../../shell/page.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { AlarmLine } from "../alarm-line.tsx";
import { askers, questionsOf } from "../askers.ts";
import { addressOf } from "../find/find.ts";
import { Finder } from "../find/finder.tsx";
import { questionsText } from "../text.ts";
import classes from "./index-page.module.css";
import { onlyOfRecord } from "./only-of-record.ts";
import { countryUnder, useUnder } from "./under.ts";
import { WhoseRules } from "./whose-rules.tsx";

/** Every question that can be asked between supplies, and a field that finds the right one by a word. */
export function AskPage() {
  const text = useText(questionsText);
  const heading = usePage(text.title);
  const [under, setUnder] = useUnder();
  const navigate = useNavigate();
  const { language } = useLanguage();
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <h1 {...heading}>{text.title}</h1>
        <p className={classes.lead}>{text.lead}</p>
        <p className={classes.local} title={text.localMore}>
          <IconShieldLock size={17} stroke={2} aria-hidden />
          {text.local}
        </p>
      </header>
      <AlarmLine country={countryUnder(under, knowledge)} />
      <Finder onPick={(finding) => void navigate(addressOf(finding, language))} />
      <div className={classes.rules}>
        <WhoseRules under={under} onUnder={setUnder} />
      </div>
      {askers.map((asker) => {
        const questions = questionsOf(asker);
        const { heading: says, lead } = text.askers[asker];
        return questions.length === 0 ? undefined : (
          <section key={asker} aria-labelledby={`asker-${asker}`}>
            <h2 id={`asker-${asker}`} className={classes.heading}>
              {says}
            </h2>
            <p className={classes.more}>{lead}</p>
            <ul className={classes.cards}>
              {questions.map((question) => (
                <QuestionCard key={question.id} question={question} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function QuestionCard({ question }: { question: AnyQuestion }) {
  const text = useText(questionsText);
  const { language } = useLanguage();
  return (
    <li>
      <Link className={classes.card} to={`/ask/${question.id}`}>
        <span className={classes.title}>
          {questionTitle(question.id)[language]}
          <IconChevronRight className={classes.go} size={18} stroke={2} aria-hidden />
        </span>
        <span className={classes.says}>{questionLead(question.id)[language]}</span>
        {onlyOfRecord.includes(question.id) ? (
          <span className={classes.tag}>{text.needsRecord}</span>
        ) : undefined}
      </Link>
    </li>
  );
}
