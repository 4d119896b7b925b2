import { TextInput } from "@mantine/core";
import { useState } from "react";
import { type Day, dayText, parseDay } from "../../core/calendar.ts";

/** A day, by the browser's own picker. While it is typed, what is no day yet changes nothing. */
export function DayField(props: {
  id?: string;
  label?: string;
  value: Day | null;
  onChange: (day: Day | null) => void;
  clearable?: boolean;
  size?: "sm" | "md";
}) {
  const { id, label, value, onChange, clearable = false, size = "sm" } = props;
  const [halfTyped, setHalfTyped] = useState<string>();
  return (
    <TextInput
      type="date"
      size={size}
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { "aria-label": label })}
      value={halfTyped ?? (value === null ? "" : dayText(value))}
      min="1900-01-01"
      max="2199-12-31"
      onChange={(event) => {
        const text = event.currentTarget.value;
        const day = parseDay(text);
        setHalfTyped(day === undefined ? text : undefined);
        if (day !== undefined) onChange(day);
        else if (text === "" && clearable) onChange(null);
      }}
      onBlur={() => setHalfTyped(undefined)}
    />
  );
}
