import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router";
import { Problem, part } from "../../api/request.ts";
import type { Clinic } from "../../api/shapes.ts";
import { type Member, makeLink } from "../../api/staff.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { MadeLinkShown } from "../../kit/made-link.tsx";
import { Refused } from "../../kit/refused.tsx";
import { useText } from "../../text/language.tsx";
import type { When } from "../../text/use-when.ts";
import classes from "./page.module.css";
import { staffText } from "./text.ts";

/** A way back for somebody who lost everything that opened their account. */
export function RecoverDialog(props: { clinic: Clinic; member: Member; when: When; onClose: () => void }) {
  const { clinic, member, when, onClose } = props;
  const text = useText(staffText);
  const making = useMutation({
    mutationFn: () =>
      makeLink(`clinics/${part(clinic.id)}/recovery-links`, { account: member.account }, "administrator"),
  });
  const isStale = making.error instanceof Problem && making.error.body.type === "/problems/sign-in-again";
  return (
    <Dialog heading={text.recoverHeading(member.name ?? text.nameless)} onClose={onClose}>
      {making.data === undefined ? (
        <div className={classes.form}>
          <p>{text.recoverMore}</p>
          <p>{text.recoverDoes}</p>
          <Refused cause={making.error} />
          <div className={classes.buttons}>
            {isStale ? (
              <Button component={Link} to="/sign-in?again&to=/staff" size="md">
                {text.again15}
              </Button>
            ) : (
              <Button size="md" loading={making.isPending} onClick={() => making.mutate()}>
                {text.makeLink}
              </Button>
            )}
            <Button size="md" variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
          </div>
        </div>
      ) : (
        <MadeLinkShown made={making.data} when={when} onDone={onClose} />
      )}
    </Dialog>
  );
}
