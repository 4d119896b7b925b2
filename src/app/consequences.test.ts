import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at } from "../core/calendar.ts";
import type { EntryType } from "../core/entry.ts";
import type { AnyCommand, Command } from "./commands/command.ts";
import { commands } from "./commands/index.ts";
import { consequences } from "./consequences.ts";
import { entry, toStored } from "./entries.ts";
import { execute, type Result } from "./execute.ts";
import { type OpenPractice, openPractice } from "./open-practice.ts";
import { openTasks } from "./open-tasks.ts";
import { patientState } from "./patient-state.ts";
import { happening } from "./practice.ts";
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
  const recordOf = async (patient: string) => {
    const state = await patientState(practice, patient);
    if (state === undefined) throw new Error("nobody there");
    return state.record;
  };
  const stateOf = async (patient: string) => (await recordOf(patient)).authorisations.at(-1)?.state;
  const typesOf = (result: Result) => (result.is === "done" ? result.entries.map(({ type }) => type) : []);
  const idOf = async (patient: string, type: EntryType) =>
    (await recordOf(patient)).of(type).at(-1)?.id ?? "";
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
    expect(await stateOf(patient)).toBe("open");
    const positive = await give(
      commands["result-pregnancy-test"],
      patient,
      { test: "third", result: "positive" },
      nurse,
    );
    expect(typesOf(positive)).toEqual(["pregnancy-test-resulted", "supply-voided"]);
    expect(await stateOf(patient)).toBe("voided");
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
    const ref = await idOf(patient, "weight-measured");
    const corrected = await give(commands["correct-entry"], patient, {
      ref,
      reason: "the scale was off",
      replacement: { kg: 19_000 / 950 },
    });
    expect(typesOf(corrected)).toEqual(["corrected", "supply-voided"]);
    const [, voided] = corrected.entries;
    expect(voided?.body).toMatchObject({ because: "no-longer-passes", rules: ["dose-is-within-limits"] });
    expect(await stateOf(patient)).toBe("voided");
  });

  test("a correction that changes nothing for it leaves it open", async () => {
    const { patient } = await authorised("ready-cannot");
    const ref = await idOf(patient, "weight-measured");
    const corrected = await give(commands["correct-entry"], patient, {
      ref,
      reason: "a digit",
      replacement: { kg: 60.5 },
    });
    expect(typesOf(corrected)).toEqual(["corrected"]);
    expect(await stateOf(patient)).toBe("open");
  });

  test("once its capsules are out a correction raises a task instead, until a prescriber closes it", async () => {
    const { patient, number } = await authorised("ready-cannot");
    await dispense(patient, number);
    const correct = async (type: EntryType, more: object) =>
      give(commands["correct-entry"], patient, {
        ref: await idOf(patient, type),
        reason: "mistaken",
        ...more,
      });
    const corrected = await correct("severity-scored", { withdrawn: true });
    expect(typesOf(corrected)).toEqual(["corrected", "task-raised"]);
    // Asked to look already: nothing more is raised for the same.
    expect(typesOf(await correct("weight-measured", { replacement: { kg: 60.5 } }))).toEqual(["corrected"]);
    const [task] = openTasks(await recordOf(patient));
    expect(task?.body).toMatchObject({ number, task: `review-${number}` });
    await give(commands["close-task"], patient, { task: task?.body.task });
    expect(openTasks(await recordOf(patient))).toEqual([]);
    // Looked at, and nothing is new since.
    expect(typesOf(await correct("weight-measured", { replacement: { kg: 60 } }))).toEqual(["corrected"]);
  });

  test("what fails anew is raised again, beside a task and after it was closed", async () => {
    const { patient, number } = await authorised("ready-cannot");
    await dispense(patient, number);
    const correct = (ref: string, more: object) =>
      give(commands["correct-entry"], patient, { ref, reason: "mistaken", ...more });
    await correct(await idOf(patient, "severity-scored"), { withdrawn: true });
    const other = await correct(await idOf(patient, "weight-measured"), { withdrawn: true });
    expect(typesOf(other)).toEqual(["corrected", "task-raised"]);
    expect(other.entries[1]?.body).toMatchObject({ task: `review-${number}-2` });
    for (const { body } of openTasks(await recordOf(patient))) {
      await give(commands["close-task"], patient, { task: body.task });
    }
    const triglycerides = (await recordOf(patient)).labs.get("triglycerides")?.at(-1);
    const high = await correct(triglycerides?.id ?? "", { replacement: { value: 900, unit: "mg/dL" } });
    expect(typesOf(high)).toEqual(["corrected", "task-raised"]);
    const [task] = openTasks(await recordOf(patient));
    expect(task?.body).toMatchObject({
      task: `review-${number}-3`,
      rules: expect.arrayContaining(["results-are-acceptable"]) as string[],
    });
  });

  test("what the same entries redeem or void is left alone", async () => {
    const { patient, number } = await authorised("ready-cannot");
    const state = await patientState(practice, patient);
    if (state === undefined) throw new Error("nobody there");
    const now = practice.now();
    const written = {
      by: prescriber,
      clinic: state.clinic,
      now,
      today: happening(now, state.zone),
    };
    const stops = toStored(entry("pregnancy-reported", {}), written);
    const voids = toStored(entry("supply-voided", { number, because: "withdrawn", rules: [] }), written);
    expect(consequences(state, [stops], now).map(({ type }) => type)).toEqual(["supply-voided"]);
    expect(consequences(state, [stops, voids], now)).toEqual([]);
  });

  test("an authorisation keeps the edition of its amount, whatever is written after the next began", async () => {
    const other = structuredClone(practice.knowledge);
    const protocol = other.protocols["jp-selfpay"];
    const last = protocol?.editions.at(-1);
    if (protocol === undefined || last === undefined) throw new Error("jp-selfpay is gone from knowledge");
    const since = "2026-11-22";
    const shorter = { since, value: 14, cites: last.cites };
    Object.assign(protocol, {
      editions: [...protocol.editions, { ...last, since, confirmed: true }],
      values: {
        ...protocol.values,
        supplyDaysIfPregnancyImpossible: [
          ...(protocol.values.supplyDaysIfPregnancyImpossible ?? []),
          shorter,
        ],
      },
    });
    const clock = { now: at("2026-11-20T10:00:00+09:00") };
    const inside = mkdtempSync(join(tmpdir(), "isoward-edition-"));
    const moved = await openPractice(inside, { knowledge: other, now: () => clock.now });
    const told = (command: AnyCommand, input: unknown, by = prescriber) =>
      execute(moved, command as Command<unknown>, patient, input, { by });
    const patient = await readyPatient(moved);
    const number = numberIn(await told(commands["authorise-supply"], supplyOf()));
    clock.now = at("2026-11-23T10:00:00+09:00");
    const photograph = await told(commands["take-photograph"], { view: "face" });
    expect(typesOf(photograph)).toEqual(["photograph-taken"]);
    const out = await told(
      commands["dispense-supply"],
      { number, lot: "A1", expiresOn: "2031-01-31" },
      pharmacist,
    );
    expect(typesOf(out)).toEqual(["supply-dispensed"]);
    await moved.ledger.close();
    rmSync(inside, { recursive: true });
  });

  test("a fact that only asks anew leaves it open: redeeming decides again anyway", async () => {
    const { patient } = await authorised("ready-cannot");
    const written = await give(commands["start-medicine"], patient, { text: "something nobody knows" });
    expect(typesOf(written)).toEqual(["medicine-started"]);
    expect(await stateOf(patient)).toBe("open");
  });
});

function numberIn(result: Result): string {
  const body = result.is === "done" ? result.entries[0]?.body : undefined;
  if (typeof body === "object" && body !== null && "number" in body) {
    return body.number as string;
  }
  throw new Error(JSON.stringify(result));
}
