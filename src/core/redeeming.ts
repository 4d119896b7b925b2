/** What leads to handing out: as authorised, or on an authorisation given anew. */
import type { Authorisation } from "./authorisations.ts";
import type { At } from "./calendar.ts";
import type { Case } from "./case.ts";
import type { Outcome } from "./finding.ts";
import type { Change, Dispensing } from "./question.ts";
import { draft, type StepOf, step, type WayOut } from "./steps.ts";
import { earliest, supplyCloses } from "./windows.ts";

/** When the authorisation closes: as it was said when it was given, or as its day has it, whichever is earlier. */
export function authorisationCloses(c: Case): At | undefined {
  return earliest(c.authorisation?.dispenseBefore, supplyCloses(c));
}

export function isExpired(c: Case): boolean {
  const closesAt = authorisationCloses(c);
  return c.authorisation?.state === "expired" || (closesAt !== undefined && c.at >= closesAt);
}

/** Stands in a plan for the number that a prescriber has yet to give. */
function plannedNumber(c: Case): string {
  return `~anew-${c.day}`;
}

/** The prescriber decides again and authorises under a new number: the same amount, but for a change. */
export function authoriseAnew(c: Case, change: Change = {}): StepOf<"authorise-anew"> {
  const { authorisation } = c;
  if (authorisation === undefined) return step("prescriber", "authorise-anew", {}, c.day);
  const { product, capsuleMg, capsules, dailyMg, dosesPerDay, days } = authorisation.body;
  const amount = { product, capsuleMg, capsules, dailyMg, dosesPerDay, days, ...amountIn(change) };
  const number = plannedNumber(c);
  const body = { number, ...amount, edition: c.edition.sinceDay };
  const isSame = Object.keys(amountIn(change)).length === 0;
  return step("prescriber", "authorise-anew", {}, c.day, {
    entries: [draft("supply-authorised", body, "prescriber", c.day)],
    change: isSame
      ? { dispensing: { number } }
      : { ...amount, refills: change.refills ?? 0, dispensing: { number, ...restated(c, amount) } },
  });
}

/** The pharmacist hands out what was authorised, all of it. */
export function handOutAsAuthorised(c: Case, { body }: Authorisation): StepOf<"hand-out-as-authorised"> {
  const { product, capsuleMg, capsules, days } = body;
  return step("pharmacist", "hand-out-as-authorised", { product, capsuleMg, capsules }, c.day, {
    change: { product, capsuleMg, capsules, days, dispensing: { product, capsuleMg, capsules } },
  });
}

/** Whether what is handed out is something else than was authorised. */
export function differs(c: Case): boolean {
  const { dispensing } = c.question;
  const authorised = c.authorisation?.body;
  if (dispensing === undefined || authorised === undefined) return false;
  return stated.some((part) => dispensing[part] !== undefined && dispensing[part] !== authorised[part]);
}

/**
 * A way out as it is when handing out: nobody changes a product or an amount in the pharmacy. It is handed out as
 * authorised, or authorised anew.
 */
export function whenHandingOut(c: Case, outcome: Pick<Outcome, "wayOut">, aboutSupply: boolean): WayOut {
  const { wayOut } = outcome;
  if (wayOut === "never" || wayOut.length === 0) return wayOut;
  if (aboutSupply && c.authorisation !== undefined && differs(c)) {
    return [handOutAsAuthorised(c, c.authorisation)];
  }
  return wayOut.map((one) =>
    one.change === undefined || one.change.dispensing !== undefined ? one : authoriseAnew(c, one.change),
  );
}

const stated = ["product", "capsuleMg", "capsules"] as const;
type Amount = Pick<
  Authorisation["body"],
  "product" | "capsuleMg" | "capsules" | "dailyMg" | "dosesPerDay" | "days"
>;

function amountIn({ product, capsuleMg, capsules, dailyMg, dosesPerDay, days }: Change): Partial<Amount> {
  const amount = { product, capsuleMg, capsules, dailyMg, dosesPerDay, days };
  return Object.fromEntries(Object.entries(amount).filter(([, value]) => value !== undefined));
}

/** What the pharmacist said of the pack, said of the new amount. */
function restated(c: Case, amount: Amount): Partial<Dispensing> {
  const said = stated.filter((part) => c.question.dispensing?.[part] !== undefined);
  return Object.fromEntries(said.map((part) => [part, amount[part]]));
}
