/** Doors for those who prescribe: pages that compute, the protocols, the hazard log. */
import { parseDay } from "../../core/calendar.ts";
import { questions } from "../../core/questions/index.ts";
import { html } from "../html.ts";
import { section } from "../parts/small.ts";
import { appHref, type Draw, inWords } from "../view.ts";

/** Where each door leads; a question that is not there has no door. */
const doors = {
  check: "/check",
  ask: "/ask",
  plan: "/ask/plan",
  protocols: "/protocols",
  clinic: "/",
  api: "/openapi.json",
} as const;

export const prescribersPage: Draw = (view) => {
  const { knowledge, text, say } = view;
  const words = text.prescribers;
  const isThere = (path: string) =>
    !path.startsWith("/ask/") || questions.some(({ id }) => path === `/ask/${id}`);
  const shown = (Object.keys(doors) as (keyof typeof doors)[]).filter((door) => isThere(doors[door]));
  const places = [...Object.values(knowledge.protocols), ...Object.values(knowledge.clinics)];
  const body = html`<p class="lead">${words.lead}</p>
<ul class="doors">${shown.map((door) => {
    const path = doors[door];
    const to = path === "/" || path.endsWith(".json") ? path : appHref(view, path);
    return html`<li><a href="${to}"><strong>${words.doors[door].title}</strong><span>${words.doors[door].text}</span></a></li>`;
  })}</ul><p class="soft">${words.script}</p>
${section("state", words.state, html`<p>${words.stateText}</p>`)}
${section("hazards", words.hazards, html`<p>${words.hazardsLead}</p><p><a href="/clinical-safety.md">${words.hazardsLink}</a></p>`)}
${section(
  "protocols",
  words.protocols,
  html`<ul class="plain">${places.map(
    (one) =>
      html`<li>${inWords(view, one.title)}${
        "editions" in one &&
        html` (${text.frame.listed(
          one.editions.map(
            ({ since, confirmed }) =>
              `${words.since(say.day(parseDay(since)))}${confirmed ? "" : `${text.frame.colon}${words.unconfirmed}`}`,
          ),
        )})`
      }</li>`,
  )}</ul>`,
)}`;
  return { title: words.title, description: words.description, body };
};
