import { advise, pass } from "../finding.ts";
import { areInterchangeable } from "../interchangeable.ts";
import { rule } from "../rule.ts";

/** A change between formulations that are not interchangeable milligram for milligram is pointed out. */
export const formulationIsUnchanged = rule("formulation-is-unchanged", ["pass", "advise"], (c) => {
  const cites = c.product?.cites ?? c.values.notInterchangeable.cites;
  const previous = c.record.supplies.at(-1)?.product;
  const before = previous === undefined ? undefined : c.knowledge.products[previous];
  if (before === undefined || c.product === undefined) return pass("nothing-to-compare", {}, cites);
  return areInterchangeable(before, c.product)
    ? pass("interchangeable", { product: c.product.id }, cites)
    : advise("not-interchangeable", { from: before.id, to: c.product.id }, cites);
});
