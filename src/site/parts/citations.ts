/** The sources of a page, numbered in the order in which they are named. */
import type { SiteWords } from "../../words/site-words.ts";
import { type Html, html, nothing } from "../html.ts";

export class Citations {
  readonly #numbers = new Map<string, number>();
  readonly #text: SiteWords["frame"];

  constructor(text: SiteWords["frame"]) {
    this.#text = text;
  }

  /** Small links to the list at the page's end, to stand behind what they hold up. */
  of(ids: readonly string[]): Html {
    const numbers = [...new Set(ids)].map((id) => this.#numberOf(id)).toSorted((a, b) => a - b);
    if (numbers.length === 0) return nothing;
    return html`<span class="cites">${numbers.map(
      (n) => html`<a href="#source-${n}" aria-label="${this.#text.cited(n)}">${n}</a>`,
    )}</span>`;
  }

  /** Every source named so far, by number. */
  get named(): readonly (readonly [id: string, number: number])[] {
    return [...this.#numbers];
  }

  #numberOf(id: string): number {
    const known = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, known);
    return known;
  }
}
