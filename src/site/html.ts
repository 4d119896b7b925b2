/** HTML as text in which everything put in is escaped. */
import { html as template } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/** Text that is HTML already. */
export type Html = HtmlEscapedString;
/** What may be put into a template: HTML as it is, text and numbers escaped, nothing for `undefined` and `false`. */
export type Part = Html | string | number | undefined | false | readonly Part[];

/** @throws where a part would have to be waited for, which none of ours has */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const made = template(strings, ...parts);
  if (made instanceof Promise) throw new Error("a page waits for nothing");
  return made;
}

/** Nothing at all. */
export const nothing: Html = html``;
