import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { part } from "../../api/request.ts";
import type { Clinic } from "../../api/shapes.ts";
import { makeLink } from "../../api/staff.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { MadeLinkShown } from "../../kit/made-link.tsx";
import { Refused } from "../../kit/refused.tsx";
import { useText } from "../../text/language.tsx";
import type { When } from "../../text/use-when.ts";
import classes from "./page.module.css";
import { appointmentOf, RoleFields, useChosen } from "./role-fields.tsx";
import { staffText } from "./text.ts";

/** A link for somebody without an account. */
export function InviteDialog({ clinic, when, onClose }: { clinic: Clinic; when: When; onClose: () => void }) {
  const text = useText(staffText);
  const [chosen, choose] = useChosen();
  const [tried, setTried] = useState(false);
  const making = useMutation({
    mutationFn: (appointment: object) =>
      makeLink(`clinics/${part(clinic.id)}/invitations`, appointment, "administrator"),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const appointment = appointmentOf(chosen);
    if (appointment !== undefined) making.mutate(appointment);
  };
  return (
    <Dialog heading={text.invite} onClose={onClose}>
      {making.data === undefined ? (
        <form className={classes.form} noValidate onSubmit={submit}>
          <p>{text.inviteMore}</p>
          <RoleFields clinic={clinic} chosen={chosen} tried={tried} onChange={choose} />
          <Refused cause={making.error} />
          <div className={classes.buttons}>
            <Button type="submit" size="md" loading={making.isPending}>
              {text.makeLink}
            </Button>
            <Button size="md" variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <MadeLinkShown made={making.data} when={when} onDone={onClose} />
      )}
    </Dialog>
  );
}
