import { type Day, dayText } from "../../../core/calendar.ts";
import { nameOf } from "../../../words/say.ts";
import { DayField } from "../../kit/day-field.tsx";
import { Disclosure } from "../../kit/disclosure.tsx";
import { Field } from "../../kit/field.tsx";
import { knowledge } from "../../knowledge.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { sayDay } from "../../text/when.ts";
import { questionsText } from "../text.ts";
import classes from "./where-and-when.module.css";
import { WhoseRules } from "./whose-rules.tsx";

/** Under whose rules and for which day: said in a line, changed behind it. */
export function WhereAndWhen(props: {
  under: string;
  on: Day;
  today: Day;
  onUnder: (under: string) => void;
  onDay: (on: Day | undefined) => void;
}) {
  const { under, on, today, onUnder, onDay } = props;
  const text = useText(questionsText);
  const { language } = useLanguage();
  const chosen = nameOf(knowledge, "protocol", under)?.[language] ?? under;
  const day = sayDay(language, dayText(on));
  return (
    <Disclosure summary={text.answeredFor(chosen, on === today ? `${day} (${text.today})` : day)} quiet>
      <div className={classes.fields}>
        <WhoseRules under={under} onUnder={onUnder} />
        <Field label={text.on}>
          {(id) => <DayField id={id} value={on} onChange={(day) => onDay(day ?? undefined)} />}
        </Field>
      </div>
    </Disclosure>
  );
}
