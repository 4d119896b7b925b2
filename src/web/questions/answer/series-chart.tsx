import { useElementSize } from "@mantine/hooks";
import { useId } from "react";
import { parseDay } from "../../../core/calendar.ts";
import type { QuestionId } from "../../../core/questions/index.ts";
import { seriesTitle } from "../../../words/render-question.ts";
import { Disclosure } from "../../kit/disclosure.tsx";
import { knowledge } from "../../knowledge.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { sayDay } from "../../text/when.ts";
import { questionsText } from "../text.ts";
import classes from "./series-chart.module.css";
import { namedLines, type SeriesJson, scaleOfSeries } from "./series-scale.ts";

/** Numbers over days with the lines they are read against; the same stands below it as a table. */
export function SeriesChart({ question, series }: { question: QuestionId; series: SeriesJson }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const text = useText(questionsText);
  const { language } = useLanguage();
  const name = seriesTitle(question, series.id, knowledge)[language];
  const id = useId();
  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <figcaption id={id} className={classes.name}>
        {name} <span className={classes.unit}>{series.unit}</span>
      </figcaption>
      <div ref={ref} className={classes.frame}>
        {width > 0 ? <Drawing question={question} series={series} width={width} name={name} /> : undefined}
      </div>
      <Disclosure summary={text.asTable} quiet>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{text.day}</th>
              <th scope="col">
                {name} ({series.unit})
              </th>
            </tr>
          </thead>
          <tbody>
            {series.lines.map(({ value, meaning }) => (
              <tr key={`${meaning}-${value}`} className={classes.tableLine}>
                <th scope="row">{seriesTitle(question, meaning, knowledge)[language]}</th>
                <td>{value}</td>
              </tr>
            ))}
            {series.points.map(({ on, value }, index) => (
              <tr key={`${on}-${index}`}>
                <th scope="row">{sayDay(language, on)}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  );
}

const height = 190;

function Drawing(props: { question: QuestionId; series: SeriesJson; width: number; name: string }) {
  const { question, series, width, name } = props;
  const { language } = useLanguage();
  const frame = { width, height, left: 12, right: 12, top: 26, bottom: 26 };
  const scale = scaleOfSeries(series, frame);
  const [first] = series.points;
  const last = series.points.at(-1);
  if (scale === undefined || first === undefined || last === undefined) return undefined;
  const points = series.points.flatMap(({ on, value }) => {
    const day = parseDay(on);
    return day === undefined ? [] : [{ on, value, x: scale.x(day), y: scale.y(value) }];
  });
  const floor = height - frame.bottom;
  return (
    <svg className={classes.drawing} width={width} height={height} role="img" aria-label={name}>
      <line className={classes.axis} x1={0} x2={width} y1={floor} y2={floor} />
      {namedLines(series, scale.y).map(({ value, meaning, side }) => (
        <g key={`${meaning}-${value}`}>
          <line className={classes.limit} x1={0} x2={width} y1={scale.y(value)} y2={scale.y(value)} />
          {side === undefined ? undefined : (
            <text
              className={classes.meaning}
              x={side === "start" ? 0 : width}
              y={scale.y(value) - 4}
              textAnchor={side}
            >
              {seriesTitle(question, meaning, knowledge)[language]} {value}
            </text>
          )}
        </g>
      ))}
      <polyline className={classes.line} points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
      {points.map(({ on, value, x, y }, index) => (
        <g key={`${on}-${index}`}>
          <circle className={classes.point} cx={x} cy={y} r="4.5" />
          <text className={classes.value} x={x} y={y - 9} textAnchor={anchorOf(index, points.length)}>
            {value}
          </text>
        </g>
      ))}
      {scale.from === scale.to ? (
        <text className={classes.day} x={width / 2} y={height - 7} textAnchor="middle">
          {sayDay(language, first.on)}
        </text>
      ) : (
        <>
          <text className={classes.day} x={0} y={height - 7}>
            {sayDay(language, first.on)}
          </text>
          <text className={classes.day} x={width} y={height - 7} textAnchor="end">
            {sayDay(language, last.on)}
          </text>
        </>
      )}
    </svg>
  );
}

/** Numbers at the ends stay within the drawing. */
function anchorOf(index: number, count: number): "start" | "middle" | "end" {
  if (count === 1) return "middle";
  return index === 0 ? "start" : index === count - 1 ? "end" : "middle";
}
