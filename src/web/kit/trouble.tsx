import { Button } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { Problem } from "../api/request.ts";
import { shellText } from "../shell/text.ts";
import { useLanguage, useText } from "../text/language.tsx";
import classes from "./trouble.module.css";

/** What could not be fetched, why, and a way to try again. */
export function Trouble({ cause, onRetry }: { cause: unknown; onRetry?: () => void }) {
  const text = useText(shellText);
  const { language } = useLanguage();
  const body = cause instanceof Problem ? cause.body : undefined;
  return (
    <div className={classes.trouble} role="alert">
      <IconAlertCircle size={24} stroke={2} aria-hidden />
      <div>
        <p className={classes.what}>{text.failed}</p>
        <p>{body === undefined ? text.unreachable : (body.text?.[language] ?? body.detail ?? body.title)}</p>
        {body?.remedy === undefined ? undefined : <p>{body.remedy[language]}</p>}
      </div>
      {onRetry === undefined ? undefined : (
        <Button variant="default" onClick={onRetry}>
          {text.retry}
        </Button>
      )}
    </div>
  );
}
