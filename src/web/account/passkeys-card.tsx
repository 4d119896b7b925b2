import { Button, TextInput } from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import { type FormEvent, useRef, useState } from "react";
import { Card } from "../kit/card.tsx";
import { useZone } from "../shell/place.tsx";
import { useText } from "../text/language.tsx";
import { useWhen } from "../text/use-when.ts";
import classes from "./account.module.css";
import { type Account, useChange } from "./mine.ts";
import { atLocalhost, makePasskey, passkeys } from "./passkey.ts";
import { Done, Refused } from "./said.tsx";
import { accountText } from "./text.ts";
import { useDoing } from "./use-doing.ts";

/** The devices that open the account, and a way to add one. */
export function PasskeysCard({ mine }: { mine: Account }) {
  const text = useText(accountText);
  const when = useWhen(useZone());
  const change = useChange();
  const { isDoing, cause, run } = useDoing();
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const can = passkeys();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setAdded(false);
    if (name.trim() === "") {
      field.current?.focus();
      return;
    }
    void run(async () => {
      const passkey = await makePasskey("/api/account/passkeys/challenge", {});
      await change("passkeys", { passkey, name: name.trim() });
    }).then((done) => {
      if (!done) return;
      setName("");
      setTried(false);
      setAdded(true);
    });
  };
  const remove = (id: string) => {
    setAdded(false);
    void run(() => change("passkeys/remove", { id })).then(() => field.current?.focus());
  };
  return (
    <Card id="passkeys" heading={text.passkeys} className="screen-only">
      <p className={classes.small}>{text.passkeysLead}</p>
      {mine.passkeys.length === 0 ? (
        <p>{text.passkeysNone}</p>
      ) : (
        <ul className={classes.rows}>
          {mine.passkeys.map((one) => (
            <li key={one.id}>
              <IconFingerprint size={20} stroke={1.8} aria-hidden />
              <span className={classes.rowName}>
                {one.name === "" ? text.passkeys : one.name}
                <span className={classes.small}>{text.since(when.fullAt(one.since))}</span>
              </span>
              <Button
                variant="default"
                disabled={isDoing || !mine.fresh}
                aria-label={text.removeNamed(one.name)}
                onClick={() => remove(one.id)}
              >
                {text.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {can === "here" ? (
        <form className={classes.line} noValidate onSubmit={submit}>
          <TextInput
            ref={field}
            label={text.passkeyName}
            description={text.passkeyNameHint}
            autoComplete="off"
            maxLength={80}
            error={tried && name.trim() === "" ? text.needed : undefined}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Button type="submit" loading={isDoing} disabled={!mine.fresh}>
            {text.addPasskey}
          </Button>
        </form>
      ) : undefined}
      {can === "at-localhost" ? (
        <p className={classes.small}>
          {text.passkeysAtLocalhost} <a href={atLocalhost()}>{text.openAtLocalhost}</a>
        </p>
      ) : undefined}
      <Refused cause={cause} />
      <Done>{added ? text.passkeyAdded : undefined}</Done>
    </Card>
  );
}
