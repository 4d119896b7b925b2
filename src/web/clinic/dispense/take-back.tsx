import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { flushSync } from "react-dom";
import type { Redemption } from "../../../app/views/shapes.ts";
import { newKey } from "../../api/new-key.ts";
import { patientMoved } from "../../api/queries.ts";
import { part, request } from "../../api/request.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { useRole } from "../../shell/role.tsx";
import { shellText } from "../../shell/text.ts";
import { useText } from "../../text/language.tsx";
import { isRefusal, takeBack } from "./attempts.ts";
import classes from "./handed-out.module.css";
import { Notice, ProblemNotice } from "./problem-notice.tsx";
import { toRoleSwitch, useMayHandOut } from "./role-notice.tsx";
import { dispenseText } from "./text.ts";

/** Nobody collected it: the capsules go back, after a question that says what that means. */
export function TakeBack(props: {
  number: string;
  name: string | null;
  patient: string;
  version: number;
  say: (text: string) => void;
  onDone: () => void;
}) {
  const { number, name, patient, version, say, onDone } = props;
  const text = useText(dispenseText);
  const shell = useText(shellText);
  const role = useRole();
  const mayHandOut = useMayHandOut();
  const client = useQueryClient();
  // One key for one question: sent again, it is done once.
  const [key, setKey] = useState<string>();
  const [isSending, setSending] = useState(false);
  const [cause, setCause] = useState<unknown>();
  const [newest, setNewest] = useState(version);

  const yes = async () => {
    if (key === undefined || isSending) return;
    setSending(true);
    try {
      await takeBack(number, Math.max(version, newest), key, role);
      // The dialog gives the focus back to its button, which is about to go: only then is it moved on.
      flushSync(() => setKey(undefined));
      onDone();
      say(text.said(name ?? shell.nameless, `${text.takenBack}. ${text.takenBackMore}`));
      await patientMoved(client, patient);
    } catch (problem) {
      setCause(problem);
      if (isRefusal(problem) && problem.body.status === 412) {
        const now = await request<Redemption>(`/api/authorisations/${part(number)}`).catch(() => undefined);
        setNewest(now?.version ?? newest);
      }
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={18} aria-hidden />}
        onClick={() => {
          if (!mayHandOut) {
            toRoleSwitch();
            return;
          }
          setCause(undefined);
          setKey(newKey());
        }}
      >
        {text.takeBack}
      </Button>
      {key === undefined ? undefined : (
        <Dialog heading={text.takeBackHeading} onClose={() => setKey(undefined)}>
          <div className={classes.question}>
            <p className={classes.to}>
              {name ?? shell.nameless} · <span className={classes.number}>{number}</span>
            </p>
            <p>
              <b>{text.takeBackWhen}</b>
            </p>
            <p>{text.takeBackThen}</p>
            <p className={classes.pack}>{text.takeBackNot}</p>
            {cause === undefined ? undefined : isRefusal(cause) ? (
              <ProblemNotice problem={cause} />
            ) : (
              <Notice heading={text.unknown} tone="ask">
                <p>{text.unknownBack}</p>
              </Notice>
            )}
            <div className={classes.answers}>
              <Button variant="default" size="md" onClick={() => setKey(undefined)}>
                {text.takeBackNo}
              </Button>
              <Button className={classes.yes ?? ""} size="md" loading={isSending} onClick={() => void yes()}>
                {cause === undefined || isRefusal(cause) ? text.takeBackYes : text.ask}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
