import { bodies } from "../../core/entry.ts";
import { refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import { command, nothing, write } from "./command.ts";
import { linked } from "./linked.ts";

/** An account no longer opens the record: of a guardian whose custody has ended, of a patient whose telephone was lost. */
export const unlinkAccount = command({
  name: "unlink-account",
  on: "patient",
  roles: ["prescriber", "designee", "nurse", "front-desk", "administrator"],
  input: bodies["account-unlinked"],
  decide({ account }, { history: { entries } }) {
    if (linked(entries).has(account)) return write(entry("account-unlinked", { account }));
    const before = entries.some(({ type, body }) => type === "account-unlinked" && body.account === account);
    return before ? nothing : { refusal: refuse("not-linked", {}) };
  },
});
