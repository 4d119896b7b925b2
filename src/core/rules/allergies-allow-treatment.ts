import { pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";

/**
 * Allergies that a label or a clinic names as a reason against treatment. Excipients differ between products, so a
 * product that was read and is free of it is a way out; what is in a product is judged with each supply.
 */
export const allergiesAllowTreatment = rule("allergies-allow-treatment", ["pass", "stop"], (c) => {
  const { value, cites } = c.values.allergensThatStop;
  const named = c.record
    .of("allergy-recorded")
    .filter(({ body }) => body.allergen !== undefined && value?.includes(body.allergen));
  const allergens = [...new Set(named.flatMap(({ body }) => body.allergen ?? []))];
  return allergens.length > 0
    ? stop(
        "named-against",
        { allergens },
        cites,
        [step("prescriber", "choose-other-product", { allergens }, c.day)],
        { since: named },
      )
    : pass("none-named", {}, cites);
});
