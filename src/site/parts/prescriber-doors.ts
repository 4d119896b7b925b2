/** Doors to the pages that compute for those who prescribe. */
import { questions } from "../../core/questions/index.ts";
import { type Html, html } from "../html.ts";
import { appHref, type View } from "../view.ts";

/** Where each door leads, in the order of a consultation. */
const doors = {
  check: "/check",
  plan: "/ask/plan",
  price: "/ask/price",
  protocols: "/protocols",
  ask: "/ask",
  clinic: "/",
  api: "/openapi.json",
} as const;

export type Door = keyof typeof doors;

/** Those that a consultation needs. */
export const mainDoors: readonly Door[] = ["check", "plan", "price", "protocols"];
export const otherDoors: readonly Door[] = ["ask", "clinic", "api"];

/** A question that is not there has no door. */
export function prescriberDoors(wanted: readonly Door[], view: View): Html {
  const words = view.text.prescribers;
  const isThere = (path: string) =>
    !path.startsWith("/ask/") || questions.some(({ id }) => path === `/ask/${id}`);
  return html`<ul class="doors">${wanted
    .filter((door) => isThere(doors[door]))
    .map((door) => {
      const path = doors[door];
      const to = path === "/" || path.endsWith(".json") ? path : appHref(view, path);
      return html`<li><a href="${to}"><strong>${words.doors[door].title}</strong><span>${words.doors[door].text}</span></a></li>`;
    })}</ul>`;
}
