/** Whom to call. */
import type { Jurisdiction } from "../../core/knowledge/parts.ts";
import type { Helpline } from "../../core/knowledge/topics/contacts.ts";
import type { Language } from "../../words/words.ts";
import { type Html, html } from "../html.ts";
import { inWords, type View } from "../view.ts";

/** Whose numbers come first: where readers of a language are likely to be. */
const first: { readonly [L in Language]: readonly Jurisdiction[] } = {
  en: ["JP", "US", "UK", "EU"],
  ja: ["JP"],
};

/** The country's numbers, large enough for a thumb; those of other countries folded away. */
export function helplines(
  view: View,
  { crisisFirst = false }: { readonly crisisFirst?: boolean } = {},
): Html {
  const { frame } = view.text;
  const all = Object.values(view.knowledge.helplines);
  const countries = [...new Set(all.map(({ where }) => where))];
  const near = first[view.language];
  const of = (country: Jurisdiction) => {
    const lines = all.filter(({ where }) => where === country);
    return crisisFirst ? lines.toSorted((a, b) => rank(a) - rank(b)) : lines;
  };
  const numbers = (country: Jurisdiction) =>
    html`<ul class="numbers">${of(country).map((line) => number(line, view))}</ul>`;
  const named = (country: Jurisdiction) =>
    html`<div class="country"><h3>${frame.countries[country]}</h3>${numbers(country)}</div>`;
  const far = countries.filter((one) => !near.includes(one));
  return html`${
    near.length === 1 ? near.map(numbers) : html`<div class="countries">${near.map(named)}</div>`
  }${
    far.length > 0 &&
    html`<details><summary>${frame.numbersElsewhere}</summary><div class="countries">${far.map(named)}</div></details>`
  }<p class="soft">${frame.numbersUnchecked}${view.citations.of([
    ...new Set(all.flatMap(({ cites }) => cites)),
  ])}</p>`;
}

const rank = ({ kind }: Helpline) => (kind === "crisis" ? 0 : 1);

function number(line: Helpline, view: View): Html {
  const { number: digits, kind } = line;
  return html`<li data-kind="${kind}"><a href="tel:${digits.replaceAll(/[^\d+]/g, "")}"><span class="for">${view.text.frame.lines[kind]}</span> <strong>${digits}</strong> <span>${inWords(view, line.name)}</span></a></li>`;
}
