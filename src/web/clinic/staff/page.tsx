import { Button } from "@mantine/core";
import { IconLink, IconUserPlus } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { staffRoles } from "../../../core/vocabulary.ts";
import { useSignIn } from "../../api/sign-in.ts";
import { type Member, useStaff } from "../../api/staff.ts";
import { Card } from "../../kit/card.tsx";
import { Trouble } from "../../kit/trouble.tsx";
import { Waiting } from "../../kit/waiting.tsx";
import { usePage } from "../../shell/page.ts";
import { usePlace, useZone } from "../../shell/place.tsx";
import { useRole } from "../../shell/role.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { shortWords } from "../../text/terms.ts";
import { useWhen } from "../../text/use-when.ts";
import { AppointDialog } from "./appoint-dialog.tsx";
import { DismissDialog } from "./dismiss-dialog.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MemberLine } from "./member-line.tsx";
import classes from "./page.module.css";
import { RecoverDialog } from "./recover-dialog.tsx";
import { staffText } from "./text.ts";

type Open =
  | { readonly is: "invite" }
  | { readonly is: "appoint"; readonly again?: Member }
  | { readonly is: "dismiss" | "recover"; readonly member: Member };

/** Who works at a clinic: invited, appointed and dismissed by its administrator. */
export function StaffPage() {
  const text = useText(staffText);
  const { language } = useLanguage();
  const heading = usePage(text.title);
  const { clinic } = usePlace();
  const when = useWhen(useZone(clinic?.id));
  const staff = useStaff(clinic?.id);
  const signIn = useSignIn();
  const mayChange = useRole() === "administrator";
  const [open, setOpen] = useState<Open>();
  const [done, setDone] = useState<string>();
  const close = () => setOpen(undefined);
  const begin = (next: Open) => {
    setDone(undefined);
    setOpen(next);
  };
  const { roles } = shortWords[language];
  const nameOf = ({ name }: Member) => name ?? text.nameless;
  const own = signIn.data?.signedIn?.account;
  const line = (member: Member, actions: ReactNode) => (
    <MemberLine
      key={`${member.role} ${member.account}`}
      member={member}
      clinic={clinic}
      isOwn={member.account === own}
      actions={mayChange ? actions : undefined}
    />
  );
  const present = (staff.data?.filter(({ until }) => until === null) ?? []).toSorted(
    (a, b) => staffRoles.indexOf(a.role) - staffRoles.indexOf(b.role),
  );
  const gone = staff.data?.filter(({ until }) => until !== null) ?? [];
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1 {...heading}>{text.title}</h1>
          <p className={classes.lead}>{text.lead(clinic?.title[language] ?? "")}</p>
        </div>
        {mayChange ? (
          <div className={classes.buttons}>
            <Button
              size="md"
              leftSection={<IconLink size={18} aria-hidden />}
              onClick={() => begin({ is: "invite" })}
            >
              {text.invite}
            </Button>
            <Button
              size="md"
              variant="default"
              leftSection={<IconUserPlus size={18} aria-hidden />}
              onClick={() => begin({ is: "appoint" })}
            >
              {text.appoint}
            </Button>
          </div>
        ) : undefined}
      </header>
      <p role="status" className={classes.done}>
        {done}
      </p>
      {staff.data === undefined ? (
        staff.error === null ? (
          <Waiting lines={6} />
        ) : (
          <Trouble cause={staff.error} onRetry={() => void staff.refetch()} />
        )
      ) : (
        <>
          <Card id="present" heading={text.present}>
            <ul className={classes.members}>
              {present.map((member) =>
                line(
                  member,
                  <>
                    {member.account === own ? undefined : (
                      <Button
                        variant="subtle"
                        aria-label={text.recoverNamed(nameOf(member))}
                        onClick={() => begin({ is: "recover", member })}
                      >
                        {text.recover}
                      </Button>
                    )}
                    <Button
                      variant="subtle"
                      color="red"
                      aria-label={text.dismissNamed(nameOf(member), roles[member.role])}
                      onClick={() => begin({ is: "dismiss", member })}
                    >
                      {text.dismiss}
                    </Button>
                  </>,
                ),
              )}
            </ul>
          </Card>
          <Card id="gone" heading={text.gone}>
            {gone.length === 0 ? <p className={classes.none}>{text.goneNone}</p> : undefined}
            <ul className={classes.members}>
              {gone.map((member) =>
                line(
                  member,
                  <Button
                    variant="subtle"
                    aria-label={text.againNamed(nameOf(member), roles[member.role])}
                    onClick={() => begin({ is: "appoint", again: member })}
                  >
                    {text.again}
                  </Button>,
                ),
              )}
            </ul>
          </Card>
        </>
      )}
      {clinic === undefined || open === undefined ? undefined : open.is === "invite" ? (
        <InviteDialog clinic={clinic} when={when} onClose={close} />
      ) : open.is === "appoint" ? (
        <AppointDialog clinic={clinic} again={open.again} onClose={close} onDone={setDone} />
      ) : open.is === "dismiss" ? (
        <DismissDialog
          clinic={clinic}
          member={open.member}
          isOwn={open.member.account === own}
          onClose={close}
          onDone={setDone}
        />
      ) : (
        <RecoverDialog clinic={clinic} member={open.member} when={when} onClose={close} />
      )}
    </div>
  );
}
