import { IconHourglassHigh } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { DecisionJson } from "../../../app/decision-json.ts";
import type { PatientView } from "../../../app/views/shapes.ts";
import type { Done } from "../../api/shapes.ts";
import { Card } from "../../kit/card.tsx";
import { RoleIcon } from "../../kit/role-icon.tsx";
import { useRole } from "../../shell/role.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import { useWhen, type When } from "../../text/use-when.ts";
import { isOrderStep, type StepJson } from "../forms/for-step.ts";
import { isDue, opensByItself } from "./due.ts";
import { Recorded } from "./recorded.tsx";
import { OrderSteps, StepItem } from "./step-item.tsx";
import classes from "./steps.module.css";
import { patientText } from "./text.ts";

/** What is to be done, by person: one's own steps first and open, each with the form that takes it down. */
export function Steps(props: {
  view: PatientView;
  /** Of the order that is being written, else of the next supply. */
  decision: DecisionJson;
  zone: string;
  /** Whether the order can be written on this page now. */
  canOrder: boolean;
}) {
  const { view, decision, zone, canOrder } = props;
  const text = useText(patientText);
  const { language } = useLanguage();
  const role = useRole();
  const when = useWhen(zone);
  const { verdict } = decision;
  // While an order is written it says itself what it lacks: the page must not move below the hands.
  const next = canOrder ? decision.next.filter((step) => !isOrderStep(step)) : decision.next;
  /** Undefined: the first of one's own that is due; null: none. */
  const [open, setOpen] = useState<string | null>();
  const [done, setDone] = useState<readonly Done[]>();
  if (view.standing.group === "ended" || (verdict === "pass" && done === undefined)) return undefined;
  if (next.length === 0 && decision.next.length > 0 && done === undefined) return undefined;

  const byRole = [...Map.groupBy(next, ({ who }) => who)];
  const ordered = byRole.toSorted(([a], [b]) => Number(b === role) - Number(a === role));
  const mine = opensByItself(next, { role, day: decision.on, group: view.standing.group });
  const opened = open === undefined ? (mine === undefined ? null : keyOf(mine)) : open;
  return (
    <Card id="steps" heading={text.steps}>
      <Recorded done={done} takesFocus={opened === null} />
      {next.length === 0 ? (
        <p className={classes.none}>{verdict === "pass" ? text.stepsNone : text.stepsNoWay}</p>
      ) : (
        <ol className={classes.people}>
          {ordered.map(([who, steps]) => (
            <li key={who} className={classes.person} data-mine={who === role || undefined}>
              <h3 className={classes.who}>
                <span className={classes.icon}>
                  <RoleIcon role={who} />
                </span>
                {shortWords[language].roles[who]}
                {who === role ? <span className={classes.turn}>{text.yourTurn}</span> : undefined}
              </h3>
              <ByWhen steps={steps} day={decision.on} when={when}>
                {(these) => (
                  <ul>
                    <OrderSteps steps={these.filter(isOrderStep)} />
                    {these
                      .filter((step) => !isOrderStep(step))
                      .map((step) => (
                        <StepItem
                          key={keyOf(step)}
                          step={step}
                          view={view}
                          decision={decision}
                          isOpen={opened === keyOf(step)}
                          takesFocus={open !== undefined || done !== undefined}
                          onOpen={(wanted) => setOpen(wanted ? keyOf(step) : null)}
                          onDone={(sent) => {
                            setDone(sent);
                            setOpen(undefined);
                          }}
                        />
                      ))}
                  </ul>
                )}
              </ByWhen>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

/** What a wait is counted from: put off by a day, the supply comes a day later. */
const startsClock: ReadonlySet<string> = new Set(["start-contraception", "collect-pregnancy-test"]);

/** By what is to be done and about whom, and not by facts that change while somebody writes. */
function keyOf({ action, facts }: StepJson): string {
  const { medicine, symptom, analyte, indication, party, collectedDay } = facts;
  return [action, medicine, symptom, analyte, indication, party, collectedDay].join(" ");
}

/** Steps under the day on which each is to be done: today's first. */
function ByWhen(props: {
  steps: readonly StepJson[];
  day: string;
  when: When;
  children: (steps: readonly StepJson[]) => ReactNode;
}) {
  const { steps, day, when, children } = props;
  const text = useText(patientText);
  const urgencyOf = (step: StepJson) => {
    if (!isDue(step, day)) return "later";
    return startsClock.has(step.action) ? "now" : "today";
  };
  const labelOf = (step: StepJson) => {
    const urgency = urgencyOf(step);
    if (urgency !== "later") return urgency === "now" ? text.stepNow : text.stepToday;
    const then = when.day(step.by ?? "");
    return step.when === "only-then" ? text.stepFrom(then) : text.stepOn(then);
  };
  const groups = [...Map.groupBy(steps, labelOf)];
  return groups.map(([label, these]) => {
    const [first] = these;
    const urgency = first === undefined ? "today" : urgencyOf(first);
    return (
      <div key={label}>
        {groups.length === 1 && urgency === "today" ? undefined : (
          <p className={classes.when} data-when={urgency}>
            {urgency === "later" ? <IconHourglassHigh size={15} stroke={2} aria-hidden /> : undefined}
            {label}
          </p>
        )}
        {children(these)}
      </div>
    );
  });
}
