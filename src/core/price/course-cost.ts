/** What visits and supplies cost at a clinic: one of each, or a whole course; each by the list in force on its day. */
import { type Day, parseDay } from "../calendar.ts";
import type { Clinic } from "../knowledge/schema.ts";
import type { PriceList } from "../knowledge/topics/prices.ts";
import type { CapsulesOf } from "../plan/capsule-dose.ts";
import { type Bill, type BillItem, type BillLine, inLines } from "./bill.ts";
import { priceListOn } from "./price-list.ts";

/** A visit, with the tests that are charged at it; or tests alone, where nobody says which visit they belong to. */
export interface ChargedVisit {
  readonly day: Day;
  readonly visit: "first" | "return" | "tests-alone";
  readonly bloodTest: boolean;
  readonly urineTest: boolean;
}

/** Capsules handed out. */
export interface ChargedSupply {
  readonly day: Day;
  readonly product?: string | undefined;
  /** In all, by strength. */
  readonly capsules: readonly CapsulesOf[];
  /** The same dose every day, where it is so: a package can then take the place of single capsules. */
  readonly steady?: { readonly dailyMg: number; readonly days: number };
  /** At which visit, for packages that belong to one. */
  readonly visit?: "first" | "return";
}

type Charge = Omit<BillLine, "yen">;
type Charged = Charge | { readonly item: BillItem; readonly quantity: 0 };

/**
 * Lines and total of visits and supplies; undefined where no list was in force on a day of them. What a list gives no
 * amount for stands in `notListed`, and the total is then less than what will be paid.
 */
export function courseCost(
  clinic: Pick<Clinic, "prices">,
  plan: { readonly visits: readonly ChargedVisit[]; readonly supplies: readonly ChargedSupply[] },
): Bill | undefined {
  const charged: Charged[] = [];
  const lists = new Set<PriceList>();
  const all = [
    ...plan.visits.map((one) => ({ day: one.day, charges: (list: PriceList) => visitCharges(one, list) })),
    ...plan.supplies.map((one) => ({ day: one.day, charges: (list: PriceList) => supplyCharges(one, list) })),
  ];
  for (const { day, charges } of all) {
    const list = priceListOn(clinic, day);
    if (list === undefined) return undefined;
    lists.add(list);
    charged.push(...charges(list));
  }
  const lines = inLines(charged.filter((one): one is Charge => one.quantity > 0));
  return {
    lines,
    totalYen: lines.reduce((sum, { yen }) => sum + yen, 0),
    currency: "JPY",
    taxIncluded: taxIn([...lists]),
    listsSinceDay: [...lists].flatMap(({ since }) => parseDay(since) ?? []).toSorted((a, b) => a - b),
    notListed: [...new Set(charged.filter(({ quantity }) => quantity === 0).map(({ item }) => item))],
  };
}

function visitCharges({ visit, bloodTest, urineTest }: ChargedVisit, list: PriceList): readonly Charged[] {
  return [
    ...(visit === "tests-alone" ? [] : [priced(`consultation-${visit}`, list.consultation?.[visit])]),
    ...(bloodTest ? [priced("blood-test", list.bloodTest)] : []),
    ...(urineTest ? [priced("urine-test", list.urineTest)] : []),
  ];
}

function priced(item: BillItem, unitYen: number | undefined): Charged {
  return unitYen === undefined ? { item, quantity: 0 } : { item, quantity: 1, unitYen };
}

/** By package where one fits and single capsules are no cheaper. */
function supplyCharges(supply: ChargedSupply, list: PriceList): readonly Charged[] {
  const single = supply.capsules
    .filter(({ count }) => count > 0)
    .map((one) => capsuleCharge(one, supply, list));
  const pack = packageFor(supply, list);
  if (pack === undefined) return single.length > 0 ? single : [{ item: "capsules", quantity: 0 }];
  const listed = single.filter((one) => "unitYen" in one);
  const singleYen = listed.reduce((sum, { quantity, unitYen }) => sum + quantity * unitYen, 0);
  if (single.length > 0 && listed.length === single.length && singleYen <= pack.yen) return single;
  const { dailyMg: mg, days, yen } = pack;
  return [{ item: "package", quantity: 1, unitYen: yen, mg, days }];
}

function capsuleCharge({ mg, count }: CapsulesOf, { product }: ChargedSupply, list: PriceList): Charged {
  const own = list.capsules.find(
    (one) => one.mg === mg && one.product !== undefined && one.product === product,
  );
  const price = own ?? list.capsules.find((one) => one.mg === mg && one.product === undefined);
  if (price === undefined) return { item: "capsules", quantity: 0 };
  return {
    item: "capsules",
    quantity: count,
    unitYen: price.yen,
    mg,
    ...(own === undefined || product === undefined ? {} : { product }),
  };
}

/** The package that is exactly this supply. */
export function packageFor(
  { steady, visit }: Pick<ChargedSupply, "steady" | "visit">,
  list: PriceList,
): PriceList["packages"][number] | undefined {
  return list.packages
    .filter(
      (one) =>
        one.dailyMg === steady?.dailyMg &&
        one.days === steady.days &&
        (one.visit === undefined || one.visit === visit),
    )
    .toSorted((a, b) => a.yen - b.yen)[0];
}

function taxIn(lists: readonly PriceList[]): boolean | null {
  const said = new Set(lists.map(({ taxIncluded }) => taxIncluded));
  const [only] = said;
  return said.size === 1 && only !== undefined ? only : null;
}
