import { NativeSelect, Select, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { Language } from "../../../words/words.ts";
import { Choices, Tick, Ticks } from "../../kit/choices.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { termIn } from "../../text/terms.ts";
import classes from "./control.module.css";
import { useKnown } from "./known.ts";
import { LabGrid } from "./lab-grid.tsx";
import type { LabRows } from "./labs.ts";
import { ManyControl } from "./many-control.tsx";
import type { FieldSpec, KnownKind } from "./spec.ts";
import { formText } from "./text.ts";

interface Props {
  readonly field: FieldSpec;
  readonly value: unknown;
  readonly error: string | undefined;
  /** For a field whose choices the step names. */
  readonly choices: readonly string[] | undefined;
  readonly onChange: (value: unknown) => void;
  /** What was typed in a list to choose from, and not chosen. */
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

/** More than so many choices go into a list that opens. */
const mostInSight = 5;

/** The control of one field. */
export function Control({ field, value, error, choices, onChange, typed, onTyped }: Props) {
  const text = useText(formText);
  const { language } = useLanguage();
  const label = text.labels[field.name] ?? field.name;
  const hint = field.required === true ? undefined : text.optional;
  const shared = { label, error };
  switch (field.kind) {
    case "yes-no":
      return (
        <Choices
          {...shared}
          hint={hint}
          value={value === true ? "yes" : value === false ? "no" : undefined}
          choices={[
            { value: "yes", label: text.yes },
            { value: "no", label: text.no },
          ]}
          onChange={(answer) => onChange(answer === "yes")}
        />
      );
    case "tick":
      return <Tick label={label} value={value === true} onChange={onChange} />;
    case "choice":
      return field.choices.length <= mostInSight ? (
        <Choices
          {...shared}
          hint={hint}
          value={typeof value === "string" ? value : undefined}
          choices={field.choices.map((one) => ({ value: one, label: choiceName(language, text, one) }))}
          onChange={onChange}
        />
      ) : (
        <NativeSelect
          {...shared}
          label={<Label label={label} hint={hint} />}
          value={typeof value === "string" ? value : ""}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === "" ? undefined : currentTarget.value)
          }
          data={[
            { value: "", label: text.choose },
            ...field.choices.map((one) => ({ value: one, label: choiceName(language, text, one) })),
          ]}
        />
      );
    case "ticks":
      return (
        <Ticks
          {...shared}
          hint={hint}
          value={Array.isArray(value) ? (value as string[]) : []}
          choices={(field.choices ?? choices ?? []).map((one) => ({
            value: one,
            label: choiceName(language, text, one),
          }))}
          all={field.required === true ? text.tickAll : undefined}
          onChange={onChange}
        />
      );
    case "one":
      return (
        <OneControl
          of={field.of}
          label={<Label label={label} hint={hint} />}
          error={error}
          clearable={field.required !== true}
          value={typeof value === "string" ? value : null}
          onChange={onChange}
        />
      );
    case "many":
      return (
        <ManyControl
          of={field.of}
          label={label}
          error={error}
          value={Array.isArray(value) ? (value as string[]) : []}
          typed={typed}
          onChange={onChange}
          onTyped={onTyped}
        />
      );
    case "number":
      return (
        <TextInput
          {...shared}
          className={classes.number ?? ""}
          label={<Label label={label} hint={hint} />}
          inputMode="decimal"
          autoComplete="off"
          value={typeof value === "string" || typeof value === "number" ? String(value) : ""}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          {...(field.unit === undefined
            ? {}
            : {
                rightSection: <span className={classes.unit}>{text.units[field.unit] ?? field.unit}</span>,
                rightSectionWidth: 74,
                rightSectionPointerEvents: "none" as const,
              })}
        />
      );
    case "day":
      return (
        <TextInput
          {...shared}
          className={classes.number ?? ""}
          label={<Label label={label} hint={hint} />}
          type="date"
          min="1900-01-01"
          max="2199-12-31"
          value={typeof value === "string" ? value : ""}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === "" ? undefined : currentTarget.value)
          }
        />
      );
    case "text": {
      const own = {
        ...shared,
        label: <Label label={label} hint={hint} />,
        maxLength: field.most ?? 400,
        value: typeof value === "string" ? value : "",
      };
      return field.long === true ? (
        <Textarea
          {...own}
          rows={3}
          maxLength={4000}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      ) : (
        <TextInput
          {...own}
          autoComplete="off"
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    }
    case "labs":
      return (
        <LabGrid
          analytes={choices}
          value={(value as LabRows | undefined) ?? {}}
          error={error}
          onChange={onChange}
        />
      );
  }
}

/** One of many, found by typing. */
function OneControl(props: {
  of: KnownKind;
  label: ReactNode;
  error: string | undefined;
  clearable: boolean;
  value: string | null;
  onChange: (value: unknown) => void;
}) {
  const { of, label, error, clearable, value, onChange } = props;
  const text = useText(formText);
  const data = useKnown(of);
  return (
    <Select
      label={label}
      error={error}
      data={[...data]}
      searchable
      clearable={clearable}
      nothingFoundMessage={text.noMatch}
      openOnFocus={false}
      withScrollArea={false}
      comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
      classNames={{ options: classes.options ?? "" }}
      placeholder={text.search}
      value={value}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

function Label({ label, hint }: { label: string; hint: string | undefined }) {
  return (
    <>
      {label}
      {hint === undefined ? undefined : <span className={classes.hint}>{hint}</span>}
    </>
  );
}

/** Terms stand in sentences elsewhere; on a button they begin with a capital. */
function choiceName(language: Language, text: typeof formText.en, id: string): string {
  const term = text.choices[id] ?? termIn(language, id);
  return term.slice(0, 1).toUpperCase() + term.slice(1);
}
