/** What treatment costs at each clinic that says so: its single prices, and what a visit comes to. */

import { settingUnder } from "../../app/questions/under.ts";
import type { Clinic } from "../../core/knowledge/schema.ts";
import type { PriceList } from "../../core/knowledge/topics/prices.ts";
import type { PricedItem } from "../../core/price/bill.ts";
import { priceListOn } from "../../core/price/price-list.ts";
import { askedOn } from "../../core/questions/asked.ts";
import { price } from "../../core/questions/price/price.ts";
import { billWords } from "../../words/render-bill.ts";
import { type Html, html, type Part } from "../html.ts";
import { section } from "../parts/small.ts";
import { appHref, type Draw, href, inWords, type View } from "../view.ts";

export const pricesPage: Draw = (view) => {
  const { knowledge, text, asked } = view;
  const words = text.prices;
  const clinics = Object.values(knowledge.clinics);
  const silent = clinics.filter((clinic) => priceListOn(clinic, asked.day) === undefined);
  const body = html`<p class="lead">${words.lead}</p>
<p>${words.unapproved}${view.citations.of(["decision-unapproved-drug", "jp-relief-secondary"])} <a href="${href(view, "/unapproved")}">${text.frame.unapprovedMore}</a></p>
${clinics.map((clinic) => {
  const list = priceListOn(clinic, asked.day);
  return list === undefined
    ? undefined
    : section(clinic.id, inWords(view, clinic.title), ofClinic(clinic, list, view));
})}
${silent.length > 0 && section("silent", words.silent, html`<ul class="plain">${silent.map(({ title, cites }) => html`<li>${inWords(view, title)}${view.citations.of(cites)}</li>`)}</ul>`)}`;
  return { title: words.title, description: words.description, body };
};

function ofClinic(clinic: Clinic, list: PriceList, view: View): Html {
  const words = view.text.prices;
  const { tax } = billWords[view.language];
  return html`<p class="soft">${words.asWritten} (${tax(list.taxIncluded)})${view.citations.of(list.cites)}</p>
${singlePrices(list, view)}${totals(clinic, list, view)}${
  list.separately.length > 0 &&
  html`<h3>${words.separately}</h3><ul class="plain">${list.separately.map(
    ({ name, says, cites }) =>
      html`<li>${inWords(view, name)}${view.text.frame.colon}${inWords(view, says)}${view.citations.of(cites)}</li>`,
  )}</ul>`
}<p><a class="button" href="${appHref(view, "/ask/price", { under: clinic.id })}">${words.compute}</a></p><p class="soft">${words.computeMore}</p>`;
}

function singlePrices(list: PriceList, view: View): Html {
  const words = view.text.prices;
  const { items, yen } = billWords[view.language];
  const rows: readonly (readonly [string, number | undefined])[] = [
    [words.first, list.consultation?.first],
    [words.return, list.consultation?.return],
    [items["blood-test"], list.bloodTest],
    [items["urine-test"], list.urineTest],
    ...list.capsules.map(
      ({ mg, product, yen: each }) =>
        [
          product === undefined
            ? words.eachCapsule(mg)
            : words.capsule(mg, view.say.name("product", product)),
          each,
        ] as const,
    ),
    ...list.packages.map(({ dailyMg, days, yen: each }) => [words.package(dailyMg, days), each] as const),
  ];
  const missing: readonly PricedItem[] = [
    ...(list.consultation === undefined ? (["consultation"] as const) : []),
    ...(list.bloodTest === undefined ? (["blood-test"] as const) : []),
    ...(list.urineTest === undefined ? (["urine-test"] as const) : []),
  ];
  return html`<table><caption>${words.list}</caption><tbody>${rows.map(
    ([title, amount]) =>
      amount !== undefined &&
      html`<tr><th scope="row">${capital(title)}</th><td class="number">${yen(amount, view.say)}</td></tr>`,
  )}</tbody></table>${missing.length > 0 && html`<p>${words.notSaid(view.say.list(missing.map((item) => items[item])))}</p>`}`;
}

/** What a visit comes to, for each dose of the clinic's own tables and each that one or two capsules make. */
function totals(clinic: Clinic, list: PriceList, view: View): Part {
  const words = view.text.prices;
  const { knowledge, asked: generally } = view;
  const setting = settingUnder(clinic.id, knowledge);
  const days = generally.values.supplyDaysIfPregnancyPossible.value;
  if (setting === undefined || days === null) return undefined;
  const asked = askedOn(knowledge, setting, generally.day);
  const strengths = list.capsules.map(({ mg }) => mg);
  const doses = [
    ...new Set([
      ...list.tabledDailyMg,
      ...strengths,
      ...strengths.flatMap((a) => strengths.map((b) => a + b)),
    ]),
  ].toSorted((a, b) => a - b);
  const total = (dailyMg: number, visit: "first" | "return", canBecomePregnant: boolean) => {
    const { bill, headline } = price.answer({ dailyMg, days, visit, canBecomePregnant }, asked);
    return headline.reason === "total" ? bill?.totalYen : undefined;
  };
  const rowsOf = (canBecomePregnant: boolean): readonly Row[] =>
    doses.flatMap((mg) => {
      const [first, again] = [total(mg, "first", canBecomePregnant), total(mg, "return", canBecomePregnant)];
      return first === undefined || again === undefined ? [] : [{ mg, first, again }];
    });
  const [withTest, without] = [rowsOf(true), rowsOf(false)];
  if (withTest.length === 0 && without.length === 0) return undefined;
  const visit: Columns = [
    [words.first, ({ first }) => first],
    [words.return, ({ again }) => again],
  ];
  const course: Columns = courseVisits.map((visits) => [
    words.visits(visits, visits * days),
    ({ first, again }) => first + (visits - 1) * again,
  ]);
  return html`<h3>${words.totals(days)}</h3><p class="soft">${words.cheapest}</p>${table(withTest, words.whoTest, visit, view)}${table(without, words.whoNoTest, visit, view)}
<h3>${words.course}</h3><p class="soft">${words.courseMore} <a href="${appHref(view, "/ask/plan", { under: clinic.id })}">${words.coursePlan}</a></p>${table(withTest, words.whoTest, course, view)}${table(without, words.whoNoTest, course, view)}`;
}

/** Courses of so many visits are summed up: what clinics call five and six months. */
const courseVisits = [5, 6] as const;

/** A dose, and what a first visit and each further one come to. */
interface Row {
  readonly mg: number;
  readonly first: number;
  readonly again: number;
}
type Columns = readonly (readonly [title: string, yen: (row: Row) => number])[];

function table(rows: readonly Row[], caption: string, columns: Columns, view: View): Part {
  if (rows.length === 0) return undefined;
  const words = view.text.prices;
  const { yen } = billWords[view.language];
  return html`<table><caption>${caption}</caption><thead><tr><th scope="col">${words.daily}</th>${columns.map(
    ([title]) => html`<th scope="col" class="number">${title}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${words.mgDaily(row.mg)}</th>${columns.map(([, sum]) => html`<td class="number">${yen(sum(row), view.say)}</td>`)}</tr>`,
  )}</tbody></table>`;
}

/** Names of items stand in sentences elsewhere: "the blood test". */
function capital(text: string): string {
  const bare = text.replace(/^the /, "");
  return bare.slice(0, 1).toUpperCase() + bare.slice(1);
}
