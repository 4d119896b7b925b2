import { describe, expect, test } from "vitest";
import type { Role } from "../../core/entry.ts";
import { rehearse } from "../execute.ts";
import { clinic, now, patientOf, read, type WrittenEntry, was } from "../testing/given.ts";
import { correctEntry } from "./correct-entry.ts";

const [second, third] = ["pore-care", "three-month-supply"];
const treatsToo = was("treatment-relation-started", "2026-10-01", { clinic: second }, "front-desk");
const weighed = was("weight-measured", "2026-11-18", { kg: 45 }, "nurse");
const negative = was("pregnancy-test-resulted", "2026-11-18", { test: "T1", result: "negative" }, "nurse");
const collected = was("pregnancy-test-collected", "2026-11-18", { test: "T1" }, "nurse");
const dose = was("dose-taken", "2026-11-18", { mg: 20 }, "guardian");
const withdrawn = { withdrawn: true };

interface Correcting {
  readonly as: Role;
  readonly account: string;
  readonly at?: string;
  readonly by?: object;
}

/** What becomes of a correction of the last entry, which stands under an account. */
function correct(
  entry: WrittenEntry,
  { account = "a1", at = clinic }: { readonly account?: string | undefined; readonly at?: string },
  { as, account: id, at: acting = clinic, by = withdrawn }: Correcting,
): string {
  const state = patientOf(read([treatsToo, collected, entry]));
  const { history } = state;
  const last = history.entries.length - 1;
  const written = {
    ...history,
    accounts: history.accounts.with(last, account === "" ? undefined : account),
    writtenAt: history.writtenAt.with(last, at),
  };
  const input = correctEntry.input.parse({ ref: "e3", reason: "A slip.", ...by });
  const given = { by: { role: as, id, authenticated: true }, clinic: acting } as const;
  const outcome = rehearse(correctEntry, input, { ...state, history: written }, given, now);
  return "refusal" in outcome ? outcome.refusal.refused : "corrected";
}

describe("What was written under an account is corrected", () => {
  test("by a guardian or a patient only where it is their own", () => {
    expect(correct(dose, {}, { as: "guardian", account: "a2" })).toBe("not-your-entry");
    expect(correct(dose, {}, { as: "guardian", account: "a1" })).toBe("corrected");
    expect(correct(dose, {}, { as: "prescriber", account: "p1" })).toBe("corrected");
    const taken = { ...dose, actor: "patient" } as const;
    expect(correct(taken, {}, { as: "patient", account: "a2" })).toBe("not-your-entry");
    expect(correct(taken, {}, { as: "patient", account: "a1" })).toBe("corrected");
  });

  test("by staff of the clinic that wrote it, or of the home clinic, and by nobody elsewhere", () => {
    const nurse = { as: "nurse", account: "a2" } as const;
    expect(correct(weighed, {}, nurse)).toBe("corrected");
    expect(correct(weighed, {}, { ...nurse, at: second })).toBe("not-your-entry");
    expect(correct(weighed, {}, { as: "prescriber", account: "p2", at: second })).toBe("not-your-entry");
    expect(correct(weighed, { at: second }, { ...nurse, at: second })).toBe("corrected");
    expect(correct(weighed, { at: second }, nurse)).toBe("corrected");
    expect(correct(weighed, { at: second }, { ...nurse, at: third })).toBe("not-your-entry");
    expect(correct(weighed, {}, { ...nurse, account: "a1", at: second })).toBe("corrected");
  });

  test("by the role alone, as ever, where it stands under no account", () => {
    expect(correct(weighed, { account: "" }, { as: "nurse", account: "a2", at: second })).toBe("corrected");
  });

  test("into an alarm by whoever treats the patient, and never out of one", () => {
    const there = { as: "nurse", account: "a2", at: second } as const;
    const positive = { by: { replacement: { result: "positive" } } };
    expect(correct(negative, {}, there)).toBe("corrected");
    expect(correct(negative, {}, { ...there, ...positive })).toBe("corrected");
    expect(correct(negative, {}, { ...there, ...positive, at: third })).toBe("not-your-entry");
    const alarm = was("pregnancy-test-resulted", "2026-11-18", { test: "T1", result: "positive" }, "nurse");
    expect(correct(alarm, {}, { as: "prescriber", account: "p2", at: second })).toBe("not-your-entry");
    expect(correct(alarm, {}, { as: "prescriber", account: "p2" })).toBe("corrected");
  });
});
