import { bodies } from "../../core/entry.ts";
import { entry } from "../entries.ts";
import { appointed } from "./appointed.ts";
import { clinicCommand, nothing, write } from "./command.ts";
import { isSame, whyAnyUnknown } from "./recording.ts";

/** An account is appointed to a role at the clinic, or from now on at other sites of it. It counts as soon as it is written. */
export const appointStaff = clinicCommand({
  name: "appoint-staff",
  on: "clinic",
  roles: ["administrator"],
  input: bodies["staff-appointed"],
  decide({ account, role, sites }, { clinic, history, context }) {
    const known = context.knowledge.clinics[clinic]?.sites.map(({ id }) => id) ?? [];
    const unknown = whyAnyUnknown("site", sites ?? [], known);
    if (unknown !== undefined) return { refusal: unknown };
    const wanted = sites === undefined ? undefined : [...new Set(sites)].toSorted();
    const body = { account, role, ...(wanted === undefined ? {} : { sites: wanted }) };
    return appointed(history.entries).some((one) => isSame(one, body))
      ? nothing
      : write(entry("staff-appointed", body));
  },
});
