/**
 * The sheet for a day without a computer: ten patients on a page, each with what may be handed out until when, or what
 * is to be seen to, and room to write. What stands where is said here once; the page of the app and the file draw it.
 */
import type { Role } from "../core/entry.ts";
import { downtimeWords } from "../words/downtime-words.ts";
import type { Bilingual, Language } from "../words/words.ts";

/** What is known, as the application gives it. Days and instants are text. */
export interface ForDowntime {
  readonly title: Bilingual;
  readonly at: string;
  readonly through: string;
  readonly lines: readonly {
    readonly patient: string;
    readonly name: string | null;
    readonly birthDate: string;
    readonly fictional: boolean;
    readonly group: string;
    readonly headline: Bilingual;
    readonly turns: readonly { readonly who: Role; readonly text: Bilingual }[];
    readonly closes: string | null;
    readonly handOut: {
      readonly number: string;
      readonly supply: {
        readonly productName: Bilingual;
        readonly capsuleMg: number;
        readonly capsules: number;
        readonly dailyMg: number;
        readonly days: number;
      };
      readonly from: string | null;
      readonly until: string;
      readonly packGoodUntil: string | null;
    } | null;
  }[];
}

/** Facts as whoever draws it says them, in the language of the sheet. */
export interface Telling {
  day(day: string): string;
  at(instant: string): string;
  /** The last minute before an instant. */
  through(instant: string): string;
  role(role: Role): string;
}

export interface Sheet {
  readonly title: string;
  readonly printed: string;
  readonly counts: string;
  readonly rules: readonly string[];
  readonly call: string;
  readonly pages: readonly SheetPage[];
}

export interface SheetPage {
  readonly label: string;
  /** Of the page for those who are not on the list, and of an empty list. */
  readonly heading: string | undefined;
  readonly more: string | undefined;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly kind: "may" | "see-to" | "alarm" | "blank";
  readonly name: string;
  readonly who: readonly string[];
  /** The one thing that must not be overlooked. */
  readonly says: string;
  readonly lines: readonly string[];
  /** What is to be filled in. */
  readonly blanks: readonly string[];
}

const rowsOnPage = 10;
/** Lines there is room for beside the verdict, and their width in Japanese characters. */
const roomLines = 5;
const lineWidth = 31;

/** How many turns there is room for, the first in any case; a line is kept for how many are left out. */
function fitting(turns: readonly string[]): number {
  let used = 0;
  const upTo = turns.map((turn) => (used += Math.ceil(widthOf(turn) / lineWidth)));
  if (used <= roomLines) return turns.length;
  return Math.max(1, upTo.filter((lines) => lines < roomLines).length);
}

function widthOf(text: string): number {
  const narrow = text.match(/[\u0020-\u024f]/g)?.length ?? 0;
  return text.length - 0.4 * narrow;
}

export function sheetOf(downtime: ForDowntime, language: Language, telling: Telling): Sheet {
  const words = downtimeWords[language];
  const rows = downtime.lines.map((line) => rowOf(line, language, telling));
  const full = inPages(rows);
  const of = full.length + 1;
  const pages = full.map(
    (page, index): SheetPage => ({
      label: words.page(index + 1, of),
      heading: page.length === 0 ? words.nobody : undefined,
      more: undefined,
      rows: page,
    }),
  );
  const blank: SheetRow = {
    kind: "blank",
    name: "",
    who: [],
    says: "",
    lines: [],
    blanks: words.blanks.other,
  };
  const others: SheetPage = {
    label: words.page(of, of),
    heading: words.others,
    more: words.othersMore,
    rows: Array.from({ length: rowsOnPage }, () => blank),
  };
  return {
    title: words.title,
    printed: words.printed(downtime.title[language], telling.at(downtime.at)),
    counts: words.counts(telling.day(downtime.through)),
    rules: words.rules,
    call: words.call,
    pages: [...pages, others],
  };
}

function inPages(rows: readonly SheetRow[]): readonly (readonly SheetRow[])[] {
  const count = Math.max(1, Math.ceil(rows.length / rowsOnPage));
  return Array.from({ length: count }, (_, at) => rows.slice(at * rowsOnPage, (at + 1) * rowsOnPage));
}

function rowOf(line: ForDowntime["lines"][number], language: Language, telling: Telling): SheetRow {
  const words = downtimeWords[language];
  const { patient, name, birthDate, fictional, group, headline, closes, handOut } = line;
  const born = birthDate === "" ? [] : [words.born(telling.day(birthDate))];
  const number = fictional ? `${patient} · ${words.fictional}` : patient;
  const person = {
    name: name ?? patient,
    // No more than tells two people apart.
    who: [...born, number],
  };
  if (handOut !== null) {
    const { supply, number: authorisation, from, until, packGoodUntil } = handOut;
    const { productName, capsuleMg, capsules, dailyMg, days } = supply;
    const amounts = [capsuleMg, capsules, dailyMg, days].map(String) as [string, string, string, string];
    const pack = packGoodUntil === null ? [] : [words.pack(telling.day(packGoodUntil))];
    const first = from === null ? undefined : telling.at(from);
    return {
      kind: "may",
      ...person,
      says: words.mayBe(words.within(first, telling.through(until))),
      lines: [
        words.supply(productName[language], ...amounts),
        [words.number(authorisation), ...pack].join(" · "),
      ],
      blanks: words.blanks.handedOut,
    };
  }
  if (group === "alarm") {
    return {
      kind: "alarm",
      ...person,
      says: words.mayNotBe,
      lines: [headline[language]],
      blanks: words.blanks.alarm,
    };
  }
  const window = closes === null ? [] : [words.closes(telling.through(closes))];
  return {
    kind: "see-to",
    ...person,
    says: [words.mayNotBe, ...window].join(" "),
    lines: linesOf(line, language, telling),
    blanks: words.blanks.seenTo,
  };
}

/** Why nothing is handed out and, where something can be seen to, what: as much as there is room for. */
function linesOf(
  { group, headline, turns }: ForDowntime["lines"][number],
  language: Language,
  telling: Telling,
): string[] {
  const words = downtimeWords[language];
  if (group === "prescribe") return [words.noAuthorisation];
  // What the counter asks for helps nobody here: only another hour does.
  if (group !== "gather" || turns.length === 0) return [headline[language]];
  const todo = turns.map(({ who, text }) => words.whose(telling.role(who), text[language]));
  const shown = todo.slice(0, fitting(todo));
  const left = todo.length - shown.length;
  return left === 0 ? shown : [...shown, words.more(left)];
}

/**
 * The sheet as a file that stands alone: no script, nothing fetched.
 * @param css that of downtime-sheet.css
 */
export function sheetHtml(sheet: Sheet, language: Language, css: string): string {
  const { title, printed, counts, rules, call, pages } = sheet;
  const drawn = pages.map(
    ({ label, heading, more, rows }) => `<section class="dt-page">
<header class="dt-head"><h2>${escaped(title)}</h2><p>${escaped(printed)}</p><p class="dt-label">${escaped(label)}</p></header>
<p class="dt-counts">${escaped(counts)}</p>
<ol class="dt-rules">${rules.map((rule) => `<li>${escaped(rule)}</li>`).join("")}</ol>
<p class="dt-call">${escaped(call)}</p>
${heading === undefined ? "" : `<h3>${escaped(heading)}</h3>`}${more === undefined ? "" : `<p>${escaped(more)}</p>`}
<ul class="dt-rows">
${rows.map(rowHtml).join("\n")}
</ul>
</section>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(`${title} · ${printed}`)}</title>
<style>${css}</style></head>
<body class="dt">
${drawn.join("\n")}
</body>
</html>
`;
}

function rowHtml({ kind, name, who, says, lines, blanks }: SheetRow): string {
  const list = (tag: string, items: readonly string[]) =>
    items.map((item) => `<${tag}>${escaped(item)}</${tag}>`).join("");
  return `<li class="dt-row dt-${kind}">
<div class="dt-who"><strong>${escaped(name)}</strong>${list("span", who)}</div>
<div class="dt-what">${says === "" ? "" : `<strong>${escaped(says)}</strong>`}${list("span", lines)}</div>
<div class="dt-blanks">${list("span", blanks)}</div>
</li>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
