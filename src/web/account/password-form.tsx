import { Button, TextInput } from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import { type FormEvent, useRef, useState } from "react";
import { type AfterPassword, signIn } from "../api/sign-in.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { useText } from "../text/language.tsx";
import classes from "./account.module.css";
import { atLocalhost, passkeys, showPasskey } from "./passkey.ts";
import { PasswordField } from "./password-field.tsx";
import { Refused } from "./said.tsx";
import { accountText } from "./text.ts";
import { useDoing } from "./use-doing.ts";

export function PasswordForm(props: {
  /** Who has to sign in again. */
  email: string | undefined;
  onIn: (after: AfterPassword) => Promise<void>;
}) {
  const { onIn } = props;
  const text = useText(accountText);
  const { isDoing, cause, run } = useDoing();
  const [email, setEmail] = useState(props.email ?? "");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const can = passkeys();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() === "" || password === "") {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
      return;
    }
    void run(async () => onIn(await signIn("password", { email: email.trim(), password })));
  };
  const byPasskey = () =>
    void run(async () => onIn(await signIn("passkey", { passkey: await showPasskey() })));
  return (
    <div className={classes.sheet}>
      {can === "here" ? (
        <>
          <Button
            size="md"
            variant="default"
            fullWidth
            leftSection={<IconFingerprint size={20} stroke={1.8} aria-hidden />}
            disabled={isDoing}
            onClick={byPasskey}
          >
            {text.byPasskey}
          </Button>
          <p className={classes.or}>{text.or}</p>
        </>
      ) : undefined}
      <form ref={form} className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          label={text.email}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          error={tried && email.trim() === "" ? text.needed : undefined}
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <PasswordField
          label={text.password}
          error={tried && password === "" ? text.needed : undefined}
          value={password}
          onChange={setPassword}
        />
        <Refused cause={cause} />
        <Button type="submit" size="md" loading={isDoing}>
          {text.signIn}
        </Button>
      </form>
      {can === "at-localhost" ? (
        <p className={classes.small}>
          {text.passkeysAtLocalhost} <a href={atLocalhost()}>{text.openAtLocalhost}</a>
        </p>
      ) : undefined}
      <Disclosure summary={text.lost}>
        <p className={classes.small}>{text.lostMore}</p>
      </Disclosure>
    </div>
  );
}
