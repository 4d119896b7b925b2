import { IconAlertCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Problem } from "../api/request.ts";
import { shellText } from "../shell/text.ts";
import { useLanguage, useText } from "../text/language.tsx";
import classes from "./refused.module.css";

/** Why something was not done, and what to do. */
export function Refused({ cause }: { cause: unknown }) {
  const text = useText(shellText);
  const { language } = useLanguage();
  if (cause === null || cause === undefined) return undefined;
  const body = cause instanceof Problem ? cause.body : undefined;
  return (
    <Alert>
      <p className={classes.what}>
        {body === undefined ? text.unreachable : (body.text?.[language] ?? body.detail ?? body.title)}
      </p>
      {body?.remedy === undefined ? undefined : <p>{body.remedy[language]}</p>}
    </Alert>
  );
}

/** Something that is read out at once. */
export function Alert({ children }: { children: ReactNode }) {
  return (
    <div className={classes.refused} role="alert">
      <IconAlertCircle size={20} stroke={2} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
