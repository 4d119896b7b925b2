/** Everything a patient can feel, by how soon it has to be seen; and what counts more together. */

import type { Verdict } from "../../core/finding.ts";
import type { SymptomCombination } from "../../core/knowledge/topics/symptoms.ts";
import { type Urgency, urgencies } from "../../core/knowledge/topics/urgency.ts";
import { type Html, html } from "../html.ts";
import { helplines } from "../parts/helplines.ts";
import { badge, section } from "../parts/small.ts";
import { appHref, type Draw, href, inWords, type View } from "../view.ts";

export const symptomPath = (id: string): string => `/symptoms/${id}`;

const tones: { readonly [U in Urgency]: Verdict } = {
  emergency: "stop",
  today: "stop",
  "next-visit": "ask",
  expected: "advise",
};

export const symptomList: Draw = (view) => {
  const { knowledge, text } = view;
  const words = text.symptoms;
  const all = Object.values(knowledge.symptoms);
  const body = html`<p class="lead">${words.lead}</p>
${section("numbers", words.numbers, helplines(view), text.frame.nobody)}
${urgencies
  .toReversed()
  .map((urgency) =>
    section(
      urgency,
      words.urgencies[urgency].title,
      html`<ul class="rows">${all
        .filter((one) => one.urgency === urgency)
        .map((one) => html`<li>${symptomLink(one.id, view)}</li>`)}</ul>`,
      words.urgencies[urgency].lead,
    ),
  )}
${section(
  "together",
  words.combinations,
  html`<ul class="statements">${Object.values(knowledge.symptomCombinations).map((one) => together(one, view))}</ul><p><a class="button" href="${appHref(view, "/ask/triage")}">${words.check}</a></p><p class="soft">${words.checkMore}</p>`,
  words.togetherMore,
)}`;
  return { title: words.title, description: words.description, body, callsFirst: true };
};

export function symptomLink(id: string, view: View): Html {
  const symptom = view.knowledge.symptoms[id];
  return html`<a href="${href(view, symptomPath(id))}">${symptom === undefined ? id : inWords(view, symptom.name)}</a>`;
}

export function urgencyBadge({ text }: View, urgency: Urgency): Html {
  return badge(tones[urgency], text.symptoms.urgencies[urgency].title);
}

/** A combination: which symptoms, how urgent, what to do. */
export function together({ id, oneOfEach, urgency, does, cites }: SymptomCombination, view: View): Html {
  const joined = oneOfEach.map(
    (ids, at) =>
      html`${at > 0 && " + "}${ids.map((one, nth) => html`${nth > 0 && " / "}${symptomLink(one, view)}`)}`,
  );
  return html`<li id="${id}"><p>${urgencyBadge(view, urgency)}</p><p class="who">${joined}</p><p>${inWords(view, does)}${view.citations.of(cites)}</p></li>`;
}
