import { Button } from "@mantine/core";
import { IconBuildingHospital, IconUser, IconUsers } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Rights } from "../../../app/views/rights-shapes.ts";
import { dayOf, dayText, parseAt } from "../../../core/calendar.ts";
import { part } from "../../api/request.ts";
import { type MadeLink, makeLink, order, useRights } from "../../api/staff.ts";
import { Card } from "../../kit/card.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { MadeLinkShown } from "../../kit/made-link.tsx";
import { Refused } from "../../kit/refused.tsx";
import { Trouble } from "../../kit/trouble.tsx";
import { Waiting } from "../../kit/waiting.tsx";
import { usePlace } from "../../shell/place.tsx";
import { type ActingRole, useRole } from "../../shell/role.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { useWhen, type When } from "../../text/use-when.ts";
import { BeginReason } from "./begin-reason.tsx";
import classes from "./rights.module.css";
import { Sharing } from "./sharing.tsx";
import { rightsText } from "./text.ts";

const changing: ReadonlySet<ActingRole> = new Set([
  "prescriber",
  "designee",
  "nurse",
  "front-desk",
  "administrator",
]);

type Asked =
  | { readonly is: "end" | "take-over" }
  | { readonly is: "take-back"; readonly link: Rights["links"][number] }
  | { readonly is: "invite"; readonly as: "patient" | "guardian" };

/** Which clinics treat the patient, whose accounts open the record, and what a minor shows a guardian. */
export function RightsCard({ patient, zone }: { patient: string; zone: string }) {
  const text = useText(rightsText);
  const rights = useRights(patient);
  return (
    <Card id="rights" heading={text.heading} className="screen-only">
      {rights.data === undefined ? (
        rights.error === null ? (
          <Waiting lines={3} />
        ) : (
          <Trouble cause={rights.error} onRetry={() => void rights.refetch()} />
        )
      ) : (
        <Shown rights={rights.data} zone={zone} />
      )}
    </Card>
  );
}

function Shown({ rights, zone }: { rights: Rights; zone: string }) {
  const { patient, clinics, links, shared } = rights;
  const text = useText(rightsText);
  const { language } = useLanguage();
  const when = useWhen(zone);
  const role = useRole();
  const { clinic: here } = usePlace();
  const [asked, ask] = useState<Asked>();
  const mayChange = changing.has(role);
  const day = (instant: string) => {
    const at = parseAt(instant);
    return at === undefined ? "" : when.fullDay(dayText(dayOf(at, zone)));
  };
  const period = ({ since, until }: { readonly since: string; readonly until: string | null }) =>
    until === null ? text.since(day(since)) : text.until(day(since), day(until));
  const own = clinics.find(({ clinic, until }) => clinic === here?.id && until === null);
  const hasPatient = links.some(({ as, until }) => as === "patient" && until === null);
  const hasGuardian = links.some(({ as, until }) => as === "guardian" && until === null);
  return (
    <div className={classes.rights}>
      <section className={classes.part}>
        <h3>{text.clinics}</h3>
        <ul>
          {clinics.map((one) => (
            <li key={one.clinic} className={classes.line} data-gone={one.until === null ? undefined : true}>
              <IconBuildingHospital size={18} aria-hidden />
              <div>
                <p className={classes.name}>
                  {one.title?.[language] ?? one.clinic}
                  {one.home ? <span className={classes.mark}>{text.home}</span> : undefined}
                </p>
                <p className={classes.about}>{period(one)}</p>
                {one.reason === null ? undefined : (
                  <p className={classes.about}>{text.because(one.reason)}</p>
                )}
              </div>
            </li>
          ))}
        </ul>
        {mayChange && own !== undefined ? (
          <div className={classes.buttons}>
            {own.home ? undefined : (
              <Button variant="default" onClick={() => ask({ is: "take-over" })}>
                {text.takeOver}
              </Button>
            )}
            <Button variant="default" onClick={() => ask({ is: "end" })}>
              {text.end}
            </Button>
          </div>
        ) : undefined}
      </section>
      <section className={classes.part}>
        <h3>{text.accounts}</h3>
        {links.length === 0 ? <p className={classes.about}>{text.none}</p> : undefined}
        <ul>
          {links.map((link) => (
            <li
              key={link.account}
              className={classes.line}
              data-gone={link.until === null ? undefined : true}
            >
              {link.as === "patient" ? (
                <IconUser size={18} aria-hidden />
              ) : (
                <IconUsers size={18} aria-hidden />
              )}
              <div>
                <p className={classes.name}>{link.name ?? text.nameless}</p>
                <p className={classes.about}>
                  {text.as[link.as]} · {period(link)}
                </p>
              </div>
              {mayChange && link.until === null ? (
                <Button
                  variant="subtle"
                  color="red"
                  aria-label={text.takeBackNamed(link.name ?? text.nameless)}
                  onClick={() => ask({ is: "take-back", link })}
                >
                  {text.takeBack}
                </Button>
              ) : undefined}
            </li>
          ))}
        </ul>
        {mayChange ? (
          <div className={classes.buttons}>
            {(["patient", "guardian"] as const).map((as) =>
              as === "patient" && hasPatient ? undefined : (
                <Button key={as} variant="default" onClick={() => ask({ is: "invite", as })}>
                  {text.invite[as]}
                </Button>
              ),
            )}
          </div>
        ) : undefined}
        {role === "patient" && (hasGuardian || shared.length > 0) ? (
          <Sharing patient={patient} shared={shared} />
        ) : hasGuardian ? (
          <p className={classes.about}>
            {shared.length === 0
              ? text.sharedNone
              : text.sharedWith(
                  shared.map((topic) => text.topics[topic]).join(language === "ja" ? "、" : ", "),
                )}
          </p>
        ) : undefined}
      </section>
      {asked === undefined ? undefined : (
        <AskedDialog asked={asked} patient={patient} zone={zone} onClose={() => ask(undefined)} />
      )}
    </div>
  );
}

function AskedDialog(props: { asked: Asked; patient: string; zone: string; onClose: () => void }) {
  const { asked, patient, zone, onClose } = props;
  const text = useText(rightsText);
  const { language } = useLanguage();
  const role = useRole();
  const { clinic } = usePlace();
  const when = useWhen(zone);
  const at = clinic?.id;
  switch (asked.is) {
    case "end":
      return (
        <Confirm
          heading={text.endHeading}
          says={text.endMore}
          label={text.end}
          act={() => order({ patient, at }, "end-treatment", {}, role)}
          onClose={onClose}
        />
      );
    case "take-over":
      return (
        <Confirm
          heading={text.takeOver}
          says={text.takeOverMore(clinic?.title[language] ?? "")}
          label={text.takeOver}
          asksWhy
          act={(reason) => order({ patient, at }, "start-treatment", { home: true, reason }, role)}
          onClose={onClose}
        />
      );
    case "take-back":
      return (
        <Confirm
          heading={text.takeBackHeading(asked.link.name ?? text.nameless)}
          says={text.takeBackMore}
          label={text.takeBack}
          isGrave
          act={() => order({ patient, at }, "unlink-account", { account: asked.link.account }, role)}
          onClose={onClose}
        />
      );
    case "invite":
      return (
        <LinkDialog
          heading={text.inviteHeading[asked.as]}
          says={text.inviteMore[asked.as]}
          make={() => makeLink(`patients/${part(patient)}/invitations`, { as: asked.as }, role)}
          when={when}
          onClose={onClose}
        />
      );
  }
}

function Confirm(props: {
  heading: string;
  says: string;
  label: string;
  isGrave?: boolean;
  asksWhy?: boolean;
  act: (reason: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const { heading, says, label, isGrave = false, asksWhy = false, act, onClose } = props;
  const text = useText(rightsText);
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isMissing = asksWhy && reason.trim() === "";
  const acting = useMutation({
    mutationFn: () => act(reason.trim()),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries();
    },
  });
  return (
    <Dialog heading={heading} onClose={onClose}>
      <div className={classes.form}>
        <p>{says}</p>
        {asksWhy ? (
          <BeginReason value={reason} isMissing={tried && isMissing} onChange={setReason} />
        ) : undefined}
        <Refused cause={acting.error} />
        <div className={classes.buttons}>
          <Button
            size="md"
            {...(isGrave ? { color: "red" } : {})}
            loading={acting.isPending}
            onClick={() => {
              setTried(true);
              if (!isMissing) acting.mutate();
            }}
          >
            {label}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function LinkDialog(props: {
  heading: string;
  says: string;
  make: () => Promise<MadeLink>;
  when: When;
  onClose: () => void;
}) {
  const { heading, says, make, when, onClose } = props;
  const text = useText(rightsText);
  const making = useMutation({ mutationFn: make });
  return (
    <Dialog heading={heading} onClose={onClose}>
      {making.data === undefined ? (
        <div className={classes.form}>
          <p>{says}</p>
          <Refused cause={making.error} />
          <div className={classes.buttons}>
            <Button size="md" loading={making.isPending} onClick={() => making.mutate()}>
              {text.makeLink}
            </Button>
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
