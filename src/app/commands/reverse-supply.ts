import { z } from "zod";
import { refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import { authorisationOf } from "./authorisation-of.ts";
import { command, nothing, write } from "./command.ts";

/** Nobody collected it: the capsules go back, the supply counts as never handed out, and the number stays used. */
export const reverseSupply = command({
  name: "reverse-supply",
  on: "patient",
  roles: ["pharmacist", "prescriber"],
  input: z.strictObject({ number: z.string(), note: z.string().max(4000).optional() }),
  decide({ number, note }, state) {
    const found = authorisationOf(number, state);
    if ("refused" in found) return { refusal: found };
    if (found.state === "reversed") return nothing;
    if (found.state !== "dispensed") return { refusal: refuse("never-dispensed", { number: found.number }) };
    const kept = note === undefined ? undefined : { note };
    return write(entry("supply-reversed", { number: found.number }, { private: kept }));
  },
});
