/** What a one-time link that somebody used means for the record: an appointment, or a record that is opened to its owner. */

import { z } from "zod";
import { staffRoles } from "../core/vocabulary.ts";
import { mayDo } from "./access.ts";
import { appointStaff } from "./commands/appoint-staff.ts";
import { linkAccount } from "./commands/link-account.ts";
import type { By } from "./entries.ts";
import { execute, type Result } from "./execute.ts";
import { patientSubject, personOf } from "./people.ts";
import { type Practice, patientStream } from "./practice.ts";
import { whyNoWayBack } from "./staff.ts";

/** A role at a clinic. What a link says of the person besides is for the form alone. */
export const staffInvitation = z.object({
  clinic: z.string(),
  role: z.enum(staffRoles),
  sites: z.array(z.string()).min(1).optional(),
  /** The account of whoever invited. */
  by: z.string(),
});

/** A patient's own record, or that of a child in somebody's custody. */
export const recordInvitation = z.strictObject({
  patient: z.string(),
  as: z.enum(["patient", "guardian"]),
  by: z.string(),
  byRole: z.enum(staffRoles),
});

export interface UsedLink {
  readonly purpose: "first-administrator" | "invitation" | "recovery";
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * Whether a link still gives what it was made for: it is good for a week, and whoever made it may have been dismissed
 * by then, or the patient be treated elsewhere or erased.
 */
export async function linkHolds(practice: Practice, { purpose, payload }: UsedLink): Promise<boolean> {
  if (purpose === "recovery") return recoveryHolds(practice, payload);
  if (purpose === "first-administrator") return true;
  const staff = staffInvitation.safeParse(payload);
  if (staff.success) {
    const { clinic, by } = staff.data;
    const person = await personOf(practice, by);
    return mayDo(person, "command:appoint-staff", { of: "clinic", clinic }).granted;
  }
  const { patient, by, byRole } = recordInvitation.parse(payload);
  const [person, subject, { personal }] = await Promise.all([
    personOf(practice, by),
    patientSubject(practice, patient, by, {}),
    practice.histories.read(patientStream(patient)),
  ]);
  if (subject === undefined || personal.erased) return false;
  return mayDo(person, "command:link-account", subject, { role: byRole }).granted;
}

/** A way back that an administrator gave; one that was made on the server's own machine holds as it is. */
const recoveryGiven = z.object({ account: z.string(), by: z.string(), clinic: z.string() });

async function recoveryHolds(practice: Practice, payload: UsedLink["payload"]): Promise<boolean> {
  const given = recoveryGiven.safeParse(payload);
  if (!given.success) return true;
  const { account, by, clinic } = given.data;
  const person = await personOf(practice, by);
  const isTheirs = mayDo(person, "recover-account", { of: "clinic", clinic }).granted;
  return isTheirs && (await whyNoWayBack(practice, person, { clinic, account })) === undefined;
}

/**
 * Writes down what the link gives its account. The first administrator is one at every clinic of this server.
 *
 * @throws Error where the record refuses: then the link is not used up, and whoever used it is told
 */
export async function recordLinkUsed(
  practice: Practice,
  { purpose, payload }: UsedLink,
  account: string,
): Promise<void> {
  if (purpose === "recovery") return;
  if (!(await linkHolds(practice, { purpose, payload }))) throw new Error("nobody gives that link any more");
  if (purpose === "first-administrator") {
    const by: By = { role: "administrator", id: "first-start", authenticated: false };
    for (const clinic of Object.keys(practice.knowledge.clinics)) {
      done(await execute(practice, appointStaff, clinic, { account, role: "administrator" }, { by }));
    }
    return;
  }
  const staff = staffInvitation.safeParse(payload);
  if (staff.success) {
    const { clinic, by: inviter, ...appointment } = staff.data;
    const by: By = { role: "administrator", id: inviter, authenticated: true };
    done(await execute(practice, appointStaff, clinic, { account, ...appointment }, { by }));
    return;
  }
  const { patient, as, by: inviter, byRole } = recordInvitation.parse(payload);
  const by: By = { role: byRole, id: inviter, authenticated: true };
  done(await execute(practice, linkAccount, patient, { account, as }, { by }));
}

function done(result: Result): void {
  if (result.is === "done" || result.is === "nothing") return;
  throw new Error(`the record does not take what the link gives: ${result.is}`);
}
