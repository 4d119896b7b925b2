import { Autocomplete, MultiSelect, Select, TagsInput } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import type { ChoiceList } from "../../../core/questions/fields.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { questionsText } from "../text.ts";
import classes from "./control.module.css";
import { byAnyName, knownChoices, knownId, knownNames } from "./known-choices.ts";

interface Shared {
  readonly label: ReactNode;
  readonly description: string | undefined;
  readonly descriptionProps: { readonly className: string };
  readonly error: string | undefined;
}

const dropdown = {
  withScrollArea: false,
  selectFirstOptionOnChange: true,
  comboboxProps: { transitionProps: { duration: 0 }, withinPortal: false },
  classNames: { options: classes.options ?? "" },
} as const;

/** One of many, found by any of its names. */
export function KnownControl(
  props: Shared & {
    of: ChoiceList;
    clearable: boolean;
    value: string;
    onChange: (value: string | undefined) => void;
  },
) {
  const { of, value, onChange, clearable, ...shared } = props;
  const text = useText(questionsText);
  const { language } = useLanguage();
  const data = useMemo(() => knownChoices(of, language), [of, language]);
  const filter = useMemo(() => byAnyName(of, "id"), [of]);
  const id = value === "" ? null : knownId(of, value);
  return (
    <Select
      {...shared}
      {...dropdown}
      data={data}
      filter={filter}
      searchable
      clearable={clearable}
      nothingFoundMessage={text.searchNone}
      placeholder={text.search}
      value={data.some((one) => one.value === id) ? id : null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

/** Several of many. */
export function KnownListControl(
  props: Shared & {
    of: ChoiceList;
    value: readonly string[];
    onChange: (value: readonly string[]) => void;
  },
) {
  const { of, value, onChange, ...shared } = props;
  const text = useText(questionsText);
  const { language } = useLanguage();
  const data = useMemo(() => knownChoices(of, language), [of, language]);
  const filter = useMemo(() => byAnyName(of, "id"), [of]);
  return (
    <MultiSelect
      {...shared}
      {...dropdown}
      data={data}
      filter={filter}
      searchable
      hidePickedOptions
      nothingFoundMessage={text.searchNone}
      placeholder={value.length === 0 ? text.search : ""}
      value={value.map((one) => knownId(of, one))}
      onChange={onChange}
    />
  );
}

/** As somebody writes it, with names to choose from. */
export function SuggestedControl(
  props: Shared & {
    of: ChoiceList;
    value: string;
    onChange: (value: string) => void;
  },
) {
  const { of, ...shared } = props;
  const { language } = useLanguage();
  const data = useMemo(() => knownNames(of, language), [of, language]);
  const filter = useMemo(() => byAnyName(of, "name"), [of]);
  const { selectFirstOptionOnChange: _, ...own } = dropdown;
  return <Autocomplete {...shared} {...own} data={data} filter={filter} autoComplete="off" />;
}

/** Several, as somebody writes them. */
export function TextsControl(
  props: Shared & {
    of: ChoiceList | undefined;
    value: readonly string[];
    onChange: (value: readonly string[]) => void;
  },
) {
  const { of, value, onChange, ...shared } = props;
  const text = useText(questionsText);
  const { language } = useLanguage();
  const data = useMemo(() => knownNames(of, language), [of, language]);
  const filter = useMemo(() => (of === undefined ? undefined : byAnyName(of, "name")), [of]);
  const { selectFirstOptionOnChange: _, ...own } = dropdown;
  return (
    <TagsInput
      {...shared}
      {...own}
      data={data}
      {...(filter === undefined ? {} : { filter })}
      splitChars={[",", "、", ";", "\n"]}
      placeholder={value.length === 0 ? text.typeAndEnter : ""}
      value={[...value]}
      onChange={onChange}
    />
  );
}
