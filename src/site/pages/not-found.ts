/** What stands at an address where nothing is. */
import { html } from "../html.ts";
import { searchForm } from "../parts/search-form.ts";
import { type Draw, href } from "../view.ts";

export const notFound: Draw = (view) => {
  const { frame } = view.text;
  const all = [["", frame.home], ...Object.entries(frame.pages).map(([page, title]) => [`/${page}`, title])];
  return {
    title: frame.notFound,
    description: frame.notFound,
    body: html`${searchForm(view)}<p class="lead">${frame.notFoundMore}</p><ul class="rows">${all.map(
      ([path = "", title]) => html`<li><a href="${href(view, path)}">${title}</a></li>`,
    )}</ul>`,
  };
};
