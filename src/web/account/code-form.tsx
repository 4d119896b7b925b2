import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type AfterPassword, signIn } from "../api/sign-in.ts";
import { useText } from "../text/language.tsx";
import classes from "./account.module.css";
import { Refused } from "./said.tsx";
import { accountText } from "./text.ts";
import { useDoing } from "./use-doing.ts";

/** The second step: the app's code, or one that was printed. */
export function CodeForm(props: { onIn: (after: AfterPassword) => Promise<void>; onBeginAgain: () => void }) {
  const { onIn, onBeginAgain } = props;
  const text = useText(accountText);
  const { isDoing, cause, run, forget } = useDoing();
  const [byPaper, setByPaper] = useState(false);
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    field.current?.focus();
    if (code.trim() === "") return;
    void run(async () => onIn(await signIn(byPaper ? "recovery-code" : "code", { code: code.trim() })));
  };
  return (
    <div className={classes.sheet}>
      <h2>{byPaper ? text.recoveryHeading : text.codeHeading}</h2>
      <p className={classes.small}>{byPaper ? text.recoveryLead : text.codeLead}</p>
      <form className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          ref={field}
          className={classes.short ?? ""}
          classNames={{ input: classes.code ?? "" }}
          label={byPaper ? text.recoveryCode : text.code}
          inputMode={byPaper ? "text" : "numeric"}
          autoComplete={byPaper ? "off" : "one-time-code"}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={byPaper ? 20 : 12}
          error={tried && code.trim() === "" ? text.needed : undefined}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <Refused cause={cause} />
        <Button type="submit" size="md" loading={isDoing}>
          {text.goOn}
        </Button>
      </form>
      <div className={classes.buttons}>
        <Button
          variant="subtle"
          onClick={() => {
            setByPaper(!byPaper);
            setCode("");
            setTried(false);
            forget();
            requestAnimationFrame(() => field.current?.focus());
          }}
        >
          {byPaper ? text.useApp : text.useRecovery}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBeginAgain}>
          {text.beginAgain}
        </Button>
      </div>
    </div>
  );
}
