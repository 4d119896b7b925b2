import type { AnswerJson } from "../../../../app/questions/answer-shape.ts";
import type { PlanJson } from "../../../../app/questions/plan-shape.ts";
import { capsulesText } from "../../../../core/plan/capsules-text.ts";
import { planEventTitles } from "../../../../words/plan-events.ts";
import { sayIn } from "../../../../words/say.ts";
import { Disclosure } from "../../../kit/disclosure.tsx";
import { Sources } from "../../../kit/sources.tsx";
import { knowledge } from "../../../knowledge.ts";
import { useLanguage, useText } from "../../../text/language.tsx";
import { sayDay } from "../../../text/when.ts";
import classes from "./plan-tables.module.css";
import { planText } from "./text.ts";
import { analytesIn, daysOf, type PlanDay, saidOfDays, sourcesOf } from "./visits.ts";

/** Every day of a plan on which something falls, a line each; what they rest on stands once, below. */
export function PlanVisits({ plan, answer }: { plan: PlanJson; answer: AnswerJson }) {
  const text = useText(planText);
  const { language } = useLanguage();
  const { ofDays } = saidOfDays(plan, answer.remarks);
  const visits = numbered(ofDays);
  const analytes = analytesIn(ofDays);
  return (
    <>
      <table className={classes.visits}>
        <caption className="visually-hidden">{text.visits}</caption>
        <thead>
          <tr>
            <th scope="col">{text.day}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.capsules}</th>
            <th scope="col">{text.tests}</th>
          </tr>
        </thead>
        <tbody>
          {daysOf(plan).map((day) => (
            <DayRow key={day.on} day={day} visit={visits.get(day.on)} />
          ))}
        </tbody>
      </table>
      {analytes.length === 0 ? undefined : (
        <p className={classes.note}>
          {text.blood(sayIn(language, knowledge, answer.zone).names("analyte", analytes))}
        </p>
      )}
      <Disclosure summary={text.inSentences} quiet>
        <ul className={classes.sentences}>
          {ofDays.map((one) => (
            <li key={one.text.en}>{one.text[language]}</li>
          ))}
        </ul>
      </Disclosure>
      <Sources sources={sourcesOf(ofDays, answer.sources)} />
    </>
  );
}

function DayRow({ day, visit }: { day: PlanDay; visit: number | undefined }) {
  const text = useText(planText);
  const { language } = useLanguage();
  const { on, kinds, supply, tests } = day;
  const what = kinds.map((kind) =>
    kind === "supply" && visit !== undefined ? text.visit(visit) : planEventTitles[kind][language],
  );
  return (
    <tr data-kind={supply === undefined ? undefined : "supply"}>
      <th scope="row">{sayDay(language, on)}</th>
      <td>
        {(what.length === 0 ? [text.testsAlone] : what).map((one) => (
          <span key={one} className={classes.line}>
            {one}
          </span>
        ))}
      </td>
      <td>
        {supply === undefined ? undefined : (
          <>
            <span className={classes.line}>{capsulesText(supply.capsules)}</span>
            <span className={classes.soft}>{text.forDays(supply.days)}</span>
            {supply.spare.length === 0 ? undefined : (
              <span className={classes.soft}>{text.spare(capsulesText(supply.spare))}</span>
            )}
          </>
        )}
      </td>
      <td>
        {tests.map(({ kind, from }) => (
          <span key={kind} className={classes.line}>
            {text.test[kind]}
            {from === undefined || from === on ? undefined : (
              <span className={classes.soft}>{text.from(sayDay(language, from))}</span>
            )}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** Visits by their days, as they are counted over the whole course. */
function numbered(remarks: readonly AnswerJson["remarks"][number][]): ReadonlyMap<string, number> {
  return new Map(
    remarks.flatMap(({ reason, facts: { dueDay, number } }) =>
      reason === "visit" && typeof dueDay === "string" && typeof number === "number"
        ? [[dueDay, number]]
        : [],
    ),
  );
}
