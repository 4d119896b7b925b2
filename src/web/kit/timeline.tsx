import { useElementSize } from "@mantine/hooks";
import { useId } from "react";
import { type Day, dayText } from "../../core/calendar.ts";
import { useSpeech } from "../text/speech.tsx";
import { Disclosure } from "./disclosure.tsx";
import classes from "./timeline.module.css";
import { DotShape, LaneBars, LaneMarks, laneHeight } from "./timeline-lane.tsx";
import type { BarKind, DotKind, TimelineModel } from "./timeline-model.ts";
import { dateOf, monthStarts, scaleOf } from "./timeline-scale.ts";

const flagHeight = 25;
const axisHeight = 30;

/** What happened and what is planned, drawn to the width there is; the same stands below it as a list. */
export function Timeline({ model }: { model: TimelineModel }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { text } = useSpeech();
  return (
    <figure className={classes.figure}>
      <div ref={ref} className={classes.frame}>
        {width > 0 ? <Drawing model={model} width={width} /> : undefined}
      </div>
      <Legend model={model} />
      <Disclosure summary={text.timeline.asList} quiet className="screen-only">
        <List model={model} />
      </Disclosure>
    </figure>
  );
}

function Drawing({ model, width }: { model: TimelineModel; width: number }) {
  const { text, say } = useSpeech();
  const id = useId();
  const x = scaleOf(model, width);
  const later = model.earliest === model.on ? undefined : model.earliest;
  const flagsHeight = (later === undefined ? 1 : 2) * flagHeight + 6;
  const height = flagsHeight + model.lanes.length * laneHeight + axisHeight;
  const floor = height - axisHeight;
  const months = monthStarts(model.from, model.to);
  return (
    <svg
      className={classes.drawing}
      role="img"
      aria-labelledby={id}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title id={id}>{text.timeline.describes(say.day(model.from), say.day(model.to))}</title>
      {months.map((day, index) => {
        const { year, month } = dateOf(day);
        const room = x(months[index + 1] ?? model.to) - x(day);
        return (
          <g key={day}>
            <line className={classes.grid} x1={x(day)} x2={x(day)} y1={flagsHeight - 6} y2={floor + 6} />
            {room > 58 ? (
              <text className={classes.tick} x={x(day) + 5} y={floor + 20}>
                {text.timeline.monthName(year, month)}
              </text>
            ) : undefined}
          </g>
        );
      })}
      <line className={classes.axis} x1={0} x2={width} y1={floor} y2={floor} />
      {model.lanes.map((lane, index) => (
        <LaneBars key={lane.id} lane={lane} x={x} y={flagsHeight + index * laneHeight} width={width} />
      ))}
      <Flag kind="on" day={model.on} label={text.timeline.chosen} row={0} x={x} width={width} floor={floor} />
      {later === undefined ? undefined : (
        <Flag
          kind="earliest"
          day={later}
          label={text.timeline.earliest}
          row={1}
          x={x}
          width={width}
          floor={floor}
        />
      )}
      {model.lanes.map((lane, index) => (
        <LaneMarks key={lane.id} lane={lane} x={x} y={flagsHeight + index * laneHeight} />
      ))}
    </svg>
  );
}

function Flag(props: {
  kind: "on" | "earliest";
  day: Day;
  label: string;
  row: number;
  x: (day: Day) => number;
  width: number;
  floor: number;
}) {
  const { kind, day, label, row, x, width, floor } = props;
  const { text } = useSpeech();
  const { month, day: dayOfMonth } = dateOf(day);
  const says = `${label} ${text.timeline.shortDay(month, dayOfMonth)}`;
  const flagWidth = widthOf(says) + 18;
  const middle = x(day);
  const left = Math.min(Math.max(middle - flagWidth / 2, 0), width - flagWidth);
  const top = row * flagHeight;
  return (
    <g className={classes.flag} data-kind={kind}>
      <line x1={middle} x2={middle} y1={top + 21} y2={floor} />
      <rect x={left} y={top} width={flagWidth} height={21} rx={6} />
      <text x={left + flagWidth / 2} y={top + 15} textAnchor="middle">
        {says}
      </text>
    </g>
  );
}

/** About how wide a text of 12 px is: Japanese characters fill a square. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, letter) => width + (letter > "\u2fff" ? 12 : 6.9), 0);
}

/** One entry a kind that is drawn. */
function Legend({ model }: { model: TimelineModel }) {
  const { text } = useSpeech();
  const t = text.timeline;
  const bars: { readonly [K in BarKind]: string } = {
    cover: t.contraception,
    month: t.month,
    window: t.window,
    period: t.period,
    supply: t.supply,
    proposed: t.proposed,
  };
  const dots: { readonly [K in DotKind]: string } = {
    good: t.negative,
    open: t.unclear,
    alarm: t.alarm,
    blood: t.bloods,
    step: t.step,
  };
  const drawnBars = Object.entries(bars).filter(([kind]) =>
    model.lanes.some((lane) => lane.bars.some((b) => b.kind === kind)),
  );
  const drawnDots = Object.entries(dots).filter(([kind]) =>
    model.lanes.some((lane) => lane.dots.some((d) => d.kind === kind)),
  );
  return (
    <ul className={classes.legend} aria-hidden>
      {drawnBars.map(([kind, says]) => (
        <li key={kind}>
          <svg width="22" height="14">
            <rect
              className={classes.bar}
              data-kind={kind}
              x="1"
              y={kind === "period" ? 5 : 2}
              width="20"
              height={kind === "period" ? 4 : 10}
              rx="3"
            />
          </svg>
          {says}
        </li>
      ))}
      {drawnDots.map(([kind, says]) => (
        <li key={kind}>
          <svg width="16" height="14">
            <DotShape kind={kind as DotKind} x={8} y={7} />
          </svg>
          {says}
        </li>
      ))}
    </ul>
  );
}

function List({ model }: { model: TimelineModel }) {
  const { text, say } = useSpeech();
  return (
    <dl className={classes.list}>
      {model.lanes.map((lane) => (
        <div key={lane.id}>
          <dt>{lane.name}</dt>
          <dd>
            <ul>
              {[...lane.bars, ...lane.dots]
                .map((item) => ({ item, first: "day" in item ? item.day : item.from }))
                .toSorted((a, b) => a.first - b.first)
                .map(({ item, first }, index) => (
                  <li key={`${dayText(first)}-${index}`}>
                    <span className={classes.when}>
                      {"day" in item || item.to === undefined
                        ? say.day(first)
                        : text.timeline.range(say.day(first), say.day(item.to))}
                    </span>
                    {item.says}
                  </li>
                ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
