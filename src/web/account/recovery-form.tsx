import { Button } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { signIn } from "../api/sign-in.ts";
import { useLanguage, useText } from "../text/language.tsx";
import classes from "./account.module.css";
import { PasswordField } from "./password-field.tsx";
import { Refused, wrongWithPassword } from "./said.tsx";
import { accountText } from "./text.ts";
import { useDoing } from "./use-doing.ts";

/** A new password for an account whose owner lost the way in. */
export function RecoveryForm(props: { token: string; email: string; onIn: () => Promise<void> }) {
  const { token, email, onIn } = props;
  const text = useText(accountText);
  const { language } = useLanguage();
  const { isDoing, cause, run } = useDoing();
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (password === "") {
      field.current?.focus();
      return;
    }
    void run(async () => {
      await signIn("link/recovery", { token, password });
      await onIn();
    }).then((done) => (done ? undefined : field.current?.focus()));
  };
  return (
    <form className={`${classes.sheet} ${classes.form}`} noValidate onSubmit={submit}>
      {/* For the password manager: whose password it is. */}
      <input
        className="visually-hidden"
        type="text"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <PasswordField
        inputRef={field}
        label={text.newPassword}
        hint={text.passwordHint}
        isNew
        error={tried && password === "" ? text.needed : wrongWithPassword(cause, language)}
        value={password}
        onChange={setPassword}
      />
      <Refused cause={cause} />
      <Button type="submit" size="md" loading={isDoing}>
        {text.setPassword}
      </Button>
    </form>
  );
}
