import { IconCheck } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import type { Done } from "../../api/shapes.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import classes from "./recorded.module.css";
import { patientText } from "./text.ts";

/** What was just written down. */
export function Recorded(props: {
  done: readonly Done[] | undefined;
  /** Where nothing follows that would: the form that had the focus is gone. */
  takesFocus?: boolean;
}) {
  const { done, takesFocus = false } = props;
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done !== undefined && takesFocus) line.current?.focus();
  }, [done, takesFocus]);
  const text = useText(patientText);
  const { language } = useLanguage();
  const titles = done?.flatMap(({ entries }) => entries.map(({ title }) => title[language])) ?? [];
  return (
    <div role="status">
      {done === undefined ? undefined : (
        <p ref={line} tabIndex={-1} className={classes.recorded}>
          <IconCheck size={18} stroke={2.4} aria-hidden />
          {titles.length === 0
            ? text.recordedAlready
            : text.recorded(titles.join(language === "ja" ? "、" : "; "))}
        </p>
      )}
    </div>
  );
}
