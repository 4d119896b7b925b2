import { NativeSelect } from "@mantine/core";

/** One of a few named choices. */
export function ChoiceSelect<V extends string>(props: {
  id?: string;
  label?: string;
  value: V;
  onChange: (value: V) => void;
  choices: readonly (readonly [V, string])[];
}) {
  const { id, label, value, onChange, choices } = props;
  return (
    <NativeSelect
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { "aria-label": label })}
      value={value}
      onChange={(event) => {
        const chosen = choices.find(([choice]) => choice === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen[0]);
      }}
      data={choices.map(([choice, says]) => ({ value: choice, label: says }))}
    />
  );
}
