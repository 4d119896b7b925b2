import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { parseDay } from "../../../core/calendar.ts";
import type { Fields } from "../../../core/questions/fields.ts";
import type { AnyQuestion } from "../../../core/questions/index.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { sayDay } from "../../text/when.ts";
import { fieldTexts } from "../field-text.ts";
import { textOf } from "../given.ts";
import { questionsText } from "../text.ts";
import classes from "./free-day.module.css";

/** Where the free day stands in the drawing. */
const freePercent = 76;

/** From the last capsule, or the day asked about, to the day on which the wait is over. */
export function FreeDay({ question, answer }: { question: AnyQuestion; answer: AnswerJson }) {
  const text = useText(questionsText);
  const { language } = useLanguage();
  const { earliest, on } = answer;
  const free = earliest === null ? undefined : parseDay(earliest);
  const asked = parseDay(on);
  if (earliest === null || free === undefined || asked === undefined || free <= asked) return undefined;
  const fields: Fields = question.fields;
  const words = fieldTexts(question.id, language);
  const [start] = Object.entries(fields)
    .filter(([name, field]) => field.kind === "day" && textOf(answer.asked[name]) !== "")
    .map(([name]) => ({ label: words[name]?.label ?? name, day: textOf(answer.asked[name]) }))
    .filter(({ day }) => day < on)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const first = start === undefined ? asked : (parseDay(start.day) ?? asked);
  /** Where today stands, in percent of the drawing's width. */
  const today = Math.round(((asked - first) / (free - first)) * freePercent);
  return (
    <figure
      className={classes.figure}
      aria-label={text.describes(sayDay(language, start?.day ?? on), sayDay(language, earliest))}
    >
      <svg className={classes.drawing} aria-hidden>
        <rect className={classes.restricted} x="0" y="9" width={`${freePercent}%`} height="6" rx="3" />
        <rect
          className={classes.open}
          x={`${freePercent}%`}
          y="9"
          width={`${100 - freePercent}%`}
          height="6"
          rx="3"
        />
        {start === undefined ? undefined : <circle className={classes.start} cx="6" cy="12" r="5" />}
        <circle className={classes.today} cx={`${Math.max(2, today)}%`} cy="12" r="5" />
        <circle className={classes.free} cx={`${freePercent}%`} cy="12" r="7" />
      </svg>
      <dl className={classes.ends}>
        <div>
          <dt>{start?.label ?? text.on}</dt>
          <dd>{sayDay(language, start?.day ?? on)}</dd>
        </div>
        <div className={classes.last}>
          <dt>{text.freeFrom}</dt>
          <dd>
            {sayDay(language, earliest)} <span className={classes.in}>{text.inDays(free - asked)}</span>
          </dd>
        </div>
      </dl>
    </figure>
  );
}
