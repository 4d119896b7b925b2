import { ActionIcon } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import { useSpeech } from "../text/speech.tsx";
import classes from "./field.module.css";

/** A labelled control that shows when it differs from what is recorded, and can be set back. */
export function Field(props: {
  label: string;
  /** Given the id that ties the label to the control. */
  children: (id: string) => ReactNode;
  onUndo?: (() => void) | undefined;
  hint?: ReactNode;
  /** Several controls under one name. */
  group?: boolean;
  className?: string;
}) {
  const { label, children, onUndo, hint, group = false, className = "" } = props;
  const id = useId();
  const changed = onUndo !== undefined;
  const content = (
    <>
      <div className={classes.top}>
        {group ? (
          <span className={classes.label} id={`${id}-label`}>
            {label}
          </span>
        ) : (
          <label className={classes.label} htmlFor={id}>
            {label}
          </label>
        )}
        {changed ? <Changed what={label} onUndo={onUndo} /> : undefined}
      </div>
      {children(id)}
      {hint === undefined ? undefined : <div className={classes.hint}>{hint}</div>}
    </>
  );
  const shared = { className: `${classes.field} ${className}`, "data-changed": changed || undefined };
  return group ? (
    <div role="group" aria-labelledby={`${id}-label`} {...shared}>
      {content}
    </div>
  ) : (
    <div {...shared}>{content}</div>
  );
}

/** The mark of a change, with the way back. */
export function Changed({ what, onUndo }: { what: string; onUndo: () => void }) {
  const { text } = useSpeech();
  return (
    <span className={classes.changed}>
      {text.facts.changed}
      <ActionIcon
        className={classes.undo ?? ""}
        variant="transparent"
        size={24}
        aria-label={text.facts.undo(what)}
        title={text.facts.undo(what)}
        onClick={onUndo}
      >
        <IconArrowBackUp size={16} stroke={2} aria-hidden />
      </ActionIcon>
    </span>
  );
}
