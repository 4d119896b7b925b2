/** Numbers over days, and the lines they are read against, to places in a drawing. */

import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { type Day, parseDay } from "../../../core/calendar.ts";

export type SeriesJson = AnswerJson["series"][number];

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Room for the names of lines and days. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Scale {
  readonly x: (day: Day) => number;
  readonly y: (value: number) => number;
  readonly from: Day;
  readonly to: Day;
  /** The greatest value that is drawn. */
  readonly most: number;
}

/** Lines farther above the numbers than this would press them flat: the table has them. */
const farAbove = 2.5;

/** The lines worth drawing: those near the numbers, and the next one above them. */
export function linesInSight({ points, lines }: SeriesJson): SeriesJson["lines"] {
  const highest = Math.max(...points.map(({ value }) => value));
  const next = Math.min(...lines.map(({ value }) => value).filter((value) => value > highest));
  return lines.filter(({ value }) => value <= highest * farAbove || value === next);
}

/** From zero to a little above everything that is drawn, so that nothing looks larger than it is. */
export function scaleOfSeries(series: SeriesJson, frame: Frame): Scale | undefined {
  const { points } = series;
  const lines = linesInSight(series);
  const days = points.map(({ on }) => parseDay(on)).filter((day) => day !== undefined);
  if (days.length === 0) return undefined;
  const from = Math.min(...days) as Day;
  const to = Math.max(...days) as Day;
  const most = Math.max(...points.map(({ value }) => value), ...lines.map(({ value }) => value)) * 1.1 || 1;
  const inner = {
    width: frame.width - frame.left - frame.right,
    height: frame.height - frame.top - frame.bottom,
  };
  return {
    from,
    to,
    most,
    // A single point stands in the middle.
    x: (day) => frame.left + (to === from ? inner.width / 2 : ((day - from) / (to - from)) * inner.width),
    y: (value) => frame.top + inner.height * (1 - value / most),
  };
}

const lineHeight = 14;

/** Names of lines that stand close change sides; where there is room on neither, the table alone names it. */
export function namedLines(
  series: SeriesJson,
  y: Scale["y"],
): readonly {
  readonly value: number;
  readonly meaning: string;
  readonly side: "start" | "end" | undefined;
}[] {
  const last = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  return linesInSight(series)
    .toSorted((a, b) => a.value - b.value)
    .map(({ value, meaning }) => {
      const at = y(value);
      const side = (["start", "end"] as const).find((one) => last[one] - at >= lineHeight);
      if (side !== undefined) last[side] = at;
      return { value, meaning, side };
    });
}
