import { Autocomplete, MultiSelect, Select, TagsInput } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import type { ChoiceList } from "../../../core/questions/fields.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { questionsText } from "../text.ts";
import classes from "./control.module.css";
import { byAnyName, knownChoices, knownId, knownName, knownNames } from "./known-choices.ts";

interface Shared {
  readonly label: ReactNode;
  readonly description: string | undefined;
  readonly descriptionProps: { readonly className: string };
  readonly error: string | undefined;
}

const dropdown = {
  withScrollArea: false,
  selectFirstOptionOnChange: true,
  // Downwards only: above the first field stands whom to call.
  comboboxProps: {
    transitionProps: { duration: 0 },
    withinPortal: false,
    position: "bottom",
    middlewares: { flip: false, shift: false },
  },
  classNames: { options: classes.options ?? "" },
} as const;

/** Of a field that holds several: the focus is shown around the whole. */
const ofSeveral = {
  options: classes.options ?? "",
  input: classes.several ?? "",
  inputField: classes.inner ?? "",
} as const;

/** A list that is open only while somebody types: what was added is answered below it, and must not be covered. */
function useListWhileTyping() {
  const [isOpen, setOpen] = useState(false);
  return {
    typed: (text: string) => setOpen(text.trim() !== ""),
    close: () => setOpen(false),
    list: { dropdownOpened: isOpen, onDropdownClose: () => setOpen(false) },
  };
}

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

/** One of many, or what the list does not have, as it was typed: taken when whoever types it is done. */
export function OpenKnownControl(
  props: Shared & {
    of: ChoiceList;
    value: string;
    onChange: (value: string | undefined) => void;
  },
) {
  const { of, value, onChange, ...shared } = props;
  const text = useText(questionsText);
  const { language } = useLanguage();
  const data = useMemo(() => knownNames(of, language), [of, language]);
  const filter = useMemo(() => byAnyName(of, "name"), [of]);
  const { typed, close, list } = useListWhileTyping();
  const { selectFirstOptionOnChange: _, ...own } = dropdown;
  /** While it is being typed; half a word is no question. */
  const [draft, setDraft] = useState<string>();
  const take = (name: string) => {
    close();
    setDraft(undefined);
    const said = name.trim();
    onChange(said === "" ? undefined : knownId(of, said));
  };
  return (
    <Autocomplete
      {...shared}
      {...own}
      {...list}
      data={data}
      filter={filter}
      autoComplete="off"
      placeholder={text.searchOrType}
      value={draft ?? knownName(of, value, language)}
      onChange={(next) => {
        typed(next);
        setDraft(next);
        if (value !== "") onChange(undefined);
      }}
      onKeyDown={({ key, nativeEvent, currentTarget }) => {
        // Enter on an option is a choice of that option.
        const isOnOption = currentTarget.getAttribute("aria-activedescendant") !== null;
        if (key === "Enter" && !nativeEvent.isComposing && !isOnOption && draft !== undefined) take(draft);
      }}
      onOptionSubmit={take}
      onBlur={() => {
        if (draft !== undefined) take(draft);
      }}
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
  const [isOpen, setOpen] = useState(false);
  return (
    <MultiSelect
      {...shared}
      {...dropdown}
      classNames={ofSeveral}
      dropdownOpened={isOpen}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      data={data}
      filter={filter}
      searchable
      hidePickedOptions
      nothingFoundMessage={text.searchNone}
      placeholder={value.length === 0 ? text.search : ""}
      value={value.map((one) => knownId(of, one))}
      onChange={(next) => {
        setOpen(false);
        onChange(next);
      }}
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
  const { of, value, onChange, ...shared } = props;
  const { language } = useLanguage();
  const data = useMemo(() => knownNames(of, language), [of, language]);
  const filter = useMemo(() => byAnyName(of, "name"), [of]);
  const { typed, close, list } = useListWhileTyping();
  const { selectFirstOptionOnChange: _, ...own } = dropdown;
  return (
    <Autocomplete
      {...shared}
      {...own}
      {...list}
      data={data}
      filter={filter}
      autoComplete="off"
      value={value}
      onChange={(text) => {
        typed(text);
        onChange(text);
      }}
      onKeyDown={({ key }) => {
        if (key === "Enter") close();
      }}
      onOptionSubmit={close}
    />
  );
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
  const { typed, list } = useListWhileTyping();
  const { selectFirstOptionOnChange: _, ...own } = dropdown;
  return (
    <TagsInput
      {...shared}
      {...own}
      {...list}
      classNames={ofSeveral}
      onSearchChange={typed}
      data={data}
      {...(filter === undefined ? {} : { filter })}
      splitChars={[",", "、", ";", "\n"]}
      placeholder={value.length === 0 ? text.typeAndEnter : ""}
      value={[...value]}
      onChange={onChange}
    />
  );
}
