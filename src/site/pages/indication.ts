/** One use that isotretinoin is asked for: the answer, what is known of it, and what treats it instead. */
import type { Indication } from "../../core/knowledge/schema.ts";
import { indication as question } from "../../core/questions/indication/indication.ts";
import type { Section } from "../../core/questions/question.ts";
import { renderAnswerPart, sectionTitle } from "../../words/render-question.ts";
import { html } from "../html.ts";
import { badge, section } from "../parts/small.ts";
import { appHref, type Draw, href, inWords, isWrittenFor } from "../view.ts";

/** Every sentence is the question's own, so that the page and its answer never differ. */
export const indicationPage =
  (use: Indication): Draw =>
  (view) => {
    const { asked, citations, knowledge, text } = view;
    const words = text.indications;
    const name = inWords(view, use.name);
    const { headline, remarks } = question.answer({ name: use.name.en }, asked);
    const says = (of: (typeof remarks)[number] | typeof headline) =>
      html`${inWords(view, renderAnswerPart("indication", of, knowledge, asked.zone))}${citations.of(of.cites)}`;
    const part = (of: Section, title = inWords(view, sectionTitle("indication", of))) => {
      const found = remarks.filter((one) => one.section === of && one.reason !== "instead");
      return found.length > 0 && section(of, title, html`${found.map((one) => html`<p>${says(one)}</p>`)}`);
    };
    const isAlone = Object.values(knowledge.indications).every(
      (one) => one === use || one.class !== use.class,
    );
    const aliases = use.aliases.filter((one) => isWrittenFor(one, view));
    const body = html`${aliases.length > 0 && html`<p class="soft">${words.names}${text.frame.colon}${text.frame.listed(aliases)}</p>`}
${section("answer", words.answer, html`<p>${badge(headline.verdict, words.classes[use.class].title)}</p><p class="strong">${says(headline)}</p><p><a class="button" href="${appHref(view, "/ask/indication", { name })}">${words.ask}</a></p><p class="soft">${words.askMore}</p>`)}
${part("evidence")}
${use.instead !== undefined && section("instead", words.instead, html`<p>${inWords(view, use.instead.says)}${citations.of(use.instead.cites)}</p>`)}
${part("know")}
${part("not-applied")}
<ul class="chips">${!isAlone && html`<li><a href="${href(view, "/indications")}#${use.class}">${words.sameClass(words.classes[use.class].title)}</a></li>`}<li><a href="${href(view, "/claims")}?topic=indications">${words.claims}</a></li></ul>`;
    return {
      title: words.question(name),
      description: `${name}${text.frame.colon}${inWords(view, use.reason)}`,
      body,
      trail: [{ path: "/indications", title: text.frame.pages.indications }],
    };
  };
