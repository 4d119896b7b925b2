/** What studies found: acne that came back, each with its own meaning of it, and how long the drug stays. */
import type { Study } from "../../core/knowledge/topics/evidence.ts";
import { type Html, html } from "../html.ts";
import { section } from "../parts/small.ts";
import { type Draw, inWords, type View } from "../view.ts";

export const studiesPage: Draw = (view) => {
  const { understand } = view.text;
  const words = understand.relapse;
  const studies = Object.values(view.knowledge.studies);
  const about = (topic: Study["about"][number]) =>
    html`<ul class="statements">${studies.filter((one) => one.about.includes(topic)).map((one) => study(one, view))}</ul>`;
  const body = html`<p class="lead">${words.lead}</p>
${section("relapse", words.title, about("relapse"))}
${section(
  "meanings",
  words.meanings,
  html`<ul class="plain">${Object.values(view.knowledge.relapseDefinitions).map(
    ({ id, name, says, cites }) =>
      html`<li id="relapse-${id}"><strong>${inWords(view, name)}</strong>${view.text.frame.colon}${inWords(view, says)}${view.citations.of(cites)}</li>`,
  )}</ul>`,
)}
${section("washout", words.washout, about("washout"), words.washoutMore)}`;
  return {
    title: words.studiesTitle,
    description: words.studiesDescription,
    body,
    trail: [{ path: "/understand", title: understand.title }],
  };
};

function study({ id, title, people, definition, found, caveat, cites }: Study, view: View): Html {
  const { relapse: words } = view.text.understand;
  const { colon } = view.text.frame;
  return html`<li id="study-${id}"><p class="who" lang="en">${title}</p><p>${inWords(view, found)}${view.citations.of(cites)}</p>${people !== undefined && html`<p class="soft">${words.people(view.say.number(people))}</p>`}${definition !== undefined && html`<p class="soft">${words.counted}${colon}${inWords(view, definition)}</p>`}${caveat !== undefined && html`<p class="soft">${words.keep}${colon}${inWords(view, caveat)}</p>`}</li>`;
}
