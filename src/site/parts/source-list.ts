/** The sources at the end of a page, each with how far it has been checked. */
import type { Source } from "../../core/knowledge/schema.ts";
import { comparisonWords } from "../../words/render-comparison.ts";
import { sourcePlace, sourceTitle } from "../../words/source-titles.ts";
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

/** A source in a line: its title, who published it, and where it is to be found. */
export function sourceLine(source: Source, view: View): Html {
  const { id, publisher, date, checked } = source;
  const { language, text } = view;
  const title = sourceTitle(source, language);
  const { address, says } = sourcePlace(source);
  const dated = date === undefined ? publisher : `${publisher}, ${date}`;
  // Our own decisions are no document elsewhere: they lead to the list of all sources.
  const place =
    address !== undefined
      ? html` <a lang="en" href="${address}">${address}</a>.`
      : says !== undefined
        ? html` <span lang="en">${says}.</span>`
        : html` <a href="${href(view, `/sources#of-${id}`)}">${text.frame.ownDecision}</a>.`;
  return html`<span lang="${title.lang}">${title.text}</span> (${dated}).${place} <span class="checked" data-checked="${checked}">${comparisonWords[language].checked[checked]}</span>`;
}
