import { IconPhone } from "@tabler/icons-react";
import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { knowledge } from "../../knowledge.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { countryUnder } from "../ask/under.ts";
import { dials, whomToCall } from "../lines.ts";
import { questionsText } from "../text.ts";
import classes from "./call-now.module.css";

/** Whom the answer sends to, next to its sentence: a touch calls. The clinic's number only its patients have. */
export function CallNow({ answer }: { answer: AnswerJson }) {
  const text = useText(questionsText);
  const { language } = useLanguage();
  const country = countryUnder(answer.clinic ?? answer.protocol, knowledge);
  const whom = whomToCall(answer, country, knowledge);
  if (whom === undefined) return undefined;
  return (
    <ul className={classes.lines}>
      {whom.clinic ? (
        <li className={classes.clinic}>
          <IconPhone size={20} stroke={2} aria-hidden />
          {text.clinicCard}
        </li>
      ) : undefined}
      {whom.lines.map(({ line: { id, kind, number, name }, how }) => (
        <li key={id}>
          <a className={classes.line} data-kind={kind} data-how={how} href={dials(number)}>
            <IconPhone size={how === "now" ? 20 : 16} stroke={2} aria-hidden />
            <span className={classes.number}>{number}</span>
            <span className={classes.name}>
              {name[language]}
              {how === "beside" && kind === "ambulance" ? ` · ${text.cannotWait}` : ""}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
