import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import type { PatientView } from "../../../app/views/shapes.ts";
import { useSending } from "../../api/sending.ts";
import { Choices } from "../../kit/choices.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { useText } from "../../text/language.tsx";
import type { When } from "../../text/use-when.ts";
import { NotSent } from "../forms/not-sent.tsx";
import { give } from "../forms/spec.ts";
import { formText } from "../forms/text.ts";
import classes from "./confirm-order.module.css";
import { orderText } from "./order-text.ts";

/** Takes an unused authorisation back, for good. */
export function VoidDialog(props: { number: string; view: PatientView; when: When; onClose: () => void }) {
  const { number, view, when, onClose } = props;
  const text = useText(orderText);
  const form = useText(formText);
  const sending = useSending(view.patient, view.version);
  const [because, setBecause] = useState<"withdrawn" | "replaced">("withdrawn");
  const [note, setNote] = useState("");
  const send = async () => {
    try {
      const kept = note.trim() === "" ? {} : { note: note.trim() };
      await sending.send([give("void-authorisation", { number, because, ...kept })]);
      onClose();
    } catch {
      // What went wrong stands in the dialog.
    }
  };
  return (
    <Dialog heading={text.voidHeading} onClose={onClose}>
      <p>
        <strong>{number}</strong>
      </p>
      <p className={classes.afterwards}>{text.voidMore}</p>
      <Choices
        label={text.voidBecause}
        value={because}
        choices={[
          { value: "withdrawn", label: text.because.withdrawn },
          { value: "replaced", label: text.because.replaced },
        ]}
        onChange={setBecause}
      />
      <Textarea
        mt={12}
        label={form.note}
        rows={2}
        maxLength={4000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <div className={classes.afterwards}>
        <NotSent cause={sending.cause} meanwhile={sending.meanwhile} when={when} />
      </div>
      <div className={classes.buttons}>
        <Button size="md" color="red" loading={sending.isSending} onClick={() => void send()}>
          {text.voidYes}
        </Button>
        <Button size="md" variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
