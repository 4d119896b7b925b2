/** One search over the whole site: a form that the server answers, with no script. */
import { type Html, html } from "../html.ts";
import { href, type View } from "../view.ts";

export const longestSearch = 200;

export function searchForm(view: View, typed = ""): Html {
  const words = view.text.search;
  return html`<form class="search" role="search" method="get" action="${href(view, "/search")}"><label for="search">${words.label}<input type="search" id="search" name="search" maxlength="${longestSearch}" value="${typed}" placeholder="${words.hint}"></label><button class="button" type="submit">${words.find}</button></form>`;
}
