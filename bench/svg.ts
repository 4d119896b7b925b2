/** Bars in SVG, readable on a light and on a dark page. Nothing is loaded, and nothing runs. */

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** As it is written behind the bar. */
  readonly says: string;
  /** What it is about, or what stands beside it. */
  readonly kind: "own" | "beside";
}

export interface Panel {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** A line across all bars. */
  readonly aim?: { readonly value: number; readonly says: string };
}

const width = 860;
const labelWidth = 300;
const saysWidth = 150;
const barWidth = width - labelWidth - saysWidth;
const rowHeight = 24;
const titleHeight = 34;
const gap = 18;

const style = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .title { font-weight: 600; font-size: 15px }
  .own { fill: #0969da } .beside { fill: #9aa4af } .aim { stroke: #bc4c00; stroke-dasharray: 4 3 } .aim-says { fill: #bc4c00 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .own { fill: #4493f8 } .beside { fill: #6e7681 } .aim { stroke: #f0883e } .aim-says { fill: #f0883e }
  }`;

/** @param title read out in the place of the picture */
export function picture(title: string, panels: readonly Panel[]): string {
  const parts: string[] = [];
  let y = 8;
  for (const panel of panels) {
    parts.push(...drawn(panel, y));
    y += heightOf(panel) + gap;
  }
  const size = `viewBox="0 0 ${width} ${y}" width="${width}" height="${y}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${plain(title)}">`,
    `<title>${plain(title)}</title>`,
    `<style>${style}\n</style>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

function drawn({ title, bars, aim }: Panel, top: number): string[] {
  const most = Math.max(...bars.map(({ value }) => value), aim?.value ?? 0);
  const x = (value: number) => labelWidth + (most === 0 ? 0 : (value / most) * barWidth);
  const lines = [text(0, top + 16, title, "title")];
  for (const [index, { label, value, says, kind }] of bars.entries()) {
    const y = top + titleHeight + index * rowHeight;
    const length = Math.max(1, x(value) - labelWidth);
    lines.push(
      text(labelWidth - 10, y + 13, label, undefined, "end"),
      `<rect class="${kind}" x="${labelWidth}" y="${y + 2}" width="${round(length)}" height="${rowHeight - 9}" rx="2"/>`,
      text(labelWidth + length + 8, y + 13, says),
    );
  }
  if (aim !== undefined) {
    const at = round(x(aim.value));
    const from = top + titleHeight - 4;
    lines.push(
      `<line class="aim" x1="${at}" x2="${at}" y1="${from}" y2="${from + bars.length * rowHeight}"/>`,
      text(at, from - 3, aim.says, "aim-says", at > labelWidth + barWidth / 2 ? "end" : "start"),
    );
  }
  return lines;
}

const heightOf = ({ bars }: Panel) => titleHeight + bars.length * rowHeight;

function text(x: number, y: number, says: string, kind?: string, anchor: "start" | "end" = "start"): string {
  const ofKind = kind === undefined ? "" : ` class="${kind}"`;
  return `<text x="${round(x)}" y="${round(y)}"${ofKind} text-anchor="${anchor}">${plain(says)}</text>`;
}

const round = (value: number) => Math.round(value * 10) / 10;

const plain = (says: string) =>
  says.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
