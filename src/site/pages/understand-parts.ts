/** Parts of the page on the treatment: side effects, contraception, what stops it, and what if acne comes back. */
import { urgencies } from "../../core/knowledge/topics/urgency.ts";
import { type Html, html } from "../html.ts";
import { valueList } from "../parts/values.ts";
import { appHref, href, inWords, type View } from "../view.ts";
import { symptomLink } from "./symptoms.ts";

/** Everything that can be felt, by how soon it has to be seen. */
export function effects(view: View): Html {
  const { symptoms: words, understand } = view.text;
  const all = Object.values(view.knowledge.symptoms);
  return html`${urgencies.map(
    (urgency) =>
      html`<h3>${words.urgencies[urgency].title}</h3><p>${joined(
        all.filter((one) => one.urgency === urgency).map(({ id }) => symptomLink(id, view)),
        view,
      )}</p>`,
  )}<p><a href="${href(view, "/symptoms")}">${understand.effects.more}</a></p>`;
}

/** Which methods count, and what to do when one has failed. */
export function contraception(view: View): Html {
  const { contraception: words } = view.text.understand;
  const all = Object.values(view.knowledge.contraceptives);
  const classes = Object.keys(words.contraceptives) as (keyof typeof words.contraceptives)[];
  return html`${valueList(["contraceptionMethodsTogether", "primaryMethodNeeded", "contraceptionMonthsBefore", "contraceptionMonthsAfter"], view)}${classes.map(
    (one) => {
      const methods = all.filter((method) => method.class === one);
      return html`<h3>${words.contraceptives[one]}</h3><p>${joined(
        methods.map(({ name }) => inWords(view, name)),
        view,
      )}${view.citations.of(methods.flatMap(({ cites }) => cites))}</p>`;
    },
  )}<p>${words.lapse} <a href="${appHref(view, "/ask/contraception-trouble")}">${words.link}</a></p>`;
}

/** What stops treatment by itself. */
export function stops(view: View): Html {
  const { stops: words } = view.text.understand;
  const felt = Object.values(view.knowledge.symptoms).filter((one) => one.stops);
  return html`<h3>${words.pregnancy}</h3>${valueList(["pregnancyStops", "breastfeedingStops"], view)}<p>${words.pregnancyMore}</p>
<h3>${words.symptoms}</h3><p>${joined(
    felt.map(({ id }) => symptomLink(id, view)),
    view,
  )}</p>
<h3>${words.conditions}</h3>${valueList(["conditionsThatStop"], view)}
<h3>${words.judged}</h3>${valueList(["conditionsThatAsk"], view, stopping(view))}${valueList(["historyThatAsks"], view)}
<h3>${words.allergies}</h3>${valueList(["allergensThatStop"], view)}
<h3>${words.uses}</h3><p><a href="${href(view, "/indications")}">${words.usesLink}</a></p>`;
}

/** An illness stands in its strictest list alone: one that stops treatment is not judged besides. */
function stopping({ asked }: View): ReadonlySet<string> {
  return new Set(asked.values.conditionsThatStop.value ?? []);
}

/** That it can come back; what studies found of it has a page of its own. */
export function relapse(view: View): Html {
  const { relapse: words } = view.text.understand;
  return html`<p><a href="${href(view, "/understand/studies")}">${words.studies}</a></p>`;
}

function joined(parts: readonly (Html | string)[], view: View): readonly (Html | string)[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [view.text.frame.between, part]));
}
