import { IconPhone } from "@tabler/icons-react";
import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { knowledge } from "../../knowledge.ts";
import { useLanguage } from "../../text/language.tsx";
import classes from "./call-now.module.css";

/** The numbers that the answer names, next to its sentence: a touch calls. */
export function CallNow({ answer }: { answer: AnswerJson }) {
  const { language } = useLanguage();
  const lines = answer.remarks.flatMap(({ about = "" }) => {
    const [kind, id = ""] = about.split("/");
    const line = kind === "helpline" ? knowledge.helplines[id] : undefined;
    return line === undefined ? [] : [line];
  });
  return lines.length === 0 ? undefined : (
    <ul className={classes.lines}>
      {lines.map(({ id, number, name }) => (
        <li key={id}>
          <a className={classes.line} href={`tel:${number.replaceAll(/[^\d+#*]/g, "")}`}>
            <IconPhone size={20} stroke={2} aria-hidden />
            <span className={classes.number}>{number}</span>
            <span className={classes.name}>{name[language]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
