/** Every source, by how far it has been checked. */
import type { Source } from "../../core/knowledge/schema.ts";
import { html } from "../html.ts";
import { section } from "../parts/small.ts";
import { sourceLine } from "../parts/source-list.ts";
import type { Draw } from "../view.ts";

export const sourcesPage: Draw = (view) => {
  const words = view.text.sources;
  const all = Object.values(view.knowledge.sources);
  const states = Object.keys(words.checked) as Source["checked"][];
  const of = (state: Source["checked"]) => all.filter(({ checked }) => checked === state);
  const body = html`<p class="lead">${words.lead(all.length)}</p>
<ul class="plain">${states.map((state) => html`<li><a href="#${state}">${words.checked[state].title}</a> (${of(state).length})${view.text.frame.colon}${words.checked[state].lead}</li>`)}</ul>
${states.map((state) =>
  section(
    state,
    words.checked[state].title,
    html`<ul class="plain">${of(state).map((one) => html`<li id="of-${one.id}">${sourceLine(one, view)}</li>`)}</ul>`,
    words.checked[state].lead,
  ),
)}`;
  return { title: words.title, description: words.description, body };
};
