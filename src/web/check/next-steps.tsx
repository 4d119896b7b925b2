import { IconClipboardText } from "@tabler/icons-react";
import type { Decision } from "../../core/decide.ts";
import type { Step } from "../../core/steps.ts";
import { renderStep } from "../../words/render.ts";
import { RoleIcon } from "../kit/role-icon.tsx";
import { knowledge } from "../knowledge.ts";
import { useSpeech } from "../text/speech.tsx";
import classes from "./next-steps.module.css";

/** Whose turn it is: the steps by person, in the order in which each comes first. */
export function NextSteps({ decision, zone }: { decision: Decision; zone: string }) {
  const { text, words, say, of } = useSpeech();
  const { steps } = decision.plan;
  const when = (step: Step): string => {
    if (step.on <= decision.day) return text.steps.chosenDay;
    return step.when === "only-then" ? text.steps.from(say.day(step.on)) : text.steps.on(say.day(step.on));
  };
  if (steps.length === 0) {
    return (
      <p className={classes.none}>
        <IconClipboardText size={20} stroke={1.8} aria-hidden />
        {text.reasons.noWay}
      </p>
    );
  }
  const byRole = Map.groupBy(steps, ({ who }) => who);
  return (
    <ol className={classes.people}>
      {[...byRole].map(([role, theirs], index) => {
        return (
          <li key={role} className={classes.person} data-next={index === 0 || undefined}>
            <h3 className={classes.who}>
              <span className={classes.icon}>
                <RoleIcon role={role} />
              </span>
              {words.roles[role]}
              {index === 0 && byRole.size > 1 ? (
                <span className={classes.turn}>{text.steps.nextTurn}</span>
              ) : undefined}
            </h3>
            {[...Map.groupBy(theirs, when)].map(([day, steps]) => (
              <div key={day} className={classes.steps}>
                <p className={classes.when} data-later={day !== text.steps.chosenDay || undefined}>
                  {day}
                </p>
                <ul>
                  {steps.map((step, place) => (
                    <li key={`${step.action}-${place}`}>{of(renderStep(step, knowledge, zone))}</li>
                  ))}
                </ul>
              </div>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
