import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { RoleIcon } from "../../kit/role-icon.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import { sayDay } from "../../text/when.ts";
import { questionsText } from "../text.ts";
import classes from "./answer-steps.module.css";

type Step = Exclude<AnswerJson["headline"]["wayOut"], "never">[number];

/** Whose turn it is, and to do what. */
export function AnswerSteps({ answer }: { answer: AnswerJson }) {
  const text = useText(questionsText);
  const { language } = useLanguage();
  const steps = stepsOf(answer);
  if (steps.length === 0) return undefined;
  return (
    <div className={classes.steps}>
      <h3 className={classes.heading}>{text.steps}</h3>
      <ul className={classes.list}>
        {steps.map((step) => (
          <li key={`${step.who} ${step.text.en}`} className={classes.step}>
            <RoleIcon role={step.who} />
            <span>
              <span className={classes.who}>{shortWords[language].roles[step.who]}</span>{" "}
              {step.text[language]}
              {step.by > answer.on && !step.text[language].includes(sayDay(language, step.by)) ? (
                <span className={classes.when}> {sayDay(language, step.by)}</span>
              ) : undefined}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The headline's steps and those of what counts, each once. */
function stepsOf({ headline, remarks }: AnswerJson): readonly Step[] {
  const all = [headline, ...remarks.filter(({ section }) => section !== "not-applied")].flatMap(
    ({ wayOut }) => (wayOut === "never" ? [] : wayOut),
  );
  return [...new Map(all.map((step) => [`${step.who} ${step.text.en} ${step.by}`, step])).values()];
}
