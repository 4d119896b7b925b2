/** Doors for those who prescribe: pages that compute, the protocols, the hazard log. */
import { parseDay } from "../../core/calendar.ts";
import { html } from "../html.ts";
import { mainDoors, otherDoors, prescriberDoors } from "../parts/prescriber-doors.ts";
import { section } from "../parts/small.ts";
import { type Draw, inWords } from "../view.ts";

export const prescribersPage: Draw = (view) => {
  const { knowledge, text, say } = view;
  const words = text.prescribers;
  const places = [...Object.values(knowledge.protocols), ...Object.values(knowledge.clinics)];
  const body = html`<p class="lead">${words.lead}</p>
${section("main", words.main, html`${prescriberDoors(mainDoors, view)}<p class="soft">${words.script}</p>`)}
${section("other", words.other, prescriberDoors(otherDoors, view))}
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
