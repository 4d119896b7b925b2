/** The first page: what the medicine is, the one thing everybody must know, the way through a course, and the doors. */
import { html } from "../html.ts";
import { courseWay } from "../parts/course-way.ts";
import { mainDoors, prescriberDoors } from "../parts/prescriber-doors.ts";
import { searchForm } from "../parts/search-form.ts";
import { section } from "../parts/small.ts";
import { type Draw, href, inWords } from "../view.ts";

export const home: Draw = (view) => {
  const { citations, knowledge, text } = view;
  const { home: words, frame } = text;
  const acne = knowledge.indications["acne"];
  const conceiving = knowledge.activities["conceiving"]?.statements.find(({ by }) => by === "floor");
  const giving = knowledge.activities["blood-donation"]?.statements.find(({ by }) => by === "floor");
  const way = courseWay(view);
  const doors = Object.keys(words.door) as (keyof typeof words.door)[];
  const body = html`<p class="lead">${words.lead}</p>
${searchForm(view)}
<p><a href="#prescribers">${words.prescribersLink}</a></p>
<section class="must" data-verdict="stop" aria-labelledby="must"><h2 id="must">${words.must}</h2>
${conceiving !== undefined && html`<p class="strong">${inWords(view, conceiving.says)}${citations.of(conceiving.cites)}</p>`}
<p>${words.mustBlood}${giving !== undefined && citations.of(giving.cites)}</p>
<p><a href="${href(view, "/may-i/conceiving")}">${words.mustMore}</a></p></section>
${
  acne !== undefined &&
  section(
    "who",
    words.who,
    html`<p>${words.whoPlain}</p><p class="soft">${words.whoLabel}${frame.colon}${inWords(view, acne.reason)}${citations.of(acne.cites)}</p><p><a href="${href(view, "/indications")}">${words.whoMore}</a></p>`,
  )
}
${section(
  "way",
  words.way,
  html`<figure class="way">${way.drawing}<figcaption>${words.wayNote}${citations.of(way.cites)}</figcaption></figure><p><a class="button" href="${href(view, "/understand")}">${words.wayMore}</a></p>`,
  words.wayLead,
)}
${section(
  "doors",
  words.doors,
  html`<ul class="doors">${doors.map(
    (page) =>
      html`<li><a href="${href(view, `/${page}`)}"><strong>${frame.pages[page]}</strong><span>${words.door[page]}</span></a></li>`,
  )}</ul>`,
)}
${section(
  "prescribers",
  words.prescribers,
  html`${prescriberDoors(mainDoors, view)}<p class="soft">${text.prescribers.script}</p><p><a href="${href(view, "/prescribers")}">${words.prescribersMore}</a></p>`,
)}`;
  return { title: words.title, description: words.description, body };
};
