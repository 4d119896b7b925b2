import { IconCheck, IconFiles } from "@tabler/icons-react";
import { useState } from "react";
import type { Example } from "../examples/example.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { useSpeech } from "../text/speech.tsx";
import { AccountOf } from "./account.tsx";
import { FileDrop } from "./file-drop.tsx";
import { stateOfExample } from "./link.ts";
import classes from "./patient-card.module.css";
import type { CheckAction, CheckState } from "./state.ts";

/** Whose supply it is: an example, or files opened here. */
export function PatientCard(props: {
  state: CheckState;
  dispatch: (action: CheckAction) => void;
  examples: readonly Example[];
  /** Told when files were opened, and whether they could be read. */
  onRead: (readable: boolean) => void;
}) {
  const { state, dispatch, examples } = props;
  const { text, of } = useSpeech();
  const { example, files, account } = state.patient;
  // Where there is room beside the answer, every example is in sight from the start.
  const [choosing, setChoosing] = useState(() => matchMedia("(min-width: 960px)").matches);
  const shown = choosing ? examples : examples.filter(({ id }) => id === example?.id);
  return (
    <Card id="patient" heading={text.patient.heading} aside={example && <Tag>{text.patient.fictional}</Tag>}>
      {example === undefined ? (
        <div className={classes.files}>
          <IconFiles size={22} stroke={1.8} aria-hidden />
          <div>
            <strong>{files.join(", ")}</strong>
            <span>{text.patient.opened}</span>
          </div>
        </div>
      ) : undefined}
      {account.length > 0 ? <AccountOf account={account} entries={state.patient.entries} /> : undefined}
      <fieldset className={classes.examples}>
        <legend className="visually-hidden">{text.patient.examples}</legend>
        {shown.map((one) => (
          <label key={one.id} className={classes.example} data-chosen={one.id === example?.id || undefined}>
            <input
              type="radio"
              name="example"
              value={one.id}
              checked={one.id === example?.id}
              onChange={() => dispatch({ do: "open", state: stateOfExample(one) })}
            />
            <span className={classes.dot} aria-hidden>
              <IconCheck size={14} stroke={3} />
            </span>
            <span className={classes.exampleTitle}>{of(one.title)}</span>
            {one.id === example?.id ? <span className={classes.exampleSays}>{of(one.says)}</span> : undefined}
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className={classes.more}
        aria-expanded={choosing}
        onClick={() => setChoosing(!choosing)}
      >
        {choosing ? text.patient.fewer : text.patient.all(examples.length)}
      </button>
      <Disclosure summary={text.patient.own} className={classes.own ?? ""}>
        <FileDrop state={state} dispatch={dispatch} onRead={props.onRead} />
      </Disclosure>
    </Card>
  );
}

function Tag({ children }: { children: string }) {
  return <span className={classes.tag}>{children}</span>;
}
