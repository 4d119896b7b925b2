import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useText } from "../text/language.tsx";
import classes from "./account.module.css";
import { useChange } from "./mine.ts";
import { QrCode } from "./qr-code.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { Refused } from "./said.tsx";
import { accountText } from "./text.ts";
import { useDoing } from "./use-doing.ts";

/** What the server tells once. */
export interface SetUp {
  /** `otpauth://…` */
  readonly address: string;
  /** Base32. */
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Three steps: the key into the app, the codes onto paper, a first code. */
export function AppSetUp(props: { setUp: SetUp; name: string; onDone: () => void; onLeave: () => void }) {
  const { setUp, name, onDone, onLeave } = props;
  const text = useText(accountText);
  const change = useChange();
  const { isDoing, cause, run } = useDoing();
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    field.current?.focus();
    if (code.trim() === "") return;
    void run(async () => {
      await change("second-factor/confirm", { code: code.trim() });
      onDone();
    });
  };
  return (
    <ol className={classes.steps}>
      <li className="screen-only">
        <p>{text.setUpStep1}</p>
        <div className={classes.scan}>
          <QrCode says={setUp.address} label={text.qr} />
          <div>
            <p>{text.byHand}</p>
            <p className={classes.key} aria-label={text.key}>
              {/* In fours: easier to copy by hand. */}
              {(setUp.secret.match(/.{1,4}/g) ?? []).join(" ")}
            </p>
            <p>
              <a href={setUp.address}>{text.openInApp}</a>
            </p>
          </div>
        </div>
      </li>
      <li>
        <p className="screen-only">{text.setUpStep2}</p>
        <RecoveryCodes codes={setUp.recoveryCodes} name={name} />
      </li>
      <li className="screen-only">
        <p>{text.setUpStep3}</p>
        <form className={classes.line} noValidate onSubmit={submit}>
          <TextInput
            ref={field}
            classNames={{ input: classes.code ?? "" }}
            label={text.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            error={tried && code.trim() === "" ? text.needed : undefined}
            value={code}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
          />
          <Button type="submit" loading={isDoing}>
            {text.confirm}
          </Button>
          <Button variant="subtle" color="gray" onClick={onLeave}>
            {text.cancel}
          </Button>
        </form>
        <Refused cause={cause} />
      </li>
    </ol>
  );
}
