import { IconAlertTriangleFilled } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { Link, useNavigate } from "react-router";
import { type SignedIn, signOut, useSignIn } from "../api/sign-in.ts";
import { useLanguage, useText } from "../text/language.tsx";
import { shortWords } from "../text/terms.ts";
import { demoRoles, useActing } from "./role.tsx";
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
        {signedIn === null ? <RoleChooser canSignIn={data?.on === true} /> : <Who signedIn={signedIn} />}
      </div>
    </div>
  );
}

/** Signed in as whom, in which role, and the way out. */
function Who({ signedIn }: { signedIn: SignedIn }) {
  const text = useText(shellText);
  const { language } = useLanguage();
  const { role } = useActing();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { roles } = shortWords[language];
  return (
    <div className={classes.who}>
      <p className={classes.name}>
        <span className={classes.as}>{text.signedInAs}</span> <strong>{signedIn.name}</strong>{" "}
        {signedIn.demo === null ? undefined : <span>({roles[role]})</span>}
      </p>
      {signedIn.demo === null ? (
        <Link to="/account">{text.account}</Link>
      ) : (
        <Link to="/sign-in?again">{text.anotherRole}</Link>
      )}
      <button type="button" onClick={() => void signOut(client).then(() => navigate("/sign-in"))}>
        {text.signOut}
      </button>
    </div>
  );
}

function RoleChooser({ canSignIn }: { canSignIn: boolean }) {
  const text = useText(shellText);
  const { language } = useLanguage();
  const { role, act } = useActing();
  const id = useId();
  const { roles } = shortWords[language];
  return (
    <div className={classes.role}>
      <label htmlFor={id}>{text.actingAs}</label>
      <select
        id={id}
        value={role}
        onChange={({ currentTarget: { value } }) => {
          const chosen = demoRoles.find((one) => one === value);
          if (chosen !== undefined) act(chosen);
        }}
      >
        {demoRoles.map((one) => (
          <option key={one} value={one}>
            {roles[one]}
          </option>
        ))}
      </select>
      {canSignIn ? <Link to="/sign-in">{text.signIn}</Link> : undefined}
    </div>
  );
}
