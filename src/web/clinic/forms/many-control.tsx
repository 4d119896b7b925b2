import { MultiSelect } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import { useText } from "../../text/language.tsx";
import classes from "./control.module.css";
import { useKnown } from "./known.ts";
import type { KnownKind } from "./spec.ts";
import { formText } from "./text.ts";

/**
 * Several of many, found by typing. What was typed and not chosen stays in the field: were it dropped when the field is
 * left, "none" would be recorded of somebody who named something.
 */
export function ManyControl(props: {
  of: KnownKind;
  label: ReactNode;
  error: string | undefined;
  value: readonly string[];
  typed: string;
  onChange: (value: readonly string[]) => void;
  onTyped: (typed: string) => void;
}) {
  const { of, label, error, value, typed, onChange, onTyped } = props;
  const text = useText(formText);
  const data = useKnown(of);
  const leaving = useRef(false);
  return (
    <MultiSelect
      label={label}
      error={error}
      data={[...data]}
      searchable
      hidePickedOptions
      nothingFoundMessage={text.noMatch}
      openOnFocus={false}
      withScrollArea={false}
      // A list that left the dialog it belongs to could not be reached.
      comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
      classNames={{ options: classes.options ?? "" }}
      placeholder={value.length === 0 ? text.search : ""}
      value={[...value]}
      searchValue={typed}
      onBlur={() => {
        leaving.current = true;
      }}
      onSearchChange={(next) => {
        const isLeaving = leaving.current;
        leaving.current = false;
        if (!isLeaving || next !== "") onTyped(next);
      }}
      onChange={onChange}
    />
  );
}
