/** Whether two products can take each other's place milligram for milligram. */
import type { Product } from "./knowledge/schema.ts";

type Formulated = Pick<Product, "formulation" | "notInterchangeableWith">;

/** Nothing on file speaks against it, on either side. */
export function areInterchangeable(one: Formulated, other: Formulated): boolean {
  return (
    !one.notInterchangeableWith.includes(other.formulation) &&
    !other.notInterchangeableWith.includes(one.formulation)
  );
}
