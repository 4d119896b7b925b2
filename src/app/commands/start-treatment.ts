import { z } from "zod";
import { refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import { command, nothing, write } from "./command.ts";
import { reasonInput } from "./reason.ts";

/**
 * The clinic begins to treat a patient whom it had no relation with; `home` takes the patient over, so that its rules
 * count from then on. Where the home clinic has ended its own relation, whoever begins takes over.
 * It opens the record for good and needs no more than its number, so whoever does it says why: the patient and the
 * other clinics read it.
 */
export const startTreatment = command({
  name: "start-treatment",
  on: "patient",
  relation: "none-needed",
  roles: ["prescriber", "designee", "nurse", "front-desk", "administrator"],
  input: z.strictObject({ reason: reasonInput, home: z.boolean().default(false) }),
  decide({ reason, home: wanted }, { clinic: homeClinic, history, record }, { clinic }) {
    const home = wanted || !history.treatedAt.includes(homeClinic);
    const takesOver = home && clinic !== homeClinic;
    if (history.treatedAt.includes(clinic) && !takesOver) return nothing;
    const open = record.authorisations.find(({ state }) => state === "open");
    // It was judged by the rules of the clinic that goes, and would be redeemed by those of the clinic that comes.
    return takesOver && open !== undefined
      ? { refusal: refuse("authorisation-open", {}) }
      : write(entry("treatment-relation-started", { clinic, home: home && takesOver, reason }));
  },
});
