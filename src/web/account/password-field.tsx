import { ActionIcon, TextInput } from "@mantine/core";
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { type Ref, useState } from "react";
import { useText } from "../text/language.tsx";
import { accountText } from "./text.ts";

/** A password, which whoever types it may look at. */
export function PasswordField(props: {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  /** What a password manager shall do with it. */
  isNew?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  onChange: (value: string) => void;
}) {
  const { label, hint, error, value, isNew = false, inputRef, onChange } = props;
  const text = useText(accountText);
  const [shows, setShows] = useState(false);
  const Icon = shows ? IconEyeOff : IconEye;
  return (
    <TextInput
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      label={label}
      description={hint}
      error={error}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      type={shows ? "text" : "password"}
      autoComplete={isNew ? "new-password" : "current-password"}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={1000}
      rightSection={
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          aria-label={text.show}
          aria-pressed={shows}
          onClick={() => setShows(!shows)}
        >
          <Icon size={20} stroke={1.8} aria-hidden />
        </ActionIcon>
      }
      rightSectionWidth={44}
    />
  );
}
