/** The sources at the end of a page, each with how far it has been checked. */
import type { Source } from "../../core/knowledge/schema.ts";
import { comparisonWords } from "../../words/render-comparison.ts";
import { type Html, html, nothing } from "../html.ts";
import { href, type View } from "../view.ts";

/** What the page has named, in a list that can be linked to. */
export function sourceList(view: View): Html {
  const { citations, knowledge, text } = view;
  if (citations.named.length === 0) return nothing;
  return html`<section class="sources" aria-labelledby="sources">
<h2 id="sources">${text.frame.sources}</h2>
<p>${text.frame.sourcesMore} <a href="${href(view, "/sources")}">${text.frame.sourcesAll}</a></p>
<ol>${citations.named.map(([id, number]) => {
    const source = knowledge.sources[id];
    if (source === undefined) throw new Error(`no source "${id}"`);
    return html`<li id="source-${number}" value="${number}">${sourceLine(source, view)}</li>`;
  })}</ol>
</section>`;
}

/** A source in a line. */
export function sourceLine({ title, publisher, date, where, checked }: Source, { language }: View): Html {
  const link = /^https?:\/\/\S+$/.test(where) ? html`<a href="${where}">${where}</a>` : where;
  const dated = date === undefined ? publisher : `${publisher}, ${date}`;
  return html`<span lang="en">${title} (${dated}). ${link}.</span> <span class="checked" data-checked="${checked}">${comparisonWords[language].checked[checked]}</span>`;
}
