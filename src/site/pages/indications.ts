/** What isotretinoin is asked for, by what is known of it. */
import type { Indication } from "../../core/knowledge/schema.ts";
import { html } from "../html.ts";
import { section } from "../parts/small.ts";
import { type Draw, href, inWords } from "../view.ts";

export const indicationPath = (id: string): string => `/indications/${id}`;

export const indicationsPage: Draw = (view) => {
  const { knowledge, text, citations } = view;
  const words = text.indications;
  const all = Object.values(knowledge.indications);
  const classes = Object.keys(words.classes) as Indication["class"][];
  const body = html`<p class="lead">${words.lead(all.length)}</p>
<ul class="chips">${classes.map((one) => html`<li><a href="#${one}">${words.classes[one].title}</a></li>`)}</ul>
${classes.map((one) =>
  section(
    one,
    words.classes[one].title,
    html`<ul class="statements">${all
      .filter((indication) => indication.class === one)
      .map(
        ({ id, name, reason, instead, cites }) =>
          html`<li id="use-${id}"><h3><a href="${href(view, indicationPath(id))}">${inWords(view, name)}</a></h3><p>${inWords(view, reason)}${citations.of(cites)}</p>${instead !== undefined && html`<p>${words.instead}${text.frame.colon}${inWords(view, instead.says)}${citations.of(instead.cites)}</p>`}</li>`,
      )}</ul>`,
    words.classes[one].lead,
  ),
)}`;
  return { title: words.title, description: words.description, body };
};
