import { citesOf } from "../cites.ts";
import { advise, ask, pass, stop } from "../finding.ts";
import { handOutAsAuthorised } from "../redeeming.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";

/**
 * The same product and strength as authorised, and no more capsules. Fewer may be handed out: they redeem the whole
 * authorisation, and the rest lapses.
 */
export const handedOutAsAuthorised = rule(
  "handed-out-as-authorised",
  ["pass", "advise", "ask", "stop"],
  (c) => {
    const cites = citesOf(c.values.authorisedOnce, c.values.productKnown);
    const { authorisation } = c;
    const { number = "", product, capsuleMg, capsules } = c.question.dispensing ?? {};
    if (authorisation === undefined) {
      return ask("nothing-authorised", { number }, cites, [
        step("pharmacist", "check-number", { number }, c.day),
      ]);
    }
    const authorised = authorisation.body;
    const wayOut = () => [handOutAsAuthorised(c, authorisation)];
    const floor = { floor: true } as const;
    if (product !== undefined && product !== authorised.product) {
      return stop(
        "other-product",
        { product, authorisedProduct: authorised.product },
        cites,
        wayOut(),
        floor,
      );
    }
    if (capsuleMg !== undefined && capsuleMg !== authorised.capsuleMg) {
      return stop(
        "other-strength",
        { capsuleMg, authorisedMg: authorised.capsuleMg },
        cites,
        wayOut(),
        floor,
      );
    }
    if (capsules !== undefined && capsules > authorised.capsules) {
      return stop(
        "more-than-authorised",
        { capsules, authorised: authorised.capsules },
        cites,
        wayOut(),
        floor,
      );
    }
    if (product === undefined || capsuleMg === undefined || capsules === undefined) {
      const { product: of, capsuleMg: mg, capsules: all } = authorised;
      return ask("not-stated", { product: of, capsuleMg: mg, authorised: all }, cites, wayOut());
    }
    return capsules < authorised.capsules
      ? advise("part-supply", { capsules, authorised: authorised.capsules }, cites)
      : pass("as-authorised", { product, capsuleMg, capsules }, cites);
  },
);
