import { Textarea } from "@mantine/core";
import { IconNote } from "@tabler/icons-react";
import { useState } from "react";
import { useText } from "../../text/language.tsx";
import classes from "./form.module.css";
import { formText } from "./text.ts";

/** A private note, out of the way until somebody wants one. */
export function NoteField({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  const text = useText(formText);
  const [open, setOpen] = useState(value !== "");
  return open ? (
    <Textarea
      label={text.note}
      rows={2}
      maxLength={4000}
      autoFocus={value === ""}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  ) : (
    <button type="button" className={classes.addNote} onClick={() => setOpen(true)}>
      <IconNote size={16} stroke={1.8} aria-hidden />
      {text.addNote}
    </button>
  );
}
