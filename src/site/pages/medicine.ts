/** One medicine beside isotretinoin, and one class of them. */
import { parseDay } from "../../core/calendar.ts";
import type { Medicine } from "../../core/knowledge/topics/medicines.ts";
import { type Html, html } from "../html.ts";
import { judgementBadge, section } from "../parts/small.ts";
import { appHref, type Draw, href, inWords, isWrittenFor, type View } from "../view.ts";
import { className, classPath, membersOf, verdictBadge } from "./interactions.ts";

export const medicinePage =
  (medicine: Medicine): Draw =>
  (view) => {
    const { text, citations } = view;
    const words = text.interactions;
    const name = inWords(view, medicine.name);
    const body = html`${names(medicine, view)}
${section(
  "answer",
  words.answer,
  html`<p>${verdictBadge(view, medicine.verdict)}</p><p>${inWords(view, medicine.says)}${citations.of(medicine.cites)}</p>${notes(medicine, view).map((note) => html`<p>${note}</p>`)}`,
)}
${
  medicine.byRoute.length > 0 &&
  section(
    "by-route",
    words.byRoute,
    html`<ul class="statements">${medicine.byRoute.map(
      ({ routes, verdict, says, cites }) =>
        html`<li><p class="who">${text.frame.listed(routes.map((one) => words.routes[one]))}</p><p>${verdictBadge(view, verdict)}</p><p>${inWords(view, says)}${citations.of(cites)}</p></li>`,
    )}</ul>`,
  )
}
${
  medicine.elsewhere.length > 0 &&
  section(
    "elsewhere",
    words.elsewhere,
    html`<ul class="statements">${medicine.elsewhere.map(
      ({ judged, says, cites }) =>
        html`<li>${judgementBadge(view, judged)}<p>${inWords(view, says)}${citations.of(cites)}</p></li>`,
    )}</ul>`,
  )
}
<p><a class="button" href="${appHref(view, "/ask/interactions", { names: name })}">${words.check}</a></p><p class="soft">${words.checkMore}</p>`;
    return {
      title: name,
      description: words.about(name),
      body,
      trail: [{ path: "/interactions", title: text.frame.pages.interactions }],
    };
  };

export const classPage =
  (id: string): Draw =>
  (view) => {
    const words = view.text.interactions;
    const name = className(id, view);
    const members = Object.values(view.knowledge.medicines).filter((one) => one.class === id);
    // What is said of several is said once.
    const says = [...new Map(members.map((one) => [inWords(view, one.says), one.cites])).entries()];
    const body = html`${section("members", words.members, membersOf(id, view))}
${section(
  "answer",
  words.answer,
  html`<ul class="statements">${says.map(
    ([said, cites]) => html`<li><p>${said}${view.citations.of(cites)}</p></li>`,
  )}</ul>`,
)}`;
    return {
      title: name,
      description: words.aboutClass(name),
      body,
      trail: [{ path: "/interactions", title: view.text.frame.pages.interactions }],
    };
  };

function names({ brands, aliases, class: of }: Medicine, view: View): Html {
  const { interactions: words, frame } = view.text;
  const rows = [
    [words.brands, brands.filter((one) => isWrittenFor(one, view))],
    [words.names, aliases.filter((one) => isWrittenFor(one, view))],
  ] as const;
  return html`${rows
    .filter(([, all]) => all.length > 0)
    .map(
      ([title, all]) => html`<p class="soft">${title}${frame.colon}${frame.listed(all)}</p>`,
    )}<p class="soft">${words.member}${frame.colon}<a href="${href(view, classPath(of))}">${className(of, view)}</a></p>`;
}

/** What narrows the answer down, and when it was looked for. */
function notes(medicine: Medicine, view: View): readonly string[] {
  const { interactions: words } = view.text;
  const { finding, checkedOn } = medicine;
  const on = view.say.day(parseDay(checkedOn ?? ""));
  return [
    ...(medicine.onlyWithHormonalContraception ? [words.hormonal] : []),
    ...(medicine.mayWeakenHormonalContraception ? [words.weakens] : []),
    ...(medicine.systemicOnly ? [words.systemic] : []),
    ...(finding === "none" ? [words.searched(on)] : finding === "silent" ? [words.silent(on)] : []),
  ];
}
