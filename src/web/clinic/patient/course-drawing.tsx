import { useElementSize } from "@mantine/hooks";
import { useId } from "react";
import type { PatientView } from "../../../app/views/shapes.ts";
import { type Day, dayText, parseDay, plus } from "../../../core/calendar.ts";
import { useText } from "../../text/language.tsx";
import type { When } from "../../text/use-when.ts";
import classes from "./course-drawing.module.css";
import { patientText } from "./text.ts";

const height = 62;
const barTop = 20;
const barHeight = 20;

/** The supplies of the course along its days, and today: a gap shows as a gap. */
export function CourseDrawing({ view, today, when }: { view: PatientView; today: Day; when: When }) {
  const text = useText(patientText);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const id = useId();
  const supplies = view.authorisations
    .filter(({ state, dispensed }) => state === "dispensed" && dispensed !== null)
    .flatMap(({ dispensed, supply }) => {
      const from = parseDay(dispensed?.day ?? "");
      return from === undefined ? [] : [{ from, days: dispensed?.days ?? supply.days }];
    })
    .toSorted((a, b) => a.from - b.from);
  const [earliest] = supplies;
  if (earliest === undefined) return undefined;
  const first = Math.min(earliest.from, parseDay(view.course.firstDay ?? "") ?? earliest.from);
  const out = Math.max(...supplies.map(({ from, days }) => from + days));
  const last = Math.max(out, today + 5);
  const x = (day: number) => ((day - first) / (last - first)) * width;
  const says = supplies.map(({ from, days }) => text.drawingSupply(when.day(dayText(from)), days)).join("; ");
  return (
    <div ref={ref} className={classes.frame}>
      {width === 0 ? undefined : (
        <svg width={width} height={height} role="img" aria-labelledby={id} className={classes.drawing}>
          <title id={id}>{text.drawing(says)}</title>
          <line className={classes.axis} x1={0} x2={width} y1={barTop + barHeight} y2={barTop + barHeight} />
          {supplies.map(({ from, days }) => (
            <rect
              key={from}
              className={classes.supply}
              data-now={(today >= from && today < plus(from, days)) || undefined}
              x={x(from) + 1}
              y={barTop}
              width={Math.max(3, x(from + days) - x(from) - 2)}
              height={barHeight}
              rx={4}
            />
          ))}
          <line
            className={classes.today}
            x1={x(today)}
            x2={x(today)}
            y1={barTop - 5}
            y2={barTop + barHeight + 4}
          />
          <text
            className={classes.word}
            x={Math.min(Math.max(x(today), 18), width - 18)}
            y={12}
            textAnchor="middle"
          >
            {text.drawingToday}
          </text>
          <text className={classes.end} x={0} y={height - 6}>
            {when.day(dayText(first as Day))}
          </text>
          {out === last ? (
            <text className={classes.end} x={width} y={height - 6} textAnchor="end">
              {when.day(dayText((last - 1) as Day))}
            </text>
          ) : undefined}
        </svg>
      )}
    </div>
  );
}
