/** Everything on the site that answers to a word: what may be done, medicines, symptoms, uses, statements. */
import { claimsFinder } from "../../app/claims/search.ts";
import { comparedNames, type Findable, sameName } from "../../core/names/find-by-name.ts";
import { matches } from "../../core/names/matching.ts";
import { claims as claimsQuestion } from "../../core/questions/claims/claims.ts";
import { type Html, html, type Part } from "../html.ts";
import { longestSearch, searchForm } from "../parts/search-form.ts";
import { badge, judgementBadge, permissionBadge, section } from "../parts/small.ts";
import { phasesOf } from "../phases.ts";
import { type Draw, href, inWords, type View } from "../view.ts";
import { claimPath } from "./claims.ts";
import { indicationPath } from "./indications.ts";
import { medicinePath, verdictBadge } from "./interactions.ts";
import { activityPath } from "./may-i.ts";
import { symptomPath, urgencyBadge } from "./symptoms.ts";

/** So many of a kind are shown: a search that finds more wants another word. */
const mostOfAKind = 8;

export const searchPage: Draw = (view) => {
  const { text, query } = view;
  const words = text.search;
  const typed = query.get("search")?.trim().slice(0, longestSearch) ?? "";
  const groups = typed === "" ? [] : found(typed, view);
  const lead = typed === "" ? words.empty : groups.length === 0 ? words.nothing(typed) : words.lead(typed);
  const body = html`${searchForm(view, typed)}<p class="lead" role="status">${lead}</p>${groups}`;
  return { title: words.title, description: words.description, body, isAnswer: typed !== "" };
};

/** What cannot wait stands first. */
function found(typed: string, view: View): readonly Html[] {
  const { knowledge, text, asked } = view;
  const { groups } = text.search;
  const { symptoms, activities, medicines, indications } = knowledge;
  const kinds: readonly (readonly [id: keyof typeof groups, rows: readonly Part[]])[] = [
    [
      "symptoms",
      named(symptoms, typed).map((one) =>
        row(symptomPath(one.id), one, urgencyBadge(view, one.urgency), view),
      ),
    ],
    [
      "activities",
      named(activities, typed).map((one) => {
        const { during } = phasesOf(one, { canBecomePregnant: undefined }, asked);
        return row(activityPath(one.id), one, permissionBadge(view, during), view);
      }),
    ],
    [
      "medicines",
      named(medicines, typed).map((one) =>
        row(medicinePath(one.id), one, verdictBadge(view, one.verdict), view),
      ),
    ],
    [
      "indications",
      named(indications, typed).map((one) =>
        row(indicationPath(one.id), one, useBadge(one.class, view), view),
      ),
    ],
  ];
  return [
    ...kinds
      .filter(([, rows]) => rows.length > 0)
      .map(([id, rows]) => section(`found-${id}`, groups[id], html`<ul class="rows">${rows}</ul>`)),
    ...statements(typed, view),
  ];
}

/** By name; where no name begins so, what the sentence holds a name of: 「お酒を飲んでもいいですか」. */
function named<T extends Findable>(list: Readonly<Record<string, T>>, typed: string): readonly T[] {
  const all = Object.values(list);
  const direct = matches(all, typed, mostOfAKind).map(({ item }) => item);
  return direct.length > 0 ? direct : all.filter((item) => isNamedIn(item, typed)).slice(0, mostOfAKind);
}

/** Shorter names stand in too many sentences by chance. */
const leastJapanese = 2;
const leastLatin = 4;

function isNamedIn(item: Findable, typed: string): boolean {
  const whole = sameName(typed);
  const parts = new Set(typed.split(/[\s\p{P}]+/u).map(sameName));
  return comparedNames(item).some((name) =>
    /[\u3040-\u30ff\u3400-\u9fff]/.test(name)
      ? name.length >= leastJapanese && whole.includes(name)
      : name.length >= leastLatin && parts.has(name),
  );
}

function row(path: string, one: Pick<Findable, "name">, mark: Part, view: View): Html {
  return html`<li><a href="${href(view, path)}">${inWords(view, one.name)}</a>${mark}</li>`;
}

const toneOfUse = {
  labelled: "ask",
  "off-label-strong": "ask",
  "off-label": "ask",
  none: "stop",
  outside: "stop",
  harmful: "stop",
  never: "stop",
} as const;

function useBadge(of: keyof typeof toneOfUse, { text }: View): Html {
  return badge(toneOfUse[of], text.indications.classes[of].title);
}

function statements(typed: string, view: View): readonly Html[] {
  const { knowledge, text, asked } = view;
  const words = text.search;
  const { remarks } = claimsQuestion.answer(
    { search: typed },
    { ...asked, findClaims: claimsFinder(knowledge) },
  );
  const claims = remarks.flatMap(({ about }) =>
    about?.kind === "claim" ? (knowledge.claims[about.id] ?? []) : [],
  );
  if (claims.length === 0) return [];
  const rows = claims
    .slice(0, mostOfAKind)
    .map((one) => row(claimPath(one.id), { name: one.says }, judgementBadge(view, one.judged), view));
  const all = `${href(view, "/claims")}?${new URLSearchParams({ search: typed }).toString()}`;
  return [
    section(
      "found-claims",
      words.groups.claims,
      html`<ul class="rows">${rows}</ul>${claims.length > mostOfAKind && html`<p><a href="${all}">${words.allClaims(claims.length)}</a></p>`}`,
    ),
  ];
}
