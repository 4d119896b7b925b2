import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import type { QuestionId } from "../../../core/questions/index.ts";
import { seriesTitle } from "../../../words/render-question.ts";
import { Disclosure } from "../../kit/disclosure.tsx";
import { knowledge } from "../../knowledge.ts";
import { useLanguage } from "../../text/language.tsx";
import type { Given } from "../given.ts";
import classes from "./all-series.module.css";
import { SeriesChart } from "./series-chart.tsx";
import { inQuestion } from "./series-in-question.ts";

/** Everything of an answer that is drawn; a laboratory value that is in order and was not asked about is folded away. */
export function AllSeries(props: { question: QuestionId; answer: AnswerJson; given: Given }) {
  const { question, answer, given } = props;
  const { language } = useLanguage();
  const drawn = answer.series.filter(({ points }) => points.length > 0);
  if (drawn.length === 0) return undefined;
  const isOpen = (id: string) =>
    !Object.hasOwn(knowledge.analytes, id) || inQuestion(id, answer.remarks, given);
  const folded = drawn.filter(({ id }) => !isOpen(id));
  return (
    <div className={classes.all}>
      {drawn
        .filter(({ id }) => isOpen(id))
        .map((series) => (
          <SeriesChart key={series.id} question={question} series={series} />
        ))}
      {folded.length === 0 ? undefined : (
        <div className={classes.folded}>
          {folded.map((series) => (
            <Disclosure key={series.id} summary={seriesTitle(question, series.id, knowledge)[language]} quiet>
              <SeriesChart question={question} series={series} />
            </Disclosure>
          ))}
        </div>
      )}
    </div>
  );
}
