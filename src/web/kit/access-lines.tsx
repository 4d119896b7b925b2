import { IconAlertTriangle, IconBan, IconEye, IconPencil, IconUserCog } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { Link } from "react-router";
import type { AccessLine, AuditLine } from "../../app/views/access-shapes.ts";
import type { Role } from "../../core/entry.ts";
import { useLanguage, useText } from "../text/language.tsx";
import { shortWords } from "../text/terms.ts";
import type { When } from "../text/use-when.ts";
import classes from "./access-lines.module.css";
import { accessText } from "./access-text.ts";
import { RoleIcon } from "./role-icon.tsx";

/** Looks for more of the same: one patient, or one account. */
export interface Narrow {
  readonly toPatient: (patient: string) => void;
  readonly toAccount: (account: string) => void;
}

/** Who saw or wrote what, when, and by what right: for a patient's own data, or for a clinic's auditor. */
export function AccessLines(props: {
  lines: readonly (AccessLine | AuditLine)[];
  when: When;
  narrow?: Narrow;
}) {
  const { lines, when, narrow } = props;
  return (
    <ol className={classes.lines}>
      {lines.map((line) => (
        <OneLine key={`${line.position} ${line.kind}`} line={line} when={when} narrow={narrow} />
      ))}
    </ol>
  );
}

const icons: { readonly [K in AccessLine["kind"]]: ComponentType<{ size: number; "aria-hidden": true }> } = {
  read: IconEye,
  write: IconPencil,
  refused: IconBan,
  opened: IconAlertTriangle,
  account: IconUserCog,
};

function OneLine(props: { line: AccessLine | AuditLine; when: When; narrow: Narrow | undefined }) {
  const { line, when, narrow } = props;
  const text = useText(accessText);
  const { language } = useLanguage();
  const { roles } = shortWords[language];
  const role: Role = Object.hasOwn(roles, line.role) ? (line.role as Role) : "unknown";
  const Icon = icons[line.kind];
  const name = line.name ?? (line.account === "unknown" ? text.nameless : line.account);
  return (
    <li className={classes.line} data-kind={line.kind}>
      <p className={classes.kind}>
        <Icon size={16} aria-hidden />
        {text.kinds[line.kind]}
      </p>
      <div className={classes.what}>
        <p className={classes.title}>
          {line.what[language]}
          {line.throughText === null || isUsual(line) ? undefined : (
            <span className={classes.through}>{line.throughText[language]}</span>
          )}
        </p>
        {line.why === null ? undefined : (
          <p className={classes.why}>
            {line.kind === "account" ? undefined : (
              <span>{line.kind === "opened" ? text.reason : text.because}: </span>
            )}
            {line.why[language]}
          </p>
        )}
        {"patient" in line && line.patient !== null ? (
          <Patient patient={line.patient} name={line.patientName} narrow={narrow} />
        ) : undefined}
      </div>
      <p className={classes.about}>
        <time dateTime={line.at}>{when.at(line.at)}</time>
        <span className={classes.who}>
          <RoleIcon role={role} size={14} />
          {narrow === undefined ? (
            <strong>{name}</strong>
          ) : (
            <button
              type="button"
              title={text.onlyAccount(name)}
              onClick={() => narrow.toAccount(line.account)}
            >
              {name}
            </button>
          )}
          <span>{roles[role]}</span>
        </span>
        {line.clinicTitle === null ? undefined : <span>{line.clinicTitle[language]}</span>}
      </p>
    </li>
  );
}

/** In an emergency the kind says it; where no one patient is meant, the clinic's own people look at its own list. */
function isUsual(line: AccessLine | AuditLine): boolean {
  return line.kind === "opened" || ("patient" in line && line.patient === null);
}

function Patient(props: { patient: string; name: string | null; narrow: Narrow | undefined }) {
  const { patient, name, narrow } = props;
  const text = useText(accessText);
  return (
    <p className={classes.patient}>
      <Link to={`/patients/${patient}`}>{name ?? patient}</Link>
      {narrow === undefined ? undefined : (
        <button type="button" onClick={() => narrow.toPatient(patient)} title={text.onlyPatient(patient)}>
          {patient}
        </button>
      )}
    </p>
  );
}
