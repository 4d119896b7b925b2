/** The way through a course as a drawing: a line with a stop for each step, from values of the protocol. */

import type { WayStep } from "../../words/en/site/home.ts";
import { type Html, html } from "../html.ts";
import type { View } from "../view.ts";

/** The drawing is as narrow as the narrowest phone leaves it, so that its letters never shrink. */
const widthPx = 288;
const textFromPx = 40;
const lineStepPx = 25;

/** The drawing, and what its numbers rest on. */
export function courseWay({ asked, knowledge, text }: View): {
  readonly drawing: Html;
  readonly cites: readonly string[];
} {
  const { home } = text;
  const {
    contraceptionMonthsBefore,
    contraceptionMonthsAfter,
    supplyDaysIfPregnancyPossible,
    courseUsual,
    courseLongest,
  } = asked.values;
  const laser = knowledge.activities["laser"]?.statements.find(
    ({ by, judged, after }) => by === "label" && judged === "supported" && after !== undefined,
  );
  const steps = [
    typeof contraceptionMonthsBefore.value === "number" && home.steps.before(contraceptionMonthsBefore.value),
    home.steps.start,
    typeof supplyDaysIfPregnancyPossible.value === "number" &&
      home.steps.during(supplyDaysIfPregnancyPossible.value),
    courseUsual.value !== null &&
      courseLongest.value !== null &&
      home.steps.end(courseUsual.value, courseLongest.value),
    typeof contraceptionMonthsAfter.value === "number" && home.steps.after(contraceptionMonthsAfter.value),
    laser?.after !== undefined && home.steps.skin(laser.after),
  ].filter((step) => step !== false);
  const cites = [
    ...contraceptionMonthsBefore.cites,
    ...supplyDaysIfPregnancyPossible.cites,
    ...courseUsual.cites,
    ...courseLongest.cites,
    ...contraceptionMonthsAfter.cites,
    ...(laser?.cites ?? []),
  ];
  return { drawing: drawn(home.way, home.wayRead(steps), steps), cites };
}

function drawn(title: string, read: string, steps: readonly WayStep[]): Html {
  const gapPx = 22;
  let top = 8;
  const stops = steps.map(({ title: name, says }) => {
    const at = top + 16;
    const lines = says.flat();
    top = at + lines.length * lineStepPx + gapPx;
    return { name, lines, at };
  });
  const heightPx = top - 6;
  const first = stops[0]?.at ?? 0;
  const last = stops.at(-1)?.at ?? 0;
  // Between the first and the last capsule the line is thick: that is when capsules are taken.
  const [start, end] = [stops[1]?.at ?? first, stops[3]?.at ?? last];
  return html`<svg viewBox="0 0 ${widthPx} ${heightPx}" width="${widthPx}" height="${heightPx}" role="img" aria-labelledby="way-title way-about"><title id="way-title">${title}</title><desc id="way-about">${read}</desc>
<path class="way-line" d="M14 ${first}V${last}"/><path class="way-capsules" d="M14 ${start}V${end}"/>
${stops.map(
  ({ at, name, lines }, index) =>
    html`<g><circle class="${index >= 1 && index <= 3 ? "way-stop way-on" : "way-stop"}" cx="14" cy="${at}" r="8"/><text class="way-name" x="${textFromPx}" y="${at + 6}">${name}</text>${lines.map(
      (line, row) => html`<text x="${textFromPx}" y="${at + 6 + (row + 1) * lineStepPx}">${line}</text>`,
    )}</g>`,
)}</svg>`;
}
