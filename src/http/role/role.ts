/**
 * Who writes: until there is a sign-in, the role that the caller chooses. It is nobody's proof of anything, and what is
 * written under it says so (`authenticated: false`).
 */
import type { By } from "../../app/entries.ts";
import { roles } from "../../core/vocabulary.ts";
import { type Problem, problem } from "../problem.ts";

export const roleHeader = "Isoward-Role";
/** For which clinic somebody acts, where they could for several. */
export const clinicHeader = "Isoward-Clinic";

/** Roles that a person can take. */
export const rolesToChoose = roles.filter((role) => role !== "unknown");

const chosen: ReadonlyMap<string, By> = new Map(
  rolesToChoose.map((role) => [role, { role, id: `demo-${role}`, authenticated: false }]),
);

/** @param header the value of `Isoward-Role` */
export function byOf(header: string | undefined): By | Problem {
  return (
    chosen.get(header ?? "") ??
    problem(
      "role-not-given",
      { roles: rolesToChoose.join(", ") },
      {},
      { "WWW-Authenticate": `${roleHeader} realm="demo"` },
    )
  );
}
