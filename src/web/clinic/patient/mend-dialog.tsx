import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { TimelineLine } from "../../../app/views/shapes.ts";
import { useSending } from "../../api/sending.ts";
import { Choices } from "../../kit/choices.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { useZone } from "../../shell/place.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import { Control } from "../forms/control.tsx";
import formClasses from "../forms/form.module.css";
import { mendForm } from "../forms/mend-form.ts";
import { NotSent } from "../forms/not-sent.tsx";
import { type Filled, give, typedName, typedOf } from "../forms/spec.ts";
import { formText } from "../forms/text.ts";
import { useValues } from "../forms/use-values.ts";
import { type Errors, read, shownFields } from "../forms/validate.ts";
import classes from "./mend-dialog.module.css";
import { useThisPatient } from "./on-patient.tsx";
import { recordText } from "./record-text.ts";

/** Mends an entry by a new one: corrected in some fields, or withdrawn. The old one stays readable. */
export function MendDialog({ line, onClose }: { line: TimelineLine; onClose: () => void }) {
  const text = useText(recordText);
  const words = useText(formText);
  const { language } = useLanguage();
  const { patient, version, clinic } = useThisPatient();
  const when = useWhen(useZone(clinic));
  const sending = useSending(patient, version);
  const form = mendForm(line.type);
  const believed = useValues(form?.fields ?? [], clinic, when.now);
  const before = form?.start?.(line.body) ?? line.body;
  const [way, setWay] = useState<"correct" | "withdraw">(form === undefined ? "withdraw" : "correct");
  const [filled, setFilled] = useState<Filled>(before);
  const [reason, setReason] = useState("");
  const [errors, setErrors] = useState<Errors>({});
  const [unchanged, setUnchanged] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { values, errors: wrong } =
      way === "correct" && form !== undefined
        ? read(form.fields, filled, words, {}, believed)
        : { values: {}, errors: {} };
    const all = reason.trim() === "" ? { ...wrong, reason: text.whyNeeded } : wrong;
    const body = form?.become?.(values) ?? values;
    const replacement = Object.fromEntries(
      Object.entries(body).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(line.body[key])),
    );
    const same = way === "correct" && Object.keys(replacement).length === 0;
    setErrors(all);
    setUnchanged(same);
    if (Object.keys(all).length > 0 || same) return;
    const how = way === "withdraw" ? { withdrawn: true } : { replacement };
    try {
      await sending.send([give("correct-entry", { ref: line.id, reason: reason.trim(), ...how })]);
      onClose();
    } catch {
      // What went wrong stands in the dialog.
    }
  };
  return (
    <Dialog heading={text.mendHeading} onClose={onClose}>
      <form className={formClasses.form} noValidate onSubmit={(event) => void submit(event)}>
        <div className={classes.entry}>
          <strong>{line.title[language]}</strong>
          <span>{when.day(line.happened.day)}</span>
        </div>
        <p className={classes.more}>{text.mendMore}</p>
        {form === undefined ? (
          <p className={classes.more}>{text.noForm}</p>
        ) : (
          <Choices
            label={text.mendHeading}
            value={way}
            choices={[
              { value: "correct", label: text.correct },
              { value: "withdraw", label: text.withdraw },
            ]}
            onChange={setWay}
          />
        )}
        {way === "withdraw" ? <p className={classes.more}>{text.withdrawMore}</p> : undefined}
        {way === "correct" && form !== undefined
          ? shownFields(form.fields, filled).map((field) => (
              <Control
                key={field.name}
                field={field}
                value={filled[field.name]}
                error={errors[field.name]}
                choices={form.choices?.(line.body)?.[field.name]}
                onChange={(value) => {
                  setUnchanged(false);
                  setFilled((all) => ({ ...all, [field.name]: value }));
                }}
                typed={typedOf(filled, field.name)}
                onTyped={(typed) => setFilled((all) => ({ ...all, [typedName(field.name)]: typed }))}
              />
            ))
          : undefined}
        <Textarea
          label={text.why}
          description={text.whyHint}
          rows={2}
          maxLength={4000}
          error={errors["reason"]}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {unchanged ? (
          <p className={classes.unchanged} role="alert">
            {text.unchanged}
          </p>
        ) : undefined}
        <NotSent cause={sending.cause} meanwhile={sending.meanwhile} when={when} />
        <div className={formClasses.buttons}>
          <Button type="submit" loading={sending.isSending} {...(way === "withdraw" ? { color: "red" } : {})}>
            {way === "withdraw" ? text.sendWithdrawal : text.sendCorrection}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
