import type { Authorisation } from "../core/authorisations.ts";
import type { SupplyQuestion } from "../core/question.ts";

/** The supply that an authorisation was given for, as a question. */
export function questionOf(authorisation: Authorisation): SupplyQuestion {
  const { product, capsuleMg, capsules, dailyMg, dosesPerDay, days } = authorisation.body;
  return { product, capsuleMg, capsules, dailyMg, dosesPerDay, days, refills: 0 };
}
