import type { Redemption } from "../../../app/views/shapes.ts";
import { parseAt, parseDay, startOf } from "../../../core/calendar.ts";
import { RoleIcon } from "../../kit/role-icon.tsx";
import { useZone } from "../../shell/place.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import { useWhen } from "../../text/use-when.ts";
import { type Outlook, type Step, turnsOf } from "./outlook.ts";
import classes from "./refusing.module.css";
import { dispenseText } from "./text.ts";

/** The way out of a refusal: whose turn it is, with what, and the earliest day. */
export function Refusing({ redemption, outlook }: { redemption: Redemption; outlook: Outlook }) {
  const text = useText(dispenseText);
  const { language } = useLanguage();
  const { decision, authorisation, patient } = redemption;
  const when = useWhen(useZone(patient.clinic));
  const { earliest, on } = decision;
  const turns = [...turnsOf(outlook.steps)];
  const isUsed = authorisation.state === "dispensed";
  if (isUsed || (turns.length === 0 && earliest === null)) {
    return <p className={classes.noWay}>{text.noWay}</p>;
  }
  // The earliest day stands beside; a day in the sentence is not said again.
  const day = ({ by, facts }: Step) =>
    by === null || by <= on || by === earliest || Object.values(facts).includes(by)
      ? ""
      : ` (${text.from(when.day(by))})`;
  const closes = authorisation.dispenseBefore === null ? undefined : parseAt(authorisation.dispenseBefore);
  const first = earliest === null ? undefined : parseDay(earliest);
  const closesBefore =
    authorisation.state === "open" &&
    closes !== undefined &&
    first !== undefined &&
    closes <= startOf(first, decision.zone);
  return (
    <dl className={classes.way}>
      <div>
        <dt>{text.turn}</dt>
        {turns.length === 0 ? (
          <dd>{text.nobody}</dd>
        ) : (
          turns.map(([role, steps]) => (
            <dd key={role} className={classes.turn}>
              <RoleIcon role={role} size={20} />
              <div>
                <b>{shortWords[language].roles[role]}</b>
                <ul>
                  {steps.map((step) => (
                    <li key={`${step.action} ${step.by}`}>
                      {step.text[language]}
                      {day(step)}
                    </li>
                  ))}
                </ul>
              </div>
            </dd>
          ))
        )}
      </div>
      <div>
        <dt>{text.earliest}</dt>
        <dd className={classes.until}>
          {earliest === null ? text.noDay : earliest === on ? text.today : when.day(earliest)}
        </dd>
        {earliest === null || turns.length === 0 ? undefined : (
          <dd className={classes.soft}>{text.earliestMore}</dd>
        )}
        {closesBefore ? <dd className={classes.closes}>{text.closesBefore}</dd> : undefined}
      </div>
    </dl>
  );
}
