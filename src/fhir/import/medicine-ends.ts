import type { Found, Reading } from "./context.ts";

type Ended = Extract<Found, { readonly type: "medicine-ended" }>;
interface Span {
  readonly of: Reading;
  /** The first day; undefined where it may be any. */
  readonly from: number | undefined;
  /** The last day; undefined where it is still taken. */
  readonly until: number | undefined;
}

/**
 * The readings with the ends that supplies imply. Of one medicine the record closes all starts at any end, so a supply
 * that ran out must not end what another order, statement or supply says is still taken.
 */
export function withEnds(readings: readonly Reading[]): readonly Reading[] {
  if (readings.every(({ runsOut }) => runsOut === undefined)) return readings;
  const spans = spansOf(readings);
  return readings.map((reading) => {
    const { found = [], runsOut = [] } = reading;
    const ends = runsOut
      .filter(({ medicine, happened }) =>
        (spans.get(medicine) ?? []).every(
          ({ of, from, until }) =>
            of === reading ||
            (from !== undefined && from > happened.day) ||
            (until !== undefined && until <= happened.day),
        ),
      )
      .map(({ medicine, happened }): Ended => ({ type: "medicine-ended", body: { medicine }, happened }));
    return ends.length === 0 ? reading : { ...reading, found: [...found, ...ends] };
  });
}

function spansOf(readings: readonly Reading[]): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  for (const reading of readings) {
    const { found = [], runsOut = [], over = false } = reading;
    if (over) continue;
    for (const start of found) {
      if (start.type !== "medicine-started" || start.body.medicine === undefined) continue;
      const { medicine } = start.body;
      const stated = found.find((one) => one.type === "medicine-ended" && one.body.medicine === medicine);
      const implied = runsOut.find((one) => one.medicine === medicine);
      const span = {
        of: reading,
        from: start.happened?.day,
        until: (stated ?? implied)?.happened?.day,
      };
      const list = spans.get(medicine);
      if (list === undefined) spans.set(medicine, [span]);
      else list.push(span);
    }
  }
  return spans;
}
