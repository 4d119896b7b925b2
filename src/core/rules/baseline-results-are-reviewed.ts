import { spanWithin } from "../calendar.ts";
import { type Case, closes } from "../case.ts";
import { citesOf } from "../cites.ts";
import { ask, pass } from "../finding.ts";
import { isReviewed, latestOf } from "../results.ts";
import { rule } from "../rule.ts";
import { type Draft, draft, step } from "../steps.ts";

/** Before the first capsule: lipids (fasting), liver values, recent enough, and read by the prescriber. A floor. */
export const baselineResultsAreReviewed = rule("baseline-results-are-reviewed", ["pass", "ask"], (c) => {
  const { baselineAnalytes, baselineWithin, baselineLipidsFasting } = c.values;
  const cites = citesOf(baselineAnalytes, baselineWithin);
  if (!c.firstSupply) return pass("treatment-under-way", {}, cites);
  const needed = baselineAnalytes.value ?? [];
  const results = needed.map((analyte) => ({ analyte, result: latestOf(c, analyte) }));
  const missing = results.filter(({ result }) => result === undefined).map(({ analyte }) => analyte);
  const within = baselineWithin.value;
  const stale = results
    .filter(
      ({ result }) =>
        result !== undefined && within !== null && c.day > spanWithin(result.happened.day, within),
    )
    .map(({ analyte }) => analyte);
  const again = [...missing, ...stale];
  if (again.length > 0) {
    const wayOut = [
      step("nurse", "take-blood", { analytes: again }, c.day, { entries: normalResults(c, again) }),
      step("prescriber", "review-results", {}, c.day, {
        entries: [draft("results-reviewed", {}, "prescriber", c.day)],
      }),
    ];
    return missing.length > 0
      ? ask("missing", { missing, stale }, cites, wayOut)
      : ask("too-old", { stale }, cites, wayOut);
  }
  const notFasting = results.filter(
    ({ analyte, result }) =>
      baselineLipidsFasting.value === true &&
      c.knowledge.analytes[analyte]?.lipid === true &&
      !(result?.body.fasting === true && soberEnough(c, result.body.hoursSinceAlcohol)),
  );
  if (notFasting.length > 0) {
    const analytes = notFasting.map(({ analyte }) => analyte);
    return ask(
      "not-known-to-be-fasting",
      { analytes },
      [...cites, ...baselineLipidsFasting.cites],
      [
        step("nurse", "record-fasting", {}, c.day, { entries: normalResults(c, analytes) }),
        step("prescriber", "review-results", {}, c.day, {
          entries: [draft("results-reviewed", {}, "prescriber", c.day)],
        }),
      ],
    );
  }
  if (results.some(({ result }) => result !== undefined && !isReviewed(c, result))) {
    return ask("not-reviewed", { analytes: needed }, cites, [
      step("prescriber", "review-results", {}, c.day, {
        entries: [draft("results-reviewed", {}, "prescriber", c.day)],
      }),
    ]);
  }
  const days = results.flatMap(({ result }) => (result === undefined ? [] : [result.happened.day]));
  const oldestDay = days.reduce((a, b) => (a < b ? a : b), c.day);
  const until = within === null ? undefined : closes(c, spanWithin(oldestDay, within));
  return pass("reviewed", { analytes: needed, oldestDay }, cites, until);
});

/** Hours since alcohol count only where they are recorded: the label's 36 hours are a condition of sampling. */
function soberEnough(c: Case, hours: number | undefined): boolean {
  const needed = c.values.hoursWithoutAlcoholBeforeLipids.value;
  return needed === null || hours === undefined || hours >= needed;
}

function normalResults(c: Case, analytes: readonly string[]): Draft[] {
  return analytes.map((id) => normalResult(c, id));
}

/** A result inside every limit, as a plan presumes it. */
export function normalResult(c: Case, id: string): Draft {
  const analyte = c.knowledge.analytes[id];
  const value = analyte?.plausibleLimit.least ?? 1;
  return draft(
    "lab-resulted",
    { analyte: id, value, unit: analyte?.unit ?? "1", upperLimit: value, lowerLimit: value, fasting: true },
    "lab",
    c.day,
  );
}
