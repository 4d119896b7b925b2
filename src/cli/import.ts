/** `isoward import FILE...`: a patient's history into the ledger, with an account of every resource. */
import { Command } from "commander";
import { roles } from "../core/vocabulary.ts";
export function importCommand(): Command {
  return new Command("import").argument("<file...>").action(() => {
    throw new Error(String(roles));
  });
}
