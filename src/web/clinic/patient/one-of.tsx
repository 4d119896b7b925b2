import { useState } from "react";
import type { Done } from "../../api/shapes.ts";
import { Choices } from "../../kit/choices.tsx";
import { useText } from "../../text/language.tsx";
import { useCommands } from "../../text/use-commands.ts";
import type { StepForm } from "../forms/for-step.ts";
import { CommandForm } from "../forms/form.tsx";
import { formText } from "../forms/text.ts";
import classes from "./one-of.module.css";
import { ReadFirst } from "./read-first.tsx";

/** The form of a step; where several would do, the choice among them. */
export function OneOf(props: {
  forms: readonly StepForm[];
  takesFocus: boolean;
  slot: string;
  onDone: (done: readonly Done[]) => void;
}) {
  const { forms, takesFocus, slot, onDone } = props;
  const text = useText(formText);
  const titles = useCommands();
  const [place, setPlace] = useState(0);
  const chosen = forms[place] ?? forms[0];
  if (chosen === undefined) return undefined;
  return (
    <div className={classes.oneOf}>
      {forms.length > 1 ? (
        <Choices
          label={text.alternatives}
          value={String(place)}
          choices={forms.map(({ form }, index) => ({ value: String(index), label: titles[form.command] }))}
          onChange={(index) => setPlace(Number(index))}
        />
      ) : undefined}
      <ReadFirst of={chosen} />
      <CommandForm
        // A form that waits for the record to be looked up begins anew once it is there.
        key={`${place} ${JSON.stringify(chosen.fixed ?? {})}`}
        of={chosen}
        takesFocus={takesFocus}
        slot={slot}
        {...(chosen.form.fields.length === 0 ? { label: titles[chosen.form.command] } : {})}
        onDone={onDone}
      />
    </div>
  );
}
