import { IconAlertTriangleFilled } from "@tabler/icons-react";
import { type AfterPassword, signIn } from "../api/sign-in.ts";
import { RoleIcon } from "../kit/role-icon.tsx";
import { demoRoles } from "../shell/role.tsx";
import { useLanguage, useText } from "../text/language.tsx";
import { shortWords } from "../text/terms.ts";
import classes from "./account.module.css";
import { Refused } from "./said.tsx";
import { accountText } from "./text.ts";
import { useDoing } from "./use-doing.ts";

/** The demo's people, one click each, under a banner that cannot be overlooked. */
export function DemoRoles({ onIn }: { onIn: (after: AfterPassword) => Promise<void> }) {
  const text = useText(accountText);
  const { language } = useLanguage();
  const { roles } = shortWords[language];
  const { isDoing, cause, run } = useDoing();
  return (
    <section className={classes.demo} aria-labelledby="demo-heading">
      <div className={classes.demoBanner}>
        <IconAlertTriangleFilled size={26} aria-hidden />
        <div>
          <h2 id="demo-heading">{text.demoHeading}</h2>
          <p>{text.demoLead}</p>
        </div>
      </div>
      <ul className={classes.roles}>
        {demoRoles.map((role) => (
          <li key={role}>
            <button
              type="button"
              disabled={isDoing}
              onClick={() => void run(async () => onIn(await signIn("demo", { role })))}
            >
              <RoleIcon role={role} size={20} />
              {text.demoAs(roles[role])}
            </button>
          </li>
        ))}
      </ul>
      <Refused cause={cause} />
    </section>
  );
}
