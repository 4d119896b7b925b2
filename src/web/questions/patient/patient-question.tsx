import { useRef, useState } from "react";
import type { AnyQuestion } from "../../../core/questions/index.ts";
import { questionTitle } from "../../../words/render-question.ts";
import { useTimeline } from "../../api/queries.ts";
import { Trouble } from "../../kit/trouble.tsx";
import { useLanguage } from "../../text/language.tsx";
import { AllSeries } from "../answer/all-series.tsx";
import { AnswerAtFoot } from "../answer/answer-at-foot.tsx";
import { AnswerCard, AnswerSaid } from "../answer/answer-card.tsx";
import { NoAnswer } from "../answer/no-answer.tsx";
import { Remarks } from "../answer/remarks.tsx";
import { QuestionForm } from "../form/question-form.tsx";
import type { Given } from "../given.ts";
import classes from "./patient-question.module.css";
import { reportKindOf } from "./report-kind.ts";
import { usePatientAnswer } from "./use-patient-answer.ts";

/** What the record suggests where nobody has chosen: which report it is. */
function useChosen(patient: string, { id }: AnyQuestion): Given {
  const { data } = useTimeline(patient);
  if (id !== "report" || data === undefined) return {};
  return { kind: reportKindOf(data.pages.flatMap(({ items }) => items)) };
}

/** One question of one patient: the record has filled in what it knows. */
export function PatientQuestion(props: { patient: string; question: AnyQuestion; begin: Given }) {
  const { patient, question, begin } = props;
  const { language } = useLanguage();
  const [entered, setGiven] = useState<Given>(begin);
  const chosen = useChosen(patient, question);
  const given = { ...chosen, ...entered };
  const { answer, problems, isOld, cause, again } = usePatientAnswer(patient, question, given);
  const shown = useRef<HTMLDivElement>(null);
  return (
    <div className={classes.question}>
      <form
        className={`${classes.form} screen-only`}
        aria-label={questionTitle(question.id)[language]}
        onSubmit={(event) => event.preventDefault()}
      >
        <QuestionForm
          question={question}
          given={given}
          known={answer?.asked ?? {}}
          problems={problems}
          onChange={setGiven}
        />
      </form>
      <div ref={shown} className={classes.answer} aria-busy={isOld} data-old={isOld || undefined}>
        <AnswerSaid answer={isOld ? undefined : answer} />
        {cause === null ? undefined : <Trouble cause={cause} onRetry={again} />}
        {answer !== undefined ? (
          <>
            <AnswerCard question={question} answer={answer} />
            <Remarks question={question.id} answer={answer} />
            <AllSeries question={question.id} answer={answer} given={given} />
          </>
        ) : cause === null ? (
          <NoAnswer question={question} given={given} answered={{ problems, undecidable: undefined }} />
        ) : undefined}
      </div>
      <AnswerAtFoot answer={isOld ? undefined : answer} watched={shown} />
    </div>
  );
}
