/** Who works at a clinic and who did, and whose account an administrator may give a way back into. */
import type { Body } from "../core/entry.ts";
import { type Person, type StaffRole } from "./access.ts";
import { patientSubject, personOf } from "./people.ts";
import { clinicStream, type Practice } from "./practice.ts";

export interface StaffMember {
  readonly account: string;
  readonly role: StaffRole;
  /** Every site where undefined. */
  readonly sites?: readonly string[] | undefined;
  /** When they were appointed, or given these sites. UTC. */
  readonly since: string;
  /** When they were dismissed; undefined while they are appointed. */
  readonly until?: string;
}

/** Everybody who is or was appointed at a clinic: those who are first, by role and account; then the last who went. */
export async function staffOf({ ledger }: Practice, clinic: string): Promise<readonly StaffMember[]> {
  const members = new Map<string, StaffMember>();
  for (const { type, body, recordedAt } of await ledger.read(clinicStream(clinic))) {
    if (type === "staff-appointed") {
      const { account, role, sites } = body as Body<"staff-appointed">;
      members.set(`${role} ${account}`, { account, role, sites, since: recordedAt });
    } else if (type === "staff-dismissed") {
      const { account, role } = body as Body<"staff-dismissed">;
      const known = members.get(`${role} ${account}`);
      if (known !== undefined) members.set(`${role} ${account}`, { ...known, until: recordedAt });
    }
  }
  const all = [...members.values()];
  return [
    ...all
      .filter(({ until }) => until === undefined)
      .toSorted((a, b) => a.role.localeCompare(b.role) || a.account.localeCompare(b.account)),
    ...all
      .filter(({ until }) => until !== undefined)
      .toSorted((a, b) => (b.until ?? "").localeCompare(a.until ?? "")),
  ];
}

/** Why an administrator gives an account no way back in. */
export type NoWayBack = "not-staff" | "own" | "elsewhere";

/**
 * Whoever makes a way into an account could use it: so its owner may have no right that the administrator could not
 * give, at no other clinic and in no record of another clinic's patient.
 */
export async function whyNoWayBack(
  practice: Practice,
  administrator: Person,
  { clinic, account }: { readonly clinic: string; readonly account: string },
): Promise<NoWayBack | undefined> {
  if (account === administrator.account) return "own";
  const owner = await personOf(practice, account);
  if (!owner.appointments.some((one) => one.clinic === clinic)) return "not-staff";
  const own = new Set(
    administrator.appointments.filter(({ role }) => role === "administrator").map((one) => one.clinic),
  );
  if (!owner.appointments.every((one) => own.has(one.clinic))) return "elsewhere";
  for (const { patient } of owner.links) {
    const subject = await patientSubject(practice, patient, account, {});
    const isOwn = subject?.of === "patient" && subject.treatedAt.some((one) => own.has(one));
    if (!isOwn) return "elsewhere";
  }
  return undefined;
}
