import type { ActingRole } from "../../shell/role.tsx";

/** Whoever may print the sheet for a day without a computer: as app/access.ts has it, which a page need not load. */
export const printsSheet: ReadonlySet<ActingRole> = new Set<ActingRole>([
  "prescriber",
  "designee",
  "nurse",
  "pharmacist",
]);
