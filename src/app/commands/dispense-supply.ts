import { z } from "zod";
import { decideDispensing } from "../../core/decide-dispensing.ts";
import { bodies } from "../../core/entry.ts";
import { refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import { handedOut } from "../handed-out.ts";
import { toStoredDecision } from "../stored-decision.ts";
import { authorisationOf } from "./authorisation-of.ts";
import { command, write } from "./command.ts";
import { whyNotEnrolled } from "./enrolled.ts";

const { lot, expiresOn, by } = bodies["supply-dispensed"].shape;

/** What is handed out. Product, strength and capsules are as authorised where left out. */
export const dispensingInput = z.strictObject({
  number: z.string(),
  product: z.string().optional(),
  capsuleMg: z.number().positive().optional(),
  /** Fewer than authorised is a part supply: it redeems the whole, and the rest lapses. */
  capsules: z.number().int().positive().max(100_000).optional(),
  lot,
  expiresOn,
  by,
});

/** Redeems an authorisation, once: everything is decided again as of this moment, and only a pass hands capsules out. */
export const dispenseSupply = command({
  name: "dispense-supply",
  on: "patient",
  roles: ["pharmacist", "prescriber"],
  input: dispensingInput,
  decide(input, state, given) {
    const found = authorisationOf(input.number, state);
    if ("refused" in found) return { refusal: found };
    if (found.state !== "open") {
      return { refusal: refuse("authorisation-used", { number: found.number, state: found.state }) };
    }
    const handed = handedOut(found, input);
    const decision = decideDispensing(handed, state.context);
    if (decision.verdict !== "pass") {
      return { refusal: refuse("does-not-pass", { verdict: decision.verdict }), decision };
    }
    const notEnrolled = whyNotEnrolled("site", state, given);
    if (notEnrolled !== undefined) return { refusal: notEnrolled };
    return write(
      entry("supply-dispensed", {
        ...handed,
        dailyMg: found.body.dailyMg,
        days: decision.question.days ?? found.body.days,
        by: input.by ?? (given.by.role === "pharmacist" ? "pharmacy" : "clinic"),
        decision: toStoredDecision(decision, state.read),
      }),
    );
  },
});
