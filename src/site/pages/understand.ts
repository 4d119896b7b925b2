/** How the treatment goes, from before the first capsule to the months after the last. */
import type { ParameterId } from "../../core/knowledge/parameters.ts";
import { type Html, html } from "../html.ts";
import { section } from "../parts/small.ts";
import { valueList } from "../parts/values.ts";
import { appHref, type Draw, href, inWords, type View } from "../view.ts";
import { expectations } from "./expectations.ts";
import { contraception, effects, relapse, stops } from "./understand-parts.ts";

const beforeAll: readonly ParameterId[] = [
  "minimumAgeYears",
  "guardianUnderAgeYears",
  "firstVisitInPerson",
  "priorTreatmentAsked",
  "medicinesAsked",
  "allergensChecked",
  "conditionsAsked",
  "consents",
  "counsellingTopics",
  "privateImportRefused",
];
const beforePregnancy: readonly ParameterId[] = [
  "contraceptionMonthsBefore",
  "contraceptionMethodsTogether",
  "pretreatmentTests",
  "pretreatmentTestSpacingDays",
  "pretreatmentTestsInMedicalSetting",
  "consentsIfPregnancyPossible",
];
const duringAll: readonly ParameterId[] = [
  "supplyDaysIfPregnancyImpossible",
  "symptomsEverySupply",
  "moodEverySupply",
  "sexualFunctionEverySupply",
  "missedDoseSkipped",
  "neverTwoDosesTogether",
  "courseUsual",
  "courseLongest",
];
const duringPregnancy: readonly ParameterId[] = [
  "testEveryMonth",
  "testAgeAtPrescriptionDays",
  "supplyDaysIfPregnancyPossible",
  "dispenseWithinDaysOfPrescription",
  "latePeriodStops",
  "contraceptionLapseStops",
];
const afterAll: readonly ParameterId[] = ["contraceptionMonthsAfter", "rest"];

export const understand: Draw = (view) => {
  const { text } = view;
  const words = text.understand;
  const parts: readonly (readonly [id: string, title: string, lead: string, body: Html])[] = [
    ["before", words.before.title, words.before.lead, before(view)],
    ["during", words.during.title, words.during.lead, during(view)],
    ["after", words.after.title, words.after.lead, after(view)],
    ["expect", words.expect.title, words.expect.lead, expectations(view)],
    ["effects", words.effects.title, words.effects.lead, effects(view)],
    ["tests", words.tests.title, words.tests.lead, tests(view)],
    ["contraception", words.contraception.title, words.contraception.lead, contraception(view)],
    ["stops", words.stops.title, words.stops.lead, stops(view)],
    ["relapse", words.relapse.title, words.relapse.lead, relapse(view)],
  ];
  const body = html`<p class="lead">${words.lead}</p>
<nav class="contents" aria-labelledby="contents"><h2 id="contents">${words.contents}</h2><ol>${parts.map(
    ([id, title]) => html`<li><a href="#${id}">${title}</a></li>`,
  )}<li><a href="${href(view, "/understand/studies")}">${words.relapse.studiesTitle}</a></li></ol></nav>
${parts.map(([id, title, lead, part]) => section(id, title, part, lead))}`;
  return { title: words.title, description: words.description, body };
};

function before(view: View): Html {
  const { before: words } = view.text.understand;
  return html`<h3>${words.everybody}</h3>${valueList(beforeAll, view)}<h3>${words.pregnancy}</h3>${valueList(beforePregnancy, view)}<p>${words.more}</p>`;
}

function during(view: View): Html {
  const { during: words } = view.text.understand;
  return html`<h3>${words.everybody}</h3>${valueList(duringAll, view)}<h3>${words.pregnancy}</h3>${valueList(duringPregnancy, view)}<h3>${words.missed}</h3><p>${words.missedMore} <a href="${appHref(view, "/ask/missed-dose")}">${words.missedLink}</a></p>`;
}

/** What holds on after the last capsule, by value and by duty. */
function after(view: View): Html {
  const { after: words } = view.text.understand;
  const duties = Object.values(view.knowledge.duties);
  const kinds = Object.keys(words.duties) as (keyof typeof words.duties)[];
  return html`${valueList(afterAll, view)}${kinds.map(
    (kind) =>
      html`<h3>${words.duties[kind]}</h3><ul class="plain">${duties
        .filter((one) => one.kind === kind)
        .map(
          ({ id, name, says, cites }) =>
            html`<li id="duty-${id}"><strong>${inWords(view, name)}</strong>${view.text.frame.colon}${inWords(view, says)}${view.citations.of(cites)}</li>`,
        )}</ul>`,
  )}<p><a href="${href(view, "/may-i")}">${words.more}</a></p>`;
}

function tests(view: View): Html {
  const { tests: words } = view.text.understand;
  const schedules = Object.values(view.knowledge.labSchedules);
  return html`<h3>${words.baseline}</h3>${valueList(["baselineAnalytes", "baselineWithin", "baselineLipidsFasting", "hoursWithoutAlcoholBeforeLipids"], view)}<h3>${words.monitored}</h3>${valueList(["monitoredAnalytes", "resultsUntilResponseKnown", "resultsFirstWithin", "resultsEvery"], view)}<h3>${words.schedules}</h3><ul class="statements">${schedules.map(
    ({ id, name, says, costs, cites }) =>
      html`<li id="schedule-${id}"><p class="who">${inWords(view, name)}</p><p>${inWords(view, says)}${view.citations.of(cites)}</p><p class="soft">${words.costs}${view.text.frame.colon}${inWords(view, costs)}</p></li>`,
  )}</ul>`;
}
