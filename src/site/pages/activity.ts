/** One activity: what counts in Japan, and every statement on it with who says it. */
import type { Activity } from "../../core/knowledge/topics/activities.ts";
import { type Statement, standingOf } from "../../core/questions/activity-standing.ts";
import { type Html, html, type Part } from "../html.ts";
import { judgementBadge, permissionBadge, section } from "../parts/small.ts";
import { type Phases, phasesByPerson } from "../phases.ts";
import { appHref, type Draw, href, inWords, isWrittenFor, type View } from "../view.ts";
import { activityPath } from "./may-i.ts";

export const activityPage =
  (activity: Activity): Draw =>
  (view) => {
    const { text, asked } = view;
    const words = text.mayI;
    const name = inWords(view, activity.name);
    const { applied, notApplied } = standingOf(activity, "during", { canBecomePregnant: undefined }, asked);
    const house = Object.values(view.knowledge.clinics).flatMap(({ title, houseRules }) =>
      houseRules.filter((rule) => rule.activity === activity.id).map((rule) => ({ title, rule })),
    );
    // What a clinic of ours asks for is shown as its house rule, and need not be said again as its page's.
    const inForce = new Set(house.flatMap(({ rule }) => rule.cites));
    const elsewhere = notApplied.filter(
      ({ by, judged, cites }) =>
        !(by === "page" && judged === "house-rule" && cites.every((id) => inForce.has(id))),
    );
    const related = Object.values(view.knowledge.activities).filter((one) => isRelated(one.id, activity.id));
    const other = activity.aliases.filter((alias) => isWrittenFor(alias, view));
    const body = html`${other.length > 0 && html`<p class="soft">${words.spelled}${text.frame.colon}${text.frame.listed(other)}</p>`}
${section("counts", words.counts, html`${counts(activity, view)}<p><a class="button" href="${appHref(view, "/ask/may-i", { activity: activity.id })}">${words.compute}</a></p><p class="soft">${words.computeMore}</p>`, words.countsMore)}
${related.length > 0 && html`<p>${words.seeAlso}${text.frame.colon}${related.map((one, at) => html`${at > 0 && text.frame.between}<a href="${href(view, activityPath(one.id))}">${inWords(view, one.name)}</a>`)}</p>`}
${section(
  "statements",
  words.statements,
  html`<ul class="statements">${applied.map(({ statement, cites, months }) => said(statement, cites, months, view))}</ul>`,
  words.statementsMore,
)}
${
  house.length > 0 &&
  section(
    "house-rules",
    words.houseRules,
    html`<ul class="statements">${house.map(({ title, rule }) =>
      said({ ...rule, by: "clinic", judged: "supported" }, rule.cites, undefined, view, inWords(view, title)),
    )}</ul>`,
    words.houseRulesMore,
  )
}
${
  elsewhere.length > 0 &&
  section(
    "elsewhere",
    words.others,
    html`<ul class="statements">${elsewhere.map((one) => said(one, one.cites, undefined, view))}</ul>`,
    words.othersMore,
  )
}`;
    return {
      title: name,
      description: words.about(name),
      body,
      trail: [{ path: "/may-i", title: words.title }],
    };
  };

/** "alcohol" and "alcohol-before-lipids": one is asked about who should know of the other. */
function isRelated(one: string, other: string): boolean {
  return one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
}

function counts(activity: Activity, view: View): Part {
  const { mayI: words } = view.text;
  return phasesByPerson(activity, view.asked).map(
    ({ whom, phases }) =>
      html`<div class="counts">${whom !== undefined && html`<h3>${words.whom[whom]}</h3>`}${rows(phases, view)}</div>`,
  );
}

function rows({ during, after }: Phases, view: View): Html {
  const { mayI: words } = view.text;
  return html`<dl class="phases"><div><dt>${words.during}</dt><dd>${permissionBadge(view, during)}</dd></div>${after.map(
    ({ permission, until }, at) =>
      html`<div><dt>${until !== undefined ? words.until(until) : at === 0 ? words.afterLast : words.afterwards}</dt><dd>${permissionBadge(view, permission)}</dd></div>`,
  )}</dl>`;
}

function said(
  statement: Statement,
  cites: readonly string[],
  months: number | undefined,
  view: View,
  clinic?: string,
): Html {
  const { mayI: words, frame } = view.text;
  const { by, where, whom, judged, says, during, afterwards } = statement;
  const after = months === undefined ? statement.after : { months };
  const countries = (where ?? []).map((one) => frame.countries[one]);
  const who = [
    clinic ?? words.by[by],
    ...(countries.length > 0 ? [frame.listed(countries)] : []),
    ...(whom === undefined ? [] : [words.whom[whom]]),
  ];
  const holds = [
    html`${words.holdsDuring}${frame.colon}${frame.permissions[during]}`,
    after !== undefined && html`${words.holdsAfter(after)}`,
    afterwards !== "yes" && html`${words.afterThat}${frame.colon}${frame.permissions[afterwards]}`,
  ].filter((one) => one !== false);
  // What is wrong is said; that it would "hold" is not.
  const isTold = judged === "supported" || judged === "house-rule";
  return html`<li>${judged !== "supported" && judgementBadge(view, judged)}<p class="who">${who.join(" · ")}</p><p>${inWords(view, says)}${view.citations.of(cites)}</p>${isTold && html`<p class="soft">${holds.map((one, at) => html`${at > 0 && " · "}${one}`)}</p>`}</li>`;
}
