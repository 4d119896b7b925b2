import { useId } from "react";
import { Choices } from "../../kit/choices.tsx";
import { useText } from "../../text/language.tsx";
import type { Moment } from "./happened.ts";
import type { Asking } from "./spec.ts";
import { formText } from "./text.ts";
import classes from "./when-field.module.css";

/** When it happened: now in one click, or a day and, where windows are counted from it, its time. */
export function WhenField(props: {
  asking: Asking;
  moment: Moment;
  today: string;
  error: string | undefined;
  onChange: (moment: Moment) => void;
}) {
  const { asking, moment, today, error, onChange } = props;
  const text = useText(formText);
  const id = useId();
  if (asking === "none") return undefined;
  return (
    <div className={classes.when}>
      {asking === "day" ? undefined : (
        <Choices
          label={text.happened}
          value={moment.now ? "now" : "day"}
          choices={[
            { value: "now", label: text.now },
            { value: "day", label: text.otherDay },
          ]}
          onChange={(chosen) => onChange({ ...moment, now: chosen === "now" })}
        />
      )}
      {moment.now ? undefined : (
        <div className={classes.parts}>
          <div className={classes.part}>
            <label htmlFor={`${id}-day`}>{text.day}</label>
            <input
              id={`${id}-day`}
              type="date"
              min="1900-01-01"
              max={today}
              value={moment.day}
              aria-invalid={error === undefined ? undefined : true}
              aria-describedby={error === undefined ? undefined : `${id}-error`}
              onChange={({ currentTarget }) => onChange({ ...moment, day: currentTarget.value })}
            />
          </div>
          {asking === "time" ? (
            <div className={classes.part}>
              <label htmlFor={`${id}-time`}>
                {text.time} <span className={classes.hint}>{text.optional}</span>
              </label>
              <input
                id={`${id}-time`}
                type="time"
                value={moment.time}
                aria-describedby={`${id}-more`}
                onChange={({ currentTarget }) => onChange({ ...moment, time: currentTarget.value })}
              />
            </div>
          ) : undefined}
          {asking === "time" ? (
            <p id={`${id}-more`} className={classes.more}>
              {text.timeMore}
            </p>
          ) : undefined}
        </div>
      )}
      {error === undefined ? undefined : (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}
