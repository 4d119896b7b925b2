/** Every medicine and supplement that is known beside isotretinoin, by class. */
import type { Knowledge } from "../../core/knowledge/schema.ts";
import type { Medicine } from "../../core/knowledge/topics/medicines.ts";
import { type Html, html } from "../html.ts";
import { badge, section } from "../parts/small.ts";
import { appHref, type Draw, href, inWords, type View } from "../view.ts";

export const medicinePath = (id: string): string => `/interactions/${id}`;
export const classPath = (id: string): string => `/interactions/class/${id}`;

/** The strictest first. */
const order: readonly Medicine["verdict"][] = ["stop", "ask", "advise", "pass"];
const strictestFirst = (a: Medicine, b: Medicine) => order.indexOf(a.verdict) - order.indexOf(b.verdict);

/** Every class, the one with the strictest medicine first. */
export function classesOf({ medicines }: Knowledge): readonly string[] {
  return [
    ...new Set(
      Object.values(medicines)
        .toSorted(strictestFirst)
        .map((one) => one.class),
    ),
  ];
}

export function className(id: string, { text }: View): string {
  return text.interactions.classes[id] ?? id;
}

export const interactionList: Draw = (view) => {
  const { knowledge, text, citations } = view;
  const words = text.interactions;
  const body = html`<p class="lead">${words.lead}</p>
<p><a class="button" href="${appHref(view, "/ask/interactions")}">${words.check}</a></p><p class="soft">${words.checkMore}</p>
${classesOf(knowledge).map((id) =>
  section(
    id,
    className(id, view),
    html`${membersOf(id, view)}<p><a href="${href(view, classPath(id))}">${text.interactions.classPage}</a></p>`,
  ),
)}
${section("isotretinoin", words.itself, html`<p>${inWords(view, knowledge.itself.says)}${citations.of(knowledge.itself.cites)}</p>`)}
${section(
  "no-medicine",
  words.notMedicines,
  html`<ul class="statements">${Object.values(knowledge.notMedicines).map(
    (one) =>
      html`<li id="${one.id}"><p class="who">${inWords(view, one.name)}</p><p>${inWords(view, one.says)}${citations.of(one.cites)}</p></li>`,
  )}</ul>`,
)}`;
  return { title: words.title, description: words.description, body };
};

/** The medicines of a class, each with what holds. */
export function membersOf(id: string, view: View): Html {
  const members = Object.values(view.knowledge.medicines)
    .filter((one) => one.class === id)
    .toSorted(strictestFirst);
  return html`<ul class="rows">${members.map(
    (one) =>
      html`<li><a href="${href(view, medicinePath(one.id))}">${inWords(view, one.name)}</a>${verdictBadge(view, one.verdict)}</li>`,
  )}</ul>`;
}

export function verdictBadge({ text }: View, verdict: Medicine["verdict"]): Html {
  return badge(verdict, text.interactions.verdicts[verdict]);
}
