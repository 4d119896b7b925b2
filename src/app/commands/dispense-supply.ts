import { z } from "zod";
import { decideDispensing } from "../../core/decide-dispensing.ts";
import { bodies } from "../../core/entry.ts";
import { refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import { toStoredDecision } from "../stored-decision.ts";
import { authorisationOf } from "./authorisation-of.ts";
import { command, write } from "./command.ts";

const { lot, expiresOn, by } = bodies["supply-dispensed"].shape;

/** What is handed out. Product, strength and capsules are as authorised where left out. */
export const dispensingInput = z.strictObject({
  number: z.string(),
  product: z.string().optional(),
  capsuleMg: z.number().positive().optional(),
  /** Fewer than authorised is a part supply: it redeems the whole, and the rest lapses. */
  capsules: z.number().int().positive().optional(),
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
    const { body, number } = found;
    const product = input.product ?? body.product;
    const capsuleMg = input.capsuleMg ?? body.capsuleMg;
    const capsules = input.capsules ?? body.capsules;
    const pack = {
      ...(input.lot === undefined ? {} : { lot: input.lot }),
      ...(input.expiresOn === undefined ? {} : { expiresOn: input.expiresOn }),
    };
    const decision = decideDispensing({ number, product, capsuleMg, capsules, ...pack }, state.context);
    if (decision.verdict !== "pass") {
      return { refusal: refuse("does-not-pass", { verdict: decision.verdict }), decision };
    }
    return write(
      entry("supply-dispensed", {
        number,
        product,
        capsules,
        capsuleMg,
        dailyMg: body.dailyMg,
        days: Math.min(body.days, Math.ceil((capsules * capsuleMg) / body.dailyMg)),
        ...pack,
        by: input.by ?? (given.by.role === "pharmacist" ? "pharmacy" : "clinic"),
        decision: toStoredDecision(decision, state.read),
      }),
    );
  },
});
