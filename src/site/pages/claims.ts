/** What pages say of isotretinoin: searched and narrowed down by the server, with no script. */
import { claimsFinder } from "../../app/claims/search.ts";
import type { Claim } from "../../core/knowledge/topics/claims.ts";
import { claims as question } from "../../core/questions/claims/claims.ts";
import { questionWords, renderAnswerPart } from "../../words/render-question.ts";
import { type Html, html } from "../html.ts";
import { judgementBadge, section } from "../parts/small.ts";
import { type Draw, href, inWords, type View } from "../view.ts";

export const claimPath = (id: string): string => `/claims/${id}`;

interface Wanted {
  readonly search?: string;
  readonly judged?: Claim["judged"];
  readonly topic?: Claim["topic"];
  readonly page?: Claim["page"];
}

const longestSearch = 200;
const { judged: judgedAs, topic: topics, page: pages } = question.fields;

/** What was asked for behind the "?"; what nobody knows counts as not asked for. */
function wantedOf({ query }: View): Wanted {
  const search = query.get("search")?.trim().slice(0, longestSearch) ?? "";
  return {
    ...(search === "" ? {} : { search }),
    ...chosen("judged", judgedAs.of, query),
    ...chosen("topic", topics.of, query),
    ...chosen("page", pages.of, query),
  };
}

function chosen<const N extends string, T extends string>(
  name: N,
  of: readonly T[],
  query: URLSearchParams,
): { readonly [K in N]?: T } {
  const value = of.find((one) => one === query.get(name));
  return (value === undefined ? {} : { [name]: value }) as { readonly [K in N]?: T };
}

export const claimList: Draw = (view) => {
  const { knowledge, text, asked } = view;
  const words = text.claims;
  const wanted = wantedOf(view);
  const isAsked = Object.keys(wanted).length > 0;
  // Without a question the worst stands there: what is dangerous to believe.
  const { headline, found } = lookUp(isAsked ? wanted : { judged: "dangerous" }, view);
  const body = html`<p class="lead">${words.lead(Object.keys(knowledge.claims).length, pages.of.length)}</p>
${form(wanted, view)}
${section(
  "found",
  isAsked ? words.found : words.worst,
  html`<p role="status">${inWords(view, renderAnswerPart("claims", headline, knowledge, asked.zone))}</p>${found.length > 0 && html`<ul class="statements">${found.map((one) => claimItem(one, view))}</ul>`}`,
)}
${filters(wanted, view)}
<p><a href="${href(view, "/claims/references")}">${words.referencesTitle}</a></p>`;
  return { title: words.title, description: words.description, body, isAnswer: isAsked };
};

function lookUp(wanted: Wanted, { knowledge, asked }: View) {
  const { headline, remarks } = question.answer(wanted, { ...asked, findClaims: claimsFinder(knowledge) });
  const found = remarks.flatMap(({ about }) =>
    about?.kind === "claim" ? (knowledge.claims[about.id] ?? []) : [],
  );
  return { headline, found };
}

/** A claim in a list: what is said, how it was judged, and what is right. */
function claimItem(claim: Claim, view: View): Html {
  const { id, judged, says, answer, cites, page } = claim;
  return html`<li id="${id}"><p>${judgementBadge(view, judged)}</p><p class="who"><a href="${href(view, claimPath(id))}">${inWords(view, says)}</a></p><p>${inWords(view, answer)}${view.citations.of([page, ...cites])}</p></li>`;
}

/** What was chosen stays chosen while somebody searches. */
function form({ search, ...chosenAlso }: Wanted, view: View): Html {
  const words = view.text.claims;
  const also = Object.entries(chosenAlso).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const isAsked = search !== undefined || also.length > 0;
  return html`<form class="search" role="search" method="get" action="${href(view, "/claims")}"><label for="search">${words.search}<input type="search" id="search" name="search" maxlength="${longestSearch}" value="${search ?? ""}" placeholder="${words.searchHint}"></label>${also}<button class="button" type="submit">${words.find}</button>${isAsked && html` <a href="${href(view, "/claims")}">${words.clear}</a>`}</form>`;
}

/** Every judgement, subject and page as a link that keeps what was asked for, with how many there are of that. */
function filters(wanted: Wanted, view: View): Html {
  const words = view.text.claims;
  const { page, judged, topic } = questionWords[view.language].claims.fields;
  return html`${chips("judged", words.judged, judgedAs.of, judged.choices, wanted, view)}${chips("topic", words.topic, topics.of, topic.choices, wanted, view)}${chips("page", words.page, pages.of, page.choices, wanted, view)}`;
}

function chips<K extends "judged" | "topic" | "page">(
  by: K,
  title: string,
  values: readonly Claim[K][],
  names: { readonly [V in Claim[K]]: string },
  wanted: Wanted,
  view: View,
): Html {
  const { [by]: here, ...others } = wanted;
  const { found } = lookUp(others, view);
  const to = (one: Wanted) => {
    const asked = new URLSearchParams({ ...one }).toString();
    return `${href(view, "/claims")}${asked === "" ? "" : `?${asked}`}`;
  };
  return section(
    `by-${by}`,
    title,
    html`<ul class="chips">${values.map((value) => {
      const count = found.filter((one) => one[by] === value).length;
      const name = `${names[value]} (${count})`;
      // The one that was chosen takes itself away.
      if (isHere(here, value))
        return html`<li><a href="${to(others)}" aria-current="true" aria-label="${view.text.claims.without(names[value])}">${name} <span aria-hidden="true">×</span></a></li>`;
      return count > 0 && html`<li><a href="${to({ ...others, [by]: value })}">${name}</a></li>`;
    })}</ul>`,
  );
}

const isHere = (wanted: string | undefined, value: string) => wanted === value;
