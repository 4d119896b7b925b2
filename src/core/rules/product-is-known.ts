import { ask, pass } from "../finding.ts";
import { productDefaults } from "../product-plan.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";

/** Which capsule, of which strength. A code for the ingredient names neither, whatever its display says. */
export const productIsKnown = rule("product-is-known", ["pass", "ask"], (c) => {
  const cites = c.product?.cites ?? c.values.productKnown.cites;
  const { capsuleMg } = c.question;
  const wayOut = () => [step("prescriber", "choose-product", {}, c.day, { change: productDefaults(c) })];
  if (capsuleMg === undefined) return ask("strength-unknown", {}, cites, wayOut());
  if (c.product === undefined) {
    return c.question.formulation === undefined
      ? ask("product-unknown", { capsuleMg }, cites, wayOut())
      : pass("strength-known", { capsuleMg, formulation: c.question.formulation }, cites);
  }
  return c.product.strengthsMg.includes(capsuleMg)
    ? pass("known", { product: c.product.id, capsuleMg, food: c.product.food }, cites)
    : ask("no-such-strength", { product: c.product.id, capsuleMg }, cites, wayOut());
});
