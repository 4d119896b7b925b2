import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EntryType } from "../core/entry.ts";
import type { AnyCommand, Command } from "./commands/command.ts";
import { commands } from "./commands/index.ts";
import { execute, type Result } from "./execute.ts";
import { type OpenPractice, openPractice } from "./open-practice.ts";
import { openTasks } from "./open-tasks.ts";
import { patientState } from "./patient-state.ts";
import { pharmacist, prescriber, readyPatient, supplyOf } from "./testing/ready-patient.ts";

describe("What follows of itself", () => {
  let folder = "";
  let practice: OpenPractice;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-follows-"));
    practice = await openPractice(folder);
  });
  afterAll(async () => {
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  const give = async (command: AnyCommand, patient: string, input: unknown, by = prescriber) => {
    const result = await execute(practice, command as Command<unknown>, patient, input, { by });
    if (result.is !== "done") throw new Error(JSON.stringify(result, undefined, 1).slice(0, 2000));
    return result;
  };
  const authorised = async (example: string) => {
    const patient = await readyPatient(practice, example);
    const done = await give(commands["authorise-supply"], patient, supplyOf(example));
    return { patient, number: numberIn(done) };
  };
  const recordOf = (patient: string) => {
    const state = patientState(practice, patient);
    if (state === undefined) throw new Error("nobody there");
    return state.record;
  };
  const stateOf = (patient: string) => recordOf(patient).authorisations.at(-1)?.state;
  const typesOf = (result: Result) => (result.is === "done" ? result.entries.map(({ type }) => type) : []);
  const idOf = (patient: string, type: EntryType) => recordOf(patient).of(type).at(-1)?.id ?? "";
  const dispense = (patient: string, number: string) =>
    give(commands["dispense-supply"], patient, { number, lot: "A1", expiresOn: "2031-01-31" }, pharmacist);

  test("a positive pregnancy test voids the open authorisation, in the same append", async () => {
    const { patient, number } = await authorised("ready-can");
    const nurse = { ...prescriber, role: "nurse" } as const;
    await give(
      commands["collect-pregnancy-test"],
      patient,
      { test: "third", setting: "medical-setting", detectsMiuPerMl: 25 },
      nurse,
    );
    expect(stateOf(patient)).toBe("open");
    const positive = await give(
      commands["result-pregnancy-test"],
      patient,
      { test: "third", result: "positive" },
      nurse,
    );
    expect(typesOf(positive)).toEqual(["pregnancy-test-resulted", "supply-voided"]);
    expect(stateOf(patient)).toBe("voided");
    const refused = await execute(
      practice,
      commands["dispense-supply"],
      patient,
      { number, lot: "A1", expiresOn: "2031-01-31" },
      { by: pharmacist },
    );
    expect(refused).toMatchObject({
      is: "refused",
      refusal: { refused: "authorisation-used", facts: { state: "voided" } },
    });
  });

  test("a correction that takes away what the authorisation stood on voids it, and names the rule", async () => {
    const { patient } = await authorised("ready-cannot");
    const ref = idOf(patient, "weight-measured");
    const corrected = await give(commands["correct-entry"], patient, {
      ref,
      reason: "the scale was off",
      replacement: { kg: 19_000 / 950 },
    });
    expect(typesOf(corrected)).toEqual(["corrected", "supply-voided"]);
    const [, voided] = corrected.entries;
    expect(voided?.body).toMatchObject({ because: "no-longer-passes", rules: ["dose-is-within-limits"] });
    expect(stateOf(patient)).toBe("voided");
  });

  test("a correction that changes nothing for it leaves it open", async () => {
    const { patient } = await authorised("ready-cannot");
    const ref = idOf(patient, "weight-measured");
    const corrected = await give(commands["correct-entry"], patient, {
      ref,
      reason: "a digit",
      replacement: { kg: 60.5 },
    });
    expect(typesOf(corrected)).toEqual(["corrected"]);
    expect(stateOf(patient)).toBe("open");
  });

  test("once its capsules are out a correction raises a task instead, once, until a prescriber closes it", async () => {
    const { patient, number } = await authorised("ready-cannot");
    await dispense(patient, number);
    const ref = idOf(patient, "severity-scored");
    const corrected = await give(commands["correct-entry"], patient, {
      ref,
      reason: "another patient's",
      withdrawn: true,
    });
    expect(typesOf(corrected)).toEqual(["corrected", "task-raised"]);
    const again = await give(commands["correct-entry"], patient, {
      ref: idOf(patient, "weight-measured"),
      reason: "another patient's",
      withdrawn: true,
    });
    expect(typesOf(again)).toEqual(["corrected"]);
    const [task] = openTasks(recordOf(patient));
    expect(task?.body.number).toBe(number);
    await give(commands["close-task"], patient, { task: task?.body.task });
    expect(openTasks(recordOf(patient))).toEqual([]);
  });

  test("a fact that only asks anew leaves it open: redeeming decides again anyway", async () => {
    const { patient } = await authorised("ready-cannot");
    const written = await give(commands["start-medicine"], patient, { text: "something nobody knows" });
    expect(typesOf(written)).toEqual(["medicine-started"]);
    expect(stateOf(patient)).toBe("open");
  });
});

function numberIn(result: Result): string {
  const body = result.is === "done" ? result.entries[0]?.body : undefined;
  if (typeof body === "object" && body !== null && "number" in body) return String(body.number);
  throw new Error(JSON.stringify(result));
}
