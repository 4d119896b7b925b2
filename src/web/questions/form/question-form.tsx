import type { GivenProblem } from "../../../app/questions/given.ts";
import type { Fields } from "../../../core/questions/fields.ts";
import type { AnyQuestion } from "../../../core/questions/index.ts";
import { sayIn } from "../../../words/say.ts";
import type { Language } from "../../../words/words.ts";
import { Disclosure } from "../../kit/disclosure.tsx";
import { knowledge } from "../../knowledge.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { fieldTexts } from "../field-text.ts";
import { type Given, isEmpty, valueAt, withValue } from "../given.ts";
import { questionsText } from "../text.ts";
import { Control } from "./control.tsx";
import { isToldOptional, layoutOf, withoutWhatFellAway } from "./layout.ts";
import classes from "./question-form.module.css";
import { RowsControl } from "./rows-control.tsx";

/** A question's form, made of its fields. */
export function QuestionForm(props: {
  question: AnyQuestion;
  given: Given;
  /** What the record already says: shown until something else is entered. */
  known?: Given;
  /** Of what was entered; that something is missing is said beside the answer. */
  problems: readonly GivenProblem[];
  onChange: (given: Given) => void;
}) {
  const { question, given, known = {}, problems, onChange } = props;
  const text = useText(questionsText);
  const { language } = useLanguage();
  const words = fieldTexts(question.id, language);
  const fields: Fields = question.fields;
  const { first, folded } = layoutOf(question, { ...known, ...given }, knowledge);
  const note = (name: string): string | undefined => {
    if (given[name] === undefined && !isEmpty(known[name])) return text.fromRecord;
    return isToldOptional(question, name) ? text.optional : undefined;
  };
  const control = (name: string) => {
    const field = fields[name];
    if (field === undefined) return undefined;
    const value = given[name] ?? known[name];
    const change = (next: unknown) =>
      onChange(withoutWhatFellAway(question, withValue(given, name, next), knowledge));
    const shared = { words: words[name] ?? { label: name }, value, onChange: change };
    const errors = errorsOf(problems, name, given, language);
    return field.kind === "rows" ? (
      <RowsControl key={name} {...shared} field={field} errors={errors} />
    ) : (
      <Control key={name} {...shared} field={field} error={errors.values().next().value} note={note(name)} />
    );
  };
  return (
    <>
      <div className={classes.fields} data-short={folded.length > 0 || undefined}>
        {first.map(control)}
      </div>
      {folded.length === 0 ? undefined : (
        <Disclosure
          summary={text.furtherFields(
            sayIn(language, knowledge, "UTC").list(folded.map((name) => words[name]?.label ?? name)),
          )}
          quiet
          // What a link or the record has filled in is not hidden.
          open={folded.some((name) => !isEmpty(given[name]))}
        >
          <div className={classes.fields}>{folded.map(control)}</div>
        </Disclosure>
      )}
    </>
  );
}

/** What is wrong in one field, by the place within it; what is only missing as yet is not wrong. */
function errorsOf(
  problems: readonly GivenProblem[],
  name: string,
  given: Given,
  language: Language,
): ReadonlyMap<string, string> {
  return new Map(
    problems
      .filter(({ at }) => (at === name || at.startsWith(`${name}.`)) && !isEmpty(valueAt(given, at)))
      .map(({ at, says }) => [at.slice(name.length + 1), says[language]]),
  );
}
