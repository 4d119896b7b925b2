import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { type AfterPassword, signOut, somebodyElse, useSignIn } from "../api/sign-in.ts";
import { Trouble } from "../kit/trouble.tsx";
import { Waiting } from "../kit/waiting.tsx";
import { usePage } from "../shell/page.ts";
import { useText } from "../text/language.tsx";
import classes from "./account.module.css";
import { CodeForm } from "./code-form.tsx";
import { DemoRoles } from "./demo-roles.tsx";
import { PasswordForm } from "./password-form.tsx";
import { accountText } from "./text.ts";

/** Coming in: by passkey, by password and code, or, in the demo, by a click. */
export function SignInPage() {
  const text = useText(accountText);
  const [search] = useSearchParams();
  const isAgain = search.has("again");
  const heading = usePage(isAgain ? text.again : text.signIn);
  const state = useSignIn();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [needsCode, setNeedsCode] = useState(false);

  const goOn = async (after: AfterPassword) => {
    if (after.needs === "code") {
      setNeedsCode(true);
      return;
    }
    await somebodyElse(client);
    void navigate(placeIn(search.get("to")), { replace: true });
  };
  if (state.isPending) return <Waiting lines={4} />;
  if (state.isError) {
    return (
      <div className={classes.page}>
        <h1 {...heading}>{text.signIn}</h1>
        <Trouble cause={state.error} onRetry={() => void state.refetch()} />
      </div>
    );
  }
  const { signedIn, demo } = state.data;
  return (
    <div className={classes.page}>
      <h1 {...heading}>{isAgain ? text.again : text.signIn}</h1>
      {/* Whoever tries a demo has no password. */}
      {demo ? <DemoRoles onIn={goOn} /> : undefined}
      {signedIn !== null && !isAgain ? (
        <div className={classes.sheet}>
          <p>{text.already(signedIn.name)}</p>
          <div className={classes.buttons}>
            <Button component={Link} to="/">
              {text.toToday}
            </Button>
            <Button variant="default" onClick={() => void signOut(client)}>
              {text.signOut}
            </Button>
          </div>
        </div>
      ) : (
        <>
          <p className={classes.lead}>{isAgain ? text.againLead : text.signInLead}</p>
          {needsCode ? (
            <CodeForm onIn={goOn} onBeginAgain={() => setNeedsCode(false)} />
          ) : (
            <PasswordForm email={isAgain ? signedIn?.email : undefined} onIn={goOn} />
          )}
        </>
      )}
    </div>
  );
}

/** A place of ours alone: an address that somebody was sent must not lead away. */
function placeIn(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : "/";
}
