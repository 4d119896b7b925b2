import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import type { QuestionId } from "../../../core/questions/index.ts";
import classes from "./all-series.module.css";
import { SeriesChart } from "./series-chart.tsx";

/** Everything of an answer that is drawn. */
export function AllSeries({ question, answer }: { question: QuestionId; answer: AnswerJson }) {
  const drawn = answer.series.filter(({ points }) => points.length > 0);
  return drawn.length === 0 ? undefined : (
    <div className={classes.all}>
      {drawn.map((series) => (
        <SeriesChart key={series.id} question={question} series={series} />
      ))}
    </div>
  );
}
