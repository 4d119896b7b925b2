import { ActionIcon } from "@mantine/core";
import { IconAlertTriangleFilled, IconPencil } from "@tabler/icons-react";
import type { TimelineLine } from "../../../app/views/shapes.ts";
import type { Role } from "../../../core/entry.ts";
import { RoleIcon } from "../../kit/role-icon.tsx";
import { knowledge } from "../../knowledge.ts";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import type { When } from "../../text/use-when.ts";
import { isAlarm } from "./record-filters.ts";
import classes from "./record-line.module.css";
import { recordText } from "./record-text.ts";

/** One entry: what, when it happened, who wrote it when, and what became of it. */
export function RecordLine({ line, when, onMend }: { line: TimelineLine; when: When; onMend: () => void }) {
  const text = useText(recordText);
  const { language } = useLanguage();
  const { title, happened, recordedAt, actor, source, note, withdrawn, correctedBy, correctable } = line;
  const { roles } = shortWords[language];
  const role: Role = Object.hasOwn(roles, actor.role) ? (actor.role as Role) : "unknown";
  const then = happened.at === undefined ? when.day(happened.day) : when.at(happened.at);
  const written = when.at(recordedAt);
  const alarms = isAlarm(line, knowledge);
  return (
    <li
      className={classes.line}
      data-withdrawn={withdrawn || correctedBy !== null || undefined}
      data-alarm={(alarms && !withdrawn) || undefined}
    >
      <div className={classes.body}>
        <p className={classes.title}>
          {alarms ? <IconAlertTriangleFilled size={15} aria-hidden /> : undefined}
          <span>{title[language]}</span>
        </p>
        <p className={classes.about}>
          <span>{then}</span>
          <span className={classes.who}>
            <RoleIcon role={role} size={14} />
            {roles[role]}
          </span>
          {actor.authenticated ? undefined : <span className={classes.tag}>{text.unauthenticated}</span>}
          {source === "import" ? <span className={classes.tag}>{text.imported}</span> : undefined}
          {source === "patient" ? <span className={classes.tag}>{text.fromPatient}</span> : undefined}
          {written === then ? undefined : <span>{text.recorded(written)}</span>}
        </p>
        {note === null ? undefined : (
          <p className={classes.note}>
            {text.note}: {note}
          </p>
        )}
        {withdrawn || correctedBy !== null ? (
          <p className={classes.mended}>{withdrawn ? text.withdrawn : text.corrected}</p>
        ) : undefined}
      </div>
      {correctable ? (
        <ActionIcon
          className={`${classes.mend} screen-only`}
          variant="subtle"
          color="gray"
          size={36}
          aria-label={text.mend(title[language])}
          title={text.mend(title[language])}
          onClick={onMend}
        >
          <IconPencil size={17} stroke={1.8} aria-hidden />
        </ActionIcon>
      ) : undefined}
    </li>
  );
}
