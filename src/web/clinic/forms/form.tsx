import { Button } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { dayOf, dayText } from "../../../core/calendar.ts";
import { useIsLost } from "../../api/connection.ts";
import { newKey } from "../../api/new-key.ts";
import { Problem } from "../../api/request.ts";
import { useSending } from "../../api/sending.ts";
import type { Done } from "../../api/shapes.ts";
import { useZone } from "../../shell/place.tsx";
import { useText } from "../../text/language.tsx";
import { useWhen } from "../../text/use-when.ts";
import { useDrafts, useThisPatient } from "../patient/on-patient.tsx";
import { Control } from "./control.tsx";
import type { StepForm } from "./for-step.ts";
import classes from "./form.module.css";
import { happenedOf, momentAtFirst } from "./happened.ts";
import { NotSent } from "./not-sent.tsx";
import { NoteField } from "./note-field.tsx";
import { type Filled, give, typedName, typedOf } from "./spec.ts";
import { formText } from "./text.ts";
import { useValues } from "./use-values.ts";
import { type Errors, read, shownFields } from "./validate.ts";
import { WhenField } from "./when-field.tsx";

/** A form for one thing that is to be recorded about this patient. */
export function CommandForm(props: {
  of: StepForm;
  /** What the button says, if not "Record". */
  label?: string;
  takesFocus?: boolean;
  /** Tells forms apart that ask for the same: each keeps what was typed in it. */
  slot?: string;
  onDone: (done: readonly Done[]) => void;
  onCancel?: () => void;
}) {
  const { of: asked, label, takesFocus = false, slot = "", onDone, onCancel } = props;
  const { form, start = {}, fixed = {}, choices = {} } = asked;
  const text = useText(formText);
  const { patient, version, clinic } = useThisPatient();
  const zone = useZone(clinic);
  const when = useWhen(zone);
  const today = dayText(dayOf(when.now, zone));
  const sending = useSending(patient, version);
  const isLost = useIsLost();
  const drafts = useDrafts();
  const believed = useValues(form.fields, clinic, when.now);
  const draftKey = JSON.stringify([slot, form.command, fixed, start]);
  const draft = drafts.get(draftKey);
  const [filled, setFilled] = useState<Filled>(draft?.filled ?? start);
  const [moment, setMoment] = useState(() => draft?.moment ?? momentAtFirst(form.when, today));
  const [note, setNote] = useState(draft?.note ?? "");
  const [own] = useState(() => draft?.own ?? newKey());
  const [found, setFound] = useState<Errors>({});
  const element = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (takesFocus) focusFirst(element.current);
  }, [takesFocus]);
  useEffect(() => {
    drafts.set(draftKey, { filled, moment, note, own });
  }, [drafts, draftKey, filled, moment, note, own]);
  const told = errorsOf(sending.cause);
  const errors: Errors = { ...told, ...found };
  const fields = shownFields(form.fields, filled);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending.isSending || isLost) return;
    const { values, errors: wrong } = read(form.fields, filled, text, choices, believed);
    const happened = happenedOf(moment, form.when, zone);
    const all = happened === undefined ? { ...wrong, happened: text.noDay } : wrong;
    setFound(all);
    if (happened === undefined || Object.keys(all).length > 0) {
      requestAnimationFrame(() => focusInvalid(element.current));
      return;
    }
    const about = { ...happened, ...(note.trim() === "" ? {} : { note: note.trim() }) };
    const whole = { ...values, ...fixed };
    const given = form.gives?.(whole, about, own) ?? [give(form.command, whole, about)];
    try {
      const done = await sending.send(given);
      drafts.delete(draftKey);
      onDone(done);
    } catch {
      requestAnimationFrame(() => focusInvalid(element.current));
    }
  };
  const set = (name: string, value: unknown) => {
    setFilled((before) => ({ ...before, [name]: value }));
    setFound((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([field]) => field !== name && typedName(field) !== name),
      ),
    );
  };
  return (
    <form ref={element} className={classes.form} noValidate onSubmit={(event) => void submit(event)}>
      {fields.map((field) => (
        <Control
          key={field.name}
          field={field}
          value={filled[field.name]}
          error={errors[field.name]}
          choices={choices[field.name]}
          onChange={(value) => set(field.name, value)}
          typed={typedOf(filled, field.name)}
          onTyped={(typed) => set(typedName(field.name), typed)}
        />
      ))}
      <WhenField
        asking={form.when}
        moment={moment}
        today={today}
        error={errors["happened"]}
        onChange={setMoment}
      />
      {form.noNote === true ? undefined : <NoteField value={note} onChange={setNote} />}
      <NotSent
        cause={sending.cause}
        meanwhile={sending.meanwhile}
        when={when}
        shown={fields.map(({ name }) => name)}
        failed={sending.failed}
        soFar={sending.soFar}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={sending.isSending} disabled={isLost}>
          {label ?? (isNone(fields, filled) ? text.sendNone : text.send)}
        </Button>
        {onCancel === undefined ? undefined : (
          <Button variant="subtle" color="gray" onClick={onCancel}>
            {text.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}

/** A list that somebody asked about and that stayed empty is recorded as "none": the button says so. */
function isNone(fields: ReturnType<typeof shownFields>, filled: Filled): boolean {
  const lists = fields.filter(({ kind, required }) => kind === "many" && required !== true);
  return (
    lists.length > 0 &&
    fields.every(({ name }) =>
      [filled[name], filled[typedName(name)]].every(
        (value) => value === undefined || value === "" || (Array.isArray(value) && value.length === 0),
      ),
    )
  );
}

/** What the server says of single fields. */
function errorsOf(cause: unknown): Errors {
  if (!(cause instanceof Problem)) return {};
  return Object.fromEntries(
    (cause.body.errors ?? []).map(({ pointer, detail }) => [(pointer ?? "").slice(2).split("/")[0], detail]),
  );
}

function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
}

function focusInvalid(form: HTMLFormElement | null): void {
  const invalid = form?.querySelector<HTMLElement>(
    "input[aria-invalid='true'], textarea[aria-invalid='true'], select[aria-invalid='true'], [aria-invalid='true'] input",
  );
  (invalid ?? form?.querySelector<HTMLElement>("[role='alert']"))?.focus();
}
