import type { AnswerJson } from "../../../app/questions/answer-shape.ts";
import { namedIn } from "../../../app/questions/given.ts";
import { parseDay } from "../../../core/calendar.ts";
import type { Field, Fields } from "../../../core/questions/fields.ts";
import type { AnyQuestion } from "../../../core/questions/index.ts";
import { nameOf, sayIn } from "../../../words/say.ts";
import { knowledge } from "../../knowledge.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { sayDay } from "../../text/when.ts";
import { type FieldText, fieldTexts } from "../field-text.ts";
import { rowsOf, textOf, textsOf } from "../given.ts";
import { questionsText } from "../text.ts";
import classes from "./asked-line.module.css";

/** What was asked, where and for which day: on paper it stands alone. */
export function AskedLine({ question, answer }: { question: AnyQuestion; answer: AnswerJson }) {
  const text = useText(questionsText);
  const { language } = useLanguage();
  const words = fieldTexts(question.id, language);
  const say = sayIn(language, knowledge, answer.zone);
  const inWords = (field: Field, value: unknown, of: FieldText): string => {
    switch (field.kind) {
      case "day":
        return parseDay(textOf(value)) === undefined ? textOf(value) : sayDay(language, textOf(value));
      case "number":
        return field.unit === "1"
          ? textOf(value)
          : `${textOf(value)} ${text.units[field.unit] ?? field.unit}`;
      case "yes-no":
        return value === true ? text.yes : text.no;
      case "choice":
        return of.choices?.[textOf(value)] ?? textOf(value);
      case "choices":
        return say.list(textsOf(value).map((one) => of.choices?.[one] ?? one));
      case "known":
      case "known-list": {
        const ids = field.kind === "known" ? [textOf(value)] : textsOf(value);
        const items = namedIn(field.of, knowledge);
        return say.list(ids.map((id) => items.find((one) => one.id === id)?.name[language] ?? id));
      }
      case "text":
        return textOf(value);
      case "texts":
        return say.list(textsOf(value));
      case "rows":
        return rowsOf(value)
          .map((row) =>
            Object.entries(field.columns)
              .filter(([name]) => row[name] !== undefined)
              .map(([name, column]) => inWords(column, row[name], of.columns?.[name] ?? { label: name }))
              .join(" "),
          )
          .join("; ");
    }
  };
  const fields: Fields = question.fields;
  const where = nameOf(knowledge, "protocol", answer.clinic ?? answer.protocol)?.[language];
  return (
    <dl className={`${classes.asked} print-only`}>
      <div>
        <dt>{text.on}</dt>
        <dd>
          {sayDay(language, answer.on)} · {where ?? answer.protocol}
        </dd>
      </div>
      {Object.entries(fields)
        .filter(([name]) => answer.asked[name] !== undefined)
        .map(([name, field]) => (
          <div key={name}>
            <dt>{words[name]?.label ?? name}</dt>
            <dd>{inWords(field, answer.asked[name], words[name] ?? { label: name })}</dd>
          </div>
        ))}
    </dl>
  );
}
