import { MultiSelect, NativeSelect, Select, Textarea, TextInput } from "@mantine/core";
import type { Language } from "../../../words/words.ts";
import { Choices, Tick, Ticks } from "../../kit/choices.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { termIn } from "../../text/terms.ts";
import classes from "./control.module.css";
import { useKnown } from "./known.ts";
import { LabGrid } from "./lab-grid.tsx";
import type { LabRows } from "./labs.ts";
import type { FieldSpec } from "./spec.ts";
import { formText } from "./text.ts";

interface Props {
  readonly field: FieldSpec;
  readonly value: unknown;
  readonly error: string | undefined;
  /** For a field whose choices the step names. */
  readonly choices: readonly string[] | undefined;
  readonly onChange: (value: unknown) => void;
}

/** More than so many choices go into a list that opens. */
const mostInSight = 5;

/** The control of one field. */
export function Control({ field, value, error, choices, onChange }: Props) {
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
    case "many":
      return (
        <KnownControl
          field={field}
          label={label}
          hint={hint}
          value={value}
          error={error}
          onChange={onChange}
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

function KnownControl(props: {
  field: Extract<FieldSpec, { kind: "one" | "many" }>;
  label: string;
  hint: string | undefined;
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
}) {
  const { field, label, hint, value, error, onChange } = props;
  const text = useText(formText);
  const data = useKnown(field.of);
  const shared = {
    label: <Label label={label} hint={field.kind === "many" && hint !== undefined ? undefined : hint} />,
    error,
    data: [...data],
    searchable: true,
    nothingFoundMessage: text.noMatch,
    openOnFocus: false,
    withScrollArea: false,
    // A list that left the dialog it belongs to could not be reached.
    comboboxProps: { transitionProps: { duration: 0 }, withinPortal: false },
    classNames: { options: classes.options ?? "" },
  };
  if (field.kind === "one") {
    return (
      <Select
        {...shared}
        clearable={field.required !== true}
        placeholder={text.search}
        value={typeof value === "string" ? value : null}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  }
  const picked = Array.isArray(value) ? (value as string[]) : [];
  return (
    <MultiSelect
      {...shared}
      hidePickedOptions
      placeholder={picked.length === 0 ? text.search : ""}
      value={picked}
      onChange={onChange}
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
