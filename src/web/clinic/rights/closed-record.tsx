import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { order } from "../../api/staff.ts";
import { Card } from "../../kit/card.tsx";
import { Tick } from "../../kit/choices.tsx";
import { Refused } from "../../kit/refused.tsx";
import { usePage } from "../../shell/page.ts";
import { usePlace } from "../../shell/place.tsx";
import { type ActingRole, useRole } from "../../shell/role.tsx";
import { useLanguage, useText } from "../../text/language.tsx";
import { BeginReason } from "./begin-reason.tsx";
import classes from "./rights.module.css";
import { rightsText } from "./text.ts";

const beginning: ReadonlySet<ActingRole> = new Set([
  "prescriber",
  "designee",
  "nurse",
  "front-desk",
  "administrator",
]);
const breaking: ReadonlySet<ActingRole> = new Set(["prescriber", "nurse", "pharmacist"]);

/** In the place of a record that is another clinic's: treatment begins here, or an emergency opens it. */
export function ClosedRecord({ patient }: { patient: string }) {
  const text = useText(rightsText);
  const role = useRole();
  const heading = usePage(text.closed);
  return (
    <div className={classes.closed}>
      <h1 {...heading}>{text.closed}</h1>
      <p>{text.closedMore(patient)}</p>
      {beginning.has(role) ? <Begin patient={patient} role={role} /> : undefined}
      {breaking.has(role) ? <Emergency patient={patient} role={role} /> : undefined}
    </div>
  );
}

interface Opening {
  readonly patient: string;
  readonly role: ActingRole;
}

function Begin({ patient, role }: Opening) {
  const text = useText(rightsText);
  const { language } = useLanguage();
  const { clinic } = usePlace();
  const client = useQueryClient();
  const [home, setHome] = useState(false);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim() === "";
  const starting = useMutation({
    mutationFn: () =>
      order({ patient, at: clinic?.id }, "start-treatment", { home, reason: reason.trim() }, role),
    onSuccess: () => client.invalidateQueries(),
  });
  const name = clinic?.title[language] ?? "";
  return (
    <Card id="begin" heading={text.begin}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isMissing) starting.mutate();
        }}
      >
        <p>{text.beginMore(name)}</p>
        <BeginReason value={reason} isMissing={tried && isMissing} onChange={setReason} />
        <Tick label={text.beginHome} value={home} onChange={setHome} />
        <Refused cause={starting.error} />
        <div className={classes.buttons}>
          <Button type="submit" size="md" loading={starting.isPending}>
            {text.beginNow(name)}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Emergency({ patient, role }: Opening) {
  const text = useText(rightsText);
  const { clinic } = usePlace();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim() === "";
  const opening = useMutation({
    mutationFn: () => order({ patient, at: clinic?.id }, "break-glass", { reason: reason.trim() }, role),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <Card id="emergency" heading={text.emergency}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isMissing) opening.mutate();
        }}
      >
        <p>{text.emergencyMore}</p>
        <Textarea
          label={text.reason}
          rows={2}
          maxLength={2000}
          value={reason}
          error={tried && isMissing ? text.reasonNeeded : undefined}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Refused cause={opening.error} />
        <div className={classes.buttons}>
          <Button type="submit" size="md" color="red" variant="light" loading={opening.isPending}>
            {text.open}
          </Button>
        </div>
      </form>
    </Card>
  );
}
