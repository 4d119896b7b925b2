import { useId } from "react";
import classes from "./choices.module.css";

interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  /** It leaves the answer open: chosen, it does not stand out. */
  readonly open?: true;
}

/** One of a few, each in sight: radio buttons as large as a finger. */
export function Choices<V extends string>(props: {
  label: string;
  hint?: string | undefined;
  /** What needs a sentence: below the label. */
  more?: string | undefined;
  error?: string | undefined;
  value: V | undefined;
  choices: readonly Choice<V>[];
  onChange: (value: V) => void;
}) {
  const { label, hint, more, error, value, choices, onChange } = props;
  const id = useId();
  return (
    <fieldset
      className={classes.group}
      role="radiogroup"
      aria-invalid={error === undefined ? undefined : true}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend className={classes.legend}>
        {label}
        {hint === undefined ? undefined : <span className={classes.hint}>{hint}</span>}
      </legend>
      {more === undefined ? undefined : <p className={classes.more}>{more}</p>}
      <div className={classes.choices}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={classes.choice}
            data-chosen={choice.value === value || undefined}
            data-open={choice.open}
          >
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      <ErrorLine id={`${id}-error`} error={error} />
    </fieldset>
  );
}

/** Several of a few. */
export function Ticks(props: {
  label: string;
  hint?: string | undefined;
  /** What needs a sentence: below the label. */
  more?: string | undefined;
  error?: string | undefined;
  value: readonly string[];
  choices: readonly Choice<string>[];
  /** The words of a button that ticks all, where it saves something. */
  all?: string | undefined;
  onChange: (value: readonly string[]) => void;
}) {
  const { label, hint, more, error, value, choices, all, onChange } = props;
  const id = useId();
  const toggled = (one: string) =>
    value.includes(one) ? value.filter((other) => other !== one) : [...value, one];
  return (
    <fieldset className={classes.group} aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend className={classes.legend}>
        {label}
        {hint === undefined ? undefined : <span className={classes.hint}>{hint}</span>}
      </legend>
      {more === undefined ? undefined : <p className={classes.more}>{more}</p>}
      <div className={classes.ticks}>
        {choices.map((choice) => (
          <label key={choice.value} className={classes.tick}>
            <input
              type="checkbox"
              checked={value.includes(choice.value)}
              aria-invalid={error === undefined ? undefined : true}
              onChange={() => onChange(toggled(choice.value))}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {all !== undefined && choices.length > 2 && value.length < choices.length ? (
        <button
          type="button"
          className={classes.all}
          onClick={() => onChange(choices.map((choice) => choice.value))}
        >
          {all}
        </button>
      ) : undefined}
      <ErrorLine id={`${id}-error`} error={error} />
    </fieldset>
  );
}

/** One thing that is so or is not said. */
export function Tick(props: { label: string; value: boolean; onChange: (value: boolean) => void }) {
  const { label, value, onChange } = props;
  return (
    <label className={classes.tick}>
      <input
        type="checkbox"
        checked={value}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

function ErrorLine({ id, error }: { id: string; error: string | undefined }) {
  return error === undefined ? undefined : (
    <p id={id} className={classes.error}>
      {error}
    </p>
  );
}
