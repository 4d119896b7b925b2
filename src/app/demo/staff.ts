/** Who works in the demo: one account for each role, and one of them at another clinic too. */
import { staffRoles } from "../../core/vocabulary.ts";
import type { StaffRole } from "../access.ts";
import { demoBy } from "./tell.ts";

interface Appointed {
  readonly clinic: string;
  readonly account: string;
  readonly role: StaffRole;
}

/** Appointments in the order in which they are made: the administrator comes first. */
export function staff(clinic: string, other: string): readonly Appointed[] {
  const others = staffRoles.filter((role) => role !== "administrator");
  return [
    ...(["administrator", ...others] as const).map((role) => ({ clinic, account: demoBy(role).id, role })),
    ...(["administrator", "prescriber"] as const).map((role) => ({
      clinic: other,
      account: demoBy(role).id,
      role,
    })),
  ];
}
