import { IconArrowLeft, IconShieldLock } from "@tabler/icons-react";
import { useRef } from "react";
import { Link, useLocation, useParams } from "react-router";
import { questionNamed } from "../../../app/questions/ask.ts";
import type { Fields } from "../../../core/questions/fields.ts";
import type { AnyQuestion } from "../../../core/questions/index.ts";
import { questionLead, questionTitle } from "../../../words/render-question.ts";
import { knowledge } from "../../knowledge.ts";
import { NotFound } from "../../shell/not-found.tsx";
import { usePage } from "../../shell/page.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { AlarmLine } from "../alarm-line.tsx";
import { AllSeries } from "../answer/all-series.tsx";
import { AnswerAtFoot } from "../answer/answer-at-foot.tsx";
import { AnswerCard, AnswerSaid } from "../answer/answer-card.tsx";
import { NoAnswer } from "../answer/no-answer.tsx";
import { Remarks } from "../answer/remarks.tsx";
import { QuestionForm } from "../form/question-form.tsx";
import { questionsText } from "../text.ts";
import classes from "./question-page.module.css";
import { RecordOpener } from "./record-opener.tsx";
import { countryUnder } from "./under.ts";
import { useAsking } from "./use-asking.ts";
import { WhereAndWhen } from "./where-and-when.tsx";
import { WhichClinic } from "./which-clinic.tsx";

/** One question, asked by anybody: its form, and the answer as soon as there is enough to go by. */
export function QuestionPage() {
  const { question: id = "" } = useParams();
  const { key, hash } = useLocation();
  const question = questionNamed(id);
  // A link opened anew fills the form anew.
  return question === undefined ? (
    <NotFound />
  ) : (
    <ThisQuestion key={`${id} ${key} ${hash}`} question={question} />
  );
}

function ThisQuestion({ question }: { question: AnyQuestion }) {
  const text = useText(questionsText);
  const { language } = useLanguage();
  const { asking, change, under, on, today, answered, opened, setOpened } = useAsking(question);
  const { answer } = answered;
  const title = questionTitle(question.id)[language];
  const heading = usePage(title);
  const shown = useRef<HTMLDivElement>(null);
  /** What is said before anything was entered need not follow anybody down the page. */
  const isEmptyForm = Object.keys(asking.given).length === 0 && opened === undefined;
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Link className={`${classes.back} screen-only`} to="/ask">
          <IconArrowLeft size={16} stroke={2} aria-hidden />
          {text.all}
        </Link>
        <h1 {...heading}>{title}</h1>
        <p className={classes.lead}>{questionLead(question.id)[language]}</p>
        <p className={`${classes.local} screen-only`} title={text.localMore}>
          <IconShieldLock size={17} stroke={2} aria-hidden />
          {text.local}
        </p>
      </header>
      <AlarmLine country={countryUnder(under, knowledge)} />
      <div className={classes.columns} data-wide={hasRows(question) || undefined}>
        <form
          className={`${classes.form} screen-only`}
          aria-label={title}
          onSubmit={(event) => event.preventDefault()}
        >
          {question.id === "price" ? (
            <WhichClinic under={under} onUnder={(next) => change({ under: next })} />
          ) : undefined}
          <QuestionForm
            question={question}
            given={asking.given}
            known={opened === undefined ? {} : (answer?.asked ?? {})}
            problems={answered.problems}
            onChange={(given) => change({ given })}
          />
          {question.record === "needed" ? <RecordOpener opened={opened} onOpened={setOpened} /> : undefined}
        </form>
        <div ref={shown} className={classes.answer}>
          <AnswerSaid answer={answer} />
          <div className={`${classes.rules} screen-only`}>
            <WhereAndWhen
              under={under}
              on={on}
              today={today}
              onUnder={(next) => change({ under: next })}
              onDay={(next) => change({ on: next })}
            />
          </div>
          {answer === undefined ? (
            <NoAnswer question={question} given={asking.given} answered={answered} />
          ) : (
            <>
              <AnswerCard question={question} answer={answer} />
              {answer.remarks.length === 0 ? undefined : (
                <div className={classes.remarks}>
                  <Remarks question={question.id} answer={answer} />
                </div>
              )}
              <AllSeries question={question.id} answer={answer} given={asking.given} />
              <p className={classes.support}>{text.support}</p>
            </>
          )}
        </div>
      </div>
      <AnswerAtFoot answer={isEmptyForm ? undefined : answer} watched={shown} />
    </div>
  );
}

/** A table needs the width of the page. */
function hasRows(question: AnyQuestion): boolean {
  const fields: Fields = question.fields;
  return Object.values(fields).some(({ kind }) => kind === "rows");
}
