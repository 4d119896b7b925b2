import { IconPhone } from "@tabler/icons-react";
import type { Jurisdiction } from "../../core/knowledge/parts.ts";
import { knowledge } from "../knowledge.ts";
import { useLanguage, useText } from "../text/language.tsx";
import classes from "./alarm-line.module.css";
import { dials, linesOf } from "./lines.ts";
import { questionsText } from "./text.ts";

/** Always in sight, and quiet: nobody reads this page, and whom to call instead. */
export function AlarmLine({ country }: { country: Jurisdiction }) {
  const text = useText(questionsText);
  const { language } = useLanguage();
  const urgent = (["ambulance", "urgent-advice"] as const).flatMap((kind) =>
    linesOf(country, kind, knowledge),
  );
  const toTalk = linesOf(country, "crisis", knowledge);
  return (
    <div className={classes.alarm} role="note">
      <p className={classes.says}>
        <IconPhone className={classes.icon} size={18} stroke={2} aria-hidden />
        {text.alarm}
      </p>
      <ul className={classes.lines}>
        {urgent.map(({ id, name, number }) => (
          <li key={id}>
            <a className={classes.line} href={dials(number)}>
              <span className={classes.number}>{number}</span>
              <span className={classes.name}>{name[language]}</span>
            </a>
          </li>
        ))}
        {toTalk.map(({ id, name, number }) => (
          <li key={id} className={classes.talk}>
            {text.toTalk} {name[language]}{" "}
            <a className={classes.quiet} href={dials(number)}>
              {number}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
