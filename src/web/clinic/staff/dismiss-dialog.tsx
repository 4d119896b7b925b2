import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Clinic } from "../../api/shapes.ts";
import { type Member, order } from "../../api/staff.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { Refused } from "../../kit/refused.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import classes from "./page.module.css";
import { staffText } from "./text.ts";

/** Says what dismissing means, before it is done. */
export function DismissDialog(props: {
  clinic: Clinic;
  member: Member;
  isOwn: boolean;
  onClose: () => void;
  onDone: (says: string) => void;
}) {
  const { clinic, member, isOwn, onClose, onDone } = props;
  const text = useText(staffText);
  const { language } = useLanguage();
  const client = useQueryClient();
  const name = member.name ?? text.nameless;
  const { account, role } = member;
  const dismissing = useMutation({
    mutationFn: () => order({ clinic: clinic.id }, "dismiss-staff", { account, role }, "administrator"),
    onSuccess: async () => {
      await client.invalidateQueries();
      onDone(text.dismissed(name));
      onClose();
    },
  });
  return (
    <Dialog heading={text.dismissHeading(name)} onClose={onClose}>
      <div className={classes.form}>
        <p>{text.dismissMore(shortWords[language].roles[role], clinic.title[language])}</p>
        {isOwn ? <p className={classes.warning}>{text.dismissSelf}</p> : undefined}
        <Refused cause={dismissing.error} />
        <div className={classes.buttons}>
          <Button size="md" color="red" loading={dismissing.isPending} onClick={() => dismissing.mutate()}>
            {text.dismiss}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
