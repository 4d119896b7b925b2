import type { Fields } from "../../../core/questions/fields.ts";
import type { AnyQuestion } from "../../../core/questions/index.ts";
import { sayIn } from "../../../words/say.ts";
import { knowledge } from "../../knowledge.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import type { Answered } from "../ask/answer-of.ts";
import { fieldTexts } from "../field-text.ts";
import { type Given, isEmpty, valueAt } from "../given.ts";
import { questionsText } from "../text.ts";
import classes from "./no-answer.module.css";

/** In place of an answer: what is still needed for one. */
export function NoAnswer(props: {
  question: AnyQuestion;
  given: Given;
  answered: Pick<Answered, "problems" | "undecidable">;
}) {
  const { question, given, answered } = props;
  const text = useText(questionsText);
  const { language } = useLanguage();
  const words = fieldTexts(question.id, language);
  const fields: Fields = question.fields;
  const missing = answered.problems.filter(({ at }) => isEmpty(valueAt(given, at)));
  const labels = [
    ...new Set(
      missing.map(({ at }) => {
        const [name = "", , column] = at.split(".");
        const field = words[name];
        return (column === undefined ? undefined : field?.columns?.[column]?.label) ?? field?.label ?? name;
      }),
    ),
  ];
  const isWrong = answered.problems.length > missing.length;
  return (
    <section className={classes.none} aria-label={text.answer}>
      <p className={classes.heading}>
        {answered.undecidable === undefined ? text.waiting : text.undecidable}
      </p>
      {answered.undecidable === undefined ? undefined : <p lang="en">{answered.undecidable}</p>}
      {labels.length === 0 || Object.keys(fields).length === 0 ? undefined : (
        <p>{text.fillIn(sayIn(language, knowledge, "UTC").list(labels))}</p>
      )}
      {isWrong ? <p className={classes.wrong}>{text.mend}</p> : undefined}
    </section>
  );
}
