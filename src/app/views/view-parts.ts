/** Parts that several views share: people, supplies, authorisations, sources, as text. */

import type { Authorisation } from "../../core/authorisations.ts";
import { atText, dayText } from "../../core/calendar.ts";
import type { Decision } from "../../core/decide.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import type { AnyRule } from "../../core/rules/index.ts";
import { ruleTitle } from "../../words/render.ts";
import { hiddenHeadline, renderNotShown, type WhyNotShown } from "../../words/render-not-shown.ts";
import type { PatientState } from "../patient-state.ts";
import { everything, type Sight } from "../sight.ts";
import { topicsOfRule } from "../topics-of-rules.ts";
import type {
  AuthorisationView,
  NotShown,
  PatientView,
  SourceView,
  Standing as StandingView,
} from "./shapes.ts";
import type { ListedStanding, Told } from "./standing.ts";

type Person = Pick<PatientView, "patient" | "name" | "kana" | "birthDate" | "clinic" | "site" | "fictional">;

export function personView({ patient, personal, record, clinic, site }: PatientState): Person {
  return {
    patient,
    name: personal.name ?? null,
    kana: personal.kana ?? null,
    birthDate: record.birthDate === undefined ? "" : dayText(record.birthDate),
    clinic,
    site: site ?? null,
    fictional: record.last("registered")?.body.fictional === true,
  };
}

export function standingView(
  { group, decision, who, headline, turns, until, capsulesUntil }: ListedStanding,
  sight: Sight = everything,
): StandingView {
  const { earliest } = decision.plan;
  const told = ({ text, topics }: Told) => (sight.sees(topics) ? text : hiddenHeadline);
  return {
    group,
    verdict: decision.verdict,
    who: [...who],
    headline: told(headline),
    turns: turns.map((turn) => ({ who: turn.who, text: told(turn) })),
    until: until === undefined ? null : atText(until),
    earliest: earliest === undefined ? null : dayText(earliest),
    capsulesUntil: capsulesUntil === undefined || !sight.sees(["treatment"]) ? null : dayText(capsulesUntil),
  };
}

export function authorisationView(
  one: Authorisation,
  state: PatientState,
  sight: Sight = everything,
): AuthorisationView {
  const { record, context } = state;
  const { knowledge } = context;
  const { number, body } = one;
  const dispensed = record.entries.find(
    ({ type, body: other }) => type === "supply-dispensed" && "number" in other && other.number === number,
  );
  const out = dispensed?.type === "supply-dispensed" ? dispensed : undefined;
  const { product, capsuleMg, capsules, dailyMg, dosesPerDay, days } = body;
  return {
    number,
    state: one.state,
    supply: {
      product,
      productName: knowledge.products[product]?.name ?? { en: product, ja: product },
      capsuleMg,
      capsules,
      dailyMg,
      dosesPerDay,
      days,
    },
    authorisedAt: one.entry.happened.at === undefined ? null : atText(one.at),
    authorisedDay: dayText(one.day),
    dispenseBefore: one.dispenseBefore === undefined ? null : atText(one.dispenseBefore),
    dispensed:
      out === undefined
        ? null
        : {
            day: dayText(out.happened.day),
            capsules: out.body.capsules ?? null,
            days: out.body.days ?? null,
            lot: out.body.lot ?? null,
            expiresOn: out.body.expiresOn === undefined ? null : dayText(out.body.expiresOn),
          },
    voided: one.state === "voided" ? whyVoided(one, state, sight) : null,
  };
}

/** By the first entry that voided it; a number that was given twice is void without one. */
function whyVoided(
  { number, entryId }: Authorisation,
  { history }: PatientState,
  sight: Sight,
): AuthorisationView["voided"] {
  for (const { type, body, happened } of history.entries) {
    if (type === "supply-voided" && body.number === number) {
      const rules = failed(body.rules, sight);
      return { because: body.because, rules, day: dayText(happened.day) };
    }
    if (type === "corrected" && body.ref === entryId) {
      return { because: "corrected", rules: [], day: dayText(happened.day) };
    }
  }
  return { because: "number-given-twice", rules: [], day: null };
}

/** Rules that something came to fail, by their titles, as far as they are seen. */
export function failed(rules: readonly string[], sight: Sight) {
  return rules
    .filter((rule) => sight.sees(topicsOfRule(rule)))
    .map((rule) => ({ rule, title: ruleTitle(rule as AnyRule["id"]) }));
}

/** What is there and not shown, said. */
export function notShownView(counts: ReadonlyMap<WhyNotShown, number>, knowledge: Knowledge): NotShown {
  return [...counts].map(([because, count]) => ({
    because,
    count,
    text: renderNotShown(because, count, knowledge),
  }));
}

/** Every document that the findings of a decision cite. */
export function sourcesOf({ findings }: Decision, { sources }: Knowledge): Record<string, SourceView> {
  const cited = new Set(findings.flatMap(({ cites }) => cites));
  return Object.fromEntries(
    [...cited].flatMap((id) => {
      const source = sources[id];
      if (source === undefined) return [];
      const { title, publisher, date, where, checked } = source;
      return [[id, { id, title, publisher, where, checked, ...(date === undefined ? {} : { date }) }]];
    }),
  );
}
