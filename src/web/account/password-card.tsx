import { Button } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { Card } from "../kit/card.tsx";
import { useLanguage, useText } from "../text/language.tsx";
import classes from "./account.module.css";
import { type Account, useChange } from "./mine.ts";
import { PasswordField } from "./password-field.tsx";
import { Done, Refused, wrongWithPassword } from "./said.tsx";
import { accountText } from "./text.ts";
import { useDoing } from "./use-doing.ts";

/** The password, changed or set for the first time. */
export function PasswordCard({ mine }: { mine: Account }) {
  const text = useText(accountText);
  const { language } = useLanguage();
  const change = useChange();
  const { isDoing, cause, run } = useDoing();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const heading = mine.password ? text.changePassword : text.addPassword;
  const toWrong = () =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setDone(false);
    if (password === "" || (mine.password && current === "")) {
      toWrong();
      return;
    }
    void run(() => change("password", mine.password ? { current, password } : { password })).then(
      (isDone) => {
        if (!isDone) {
          toWrong();
          return;
        }
        setCurrent("");
        setPassword("");
        setTried(false);
        setDone(true);
      },
    );
  };
  return (
    <Card id="password" heading={heading} className="screen-only">
      <form ref={form} className={classes.form} noValidate onSubmit={submit}>
        <input
          className="visually-hidden"
          type="text"
          autoComplete="username"
          value={mine.email}
          readOnly
          tabIndex={-1}
          aria-hidden
        />
        {mine.password ? (
          <PasswordField
            label={text.currentPassword}
            error={tried && current === "" ? text.needed : undefined}
            value={current}
            onChange={setCurrent}
          />
        ) : undefined}
        <PasswordField
          label={text.newPassword}
          hint={text.passwordHint}
          isNew
          error={tried && password === "" ? text.needed : wrongWithPassword(cause, language)}
          value={password}
          onChange={setPassword}
        />
        <Refused cause={cause} />
        <div className={classes.buttons}>
          <Button type="submit" loading={isDoing} disabled={!mine.password && !mine.fresh}>
            {heading}
          </Button>
        </div>
      </form>
      <Done>{done ? text.passwordChanged : undefined}</Done>
    </Card>
  );
}
