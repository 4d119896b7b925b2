import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import type { AnyQuestion } from "../../../core/questions/index.ts";
import { VerdictMark } from "../../kit/verdict-mark.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { questionsText } from "../text.ts";
import classes from "./answer-card.module.css";
import { AnswerSteps } from "./answer-steps.tsx";
import { AskedLine } from "./asked-line.tsx";
import { Bill } from "./bill.tsx";
import { CalendarFile } from "./calendar-file.tsx";
import { CallNow } from "./call-now.tsx";
import { FreeDay } from "./free-day.tsx";

/** The answer, large: its sentence, the day from which it changes, and whose turn it is. */
export function AnswerCard({ question, answer }: { question: AnyQuestion; answer: AnswerJson }) {
  const text = useText(questionsText);
  const { language } = useLanguage();
  const { headline, verdict } = answer;
  return (
    <section className={classes.card} data-verdict={verdict} aria-label={text.answer}>
      <AskedLine question={question} answer={answer} />
      <div className={classes.verdict}>
        <VerdictMark verdict={verdict} size={46} />
        <h2 className={classes.headline} tabIndex={-1}>
          {headline.text[language]}
        </h2>
      </div>
      <CallNow answer={answer} />
      <FreeDay question={question} answer={answer} />
      <Bill answer={answer} />
      <AnswerSteps answer={answer} />
      <div className={classes.foot}>
        <p className={classes.versions}>{text.versions(answer.knowledge.slice(0, 8), answer.rules)}</p>
        <CalendarFile answer={answer} />
        <Button
          className="screen-only"
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => print()}
        >
          {text.print}
        </Button>
      </div>
    </section>
  );
}

/** Told to whoever does not see it, whenever it changes. */
export function AnswerSaid({ answer }: { answer: AnswerJson | undefined }) {
  const text = useText(questionsText);
  const { language } = useLanguage();
  return (
    <p className="visually-hidden" role="status">
      {answer === undefined ? "" : `${text.answer}: ${answer.headline.text[language]}`}
    </p>
  );
}
