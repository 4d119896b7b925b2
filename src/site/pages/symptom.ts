/** One symptom: numbers first where it cannot wait, then what to do. */
import type { Symptom } from "../../core/knowledge/topics/symptoms.ts";
import { html } from "../html.ts";
import { helplines } from "../parts/helplines.ts";
import { judgementBadge, section } from "../parts/small.ts";
import { appHref, type Draw, inWords, isWrittenFor } from "../view.ts";
import { together, urgencyBadge } from "./symptoms.ts";

export const symptomPage =
  (symptom: Symptom): Draw =>
  (view) => {
    const { knowledge, text, citations } = view;
    const { frame, symptoms: words } = text;
    const { id, urgency, crisis, ease, expectedWithin, saidElsewhere } = symptom;
    const name = inWords(view, symptom.name);
    const aliases = symptom.aliases.filter((one) => isWrittenFor(one, view));
    const combined = Object.values(knowledge.symptomCombinations).filter(({ oneOfEach }) =>
      oneOfEach.some((ids) => ids.includes(id)),
    );
    const isUrgent = urgency === "emergency" || urgency === "today";
    const body = html`${isUrgent && section("numbers", words.numbers, helplines(view, { crisisFirst: crisis }), frame.nobody)}
${section(
  "what",
  words.what,
  html`<p>${urgencyBadge(view, urgency)}</p><p class="strong">${inWords(view, symptom.does)}${citations.of(symptom.cites)}</p>${[
    symptom.stops && words.stops,
    expectedWithin !== undefined && words.expectedWithin(expectedWithin),
    symptom.onlyIfPregnancyPossible && words.pregnancy,
    !symptom.stops && words.urgencies[urgency].lead,
    isUrgent && words.after,
  ].map((note) => note !== false && html`<p>${note}</p>`)}`,
)}
${ease !== undefined && section("ease", words.ease, html`<p>${inWords(view, ease)}</p>`)}
${
  combined.length > 0 &&
  section(
    "together",
    words.together,
    html`<ul class="statements">${combined.map((one) => together(one, view))}</ul>`,
    words.togetherMore,
  )
}
${
  saidElsewhere.length > 0 &&
  section(
    "elsewhere",
    words.elsewhere,
    html`<ul class="statements">${saidElsewhere.map(
      ({ judged, says, cites }) =>
        html`<li>${judgementBadge(view, judged)}<p>${inWords(view, says)}${citations.of(cites)}</p></li>`,
    )}</ul>`,
  )
}
<p><a class="button" href="${appHref(view, "/ask/triage", { symptoms: name })}">${words.check}</a></p><p class="soft">${words.checkMore}</p>
${aliases.length > 0 && html`<p class="soft">${words.names}${frame.colon}${frame.listed(aliases)}</p>`}`;
    return {
      title: name,
      description: words.about(name),
      body,
      callsFirst: isUrgent,
      trail: [{ path: "/symptoms", title: frame.pages.symptoms }],
    };
  };
