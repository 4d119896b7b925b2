/** A capsule a plan may presume where the order names none. */
import type { Case } from "./case.ts";
import type { SupplyQuestion } from "./question.ts";

/** The order's own strength where a product has it; else the strength that makes whole capsules of the daily dose. */
export function productDefaults(c: Case): Partial<SupplyQuestion> {
  const clinic = c.setting.clinic === undefined ? undefined : c.knowledge.clinics[c.setting.clinic];
  const products = Object.values(c.knowledge.products).filter(
    (product) => clinic === undefined || clinic.products.includes(product.id),
  );
  const { capsuleMg, dailyMg } = c.question;
  const dose =
    c.question.dosesPerDay === undefined || dailyMg === undefined
      ? dailyMg
      : dailyMg / c.question.dosesPerDay;
  const fits = (mg: number) =>
    capsuleMg === undefined ? dose === undefined || dose % mg === 0 : mg === capsuleMg;
  const product = products.find(({ strengthsMg }) => strengthsMg.some(fits)) ?? products[0];
  if (product === undefined) return {};
  const mg = product.strengthsMg.findLast(fits) ?? product.strengthsMg[0];
  if (mg === undefined) return {};
  const { days } = c.question;
  return {
    product: product.id,
    capsuleMg: mg,
    formulation: product.formulation,
    ...(dailyMg === undefined || days === undefined ? {} : { capsules: Math.ceil((dailyMg * days) / mg) }),
  };
}
