import { z } from "zod";
import { refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import { command, nothing, write } from "./command.ts";
import { underWaySince } from "./course-under-way.ts";
import { reasonInput } from "./reason.ts";

/**
 * The patient wishes that what is known of them is kept and no longer used. Whoever treats somebody with capsules in hand
 * has to see their record, so a course ends first.
 */
export const restrictProcessing = command({
  name: "restrict-processing",
  on: "patient",
  roles: ["administrator"],
  input: z.strictObject({ reason: reasonInput }),
  decide({ reason }, { history, record }) {
    if (history.restricted) return nothing;
    const open = record.authorisations.find(({ state }) => state === "open");
    if (open !== undefined) return { refusal: refuse("authorisation-open", {}) };
    const sinceDay = underWaySince(record);
    return sinceDay === undefined
      ? write(entry("processing-restricted", { reason }))
      : { refusal: refuse("record-in-use", { sinceDay }) };
  },
});
