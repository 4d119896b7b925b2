/** Protocols for a terminal: a list, and two side by side with the differences first. */
import { styleText } from "node:util";
import type { Listed } from "../core/knowledge/protocol-list.ts";
import {
  comparisonWords,
  parameterWords,
  type ReadComparison,
  type ReadSide,
  type ReadSideValue,
  type ReadValue,
} from "../words/render-comparison.ts";
import type { Language } from "../words/words.ts";

/** One line for each, clinics under their protocol. */
export function protocolsText(protocols: readonly Listed[], lang: Language): string {
  const say = comparisonWords[lang];
  const widest = Math.max(...protocols.map(({ id }) => id.length));
  return protocols
    .map(({ id, is, title, inForce, usable }) => {
      const name = `${is === "clinic" ? "  " : ""}${id}`.padEnd(widest + 3);
      const edition = inForce === null || is === "clinic" ? "" : ` · ${say.edition(inForce)}`;
      const line = `${styleText("bold", name)} ${title[lang]}${styleText("dim", edition)}`;
      return usable ? line : styleText("dim", line);
    })
    .join("\n");
}

/** Two side by side. */
export function comparisonText(
  found: ReadComparison,
  lang: Language,
  { all }: { readonly all: boolean },
): string {
  const say = comparisonWords[lang];
  const differing = found.values.filter(({ stricter }) => stricter !== "same");
  const same = found.values.filter(({ stricter }) => stricter === "same");
  const lines = [
    ...(["a", "b"] as const).map((which) => head(which, found[which], lang)),
    found.on,
    "",
    styleText("bold", say.differences(differing.length)),
    ...byTopic(differing, lang).flatMap(([topic, values]) => [
      "",
      styleText("underline", topic),
      ...values.flatMap((one) => row(one, found, lang)),
    ]),
    "",
    styleText("bold", say.same(same.length)),
  ];
  if (all) {
    for (const [topic, values] of byTopic(same, lang)) {
      lines.push("", styleText("underline", topic), ...values.map((one) => sameRow(one, lang)));
    }
  }
  lines.push("", ...sourcesOf(all ? found.values : differing, lang));
  return lines.join("\n");
}

function head(which: "a" | "b", side: ReadSide, lang: Language): string {
  const say = comparisonWords[lang];
  const edition = side.beside === null ? say.edition(side.edition) : say.beside(side.edition, side.beside);
  const works = side.is === "clinic" ? ` (${say.works(side.protocol.title[lang])})` : "";
  return `${styleText("bold", which.toUpperCase())} ${side.title[lang]}${works} · ${side.id} · ${edition}`;
}

function byTopic(values: readonly ReadValue[], lang: Language): [string, ReadValue[]][] {
  const topics = Map.groupBy(values, ({ topic }) => topic);
  return Object.entries(parameterWords[lang].topics).flatMap(([topic, title]) => {
    const own = topics.get(topic as ReadValue["topic"]);
    return own === undefined ? [] : [[title, own]];
  });
}

function row(one: ReadValue, found: ReadComparison, lang: Language): string[] {
  const say = comparisonWords[lang];
  const floor = one.floor ? ` · ${say.floor}` : "";
  const neither = one.stricter === "mixed" || one.stricter === "other";
  const how = neither ? ` · ${say.strictest[one.stricter]}` : "";
  const side = (which: "a" | "b") => {
    const stricter = one.stricter === which;
    const text = one[which].text[lang];
    const mark = stricter ? styleText("green", "▲") : " ";
    return `    ${mark} ${which.toUpperCase()} ${stricter ? styleText("bold", text) : text}${notes(one[which], found[which], lang)}`;
  };
  return [`  ${one.title[lang]}${styleText("dim", how + floor)}`, side("a"), side("b")];
}

function sameRow(one: ReadValue, lang: Language): string {
  const floor = one.floor ? styleText("dim", ` · ${comparisonWords[lang].floor}`) : "";
  return `  ${one.title[lang]}: ${one.a.text[lang]}${floor}`;
}

/** Who set it, what was signed for, and how far the worst of its sources was checked. */
function notes(value: ReadSideValue, side: ReadSide, lang: Language): string {
  const say = comparisonWords[lang];
  const { from, sources, deviation, mayLoosen, besides } = value;
  const unread = sources.length > 0 && sources.every(({ checked }) => checked === "unread");
  const parts = [
    from === null || from.id === side.id ? "" : say.setBy(from.title[lang]),
    sources.length === 0 ? "" : `[${sources.map(({ id }) => id).join(", ")}]`,
    unread ? say.checked.unread : "",
    besides === undefined ? "" : say.besides(besides[lang]),
    // Where it has been loosened already, what was signed says so.
    mayLoosen === undefined || deviation !== undefined
      ? ""
      : say.mayLoosen(mayLoosen.text[lang], mayLoosen.onlyIf !== undefined),
    deviation === undefined ? "" : say.signed(deviation.signedBy, deviation.because),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : styleText("dim", `  ${parts.join(" · ")}`);
}

/** Each source once, with how far it was checked. */
function sourcesOf(values: readonly ReadValue[], lang: Language): string[] {
  const say = comparisonWords[lang];
  const all = new Map(
    values.flatMap(({ a, b }) => [...a.sources, ...b.sources]).map((source) => [source.id, source]),
  );
  return [
    styleText("bold", say.sources),
    ...[...all.values()].map(
      ({ id, title, publisher, date, checked }) =>
        `  ${id}: ${title} (${[publisher, date].filter((part) => part !== undefined).join(", ")}), ${say.checked[checked]}`,
    ),
  ];
}
