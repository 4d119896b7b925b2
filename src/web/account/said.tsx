import { IconAlertCircle, IconCircleCheck } from "@tabler/icons-react";
import { Problem } from "../api/request.ts";
import { shellText } from "../shell/text.ts";
import { useLanguage, useText } from "../text/language.tsx";
import classes from "./account.module.css";
import { NoPasskey } from "./passkey.ts";
import { accountText } from "./text.ts";

/** Why something was not done, and what to do. What is said at a field is not said here again. */
export function Refused({ cause }: { cause: unknown }) {
  const text = useText(accountText);
  const shell = useText(shellText);
  const { language } = useLanguage();
  if (cause === null || cause === undefined || wrongWithPassword(cause, language) !== undefined)
    return undefined;
  const body = cause instanceof Problem ? cause.body : undefined;
  return (
    <div className={classes.refused} role="alert">
      <IconAlertCircle size={20} stroke={2} aria-hidden />
      <div>
        {cause instanceof NoPasskey ? (
          <p>{text.noPasskey}</p>
        ) : (
          <p className={classes.what}>
            {body === undefined ? shell.unreachable : (body.text?.[language] ?? body.detail ?? body.title)}
          </p>
        )}
        {body?.remedy === undefined ? undefined : <p>{body.remedy[language]}</p>}
      </div>
    </div>
  );
}

/** That something was done. */
export function Done({ children }: { children: string | undefined }) {
  return (
    <div role="status">
      {children === undefined ? undefined : (
        <p className={classes.done}>
          <IconCircleCheck size={20} stroke={2} aria-hidden />
          {children}
        </p>
      )}
    </div>
  );
}

/** What is wrong with the password that was chosen: said at its field. */
export function wrongWithPassword(cause: unknown, language: "en" | "ja"): string | undefined {
  const errors = cause instanceof Problem ? (cause.body.errors ?? []) : [];
  const found = errors.find(({ pointer }) => pointer === "#/password");
  return found?.text?.[language] ?? found?.detail;
}
