import { IconAlertCircle } from "@tabler/icons-react";
import { type ReactNode, useEffect } from "react";
import type { Problem } from "../../api/request.ts";
import { useLostFocus } from "../../kit/focus.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import classes from "./notice.module.css";
import { dispenseText } from "./text.ts";

/** Why the server said no, and what can be done. */
export function ProblemNotice(props: {
  problem: Problem;
  /** The page shows the decision's findings already. */
  isSaidBelow?: boolean;
}) {
  const { problem, isSaidBelow = false } = props;
  const text = useText(dispenseText);
  const { language } = useLanguage();
  const { body } = problem;
  // The findings say more than that there are some.
  const findings =
    body.decision === undefined || isSaidBelow
      ? []
      : body.decision.findings.filter(
          ({ verdict, overridden }) =>
            (verdict === "stop" || verdict === "wait" || verdict === "ask") && overridden === undefined,
        );
  return (
    <Notice heading={text.notDone}>
      <p>{body.text?.[language] ?? body.detail ?? body.title}</p>
      {findings.map(({ rule, text: says }) => (
        <p key={rule}>{says[language]}</p>
      ))}
      {body.remedy === undefined || body.decision !== undefined ? undefined : <p>{body.remedy[language]}</p>}
    </Notice>
  );
}

/** Said aloud when it appears, and brought into sight. */
export function Notice(props: { heading: string; tone?: "stop" | "ask"; children: ReactNode }) {
  const { heading, tone = "stop", children } = props;
  const ref = useLostFocus<HTMLDivElement>(true);
  useEffect(() => {
    ref.current?.scrollIntoView({ block: "nearest" });
  }, [ref]);
  return (
    <div ref={ref} tabIndex={-1} className={classes.notice} data-tone={tone} role="alert">
      <IconAlertCircle size={26} stroke={1.8} aria-hidden />
      <div className={classes.words}>
        <h2 className={classes.heading}>{heading}</h2>
        {children}
      </div>
    </div>
  );
}
