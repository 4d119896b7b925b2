import { Button, TextInput } from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import { type FormEvent, useRef, useState } from "react";
import { signIn } from "../api/sign-in.ts";
import { useLanguage, useText } from "../text/language.tsx";
import classes from "./account.module.css";
import { atLocalhost, makePasskey, passkeys } from "./passkey.ts";
import { PasswordField } from "./password-field.tsx";
import { Refused, wrongWithPassword } from "./said.tsx";
import { accountText } from "./text.ts";
import { useDoing } from "./use-doing.ts";

/** Name, address, and what opens the account: a password or a passkey. */
export function NewAccountForm(props: {
  token: string;
  name: string;
  email: string;
  onIn: () => Promise<void>;
}) {
  const { token, onIn } = props;
  const text = useText(accountText);
  const { language } = useLanguage();
  const { isDoing, cause, run } = useDoing();
  const [name, setName] = useState(props.name);
  const [email, setEmail] = useState(props.email);
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState<"password" | "passkey">();
  const form = useRef<HTMLFormElement>(null);
  const can = passkeys();
  const person = { token, name: name.trim(), email: email.trim() };

  const by = (way: "password" | "passkey") => {
    setTried(way);
    const isWhole = person.name !== "" && person.email !== "" && (way === "passkey" || password !== "");
    const toWrong = () =>
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
    if (!isWhole) {
      toWrong();
      return;
    }
    void run(async () => {
      const key =
        way === "password"
          ? { password }
          : { passkey: await makePasskey("/api/sign-in/link/challenge", person) };
      await signIn("link/account", { ...person, ...key });
      await onIn();
    }).then((done) => (done ? undefined : toWrong()));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    by("password");
  };
  const missing = (value: string) => (tried !== undefined && value.trim() === "" ? text.needed : undefined);
  return (
    <div className={classes.sheet}>
      <form ref={form} className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          label={text.name}
          description={text.nameHint}
          autoComplete="name"
          maxLength={120}
          error={missing(name)}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label={text.email}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          error={missing(email)}
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <PasswordField
          label={text.choosePassword}
          hint={text.passwordHint}
          isNew
          error={tried === "password" && password === "" ? text.needed : wrongWithPassword(cause, language)}
          value={password}
          onChange={setPassword}
        />
        <Refused cause={cause} />
        <Button type="submit" size="md" loading={isDoing}>
          {text.make}
        </Button>
      </form>
      {can === "here" ? (
        <>
          <p className={classes.or}>{text.or}</p>
          <Button
            size="md"
            variant="default"
            fullWidth
            leftSection={<IconFingerprint size={20} stroke={1.8} aria-hidden />}
            disabled={isDoing}
            onClick={() => by("passkey")}
          >
            {text.makeByPasskey}
          </Button>
        </>
      ) : undefined}
      {can === "at-localhost" ? (
        <p className={classes.small}>
          {text.passkeysAtLocalhost} <a href={`${atLocalhost()}#${token}`}>{text.openAtLocalhost}</a>
        </p>
      ) : undefined}
    </div>
  );
}
