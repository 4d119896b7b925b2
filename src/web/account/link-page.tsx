import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { request } from "../api/request.ts";
import { signOut, somebodyElse, useSignIn } from "../api/sign-in.ts";
import { Waiting } from "../kit/waiting.tsx";
import { usePage } from "../shell/page.ts";
import { useText } from "../text/language.tsx";
import classes from "./account.module.css";
import { NewAccountForm } from "./new-account-form.tsx";
import { RecoveryForm } from "./recovery-form.tsx";
import { Refused } from "./said.tsx";
import { accountText } from "./text.ts";

interface LinkSaid {
  readonly purpose: "first-administrator" | "invitation" | "recovery";
  readonly email: string | null;
  readonly name: string | null;
}

/** What a one-time link opens. Its token stands behind the `#`, and goes from the address bar at once. */
export function LinkPage() {
  const text = useText(accountText);
  const [token] = useState(() => location.hash.slice(1));
  useEffect(() => history.replaceState(history.state, "", location.pathname), []);
  const client = useQueryClient();
  const navigate = useNavigate();
  const state = useSignIn();
  const link = useQuery({
    queryKey: ["link", token],
    queryFn: () => request<LinkSaid>("/api/sign-in/link", { method: "POST", body: { token } }),
    enabled: token !== "",
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const said = link.data;
  const title =
    said === undefined
      ? token === ""
        ? text.linkNone
        : link.isError
          ? text.linkGone
          : text.linkInvited
      : { "first-administrator": text.linkFirst, invitation: text.linkInvited, recovery: text.linkRecovery }[
          said.purpose
        ];
  const heading = usePage(title);
  const onIn = async () => {
    await somebodyElse(client);
    void navigate("/account", { replace: true });
  };
  const signedIn = state.data?.signedIn ?? null;
  return (
    <div className={classes.page}>
      <h1 {...heading}>{title}</h1>
      {token === "" ? <p className={classes.lead}>{text.linkNoneMore}</p> : undefined}
      <Refused cause={link.error} />
      {token !== "" && link.isPending ? <Waiting lines={4} /> : undefined}
      {said === undefined ? undefined : (
        <>
          <p className={classes.lead}>
            {said.purpose === "recovery"
              ? text.linkRecoveryLead(said.name ?? "")
              : said.purpose === "invitation"
                ? text.linkInvitedLead
                : text.linkFirstLead}
          </p>
          {signedIn !== null ? (
            <div className={classes.sheet}>
              <p>{text.already(signedIn.name)}</p>
              <Button onClick={() => void signOut(client)}>{text.signOut}</Button>
            </div>
          ) : said.purpose === "recovery" ? (
            <RecoveryForm token={token} email={said.email ?? ""} onIn={onIn} />
          ) : (
            <NewAccountForm token={token} name={said.name ?? ""} email={said.email ?? ""} onIn={onIn} />
          )}
        </>
      )}
    </div>
  );
}
