import { IconPhone } from "@tabler/icons-react";
import type { Jurisdiction } from "../../core/knowledge/parts.ts";
import { knowledge } from "../knowledge.ts";
import { useLanguage, useText } from "../text/language.tsx";
import classes from "./alarm-line.module.css";
import { questionsText } from "./text.ts";

const order = ["ambulance", "urgent-advice", "crisis"] as const;

/** Always in sight: nobody reads this page, and whom to call instead. */
export function AlarmLine({ country }: { country: Jurisdiction }) {
  const text = useText(questionsText);
  const { language } = useLanguage();
  const lines = Object.values(knowledge.helplines)
    .filter(({ where }) => where === country)
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return (
    <div className={classes.alarm} role="note">
      <p className={classes.says}>
        <IconPhone className={classes.icon} size={18} stroke={2} aria-hidden />
        {text.alarm}
      </p>
      <ul className={classes.lines}>
        {lines.map(({ id, kind, name, number }) => (
          <li key={id}>
            <a className={classes.line} data-kind={kind} href={`tel:${number.replaceAll(/[^\d+#*]/g, "")}`}>
              <span className={classes.number}>{number}</span>
              <span className={classes.name}>{name[language]}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
