import { advise, pass } from "../finding.ts";
import { rule } from "../rule.ts";

/** A change between formulations that are not interchangeable milligram for milligram is pointed out. */
export const formulationIsUnchanged = rule("formulation-is-unchanged", ["pass", "advise"], (c) => {
  const cites = c.product?.cites ?? c.values.notInterchangeable.cites;
  const previous = c.record.supplies.at(-1)?.product;
  const before = previous === undefined ? undefined : c.knowledge.products[previous];
  if (before === undefined || c.product === undefined) return pass("nothing-to-compare", {}, cites);
  return before.notInterchangeableWith.includes(c.product.formulation) ||
    c.product.notInterchangeableWith.includes(before.formulation)
    ? advise("not-interchangeable", { from: before.id, to: c.product.id }, cites)
    : pass("interchangeable", { product: c.product.id }, cites);
});
