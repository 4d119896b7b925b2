import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { Choices } from "../../kit/choices.tsx";
import { useText } from "../../text/language.tsx";
import { textOf } from "../given.ts";
import { questionsText } from "../text.ts";

interface Shared {
  /** What a field that stands alone is given. */
  readonly alone: {
    readonly label: ReactNode;
    readonly description: string | undefined;
    readonly error: string | undefined;
  };
  /** What a group of buttons is given. */
  readonly inGroup: {
    readonly label: string;
    readonly hint: string | undefined;
    readonly more: string | undefined;
    readonly error: string | undefined;
  };
  /** In a row of several there is no room for buttons. */
  readonly isInRow: true | undefined;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** Yes, no, or not known: an answer of its own, never taken for a no. */
export function YesNoControl({ alone, inGroup, isInRow, value, onChange }: Shared) {
  const text = useText(questionsText);
  const answer = value === true ? "yes" : value === false ? "no" : "unknown";
  const answers = [
    { value: "yes", label: text.yes },
    { value: "no", label: text.no },
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

/** More choices than this, or longer ones, go into a list that opens. */
const mostInSight = 5;
const mostLetters = 90;

/** One of several; where it need not be said, that is a choice too. */
export function ChoiceControl(
  props: Shared & {
    isRequired: boolean;
    choices: readonly { readonly value: string; readonly label: string }[];
  },
) {
  const { alone, inGroup, isInRow, isRequired, choices, value, onChange } = props;
  const text = useText(questionsText);
  const open = isRequired ? [] : [{ value: "", label: text.unsaid, open: true as const }];
  const letters = lettersOf(choices.map(({ label }) => label).join(""));
  return choices.length <= mostInSight && letters <= mostLetters && isInRow !== true ? (
    <Choices
      {...inGroup}
      value={isRequired && value === undefined ? undefined : textOf(value)}
      choices={[...choices, ...open]}
      onChange={onChange}
    />
  ) : (
    <NativeSelect
      {...alone}
      value={textOf(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[{ value: "", label: isRequired ? text.choose : text.unsaid }, ...choices]}
    />
  );
}

/** About how much room a text takes: a Japanese character that of two letters. */
function lettersOf(text: string): number {
  return Array.from(text).reduce((letters, one) => letters + (one > "\u2fff" ? 2 : 1), 0);
}
