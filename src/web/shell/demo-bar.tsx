import { IconAlertTriangleFilled } from "@tabler/icons-react";
import { useId } from "react";
import { useLanguage, useText } from "../text/language.tsx";
import { shortWords } from "../text/terms.ts";
import classes from "./demo-bar.module.css";
import { demoRoles, useActing } from "./role.tsx";
import { shellText } from "./text.ts";

/** Says loudly that nobody is signed in, and lets whoever looks choose whom they play. */
export function DemoBar() {
  const text = useText(shellText);
  const { language } = useLanguage();
  const { role, act } = useActing();
  const id = useId();
  const { roles } = shortWords[language];
  return (
    <div className={`${classes.strip} screen-only`} role="region" aria-label={text.demo}>
      <div className={classes.inner}>
        <p className={classes.says} title={text.demoMore}>
          <IconAlertTriangleFilled size={16} aria-hidden />
          {text.demo}
        </p>
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
        </div>
      </div>
    </div>
  );
}
