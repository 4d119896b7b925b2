/** One statement of a page, judged; and the references that a page gives. */
import type { Claim, PageReference } from "../../core/knowledge/topics/claims.ts";
import { questionWords } from "../../words/render-question.ts";
import { type Html, html } from "../html.ts";
import { judgementBadge, section, toneOfJudgement } from "../parts/small.ts";
import { type Draw, href, inWords, type View } from "../view.ts";
import { claimPath } from "./claims.ts";

export const claimPage =
  (claim: Claim): Draw =>
  (view) => {
    const { knowledge, text, citations, language } = view;
    const words = text.claims;
    const { page, judged, says, answer, cites, topic } = claim;
    const fields = questionWords[language].claims.fields;
    const others = claim.contradicts.flatMap((id) => knowledge.claims[id] ?? []);
    const references = claim.references.flatMap((id) => knowledge.references[id] ?? []);
    const body = html`<p class="soft">${words.said(fields.page.choices[page])}</p>
${section("right", words.right, html`<p class="strong">${inWords(view, answer)}${citations.of([page, ...cites])}</p>`)}
${
  others.length > 0 &&
  section(
    "otherwise",
    words.contradicts,
    html`<ul class="statements">${others.map(
      (one) =>
        html`<li>${judgementBadge(view, one.judged)}<p><a href="${href(view, claimPath(one.id))}">${inWords(view, one.says)}</a></p></li>`,
    )}</ul>`,
  )
}
${
  references.length > 0 &&
  section(
    "references",
    words.references,
    html`<ul class="statements">${references.map((one) => referenceItem(one, view))}</ul>`,
  )
}
<ul class="chips"><li><a href="${href(view, "/claims")}?topic=${topic}">${fields.topic.choices[topic]}</a></li><li><a href="${href(view, "/claims")}?page=${page}">${fields.page.choices[page]}</a></li></ul>`;
    return {
      title: words.quoted(text.frame.judged[judged], inWords(view, says)),
      tone: toneOfJudgement[judged],
      description: inWords(view, answer),
      body,
      trail: [{ path: "/claims", title: text.frame.pages.claims }],
    };
  };

export const referencesPage: Draw = (view) => {
  const { knowledge, text } = view;
  const words = text.claims;
  const all = Object.values(knowledge.references);
  return {
    title: words.referencesTitle,
    description: words.description,
    body: html`<p class="lead">${words.referencesLead(all.length)}</p><section aria-label="${words.referencesTitle}"><ul class="statements">${all.map((one) => referenceItem(one, view))}</ul></section>`,
    trail: [{ path: "/claims", title: text.frame.pages.claims }],
  };
};

function referenceItem(reference: PageReference, view: View): Html {
  const { id, number, authors, year, title, where, pmid, doi, mended, cites } = reference;
  const { claims: words, frame } = view.text;
  const dated = year === undefined ? "" : ` (${year})`;
  const found = [
    pmid !== undefined && html` <a href="https://pubmed.ncbi.nlm.nih.gov/${pmid}/">PMID ${pmid}</a>`,
    doi !== undefined && html` <a href="https://doi.org/${doi}">doi ${doi}</a>`,
  ];
  return html`<li id="${id}"><p lang="en">${number}. ${authors}${dated} ${title}${/[.?!]$/.test(title) ? "" : "."} ${where}.${found}</p>${mended !== undefined && html`<p>${words.mended}${frame.colon}${inWords(view, mended)}</p>`}<p>${view.citations.of(cites)}</p></li>`;
}
