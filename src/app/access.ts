/**
 * Who may do and see what: one table, read by the server before anything else. What is not in it is refused.
 *
 * A role counts at the clinic that appointed somebody to it. Whose patient somebody is, is a treatment relation; without
 * one a clinic sees nobody, unless the glass is broken, which the patient and the auditor are told of.
 */
import type { Role } from "../core/entry.ts";
import { type accessReaches, staffRoles } from "../core/vocabulary.ts";
import { commandNamed, commandNames } from "./commands/index.ts";
import { sees } from "./topics.ts";

export type StaffRole = (typeof staffRoles)[number];
export type Through = (typeof accessReaches)[number];

/** Somebody who signed in, with what is written down of their rights. */
export interface Person {
  /** Opaque; what entries name as `actor.id`. */
  readonly account: string;
  readonly appointments: readonly Appointment[];
  readonly links: readonly Link[];
}

export interface Appointment {
  readonly clinic: string;
  readonly role: StaffRole;
  /** Every site where undefined. */
  readonly sites?: readonly string[] | undefined;
}

export interface Link {
  readonly patient: string;
  readonly as: "patient" | "guardian";
}

/** What routes do, beside the commands, each of which is an action under its own name. */
export const actions = {
  "list-clinics": "see which clinics there are",
  "read-today": "read a clinic's list of the day",
  "print-downtime-sheet": "print what a clinic needs on a day without a computer",
  "find-patients": "find patients of a clinic by name",
  register: "register a patient",
  "read-patient": "read what is known of a patient",
  "read-timeline": "read a patient's entries",
  "ask-of-patient": "ask a question about a patient",
  "read-authorisation": "read a supply by its number",
  rerun: "decide stored decisions again",
  "import-history": "take over a history from elsewhere",
  "follow-changes": "be told of changes as they are written",
  "read-accesses": "read who saw a patient's data",
  "export-person": "export everything about a patient",
  "erase-person": "erase a patient's private data",
  "read-staff": "see who works at a clinic",
  "recover-account": "give an account of the clinic's staff a way back in",
  "read-rights": "see which clinics treat a patient and who opens the record",
  "read-audit": "read and export a clinic's audit trail",
  "verify-ledger": "verify the ledger's chain",
} as const;

export type Action = keyof typeof actions;

/** Those who work with patients' names. */
const desk: readonly StaffRole[] = ["prescriber", "designee", "nurse", "lab", "pharmacist", "front-desk"];
const clinical: readonly StaffRole[] = ["prescriber", "designee", "nurse", "pharmacist"];
const everyStaff: readonly StaffRole[] = staffRoles;

/** Who may, by role: staff at their own clinic and for its patients, `patient` and `guardian` for whom they are linked to. */
export const table: { readonly [A in Action]: readonly Role[] } = {
  "list-clinics": [...everyStaff, "patient", "guardian"],
  "read-today": [...desk, "administrator"],
  "print-downtime-sheet": clinical,
  "find-patients": [...desk, "administrator", "auditor"],
  register: ["prescriber", "designee", "nurse", "pharmacist", "front-desk", "administrator"],
  "read-patient": [...desk, "auditor", "patient", "guardian"],
  "read-timeline": [...desk, "auditor", "patient", "guardian"],
  "ask-of-patient": [...clinical, "patient"],
  "read-authorisation": [...clinical, "auditor", "patient", "guardian"],
  rerun: ["prescriber", "auditor", "administrator"],
  "import-history": ["prescriber", "designee", "nurse", "pharmacist", "administrator"],
  "follow-changes": [...desk, "administrator", "auditor"],
  "read-accesses": ["auditor", "administrator", "patient"],
  "export-person": ["administrator", "patient"],
  "erase-person": ["administrator"],
  "read-staff": ["administrator", "auditor"],
  "recover-account": ["administrator"],
  "read-rights": ["prescriber", "designee", "nurse", "front-desk", "administrator", "auditor", "patient"],
  "read-audit": ["auditor", "administrator"],
  "verify-ledger": ["auditor", "administrator"],
};

/** An action of the table, or the name of a command. */
export type Doing = Action | `command:${string}`;

/** The roles an action takes; none where it is unknown. */
export function rolesFor(doing: Doing): readonly Role[] {
  if (!doing.startsWith("command:")) return Object.hasOwn(table, doing) ? table[doing as Action] : [];
  return commandNamed(doing.slice("command:".length))?.roles ?? [];
}

/** Whether it is about patients whom nobody of the acting clinic treats yet. */
export function needsNoRelation(doing: Doing): boolean {
  if (!doing.startsWith("command:")) return false;
  return commandNamed(doing.slice("command:".length))?.relation === "none-needed";
}

/** Everything that can be done. */
export const everything: readonly Doing[] = [
  ...(Object.keys(table) as Action[]),
  ...commandNames.map((name): Doing => `command:${name}`),
];

/** What an action is about: a clinic, a patient with the clinics that treat them, or neither. */
export type Subject =
  | { readonly of: "clinic"; readonly clinic: string; readonly site?: string | undefined }
  | {
      readonly of: "patient";
      readonly patient: string;
      /** Where it is done, where that is said. */
      readonly site?: string | undefined;
      /** Clinics with an open treatment relation, the home clinic first. */
      readonly treatedAt: readonly string[];
      /** Clinics that treated the patient once: each goes on reading what it wrote itself. */
      readonly treatedBefore?: readonly string[];
      /** Clinics for which this account broke the glass, and it has not closed again. */
      readonly brokenFor: readonly string[];
      /** Whether the patient showed the number of an authorisation, as at any pharmacy's counter. */
      readonly byNumber?: boolean;
      /** Whether the record is kept and not used, as the patient wishes. */
      readonly restricted?: boolean;
    }
  | { readonly of: "all" };

export type Access =
  | { readonly granted: true; readonly role: Role; readonly clinic?: string; readonly through: Through }
  | { readonly granted: false; readonly why: Denial };

/**
 * Why not: nobody with this account's roles may, no relation to the patient, another clinic answers for the record, the
 * patient wants it not to be used, or a role or clinic must be named first.
 */
export type Denial =
  | "not-your-role"
  | "not-your-clinic"
  | "no-relation"
  | "not-home-clinic"
  | "restricted"
  | "choose-role"
  | "choose-clinic";

/** As what and for which clinic somebody says that they act; needed only where more than one of theirs may. */
export interface Chosen {
  readonly role?: Role | undefined;
  readonly clinic?: string | undefined;
}

/** Whether a person may do something. */
export function mayDo(person: Person, doing: Doing, subject: Subject, as: Chosen = {}): Access {
  const roles = rolesFor(doing);
  const own = claims(person, doing, subject).filter(({ role }) => roles.includes(role));
  const usable = own.filter((claim) => isUsable(claim, doing, subject));
  const chosen = usable.filter(
    ({ role, clinic }) =>
      (as.role === undefined || role === as.role) &&
      (as.clinic === undefined || clinic === undefined || clinic === as.clinic),
  );
  const [first] = chosen;
  if (first === undefined) {
    const why = own.length > 0 && usable.length === 0 ? "restricted" : whyNot(person, doing, subject);
    return { granted: false, why };
  }
  if (isWrite(doing) && several(chosen, ({ role }) => role)) return { granted: false, why: "choose-role" };
  // Elsewhere the record says for which clinic it is; here it is what is written.
  if (needsNoRelation(doing) && several(chosen, ({ clinic }) => clinic))
    return { granted: false, why: "choose-clinic" };
  const widest = isWrite(doing) ? first : chosen.reduce((best, one) => (isWider(one, best) ? one : best));
  return { granted: true, ...widest };
}

/** Of several roles a reader acts in the one that sees most. */
function isWider(one: Claim, best: Claim): boolean {
  return one.through === best.through && sees[one.role].length > sees[best.role].length;
}

function several(claims: readonly Claim[], of: (claim: Claim) => string | undefined): boolean {
  return new Set(claims.map(of)).size > 1;
}

interface Claim {
  readonly role: Role;
  readonly clinic?: string;
  readonly through: Through;
}

/** A restricted record is the patient's and the administrator's, who keeps it; the auditor's; and open in an emergency. */
function isUsable({ role, through }: Claim, doing: Doing, subject: Subject): boolean {
  if (subject.of !== "patient" || subject.restricted !== true) return true;
  if (doing === "command:break-glass") return true;
  // To take data along is to use them.
  if (doing === "export-person") return through === "self";
  if (through === "no-relation") return false;
  return ["self", "ward", "broken-glass"].includes(through) || keepers.has(role);
}

const keepers: ReadonlySet<Role> = new Set(["administrator", "auditor"]);

/** The roles in which somebody stands to a subject, those of one's own clinic before a broken glass. */
function claims({ appointments, links }: Person, doing: Doing, subject: Subject): Claim[] {
  if (subject.of === "all") {
    return [
      ...appointments.map(({ role, clinic }): Claim => ({ role, clinic, through: "own-clinic" })),
      ...links.map(({ as }): Claim => ({ role: as, through: as === "patient" ? "self" : "ward" })),
    ];
  }
  if (subject.of === "clinic") {
    return appointments
      .filter((one) => one.clinic === subject.clinic && worksAt(one, subject.site))
      .map(({ role, clinic }): Claim => ({ role, clinic, through: "own-clinic" }));
  }
  const linked = links
    .filter(({ patient }) => patient === subject.patient)
    .map(({ as }): Claim => ({ role: as, through: as === "patient" ? "self" : "ward" }));
  const answering = isOfHome(doing) ? subject.treatedAt.slice(0, 1) : subject.treatedAt;
  const treating = answering.flatMap((at) =>
    appointments
      .filter((one) => one.clinic === at && worksAt(one, subject.site))
      .map(({ role, clinic }): Claim => ({ role, clinic, through: "own-clinic" })),
  );
  const atCounter = appointments
    .filter(({ role }) => subject.byNumber === true && role === "pharmacist")
    .map(({ role, clinic }): Claim => ({ role, clinic, through: "by-number" }));
  const inEmergency = appointments
    .filter(({ clinic }) => subject.brokenFor.includes(clinic) && !takesTreatment.has(doing))
    .map(({ role, clinic }): Claim => ({ role, clinic, through: "broken-glass" }));
  const before = appointments
    .filter(({ clinic }) => doing === "read-timeline" && subject.treatedBefore?.includes(clinic) === true)
    .map(({ role, clinic }): Claim => ({ role, clinic, through: "own-entries" }));
  const beginning = appointments
    .filter(({ clinic }) => needsNoRelation(doing) && !subject.treatedAt.includes(clinic))
    .map(({ role, clinic }): Claim => ({ role, clinic, through: "no-relation" }));
  return [...linked, ...treating, ...atCounter, ...inEmergency, ...before, ...beginning];
}

/** Whether somebody works at a site of their clinic. Whose record it is they may read: its patients are the clinic's. */
function worksAt({ sites }: Appointment, site: string | undefined): boolean {
  return site === undefined || sites === undefined || sites.includes(site);
}

/**
 * What is done with a record as a whole, other clinics' words and all, is done at the clinic that answers for it: the
 * home clinic, or where that treats the patient no longer the one that has for longest.
 */
export function isOfHome(doing: Doing): boolean {
  return ofHome.has(doing);
}

const ofHome: ReadonlySet<Doing> = new Set<Doing>([
  "export-person",
  "erase-person",
  "command:restrict-processing",
  "command:lift-restriction",
]);

/** An emergency opens a record to look and to write down what happens. What has time waits for a treatment relation. */
const takesTreatment: ReadonlySet<Doing> = new Set<Doing>([
  "rerun",
  "export-person",
  "erase-person",
  "read-accesses",
  "read-rights",
  "command:restrict-processing",
  "command:lift-restriction",
  "command:authorise-supply",
  "command:disenrol-patient",
  "command:end-treatment",
  "command:enrol-patient",
  "command:link-account",
  "command:override-finding",
  "command:start-course",
  "command:unlink-account",
]);

function whyNot({ appointments }: Person, doing: Doing, subject: Subject): Denial {
  const could = appointments.filter(({ role }) => rolesFor(doing).includes(role));
  if (could.length === 0) return "not-your-role";
  const treats = subject.of === "patient" && could.some(({ clinic }) => subject.treatedAt.includes(clinic));
  if (treats && isOfHome(doing)) return "not-home-clinic";
  return subject.of === "patient" ? "no-relation" : "not-your-clinic";
}

function isWrite(doing: Doing): boolean {
  return doing.startsWith("command:") || doing === "register" || doing === "import-history";
}
