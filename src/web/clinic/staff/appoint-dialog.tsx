import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Clinic } from "../../api/shapes.ts";
import { findAccount, type Member, order } from "../../api/staff.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { Refused } from "../../kit/refused.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import classes from "./page.module.css";
import { appointmentOf, RoleFields, useChosen } from "./role-fields.tsx";
import { staffText } from "./text.ts";

interface Found {
  readonly account: string;
  readonly name: string;
}

/** Somebody who has an account: found by its address first, so that nobody else is appointed by a slip. */
export function AppointDialog(props: {
  clinic: Clinic;
  again: Member | undefined;
  onClose: () => void;
  onDone: (says: string) => void;
}) {
  const { clinic, again, onClose, onDone } = props;
  const text = useText(staffText);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const [found, setFound] = useState<Found | undefined>(
    again === undefined ? undefined : { account: again.account, name: again.name ?? text.nameless },
  );
  const [chosen, choose] = useChosen({ role: again?.role, sites: again?.sites ?? undefined });
  const finding = useMutation({
    mutationFn: () => findAccount(clinic.id, typed.trim()),
    onSuccess: (one) => {
      setTried(false);
      setFound(one);
    },
  });
  const appointing = useMutation({
    mutationFn: (body: object) => order({ clinic: clinic.id }, "appoint-staff", body, "administrator"),
    onSuccess: async () => {
      await client.invalidateQueries();
      if (found !== undefined && chosen.role !== undefined)
        onDone(text.appointed(found.name, shortWords[language].roles[chosen.role]));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (found === undefined) {
      if (typed.trim() !== "") finding.mutate();
      return;
    }
    const appointment = appointmentOf(chosen);
    if (appointment !== undefined) appointing.mutate({ account: found.account, ...appointment });
  };
  return (
    <Dialog heading={again === undefined ? text.appoint : text.again} onClose={onClose}>
      <form className={classes.form} noValidate onSubmit={submit}>
        {found === undefined ? (
          <>
            <p>{text.appointMore}</p>
            <TextInput
              size="md"
              type="email"
              label={text.account}
              autoComplete="off"
              value={typed}
              error={tried && typed.trim() === "" ? text.accountNeeded : undefined}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <Refused cause={finding.error} />
          </>
        ) : (
          <>
            <p className={classes.found}>
              {text.foundIs(found.name)}
              {again === undefined ? (
                <button type="button" onClick={() => setFound(undefined)}>
                  {text.another}
                </button>
              ) : undefined}
            </p>
            <RoleFields clinic={clinic} chosen={chosen} tried={tried} onChange={choose} />
            <Refused cause={appointing.error} />
          </>
        )}
        <div className={classes.buttons}>
          <Button type="submit" size="md" loading={finding.isPending || appointing.isPending}>
            {found === undefined ? text.find : text.appointNow}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
