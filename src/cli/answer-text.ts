/** An answer for a terminal: what it comes to, what to do and whose turn it is, then why, each with its sources. */
import { styleText } from "node:util";
import type { AnswerJson } from "../app/questions/answer-shape.ts";
import { parseDay } from "../core/calendar.ts";
import { type Verdict, verdicts } from "../core/finding.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { QuestionId } from "../core/questions/index.ts";
import { sections } from "../core/questions/question.ts";
import { questionTitle, sectionTitle, seriesTitle } from "../words/render-question.ts";
import { words as languages, sayIn } from "../words/say.ts";
import type { Language } from "../words/words.ts";
import { billLines } from "./bill-text.ts";

const colours = { pass: "green", advise: "cyan", ask: "yellow", wait: "blue", stop: "red" } as const;
const marks: { readonly [V in Verdict]: string } = { pass: "✓", advise: "!", ask: "?", wait: "…", stop: "✗" };

const headings = {
  en: {
    under: "Asked under",
    on: "on",
    next: "What to do next",
    from: "from",
    earliest: "Earliest",
    source: "Source",
    unread: "not yet checked at source",
    decision: "decision of Isoward",
    numbers: "Figures",
    support:
      "For patients and licensed prescribers together; not yet cleared for clinical use. It takes no prescriber's place.",
  },
  ja: {
    under: "判断の基準",
    on: "基準日:",
    next: "次にすること",
    from: "開始:",
    earliest: "可能になる日",
    source: "出典",
    unread: "原典未確認",
    decision: "Isowardの判断",
    numbers: "数値",
    support:
      "患者さんと処方医が一緒に使うためのもので、まだ臨床使用の承認を受けていません。診察の代わりにはなりません。",
  },
} as const;

export function answerText(answer: AnswerJson, knowledge: Knowledge, language: Language): string {
  const words = headings[language];
  const id = answer.question as QuestionId;
  const say = sayIn(language, knowledge, answer.zone);
  const dayIn = (text: string) => say.day(parseDay(text));
  const place = answer.clinic ?? answer.protocol;
  const lines = [
    styleText("bold", questionTitle(id)[language]),
    styleText(
      [colours[answer.verdict], "bold"],
      `${marks[answer.verdict]} ${answer.headline.text[language]}`,
    ),
    `${words.under}: ${say.name("protocol", place)}, ${words.on} ${dayIn(answer.on)}`,
  ];
  if (answer.earliest !== null) lines.push(`${words.earliest}: ${dayIn(answer.earliest)}`);

  const steps = stepsOf(answer);
  if (steps.length > 0) lines.push("", heading(words.next));
  for (const { who, text, by } of steps) {
    const when = by > answer.on ? ` (${words.from} ${dayIn(by)})` : "";
    lines.push(`  ${languages[language].roles[who]}: ${text[language]}${when}`);
  }
  lines.push(
    ...sourceLines(answer.headline.cites, answer, language).map((line) => line.replace(/^ {4}/, "")),
  );

  lines.push(...billLines(answer, knowledge, language));
  for (const section of sections) {
    const said = answer.remarks
      .filter((remark) => remark.section === section)
      .toSorted((a, b) => verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict));
    if (said.length === 0) continue;
    lines.push("", heading(sectionTitle(id, section)[language]));
    for (const { verdict, title, text, cites } of joined(said, language)) {
      // What nobody was asked is no tick.
      const mark = section === "not-asked" ? "–" : styleText([colours[verdict], "bold"], marks[verdict]);
      const name = title === undefined ? [] : [`  ${mark} ${styleText("bold", title[language])}`];
      lines.push(...name, title === undefined ? `  ${mark} ${text[language]}` : `    ${text[language]}`);
      lines.push(...sourceLines(cites, answer, language));
    }
  }

  if (answer.series.length > 0) lines.push("", heading(words.numbers));
  for (const { id: of, unit, points } of answer.series) {
    const values = points.map(({ on, value }) => `${dayIn(on)} ${say.number(value)}`);
    const title = seriesTitle(id, of, knowledge)[language];
    lines.push(`  ${title}${unit === "1" ? "" : ` (${unit})`}: ${say.list(values)}`);
  }
  lines.push("", styleText("dim", words.support), "");
  return lines.join("\n");
}

/** What is said of several things in the same words, once, under all their names. */
function joined(said: AnswerJson["remarks"], language: Language): AnswerJson["remarks"] {
  const all: AnswerJson["remarks"] = [];
  for (const one of said) {
    const place = all.findIndex(
      ({ title, verdict, text }) =>
        title !== undefined && verdict === one.verdict && text[language] === one.text[language],
    );
    const same = all[place];
    if (same?.title === undefined || one.title === undefined) {
      all.push(one);
      continue;
    }
    const title = { en: `${same.title.en}; ${one.title.en}`, ja: `${same.title.ja}、${one.title.ja}` };
    const isSame = same.title[language] === one.title[language];
    const cites = [...new Set([...same.cites, ...one.cites])];
    all[place] = { ...same, cites, title: isSame ? same.title : title };
  }
  return all;
}

/** What is to be done, each step once, however many remarks ask for it. */
function stepsOf({ headline, remarks }: AnswerJson) {
  const all = [headline, ...remarks].flatMap(({ wayOut }) => (wayOut === "never" ? [] : wayOut));
  const seen = new Set<string>();
  return all
    .filter(({ who, text }) => {
      const key = `${who}: ${text.en}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}

function sourceLines(cites: readonly string[], { sources }: AnswerJson, language: Language): string[] {
  const words = headings[language];
  const titles = cites.map((id) => {
    const source = sources[id];
    if (source === undefined) return id;
    if (source.checked === "decided") return `${source.title} (${words.decision})`;
    return source.checked === "unread" ? `${source.title} (${words.unread})` : source.title;
  });
  return titles.length === 0 ? [] : [styleText("dim", `    ${words.source}: ${titles.join("; ")}`)];
}

function heading(text: string): string {
  return styleText("underline", text);
}
