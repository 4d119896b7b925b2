import { PasswordInput } from "@mantine/core";
import type { Ref } from "react";
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
  return (
    <PasswordInput
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      label={label}
      description={hint}
      error={error}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      autoComplete={isNew ? "new-password" : "current-password"}
      maxLength={1000}
      visibilityToggleButtonProps={{ "aria-label": text.show, size: 34, tabIndex: 0 }}
    />
  );
}
