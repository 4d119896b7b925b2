import { NativeSelect, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { PlainField } from "../../../core/questions/fields.ts";
import { Choices, Ticks } from "../../kit/choices.tsx";
import { useText } from "../../text/language.tsx";
import type { FieldText } from "../field-text.ts";
import { textOf, textsOf } from "../given.ts";
import { questionsText } from "../text.ts";
import classes from "./control.module.css";
import { KnownControl, KnownListControl, SuggestedControl, TextsControl } from "./known-control.tsx";

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

/** More choices than this, or longer ones, go into a list that opens. */
const mostInSight = 5;
const mostLetters = 90;

/** About how much room a text takes: a Japanese character that of two letters. */
function lettersOf(text: string): number {
  return Array.from(text).reduce((letters, one) => letters + (one > "\u2fff" ? 2 : 1), 0);
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
    case "yes-no": {
      const answer = value === true ? "yes" : value === false ? "no" : "unknown";
      const answers = [
        { value: "yes", label: text.yes },
        { value: "no", label: text.no },
        // Not known is an answer of its own: it is never taken for a no.
        { value: "unknown", label: text.unknown, open: true },
      ] as const;
      const change = (next: string) => onChange(next === "unknown" ? undefined : next === "yes");
      return isInRow === true ? (
        <NativeSelect
          {...alone}
          value={answer}
          onChange={({ currentTarget }) => change(currentTarget.value)}
          data={answers.map(({ value: one, label }) => ({ value: one, label }))}
        />
      ) : (
        <Choices {...inGroup} value={answer} choices={answers} onChange={change} />
      );
    }
    case "choice": {
      const isRequired = field.required === true;
      const open = isRequired ? [] : [{ value: "", label: text.unsaid, open: true as const }];
      const letters = lettersOf(field.of.map((id) => choice(id).label).join(""));
      return field.of.length <= mostInSight && letters <= mostLetters && isInRow !== true ? (
        <Choices
          {...inGroup}
          value={isRequired && value === undefined ? undefined : textOf(value)}
          choices={[...field.of.map(choice), ...open]}
          onChange={onChange}
        />
      ) : (
        <NativeSelect
          {...alone}
          value={textOf(value)}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          data={[{ value: "", label: isRequired ? text.choose : text.unsaid }, ...field.of.map(choice)]}
        />
      );
    }
    case "choices":
      return <Ticks {...inGroup} value={textsOf(value)} choices={field.of.map(choice)} onChange={onChange} />;
    case "known":
      return (
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
                rightSection: <span className={classes.unit}>{field.unit}</span>,
                rightSectionWidth: 74,
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
