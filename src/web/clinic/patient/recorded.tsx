import { IconCheck } from "@tabler/icons-react";
import type { Done } from "../../api/shapes.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import classes from "./recorded.module.css";
import { patientText } from "./text.ts";

/** What was just written down. */
export function Recorded({ done }: { done: readonly Done[] | undefined }) {
  const text = useText(patientText);
  const { language } = useLanguage();
  const titles = done?.flatMap(({ entries }) => entries.map(({ title }) => title[language])) ?? [];
  return (
    <div role="status">
      {done === undefined ? undefined : (
        <p className={classes.recorded}>
          <IconCheck size={18} stroke={2.4} aria-hidden />
          {titles.length === 0
            ? text.recordedAlready
            : text.recorded(titles.join(language === "ja" ? "、" : "; "))}
        </p>
      )}
    </div>
  );
}
