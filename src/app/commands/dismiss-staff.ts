import { bodies } from "../../core/entry.ts";
import { refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import { appointed } from "./appointed.ts";
import { clinicCommand, nothing, write } from "./command.ts";

/** An account no longer acts in a role. The last administrator stays: without one nobody could be appointed again. */
export const dismissStaff = clinicCommand({
  name: "dismiss-staff",
  on: "clinic",
  roles: ["administrator"],
  input: bodies["staff-dismissed"],
  decide({ account, role }, { history: { entries } }) {
    const standing = appointed(entries);
    const isTheirs = (one: { readonly account: string; readonly role: string }) =>
      one.account === account && one.role === role;
    if (!standing.some(isTheirs)) {
      const before = entries.some(({ type, body }) => type === "staff-dismissed" && isTheirs(body));
      return before ? nothing : { refusal: refuse("not-appointed", { appointed: role }) };
    }
    const administrators = standing.filter((one) => one.role === "administrator");
    return role === "administrator" && administrators.length === 1
      ? { refusal: refuse("last-administrator", {}) }
      : write(entry("staff-dismissed", { account, role }));
  },
});
