import { MultiSelect, Switch } from "@mantine/core";
import type { Bilingual } from "../../words/words.ts";
import { Field } from "../kit/field.tsx";
import { useSpeech } from "../text/speech.tsx";
import type { FactHandle } from "./fact-handle.ts";
import classes from "./fact-lists.module.css";
import type { AskedList } from "./facts/index.ts";

/** Several of many, found by typing. */
export function ManyField(props: {
  id: string;
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
  choices: readonly { readonly value: string; readonly label: string }[];
}) {
  const { id, value, onChange, choices } = props;
  const { text } = useSpeech();
  return (
    <MultiSelect
      id={id}
      value={[...value]}
      onChange={onChange}
      data={[...choices]}
      searchable
      openOnFocus={false}
      hidePickedOptions
      nothingFoundMessage={text.facts.noMatch}
      placeholder={value.length === 0 ? text.facts.search : ""}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      withScrollArea={false}
      classNames={{ options: classes.options ?? "", inputField: classes.typing ?? "" }}
    />
  );
}

/** A list with whether anybody asked: an empty list nobody asked for says nothing. */
export function AskedListField(props: {
  label: string;
  handle: FactHandle<AskedList>;
  of: Readonly<Record<string, { readonly id: string; readonly name: Bilingual }>>;
}) {
  const { label, handle, of: known } = props;
  const { text, of } = useSpeech();
  const { asked, ids } = handle.value;
  const choices = Object.values(known).map(({ id, name }) => ({ value: id, label: of(name) }));
  return (
    <Field label={label} onUndo={handle.undo}>
      {(id) => (
        <>
          <ManyField
            id={id}
            value={ids}
            onChange={(next) => handle.set({ asked: asked || next.length > 0, ids: next })}
            choices={[
              ...choices,
              ...ids.filter((one) => known[one] === undefined).map((one) => ({ value: one, label: one })),
            ]}
          />
          <Switch
            className={classes.asked ?? ""}
            size="xs"
            label={asked && ids.length === 0 ? text.facts.askedNone : text.facts.asked}
            checked={asked}
            disabled={ids.length > 0 && asked}
            onChange={(event) => handle.set({ asked: event.currentTarget.checked, ids })}
          />
        </>
      )}
    </Field>
  );
}
