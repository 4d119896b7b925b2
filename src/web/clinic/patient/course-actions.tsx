import { Button } from "@mantine/core";
import { useState } from "react";
import type { PatientView } from "../../../app/views/shapes.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { useRole } from "../../shell/role.tsx";
import { useText } from "../../text/language.tsx";
import { useCommands } from "../../text/use-commands.ts";
import { entryForms } from "../forms/entry-forms.ts";
import { CommandForm } from "../forms/form.tsx";
import type { FormSpec } from "../forms/spec.ts";
import classes from "./course-actions.module.css";
import { patientText } from "./text.ts";

/** Begins, pauses, resumes and ends the course: what fits how it stands. */
export function CourseActions({ view }: { view: PatientView }) {
  const text = useText(patientText);
  const titles = useCommands();
  const role = useRole();
  const [asked, ask] = useState<FormSpec>();
  const { firstDay, heldSince } = view.course;
  const isEnded = view.standing.group === "ended";
  const possible: readonly (readonly [string, FormSpec])[] =
    heldSince !== null
      ? [
          [text.resume, entryForms["course-resumed"]],
          [text.end, entryForms["course-ended"]],
        ]
      : firstDay === null || isEnded
        ? [[text.start, entryForms["course-started"]]]
        : [
            [text.hold, entryForms["course-held"]],
            [text.end, entryForms["course-ended"]],
          ];
  const mine = possible.filter(([, form]) => form.by.includes(role));
  if (mine.length === 0) return undefined;
  return (
    <div className={`${classes.actions} screen-only`}>
      {mine.map(([label, form]) => (
        <Button key={form.command} variant="default" size="compact-md" onClick={() => ask(form)}>
          {label}
        </Button>
      ))}
      {asked === undefined ? undefined : (
        <Dialog heading={titles[asked.command]} onClose={() => ask(undefined)}>
          <CommandForm
            of={{ form: asked }}
            takesFocus
            label={titles[asked.command]}
            onDone={() => ask(undefined)}
            onCancel={() => ask(undefined)}
          />
        </Dialog>
      )}
    </div>
  );
}
