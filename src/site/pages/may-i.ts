/** Every activity that patients ask about, by group. */
import type { Activity } from "../../core/knowledge/topics/activities.ts";
import { html } from "../html.ts";
import { permissionBadge, section } from "../parts/small.ts";
import { phasesOf } from "../phases.ts";
import { type Draw, href, inWords } from "../view.ts";

export const activityPath = (id: string): string => `/may-i/${id}`;

export const mayIList: Draw = (view) => {
  const { knowledge, text } = view;
  const groups = Object.keys(text.mayI.groups) as Activity["group"][];
  const all = Object.values(knowledge.activities);
  const body = html`<p class="lead">${text.mayI.lead}</p>
<p class="soft">${text.mayI.listMore}</p>
${groups.map((group) =>
  section(
    group,
    text.mayI.groups[group],
    html`<ul class="rows">${all
      .filter((one) => one.group === group)
      .map(
        (one) =>
          html`<li><a href="${href(view, activityPath(one.id))}">${inWords(view, one.name)}</a>${permissionBadge(view, phasesOf(one, { canBecomePregnant: undefined }, view.asked).during)}</li>`,
      )}</ul>`,
  ),
)}`;
  return { title: text.mayI.title, description: text.mayI.description, body };
};
