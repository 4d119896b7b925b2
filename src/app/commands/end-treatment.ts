import { z } from "zod";
import { refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import { command, nothing, write } from "./command.ts";
import { underWaySince } from "./course-under-way.ts";

/**
 * The clinic treats the patient no longer. What it wrote stays, and stays readable to it. The home clinic goes only once
 * no course is under way, or another clinic has taken over.
 */
export const endTreatment = command({
  name: "end-treatment",
  on: "patient",
  roles: ["prescriber", "designee", "nurse", "front-desk", "administrator"],
  input: z.strictObject({}),
  decide(_input, { clinic: homeClinic, history, record }, { clinic }) {
    if (!history.treatedAt.includes(clinic)) return nothing;
    if (clinic === homeClinic) {
      const open = record.authorisations.find(({ state }) => state === "open");
      if (open !== undefined) return { refusal: refuse("authorisation-open", {}) };
      const sinceDay = underWaySince(record);
      if (sinceDay !== undefined) return { refusal: refuse("hand-over-first", { sinceDay }) };
    }
    return write(entry("treatment-relation-ended", { clinic }));
  },
});
