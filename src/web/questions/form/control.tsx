import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { PlainField } from "../../../core/questions/fields.ts";
import { Ticks } from "../../kit/choices.tsx";
import { useText } from "../../text/language.tsx";
import type { FieldText } from "../field-text.ts";
import { textOf, textsOf } from "../given.ts";
import { questionsText } from "../text.ts";
import { ChoiceControl, YesNoControl } from "./choice-control.tsx";
import classes from "./control.module.css";
import {
  KnownControl,
  KnownListControl,
  OpenKnownControl,
  SuggestedControl,
  TextsControl,
} from "./known-control.tsx";

interface Props {
  readonly field: PlainField;
  readonly words: FieldText;
  readonly value: unknown;
  readonly error: string | undefined;
  /** What stands behind the label: that it is optional, that the record says so. */
  readonly note: string | undefined;
  /** In a row of several there is no room for buttons. */
  readonly isInRow?: true;
  readonly onChange: (value: unknown) => void;
}

/** The control of one field, by its kind. */
export function Control({ field, words, value, error, note, isInRow, onChange }: Props) {
  const text = useText(questionsText);
  const inGroup = { label: words.label, hint: note, more: words.hint, error };
  const alone = {
    label: <Label label={words.label} note={note} />,
    description: words.hint,
    descriptionProps: { className: classes.more ?? "" },
    error,
    inputWrapperOrder: ["label", "input", "description", "error"] as (
      | "label"
      | "input"
      | "description"
      | "error"
    )[],
  };
  const choice = (id: string) => ({ value: id, label: words.choices?.[id] ?? id });
  switch (field.kind) {
    case "yes-no":
      return (
        <YesNoControl alone={alone} inGroup={inGroup} isInRow={isInRow} value={value} onChange={onChange} />
      );
    case "choice":
      return (
        <ChoiceControl
          alone={alone}
          inGroup={inGroup}
          isInRow={isInRow}
          isRequired={field.required === true}
          choices={field.of.map(choice)}
          value={value}
          onChange={onChange}
        />
      );
    case "choices":
      return <Ticks {...inGroup} value={textsOf(value)} choices={field.of.map(choice)} onChange={onChange} />;
    case "known":
      return field.open === true ? (
        <OpenKnownControl {...alone} of={field.of} value={textOf(value)} onChange={onChange} />
      ) : (
        <KnownControl
          {...alone}
          of={field.of}
          clearable={field.required !== true}
          value={textOf(value)}
          onChange={onChange}
        />
      );
    case "known-list":
      return <KnownListControl {...alone} of={field.of} value={textsOf(value)} onChange={onChange} />;
    case "texts":
      return <TextsControl {...alone} of={field.suggest} value={textsOf(value)} onChange={onChange} />;
    case "text":
      return field.suggest === undefined ? (
        <TextInput
          {...alone}
          autoComplete="off"
          value={textOf(value)}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      ) : (
        <SuggestedControl {...alone} of={field.suggest} value={textOf(value)} onChange={onChange} />
      );
    case "number":
      return (
        <TextInput
          {...alone}
          className={classes.short ?? ""}
          inputMode={field.whole === true ? "numeric" : "decimal"}
          autoComplete="off"
          value={textOf(value)}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          {...(field.unit === "1"
            ? {}
            : {
                rightSection: <span className={classes.unit}>{text.units[field.unit] ?? field.unit}</span>,
                rightSectionWidth: 96,
                rightSectionPointerEvents: "none" as const,
              })}
        />
      );
    case "day":
      return (
        <TextInput
          {...alone}
          className={classes.short ?? ""}
          type="date"
          min="1900-01-01"
          max="2199-12-31"
          value={textOf(value)}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
  }
}

function Label({ label, note }: { label: ReactNode; note: string | undefined }) {
  return (
    <>
      {label}
      {note === undefined ? undefined : <span className={classes.hint}>{note}</span>}
    </>
  );
}
