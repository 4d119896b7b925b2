import { IconAlertTriangleFilled } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { Link, useNavigate } from "react-router";
import { type SignedIn, signOut, useSignIn } from "../api/sign-in.ts";
import { useLanguage, useText } from "../text/language.tsx";
import { shortWords } from "../text/terms.ts";
import { useActing } from "./role.tsx";
import { shellText } from "./text.ts";
import classes from "./who-bar.module.css";

/** Who is at the screen. In the demo it says loudly that nobody is real. */
export function WhoBar() {
  const text = useText(shellText);
  const { data } = useSignIn();
  const signedIn = data?.signedIn ?? null;
  // Where nobody can sign in, whatever is shown is a demo too.
  const isDemo = data === undefined || data.demo || !data.on;
  const says = signedIn === null ? text.demo : signedIn.demo === null ? text.demoOwn : text.demoSignedIn;
  return (
    <div
      className={`${classes.strip} screen-only`}
      data-demo={isDemo || undefined}
      role="region"
      aria-label={isDemo ? says : text.whoIsIn}
    >
      <div className={classes.inner}>
        {isDemo ? (
          <p className={classes.says} title={signedIn === null ? text.demoMore : undefined}>
            <IconAlertTriangleFilled size={16} aria-hidden />
            {says}
          </p>
        ) : undefined}
        {signedIn === null ? (
          <div className={classes.role}>
            <RoleChooser />
            {data?.on === true ? <Link to="/sign-in">{text.signIn}</Link> : undefined}
          </div>
        ) : (
          <Who
            signedIn={signedIn}
            hasRole={signedIn.demo !== null || data?.appointments.length !== 0 || data.links.length > 0}
          />
        )}
      </div>
    </div>
  );
}

/** Signed in as whom, in which role, and the way out. */
function Who({ signedIn, hasRole }: { signedIn: SignedIn; hasRole: boolean }) {
  const text = useText(shellText);
  const { language } = useLanguage();
  const { role, roles } = useActing();
  const client = useQueryClient();
  const navigate = useNavigate();
  const isPlayed = signedIn.demo !== null;
  const says = shortWords[language].roles[role];
  return (
    <div className={classes.who}>
      <p className={classes.name}>
        <span className={classes.as}>{text.signedInAs}</span> <strong>{signedIn.name}</strong>{" "}
        {hasRole && roles.length === 1 ? <span>({says})</span> : undefined}
      </p>
      {hasRole && roles.length > 1 ? (
        <div className={classes.role}>
          <RoleChooser />
        </div>
      ) : undefined}
      {isPlayed ? undefined : <Link to="/account">{text.account}</Link>}
      <button type="button" onClick={() => void signOut(client).then(() => navigate("/sign-in"))}>
        {text.signOut}
      </button>
    </div>
  );
}

function RoleChooser() {
  const text = useText(shellText);
  const { language } = useLanguage();
  const { role, roles, act } = useActing();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{text.actingAs}</label>
      <select
        id={id}
        value={role}
        onChange={({ currentTarget: { value } }) => {
          const chosen = roles.find((one) => one === value);
          if (chosen !== undefined) void act(chosen);
        }}
      >
        {roles.map((one) => (
          <option key={one} value={one}>
            {shortWords[language].roles[one]}
          </option>
        ))}
      </select>
    </>
  );
}
