import { describe, expect, test } from "vitest";
import {
  type Change,
  changed,
  floor,
  harbour,
  only,
  problem,
  problemsOf,
  strict,
} from "./small-knowledge.ts";

/** The clinic with one more house rule. */
const house = (value: string): Change => [harbour, "values:\n", `values:\n${value}\n`];

describe("Looser than the base", () => {
  const signed = "deviation: { signedBy: Dr A, because: distance }";

  test("a clinic's floor never loosens, not even by a signed deviation", () => {
    const texts = changed([harbour, "value: 6, cites: [label]", `value: 0, cites: [label], ${signed}`]);
    expect(only(texts)).toEqual(
      problem(harbour, "value: 0", /floor/, /at least as strict as 1.*not even by a signed deviation/),
    );
  });
  test("a protocol's floor never loosens", () => {
    const value = "  baselineAnalytes:\n    - { since: 2001-01-01, value: [], cites: [label] }\n";
    expect(only(changed([strict, "values:\n", `values:\n${value}`]))).toEqual(
      problem(strict, "value: []", /floor/, /\["triglycerides"\]/),
    );
  });
  test("a floor tightened later beneath an overlay that stays is found on the day it changes", () => {
    const tighter = "value: 1, cites: [label] }\n    - { since: 2010-01-01, value: 7, cites: [label] }";
    expect(only(changed([floor, "value: 1, cites: [label] }", tighter]))).toEqual(
      problem(harbour, "value: 6", /2012-01-01.*floor/, /at least as strict as 7/),
    );
  });
  test("a floor beneath two layers holds", () => {
    const value =
      "  contraceptionMonthsAfter:\n    - { since: 2001-01-01, until: 2011-12-31, value: 2, cites: [label] }\n";
    const texts = changed([strict, "values:\n", `values:\n${value}`], [harbour, "value: 6,", "value: 0,"]);
    expect(only(texts)).toEqual(problem(harbour, "value: 0", /`floor` on 2012-01-01/, /as strict as 1/));
  });
  test("before an overlay's first edition nothing is compared", () => {
    const ended =
      "since: 2000-01-01, until: 2000-12-31, value: 9, cites: [label] }\n    - { since: 2010-01-01, value: 1, cites: [label] }";
    const value = "  contraceptionMonthsAfter:\n    - { since: 2001-01-01, value: 2, cites: [label] }\n";
    const texts = changed(
      [floor, "since: 2000-01-01, value: 1, cites: [label] }", ended],
      [strict, "values:\n", `values:\n${value}`],
    );
    expect(problemsOf(texts)).toEqual([]);
  });
  test("a base's value that has ended holds nobody", () => {
    const texts = changed(
      [strict, "value: 3, cites", "until: 2011-12-31, value: 3, cites"],
      house("  testAgeAtPrescriptionDays:\n    - { since: 2012-01-01, value: 9, cites: [label] }"),
    );
    expect(problemsOf(texts)).toEqual([]);
  });
  test("looser where the protocol allows nothing", () => {
    const texts = changed(
      house(`  testAgeAtPrescriptionDays:\n    - { since: 2012-01-01, value: 4, cites: [label], ${signed} }`),
    );
    expect(only(texts)).toEqual(
      problem(harbour, "value: 4", /lets nobody loosen/, /at least as strict as 3/),
    );
  });
  test("no value at all is looser than a value", () => {
    const texts = changed(
      house("  testAgeAtPrescriptionDays:\n    - { since: 2012-01-01, value: null, cites: [label] }"),
    );
    expect(only(texts)).toEqual(
      problem(harbour, "value: null", /none is looser than 3/, /at least as strict as 3/),
    );
  });
  test("looser without a signature", () => {
    const texts = changed(
      house("  supplyDaysIfPregnancyImpossible:\n    - { since: 2012-01-01, value: 60, cites: [label] }"),
    );
    expect(only(texts)).toEqual(problem(harbour, "value: 60", /nobody has signed/, /deviation: \{ signedBy/));
  });
  test("looser than the protocol lets be signed for", () => {
    const texts = changed(
      house(
        `  supplyDaysIfPregnancyImpossible:\n    - { since: 2012-01-01, value: 91, cites: [label], ${signed} }`,
      ),
    );
    expect(only(texts)).toEqual(problem(harbour, "value: 91", /further than/, /no further than 90/));
  });
  test("a protocol may not let a floor be loosened", () => {
    const texts = changed([
      strict,
      "mayLoosen:\n",
      "mayLoosen:\n  pretreatmentTests: { asFarAs: 0, cites: [label] }\n",
    ]);
    expect(only(texts)).toEqual(problem(strict, "pretreatmentTests", /is a floor/, /Remove/));
  });
});
