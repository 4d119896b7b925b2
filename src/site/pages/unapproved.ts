/** What visitors in Japan are told of a medicine that is not approved there. */
import { html, type Part } from "../html.ts";
import { section } from "../parts/small.ts";
import { type Draw, href, inWords, type View } from "../view.ts";
import { symptomLink } from "./symptoms.ts";

const decision = "decision-unapproved-drug";

export const unapprovedPage: Draw = (view) => {
  const words = view.text.unapproved;
  const { points } = words;
  const body = html`<p class="lead">${words.lead}</p>
${section("approval", points.unapproved.title, html`<p>${points.unapproved.text}${cited(view, decision)}</p>`)}
${section("obtained", points.obtained.title, obtained(view))}
${section("alternatives", points.alternatives.title, alternatives(view))}
${section("abroad", points.abroad.title, abroad(view))}
${section("relief", points.relief.title, html`<p>${points.relief.text}${cited(view, "jp-relief-secondary", decision)}</p>`)}
<p class="soft">${words.note}</p>`;
  return { title: words.title, description: words.description, body };
};

/** Whatever is cited stands in the knowledge; a test finds a source that is gone. */
const cited = (view: View, ...ids: readonly string[]) => view.citations.of(ids);

function obtained(view: View): Part {
  const { obtained: words } = view.text.unapproved.points;
  const rule = view.knowledge.activities["private-import"]?.statements.find(({ by }) => by === "regulator");
  const products = Object.values(view.knowledge.products).filter(({ market }) => market === "JP");
  return html`<p>${words.text}${cited(view, decision)}</p>${rule !== undefined && html`<p>${inWords(view, rule.says)}${cited(view, ...rule.cites)}</p>`}
<h3>${words.products}</h3><p>${view.text.frame.listed(products.map(({ name }) => inWords(view, name)))}${cited(view, ...products.flatMap(({ cites }) => cites))}</p><p>${words.more}</p>`;
}

function alternatives(view: View): Part {
  const { alternatives: words } = view.text.unapproved.points;
  const acne = view.knowledge.indications["acne"];
  return html`<p>${words.text}</p>${acne !== undefined && html`<p>${words.more} ${inWords(view, acne.reason)}${cited(view, ...acne.cites)}</p>`}`;
}

/** The labels' gravest warnings: the unborn child, and what cannot wait. */
function abroad(view: View): Part {
  const { abroad: words } = view.text.unapproved.points;
  const unborn = view.knowledge.activities["conceiving"]?.statements.find(({ by }) => by === "floor");
  const grave = Object.values(view.knowledge.symptoms).filter(
    ({ stops, cites }) => stops && cites.some((id) => id.startsWith("label-")),
  );
  return html`<p>${words.text}${cited(view, "label-us-boxed", "smpc")}</p>${unborn !== undefined && html`<p><strong>${inWords(view, unborn.says)}</strong>${cited(view, ...unborn.cites)}</p>`}<ul class="plain">${grave.map(
    ({ id, cites }) => html`<li>${symptomLink(id, view)}${cited(view, ...cites)}</li>`,
  )}</ul><p><a href="${href(view, "/symptoms")}">${words.more}</a></p>`;
}
