import { IconCircleCheck } from "@tabler/icons-react";
import { Problem } from "../api/request.ts";
import { Alert, Refused as Why } from "../kit/refused.tsx";
import { useLanguage, useText } from "../text/language.tsx";
import classes from "./account.module.css";
import { NoPasskey } from "./passkey.ts";
import { accountText } from "./text.ts";

/** Why something was not done, and what to do. What is said at a field is not said here again. */
export function Refused({ cause }: { cause: unknown }) {
  const text = useText(accountText);
  const { language } = useLanguage();
  if (wrongWithPassword(cause, language) !== undefined) return undefined;
  return cause instanceof NoPasskey ? (
    <Alert>
      <p>{text.noPasskey}</p>
    </Alert>
  ) : (
    <Why cause={cause} />
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
