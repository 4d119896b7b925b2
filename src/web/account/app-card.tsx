import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Card } from "../kit/card.tsx";
import { useText } from "../text/language.tsx";
import classes from "./account.module.css";
import { AppSetUp, type SetUp } from "./app-set-up.tsx";
import { type Account, useChange } from "./mine.ts";
import { PasswordField } from "./password-field.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { Done, Refused } from "./said.tsx";
import { accountText } from "./text.ts";
import { useDoing } from "./use-doing.ts";

type Wish = "set-up" | "codes" | "take-off";

/** The authenticator app: set up, taken off, and the codes that stand in for it. */
export function AppCard({ mine }: { mine: Account }) {
  const text = useText(accountText);
  const change = useChange();
  const { isDoing, cause, run, forget } = useDoing();
  const [wish, setWish] = useState<Wish>();
  const [password, setPassword] = useState("");
  const [setUp, setSetUp] = useState<SetUp>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [done, setDone] = useState<string>();

  const begin = (next: Wish) => {
    forget();
    setDone(undefined);
    setCodes(undefined);
    // Whoever has no password is asked for none.
    if (mine.password) setWish(next);
    else void fulfil(next, {});
  };
  const fulfil = (next: Wish, confirmed: { readonly password?: string }) =>
    run(async () => {
      if (next === "set-up") setSetUp(await change<SetUp>("second-factor", confirmed));
      else if (next === "codes")
        setCodes(
          (await change<{ recoveryCodes: readonly string[] }>("recovery-codes", confirmed)).recoveryCodes,
        );
      else {
        await change("second-factor/remove", confirmed);
        setDone(text.appTakenOff);
      }
      setWish(undefined);
      setPassword("");
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wish !== undefined && password !== "") void fulfil(wish, { password });
  };
  return (
    <Card id="app" heading={text.app}>
      <p className={`${classes.small} screen-only`}>{text.appLead}</p>
      {setUp === undefined ? (
        <p className="screen-only">
          {mine.secondFactor ? `${text.appOn} ${text.codesLeft(mine.recoveryCodesLeft)}` : text.appOff}
        </p>
      ) : (
        <AppSetUp
          setUp={setUp}
          name={mine.name}
          onDone={() => {
            setSetUp(undefined);
            setDone(text.appSetUp);
          }}
          onLeave={() => setSetUp(undefined)}
        />
      )}
      {codes === undefined ? undefined : <RecoveryCodes codes={codes} name={mine.name} />}
      {wish === undefined ? undefined : (
        <form className={`${classes.line} screen-only`} noValidate onSubmit={submit}>
          <PasswordField label={text.passwordToChange} value={password} onChange={setPassword} />
          <Button type="submit" loading={isDoing}>
            {wish === "set-up" ? text.setUp : wish === "codes" ? text.newCodes : text.takeOff}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => setWish(undefined)}>
            {text.cancel}
          </Button>
        </form>
      )}
      <Refused cause={cause} />
      {wish === undefined && setUp === undefined ? (
        <div className={`${classes.buttons} screen-only`}>
          {mine.secondFactor ? (
            <>
              <Button variant="default" disabled={!mine.fresh} onClick={() => begin("codes")}>
                {text.newCodes}
              </Button>
              <Button variant="default" disabled={!mine.fresh} onClick={() => begin("take-off")}>
                {text.takeOff}
              </Button>
            </>
          ) : (
            <Button variant="default" disabled={!mine.fresh} onClick={() => begin("set-up")}>
              {text.setUp}
            </Button>
          )}
        </div>
      ) : undefined}
      <Done>{done}</Done>
    </Card>
  );
}
