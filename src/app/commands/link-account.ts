import { bodies } from "../../core/entry.ts";
import { refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import { command, nothing, write } from "./command.ts";
import { linked } from "./linked.ts";

/**
 * The patient, or whoever has custody, reads and writes under an account. Whoever links it has seen who they are; nobody
 * opens a record to themselves, and a second account does not quietly become the patient's.
 */
export const linkAccount = command({
  name: "link-account",
  on: "patient",
  roles: ["prescriber", "designee", "nurse", "front-desk", "administrator"],
  input: bodies["account-linked"],
  decide({ account, as }, { history }, { by }) {
    // There is nobody left whose record it could be.
    if (history.personal.erased) return { refusal: refuse("personal-data-erased", {}) };
    const links = linked(history.entries);
    const already = links.get(account);
    if (already === as) return nothing;
    if (account === by.id) return { refusal: refuse("own-account", {}) };
    if (already !== undefined || (as === "patient" && [...links.values()].includes("patient"))) {
      return { refusal: refuse("linked-already", { as: already ?? "patient" }) };
    }
    return write(entry("account-linked", { account, as }));
  },
});
