import { plus } from "../../core/calendar.ts";
import classes from "./timeline.module.css";
import type { Bar, DotKind, Lane } from "./timeline-model.ts";
import type { Scale } from "./timeline-scale.ts";

export const laneHeight = 50;
const nameHeight = 20;
const middle = nameHeight + 13;

/** What lasts: below the lines of the chosen and the earliest day. */
export function LaneBars({ lane, x, y, width }: { lane: Lane; x: Scale; y: number; width: number }) {
  return (
    <g transform={`translate(0 ${y})`}>
      {lane.bars.map((bar, index) => (
        <BarShape key={`${bar.kind}-${index}`} bar={bar} x={x} width={width} />
      ))}
    </g>
  );
}

/** The lane's name and what happened on a day: above those lines. */
export function LaneMarks({ lane, x, y }: { lane: Lane; x: Scale; y: number }) {
  return (
    <g transform={`translate(0 ${y})`}>
      <text className={classes.laneName} x={0} y={14}>
        {lane.name}
      </text>
      {lane.dots.map((dot, index) => (
        <DotShape
          key={`${dot.kind}-${index}`}
          kind={dot.kind}
          x={(x(dot.day) + x(plus(dot.day, 1))) / 2}
          y={middle}
        />
      ))}
    </g>
  );
}

function BarShape({ bar, x, width }: { bar: Bar; x: Scale; width: number }) {
  const left = Math.max(x(bar.from), -8);
  const right = bar.to === undefined ? width + 8 : Math.min(x(plus(bar.to, 1)), width + 8);
  if (right <= left) return undefined;
  const thin = bar.kind === "period";
  return (
    <rect
      className={classes.bar}
      data-kind={bar.kind}
      x={left}
      y={thin ? middle + 11 : middle - 9}
      width={Math.max(3, right - left)}
      height={thin ? 4 : 18}
      rx={thin ? 2 : 5}
    />
  );
}

/** The shape says the kind as well as the colour does. */
export function DotShape({ kind, x, y }: { kind: DotKind; x: number; y: number }) {
  const shared = { className: classes.dot, "data-kind": kind };
  switch (kind) {
    case "good":
      return <circle {...shared} cx={x} cy={y} r={6} />;
    case "open":
      return <circle {...shared} cx={x} cy={y} r={5.5} />;
    case "alarm":
      return <path {...shared} d={`M${x} ${y - 7.5}l7 13h-14z`} />;
    case "blood":
      return <rect {...shared} x={x - 4.5} y={y - 4.5} width={9} height={9} rx={2} />;
    case "step":
      return <path {...shared} d={`M${x} ${y - 7}l7 7-7 7-7-7z`} />;
  }
}
