/**
 * A daily dose of whole capsules: the best combination of a product's strengths for a day, and the pattern of one day
 * or of two alternating days that comes nearest to a wished dose. Exact: every amount is built from the smaller ones.
 */

/** So many capsules of one strength. */
export interface CapsulesOf {
  readonly mg: number;
  readonly count: number;
}

/** What one capsule costs; undefined where nobody says. */
export type PriceOf = (capsuleMg: number) => number | undefined;

/** The capsules of one day, the largest first. */
export interface DayDose {
  readonly mg: number;
  readonly capsules: readonly CapsulesOf[];
}

/** One day that repeats itself, or two that take turns. */
export interface Pattern {
  readonly days: readonly [DayDose] | readonly [DayDose, DayDose];
  /** The mean of its days. */
  readonly dailyMg: number;
}

export interface Making {
  readonly strengthsMg: readonly number[];
  /** Doses a day: so many capsules at least where that can be, or no dose could be divided. */
  readonly doses: number;
  /** Where every strength has a price the cheapest counts first, else the fewest capsules. */
  readonly priceOf?: PriceOf | undefined;
}

interface Built extends DayDose {
  readonly price: number;
  readonly count: number;
  /** The squares of its capsules: of two combinations with as many the more even one has less. */
  readonly unevenness: number;
}

/** Every amount up to `mostMg` that whole capsules make, each with its best combination, ascending. */
export function dayDoses(mostMg: number, making: Making): readonly Built[] {
  const { doses, priceOf } = making;
  const strengths = [...new Set(making.strengthsMg)].toSorted((a, b) => b - a);
  const prices = strengths.map((mg) => priceOf?.(mg));
  const priced = prices.every((price) => price !== undefined);
  // Of each amount the best combination by its number of capsules, counted up to the number of doses.
  const table = new Map<number, (Built | undefined)[]>([
    [0, [{ mg: 0, capsules: [], price: 0, count: 0, unevenness: 0 }]],
  ]);
  for (const amount of amountsUpTo(mostMg, strengths)) {
    const row: (Built | undefined)[] = [];
    strengths.forEach((mg, index) => {
      for (const before of table.get(tidy(amount - mg)) ?? []) {
        if (before === undefined) continue;
        const built = {
          mg: amount,
          capsules: withOne(before.capsules, mg),
          price: before.price + (priced ? (prices[index] ?? 0) : 0),
          count: before.count + 1,
          unevenness: before.unevenness + mg * mg,
        };
        const cell = Math.min(built.count, doses);
        const best = row[cell];
        if (best === undefined || isBetter(built, best)) row[cell] = built;
      }
    });
    table.set(amount, row);
  }
  return [...table].flatMap(([amount, row]) => {
    const all = row.filter((one) => one !== undefined);
    const divided = row[doses];
    const best =
      divided ?? all.reduce<Built | undefined>((a, b) => (a && !isBetter(b, a) ? a : b), undefined);
    return amount === 0 || best === undefined ? [] : [best];
  });
}

/** The nearest pattern to a wished dose of which no day exceeds `mostMg`; of two as near the lower. */
export function patternFor(wishedMg: number, mostMg: number, making: Making): Pattern | undefined {
  const largest = Math.max(...making.strengthsMg);
  const all = dayDoses(Math.min(mostMg, wishedMg + largest), making);
  const none: Built = { mg: 0, capsules: [], price: 0, count: 0, unevenness: 0 };
  // A day without capsules only where even the smallest dose is more than was wished.
  const days = all.some(({ mg }) => mg <= wishedMg) ? all : [none, ...all];
  let best: readonly [Built, Built] | undefined;
  for (const a of days) {
    for (const b of days) {
      if (b.mg < a.mg || b.mg === 0) continue;
      if (best === undefined || isNearer([a, b], best, wishedMg)) best = [a, b];
    }
  }
  if (best === undefined) return undefined;
  const [a, b] = best.map(({ mg, capsules }): DayDose => ({ mg, capsules }));
  if (a === undefined || b === undefined) return undefined;
  // A course begins with a capsule.
  const turns = a.mg === 0 ? ([b, a] as const) : ([a, b] as const);
  return { days: a.mg === b.mg ? [b] : turns, dailyMg: (a.mg + b.mg) / 2 };
}

/** How many capsules that is. */
export function capsulesIn({ capsules }: Pick<DayDose, "capsules">): number {
  return capsules.reduce((sum, { count }) => sum + count, 0);
}

/** Whether every day of a pattern can be taken in so many doses. */
export function canBeDivided({ days }: Pattern, doses: number): boolean {
  return days.every((day) => day.mg === 0 || capsulesIn(day) >= doses);
}

/** Nearest first, then the lower, then the steadier, then the cheaper, then the fewer, then the more even. */
function isNearer(
  [a, b]: readonly [Built, Built],
  [c, d]: readonly [Built, Built],
  wishedMg: number,
): boolean {
  const of = (x: Built, y: Built) => [
    tidy(Math.abs((x.mg + y.mg) / 2 - wishedMg)),
    x.mg + y.mg,
    y.mg - x.mg,
    x.price + y.price,
    x.count + y.count,
    x.unevenness + y.unevenness,
  ];
  const one = of(a, b);
  const other = of(c, d);
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

/** Cheaper first, then fewer, then more even. */
function isBetter(a: Built, b: Built): boolean {
  if (a.price !== b.price) return a.price < b.price;
  return a.count < b.count || (a.count === b.count && a.unevenness < b.unevenness);
}

function withOne(capsules: readonly CapsulesOf[], mg: number): readonly CapsulesOf[] {
  const more = capsules.some((one) => one.mg === mg)
    ? capsules.map((one) => (one.mg === mg ? { mg, count: one.count + 1 } : one))
    : [...capsules, { mg, count: 1 }];
  return more.toSorted((a, b) => b.mg - a.mg);
}

/** Every amount above nothing that capsules of these strengths make, ascending. */
export function amountsUpTo(mostMg: number, strengths: readonly number[]): readonly number[] {
  const made = new Set<number>();
  let last: readonly number[] = [0];
  while (last.length > 0) {
    const next = new Set<number>();
    for (const amount of last) {
      for (const mg of strengths) {
        const sum = tidy(amount + mg);
        if (sum <= mostMg && !made.has(sum)) next.add(sum);
      }
    }
    for (const amount of next) made.add(amount);
    last = [...next];
  }
  return [...made].toSorted((a, b) => a - b);
}

/** Sums of strengths with decimals stay equal to themselves. */
function tidy(mg: number): number {
  return Math.round(mg * 1e6) / 1e6;
}
