/** What to expect, and when, by whoever says it: nothing of it a promise. */
import { type Feature, features } from "../../core/knowledge/topics/feature.ts";
import { type Html, html } from "../html.ts";
import { judgementBadge } from "../parts/small.ts";
import { appHref, inWords, type View } from "../view.ts";

export function expectations(view: View): Html {
  const { expect: words } = view.text.understand;
  return html`<p>${words.flare}</p>${features.map((feature) => ofFeature(feature, view))}<p><a class="button" href="${appHref(view, "/ask/expect")}">${words.link}</a></p>`;
}

function ofFeature(feature: Feature, view: View): Html | undefined {
  const { expect: words } = view.text.understand;
  const all = Object.values(view.knowledge.expectations).filter((one) => one.feature === feature);
  const [first] = all;
  if (first === undefined) return undefined;
  const isHeld = (judged: string) => judged === "supported" || judged === "house-rule";
  return html`<h3>${inWords(view, first.name)}</h3><ul class="plain">${all.map(
    ({ id, by, judged, says, cites }) =>
      html`<li id="expect-${id}">${!isHeld(judged) && html`${judgementBadge(view, judged)} `}${words.by[by]}${view.text.frame.colon}${inWords(view, says)}${view.citations.of(cites)}</li>`,
  )}</ul>`;
}
