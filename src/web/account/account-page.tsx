import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "react-router";
import { Problem } from "../api/request.ts";
import { signOut } from "../api/sign-in.ts";
import { Trouble } from "../kit/trouble.tsx";
import { Waiting } from "../kit/waiting.tsx";
import { usePage } from "../shell/page.ts";
import { useText } from "../text/language.tsx";
import classes from "./account.module.css";
import { AppCard } from "./app-card.tsx";
import { useMine } from "./mine.ts";
import { PasskeysCard } from "./passkeys-card.tsx";
import { PasswordCard } from "./password-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import { accountText } from "./text.ts";

const again = "/sign-in?again&to=/account";

/** One's own account: what opens it, and where it is open. */
export function AccountPage() {
  const text = useText(accountText);
  const heading = usePage(text.account);
  const mine = useMine();
  const client = useQueryClient();
  const navigate = useNavigate();
  const isNobody = mine.error instanceof Problem && mine.error.body.status === 401;
  return (
    <div className={classes.page} data-wide>
      <div className={`${classes.head} screen-only`}>
        <div>
          <h1 {...heading}>{text.account}</h1>
          {mine.data === undefined ? undefined : (
            <p className={classes.lead}>
              {mine.data.name} <span className={classes.email}>{mine.data.email}</span>
            </p>
          )}
        </div>
        {mine.data === undefined ? undefined : (
          <Button
            variant="default"
            onClick={() => void signOut(client).then(() => navigate("/sign-in", { replace: true }))}
          >
            {text.signOut}
          </Button>
        )}
      </div>
      {mine.isPending ? <Waiting lines={6} /> : undefined}
      {isNobody ? (
        <div className={classes.sheet}>
          <Button component={Link} to="/sign-in?to=/account">
            {text.signIn}
          </Button>
        </div>
      ) : mine.isError ? (
        <Trouble cause={mine.error} onRetry={() => void mine.refetch()} />
      ) : undefined}
      {mine.data === undefined || isNobody ? undefined : (
        <>
          {mine.data.demo ? (
            <p className={classes.note}>{text.demoAccount}</p>
          ) : mine.data.fresh ? undefined : (
            <div className={`${classes.note} screen-only`}>
              <p>{text.stale}</p>
              <Button component={Link} to={again} variant="default">
                {text.again}
              </Button>
            </div>
          )}
          {mine.data.demo ? undefined : (
            <>
              <PasskeysCard mine={mine.data} />
              <AppCard mine={mine.data} />
              <PasswordCard mine={mine.data} />
            </>
          )}
          <SessionsCard mine={mine.data} />
        </>
      )}
    </div>
  );
}
