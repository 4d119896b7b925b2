import { z } from "zod";
import { entry } from "../entries.ts";
import { openAuthorisation } from "./authorisation-of.ts";
import { command, nothing, write } from "./command.ts";

/** Takes an unused authorisation back. Once voided it stays so. */
export const voidAuthorisation = command({
  name: "void-authorisation",
  on: "patient",
  roles: ["prescriber"],
  input: z.strictObject({
    number: z.string(),
    because: z.enum(["withdrawn", "replaced"]).default("withdrawn"),
    note: z.string().max(4000).optional(),
  }),
  decide({ number, because, note }, state) {
    const found = openAuthorisation(number, state);
    if ("refused" in found) {
      const voided = found.refused === "authorisation-used" && found.facts.state === "voided";
      return voided ? nothing : { refusal: found };
    }
    const kept = note === undefined ? undefined : { note };
    return write(entry("supply-voided", { number: found.number, because, rules: [] }, { private: kept }));
  },
});
