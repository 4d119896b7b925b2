/** Values of the protocol in force as a list for a reader: what is asked for, and its sources. */
import type { ParameterId } from "../../core/knowledge/parameters.ts";
import { parameterWords, readParameter } from "../../words/render-comparison.ts";
import { type Html, html } from "../html.ts";
import { inWords, type View } from "../view.ts";

/** Those that nobody sets, or that are switched off, fall away. @param without what stands in a stricter list already */
export function valueList(
  ids: readonly ParameterId[],
  view: View,
  without: ReadonlySet<string> = new Set(),
): Html {
  const { asked, knowledge, citations, language, text } = view;
  return html`<ul class="plain">${ids.map((id) => {
    const { value: all, cites } = asked.values[id];
    const value =
      Array.isArray(all) && without.size > 0 ? all.filter((one) => !without.has(String(one))) : all;
    if (value === null || value === false || (Array.isArray(value) && value.length === 0)) return undefined;
    const { title } = parameterWords[language].parameters[id];
    // A switch that is on is said by its title.
    const read =
      value === true ? "" : `${text.frame.colon}${inWords(view, readParameter(id, value, knowledge))}`;
    return html`<li>${title}${read}${citations.of(cites)}</li>`;
  })}</ul>`;
}
