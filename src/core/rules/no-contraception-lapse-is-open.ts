import { judged } from "../case.ts";
import { pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** A lapse stops at once; restart after it has no cited number, so a prescriber records a plan. */
export const noContraceptionLapseIsOpen = rule("no-contraception-lapse-is-open", ["pass", "stop"], (c) => {
  const cites = c.values.contraceptionLapseStops.cites;
  const lapse = c.record.last("contraception-lapsed");
  const stated = c.record.last("contraception-stated");
  const gap = stated?.body.usedWithoutGap === false ? stated : undefined;
  const latest = [lapse, gap].reduce(
    (day, entry) => (entry !== undefined && (day === undefined || entry.happened.day > day) ? entry.happened.day : day),
    undefined as typeof c.day | undefined,
  );
  if (!c.pregnancyPossible || latest === undefined) return pass("none-open", {}, cites);
  const closed =
    judged(c, "no-contraception-lapse-is-open", "lapsed", latest) ||
    // A plan made in an earlier month has been followed: later supplies were decided on it.
    (c.record.previousSupplyDay !== undefined && latest <= c.record.previousSupplyDay && planned(c, latest));
  if (closed) return pass("plan-recorded", { lapsedDay: latest }, cites);
  const plan = draft(
    "judgement-recorded",
    { rule: "no-contraception-lapse-is-open", conclusion: "may-continue" },
    "prescriber",
    c.day,
  );
  return stop("lapsed", { lapsedDay: latest }, cites, [
    step("prescriber", "plan-after-lapse", {}, c.day, { entries: [plan] }),
  ]);
});

function planned(c: Parameters<typeof judged>[0], since: typeof c.day): boolean {
  return c.record
    .of("judgement-recorded")
    .some(
      ({ body, actor, happened }) =>
        body.rule === "no-contraception-lapse-is-open" &&
        body.conclusion === "may-continue" &&
        actor === "prescriber" &&
        happened.day >= since,
    );
}
