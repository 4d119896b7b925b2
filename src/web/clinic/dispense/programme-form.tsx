import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Redemption } from "../../../app/views/shapes.ts";
import { type Day, dayText } from "../../../core/calendar.ts";
import { Problem } from "../../api/request.ts";
import { useSending } from "../../api/sending.ts";
import { DayField } from "../../kit/day-field.tsx";
import { Trouble } from "../../kit/trouble.tsx";
import { useText } from "../../text/language.tsx";
import classes from "./pack-form.module.css";
import { ProblemNotice } from "./problem-notice.tsx";
import { toRoleSwitch, useMayHandOut } from "./role-notice.tsx";
import { dispenseText } from "./text.ts";

const idOfDay = "programme-last-day";

/** Where a programme authorises each supply itself: its number and date, recorded for this authorisation. */
export function ProgrammeForm({ redemption, programme }: { redemption: Redemption; programme: string }) {
  const text = useText(dispenseText);
  const mayHandOut = useMayHandOut();
  const { patient, version, authorisation } = redemption;
  const { send, isSending, cause } = useSending(patient.patient, version);
  const [number, setNumber] = useState("");
  const [last, setLast] = useState<Day | null>(null);
  const submit = async () => {
    if (!mayHandOut) toRoleSwitch();
    else if (number.trim() !== "" && last !== null && !isSending) {
      const body = {
        programme,
        number: number.trim(),
        doNotDispenseAfter: dayText(last),
        authorisation: authorisation.number,
      };
      // What went wrong is shown below.
      await send([{ command: "record-external-authorisation", body }]).catch(() => undefined);
    }
  };
  return (
    <form
      className={classes.form}
      noValidate
      aria-labelledby="programme-heading"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div>
        <h3 id="programme-heading" className={classes.heading}>
          {text.programme}
        </h3>
        <p className={classes.hint}>{text.programmeMore}</p>
      </div>
      <div className={classes.fields}>
        <TextInput
          size="md"
          label={text.programmeNumber}
          classNames={{ label: classes.label ?? "" }}
          value={number}
          onChange={({ currentTarget: { value } }) => setNumber(value)}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
        />
        <div>
          <label className={classes.label} htmlFor={idOfDay}>
            {text.programmeUntil}
          </label>
          <DayField id={idOfDay} size="md" value={last} onChange={setLast} clearable />
        </div>
      </div>
      {cause === null ? undefined : cause instanceof Problem ? (
        <ProblemNotice problem={cause} />
      ) : (
        <Trouble cause={cause} onRetry={() => void submit()} />
      )}
      <div className={classes.actions}>
        <Button
          type="submit"
          size="md"
          aria-disabled={isSending || number.trim() === "" || last === null || undefined}
        >
          {text.programmeSave}
        </Button>
      </div>
    </form>
  );
}
