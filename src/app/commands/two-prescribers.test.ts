import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execute } from "../execute.ts";
import { type OpenPractice, openPractice } from "../open-practice.ts";
import { practice as practiceOf } from "../practice.ts";
import { patientOf, read, was } from "../testing/given.ts";
import { readyPatient, supplyOf } from "../testing/ready-patient.ts";
import { commands } from "./index.ts";
import { whyNotTwo } from "./two-prescribers.ts";

const rule = "second-prescriber-agrees";
const agreed = (on = "2026-11-18") =>
  was("judgement-recorded", on, { rule, conclusion: "may-continue" }, "prescriber");

describe("Where two prescribers decide, whoever is signed in authorises", () => {
  const as = (id: string, authenticated = true) =>
    ({ by: { role: "prescriber", id, authenticated } }) as const;
  const why = (accounts: readonly (string | undefined)[], by = as("a1"), reason = "agreed") => {
    const state = patientOf(read(accounts.map(() => agreed())));
    // The registration stands before them.
    const history = { ...state.history, accounts: [undefined, ...accounts] };
    const findings = [{ rule, reason, verdict: "pass", parameters: {}, cites: [] }] as never;
    return whyNotTwo({ findings }, { ...state, history }, by)?.refused;
  };

  test("only if somebody else has agreed under their own account", () => {
    expect(why(["a2"])).toBeUndefined();
    expect(why(["a1"])).toBe("agreed-by-one-alone");
    expect(why([undefined])).toBe("agreed-by-one-alone");
    expect(why(["a1", "a2"])).toBeUndefined();
  });

  test("alone where the edition asks for one, and where nobody can be told from another", () => {
    expect(why(["a1"], as("a1"), "of-age")).toBeUndefined();
    expect(why(["a1"], as("a1", false))).toBeUndefined();
  });
});

describe("In a clinic that has two prescribers decide", () => {
  let folder = "";
  let practice: OpenPractice;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-two-"));
    practice = await openPractice(folder);
  });
  afterAll(async () => {
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  test("one alone does not authorise, and two do", async () => {
    const { knowledge } = practice;
    const tokyo = knowledge.clinics["tokyo-monthly"];
    if (tokyo === undefined) throw new Error("the clinic is gone from knowledge");
    // Everybody is younger than that.
    const underAge = [{ since: "2021-12-13", value: 200, cites: ["page-004"] }];
    const values = { ...tokyo.values, secondPrescriberUnderAgeYears: underAge };
    const strict = { ...knowledge, clinics: { ...knowledge.clinics, [tokyo.id]: { ...tokyo, values } } };
    const two = practiceOf(practice.ledger, strict as typeof knowledge, practice.now);
    const patient = await readyPatient(practice);
    const as = (id: string) => ({ by: { role: "prescriber", id, authenticated: true } }) as const;
    const authorise = (id: string) => execute(two, commands["authorise-supply"], patient, supplyOf(), as(id));
    const agree = (id: string) =>
      execute(two, commands["record-judgement"], patient, { rule, conclusion: "may-continue" }, as(id));
    expect(await authorise("a1")).toMatchObject({ refusal: { refused: "does-not-pass" } });
    expect((await agree("a1")).is).toBe("done");
    expect(await authorise("a1")).toMatchObject({ refusal: { refused: "agreed-by-one-alone" } });
    expect((await agree("a2")).is).toBe("done");
    expect((await authorise("a1")).is).toBe("done");
  });
});
