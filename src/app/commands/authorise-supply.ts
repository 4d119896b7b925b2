import { z } from "zod";
import { dispenseBefore } from "../../core/authorisation-window.ts";
import { decideSupply } from "../../core/decide.ts";
import type { SupplyQuestion } from "../../core/question.ts";
import { refuse } from "../../core/refusal.ts";
import { mostNumbers } from "../authorisation-number.ts";
import { entry } from "../entries.ts";
import { toStoredDecision } from "../stored-decision.ts";
import { command, write } from "./command.ts";
import { whyNotEnrolled } from "./enrolled.ts";
import { whyUnknown } from "./recording.ts";
import { whyNotTwo } from "./two-prescribers.ts";

/**
 * What is prescribed: capsules of one product and strength for so many days. The bounds only keep arithmetic within the
 * calendar: what is too much is said by the rules.
 */
export const supplyInput = z.strictObject({
  product: z.string(),
  capsuleMg: z.number().positive().max(10_000),
  /** Capsules in all; what the days take, where left out. */
  capsules: z.number().int().positive().max(100_000).optional(),
  dailyMg: z.number().positive().max(10_000),
  dosesPerDay: z.number().int().positive().max(4),
  days: z.number().int().positive().max(3660),
});

/** Authorises one supply, if the decision passes: with it are stored the decision and all that it read. */
export const authoriseSupply = command({
  name: "authorise-supply",
  on: "patient",
  roles: ["prescriber"],
  input: supplyInput,
  decide(input, state, given) {
    const unknown = whyUnknown("product", input.product, state.context.knowledge.products);
    if (unknown !== undefined) return { refusal: unknown };
    const { product, capsuleMg, dailyMg, dosesPerDay, days } = input;
    const capsules = input.capsules ?? Math.ceil((dailyMg * days) / capsuleMg);
    const question: SupplyQuestion = { product, capsuleMg, capsules, dailyMg, dosesPerDay, days, refills: 0 };
    const decision = decideSupply(question, state.context);
    if (decision.verdict !== "pass") {
      return { refusal: refuse("does-not-pass", { verdict: decision.verdict }), decision };
    }
    const notEnrolled = whyNotEnrolled("prescriber", state, given);
    if (notEnrolled !== undefined) return { refusal: notEnrolled };
    const notTwo = whyNotTwo(decision, state, given);
    if (notTwo !== undefined) return { refusal: notTwo };
    const closes = dispenseBefore(decision);
    const number = given.newNumber();
    if (number === undefined) return { refusal: refuse("numbers-used-up", { most: mostNumbers }) };
    return write(
      entry("supply-authorised", {
        number,
        product,
        capsuleMg,
        capsules,
        dailyMg,
        dosesPerDay,
        days,
        edition: decision.edition.sinceDay,
        ...(closes === undefined ? {} : { dispenseBefore: closes }),
        decision: toStoredDecision(decision, state.read),
      }),
    );
  },
});
