/** The frame around every page: where one is, the other language, whom to call, what this is not. */

import { siteWords } from "../words/site-words.ts";
import { languages } from "../words/words.ts";
import { type Html, html } from "./html.ts";
import { helplines } from "./parts/helplines.ts";
import { sourceList } from "./parts/source-list.ts";
import { type Content, href, type View } from "./view.ts";

/** The whole page. @param path of the page without its language; undefined where there is none, as for a 404 */
export function framed(view: View, path: string | undefined, content: Content): string {
  const { language, text } = view;
  // The list of sources is drawn last, when every one has been named.
  const numbers = content.callsFirst === true ? undefined : helplines(view);
  const sources = sourceList(view);
  const title = path === "" ? `Isoward: ${content.title}` : text.frame.title(content.title);
  return String(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${content.description}">
<meta name="theme-color" content="#ffffff">
<meta name="format-detection" content="telephone=no">
${path !== undefined && addresses(view, path, content)}<link rel="icon" href="/site.svg" type="image/svg+xml">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<a class="skip" href="#content">${text.frame.skip}</a>
${header(view, path)}
<main id="content">
${trail(view, path, content)}
${heading(content)}
${content.body}
${sources}
</main>
${footer(view, numbers)}
</body>
</html>
`);
}

/** A heading that quotes somebody shows at its side how that is judged. */
function heading({ title, tone }: Content): Html {
  return tone === undefined
    ? html`<h1>${title}</h1>`
    : html`<div class="judged" data-verdict="${tone}"><h1>${title}</h1></div>`;
}

/** For those who list pages: the page's one address and the other languages'; an answer is not listed at all. */
function addresses({ language, origin, query }: View, path: string, { isAnswer }: Content): Html {
  if (isAnswer === true)
    return html`<meta name="robots" content="noindex">\n${alternates(path, origin, asked(query))}`;
  return html`<link rel="canonical" href="${origin}/${language}${path}">\n${alternates(path, origin, "")}`;
}

function alternates(path: string, origin: string, asked: string): Html {
  const all = [...languages.map((one) => [one, one] as const), ["x-default", languages[0]] as const];
  return html`${all.map(([named, one]) => html`<link rel="alternate" hreflang="${named}" href="${origin}/${one}${path}${asked}">\n`)}`;
}

const asked = (query: URLSearchParams) => (query.size === 0 ? "" : `?${query.toString()}`);

function header(view: View, path: string | undefined): Html {
  const { language, text, query } = view;
  return html`<header class="top"><div class="bar">
<a class="brand" href="${href(view, "")}"><img src="/site.svg" alt="" width="28" height="28"><span>Isoward</span></a>
<nav class="wide" aria-label="${text.frame.menu}">${menu(view, path, false)}</nav>
<a class="to-menu" href="#menu">${text.frame.menu}</a>
<ul class="languages" aria-label="${text.frame.language}">${languages.map((one) => {
    const name = siteWords[one].frame.ownName;
    return one === language
      ? html`<li><span lang="${one}" aria-current="true">${name}</span></li>`
      : html`<li><a lang="${one}" hreflang="${one}" href="/${one}${path ?? ""}${asked(query)}">${name}</a></li>`;
  })}</ul>
</div></header>`;
}

/** In the header only the pages that patients look for; all of them in the foot. */
const inHeader: ReadonlySet<string> = new Set(["understand", "may-i", "interactions", "symptoms", "prices"]);

function menu(view: View, path: string | undefined, all: boolean): Html {
  const { pages } = view.text.frame;
  const shown = Object.entries(pages).filter(([page]) => all || inHeader.has(page));
  return html`<ul>${shown.map(([page, title]) => {
    const here = path === `/${page}` ? "page" : path?.startsWith(`/${page}/`) === true ? "true" : undefined;
    return html`<li><a href="${href(view, `/${page}`)}"${here !== undefined && html` aria-current="${here}"`}>${title}</a></li>`;
  })}${!all && html`<li><a href="/">${view.text.frame.clinics}</a></li>`}</ul>`;
}

function trail(view: View, path: string | undefined, content: Content): Html | undefined {
  if (path === "" || path === undefined) return undefined;
  const { frame } = view.text;
  const steps = [{ path: "", title: frame.home }, ...(content.trail ?? [])];
  return html`<nav class="trail" aria-label="${frame.where}"><ol>${steps.map(
    (step) => html`<li><a href="${href(view, step.path)}">${step.title}</a></li>`,
  )}</ol></nav>`;
}

function footer(view: View, numbers: Html | undefined): Html {
  const { frame } = view.text;
  return html`<footer class="foot"><div class="inner">
${numbers !== undefined && html`<section class="call" aria-labelledby="call"><h2 id="call">${frame.numbers}</h2><p>${frame.nobody}</p>${numbers}</section>`}
<nav id="menu" tabindex="-1" aria-label="${frame.allPages}">${menu(view, undefined, true)}</nav>
<p><strong>${frame.unapproved}</strong> <a href="${href(view, "/unapproved")}">${frame.unapprovedMore}</a></p>
<p>${frame.support}</p>
<p class="last"><a href="/">${frame.toClinic}</a> <span>${frame.knowledge(view.knowledge.digest.slice(0, 12))}</span></p>
</div></footer>`;
}
