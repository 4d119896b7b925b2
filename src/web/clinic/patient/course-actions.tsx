import { Button } from "@mantine/core";
import { useState } from "react";
import type { PatientView } from "../../../app/views/shapes.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { useRole } from "../../shell/role.tsx";
import { useText } from "../../text/language.tsx";
import { useCommands } from "../../text/use-commands.ts";
import { type CourseChange, courseChangesOf } from "../forms/course-forms.ts";
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
  const { course } = view;
  const labels: { readonly [C in CourseChange]: string } = {
    "course-started": text.start,
    "course-held": text.hold,
    "course-resumed": text.resume,
    "course-ended": text.end,
  };
  // A beginning written down afterwards is no everyday thing: it stands among all that can be recorded.
  const possible = courseChangesOf(course).filter(
    (change) => change !== "course-started" || course.underWaySince === null,
  );
  const mine = possible
    .map((change): readonly [string, FormSpec] => [labels[change], entryForms[change]])
    .filter(([, form]) => form.by.includes(role));
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
