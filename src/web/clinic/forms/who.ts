/** Groups of roles, as the commands take them. */
import type { Role } from "../../../core/entry.ts";

export const prescriber: readonly Role[] = ["prescriber"];
export const clinicians: readonly Role[] = ["prescriber", "nurse", "pharmacist"];
export const staff: readonly Role[] = [...clinicians, "designee", "lab", "front-desk", "administrator"];
export const staffAndPatient: readonly Role[] = [...staff, "patient", "guardian"];
export const anybody: readonly Role[] = [...staffAndPatient, "unknown"];
