import { z } from "zod";
import { refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import { command, write } from "./command.ts";
import { reasonInput } from "./reason.ts";

/**
 * Somebody whose clinic does not treat the patient opens the record in an emergency. The patient, the clinics that
 * treat them and the auditor see who it was and why; it closes by itself.
 */
export const breakGlass = command({
  name: "break-glass",
  on: "patient",
  relation: "none-needed",
  roles: ["prescriber", "nurse", "pharmacist"],
  input: z.strictObject({ reason: reasonInput }),
  decide({ reason }, { history }, { by, clinic }) {
    return history.treatedAt.includes(clinic) && !history.restricted
      ? { refusal: refuse("record-is-open", {}) }
      : write(entry("glass-broken", { account: by.id, clinic, reason }));
  },
});
