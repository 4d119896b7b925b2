import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { At } from "../core/calendar.ts";
import { clinicState } from "./clinic-state.ts";
import { commands } from "./commands/index.ts";
import { execute, type Result } from "./execute.ts";
import { Histories } from "./histories.ts";
import { type OpenPractice, openPractice } from "./open-practice.ts";
import { patientState } from "./patient-state.ts";
import { prescriber, readyPatient, supplyOf } from "./testing/ready-patient.ts";

const administrator = { role: "administrator", id: "test-administrator", authenticated: false } as const;
const by = { by: prescriber };
const clinic = "tokyo-monthly";

describe("Giving a command", () => {
  let folder = "";
  let practice: OpenPractice;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-execute-"));
    practice = await openPractice(folder);
  });
  afterAll(async () => {
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  const enrol = (party: string, subject = clinic) =>
    execute(practice, commands["enrol"], subject, { programme: "us-ipledge", party }, { by: administrator });
  const is = ({ is }: Result) => is;

  test("about a clinic writes its stream, once, and its patients see it", async () => {
    const patient = await readyPatient(practice);
    const first = await enrol("site");
    expect(first).toMatchObject({ is: "done", version: 1 });
    expect(is(await enrol("site"))).toBe("nothing");
    expect((await clinicState(practice, clinic))?.record.of("programme-enrolled")).toHaveLength(1);
    expect((await patientState(practice, patient))?.record.of("programme-enrolled")).toHaveLength(1);
    expect(await practice.ledger.version(`clinic/${clinic}`)).toBe(1);
  });

  test("about a clinic that nobody knows says which there are", async () => {
    const known = Object.keys(practice.knowledge.clinics);
    expect(known).toContain(clinic);
    expect(await enrol("site", "nowhere")).toMatchObject({
      is: "refused",
      refusal: { refused: "unknown-id", facts: { field: "clinic", given: "nowhere", known } },
    });
  });

  test("at a version that is not the newest does nothing, unless it is an alarm", async () => {
    const patient = await readyPatient(practice);
    const meta = { by: prescriber, expectedVersion: 1 };
    const weigh = await execute(practice, commands["record-weight"], patient, { kg: 54 }, meta);
    expect(weigh).toMatchObject({ is: "moved", expected: 1 });
    const report = await execute(practice, commands["report-pregnancy"], patient, {}, meta);
    expect(is(report)).toBe("done");
    const symptoms = (list: string[]) =>
      execute(practice, commands["report-symptoms"], patient, { symptoms: list }, meta);
    expect(is(await symptoms([]))).toBe("moved");
    expect(is(await symptoms(["headache"]))).toBe("done");
    const positive = { test: "unknown", result: "positive" };
    expect(is(await execute(practice, commands["result-pregnancy-test"], patient, positive, meta))).toBe(
      "done",
    );
  });

  test("takes what was written while the record was read for what has happened", async () => {
    const patient = await readyPatient(practice);
    let now = practice.now();
    const reading = {
      async read(stream: string, after?: number) {
        if (stream === `patient/${patient}` && after === 0) {
          now = (now + 60_000) as At;
          const later = { ...practice, now: () => now };
          const weighed = await execute(later, commands["record-weight"], patient, { kg: 41 }, by);
          expect(is(weighed)).toBe("done");
        }
        return await practice.ledger.read(stream, after);
      },
    };
    const slow = { ...practice, now: () => now, histories: new Histories(reading) };
    const { record } = (await patientState(slow, patient)) ?? {};
    expect(record?.last("weight-measured")?.body.kg).toBe(41);
    expect(record?.ahead).toEqual([]);
  });

  describe("while another server writes to the same record", () => {
    /** A server that has read the record, and does not hear of what is written since. */
    const another = async (patient: string) => {
      const other = { ...practice, histories: new Histories(practice.ledger) };
      await patientState(other, patient);
      return other;
    };
    const weigh = (on: typeof practice, patient: string, kg: number, meta: object = by) =>
      execute(on, commands["record-weight"], patient, { kg }, { ...by, ...meta });

    test("goes on from what that one wrote", async () => {
      const patient = await readyPatient(practice);
      const other = await another(patient);
      const first = await weigh(practice, patient, 51);
      const second = await weigh(other, patient, 52);
      expect([is(first), is(second)]).toEqual(["done", "done"]);
      const version = first.is === "done" ? first.version : 0;
      expect(second).toMatchObject({ version: version + 1 });
    });

    test("refuses nothing for a record that has moved on", async () => {
      const patient = await readyPatient(practice);
      const other = await another(patient);
      const authorised = await execute(practice, commands["authorise-supply"], patient, supplyOf(), by);
      const [first] = authorised.is === "done" ? authorised.entries : [];
      const { number } = (first?.body ?? {}) as { readonly number?: string };
      const voided = await execute(other, commands["void-authorisation"], patient, { number }, by);
      expect(is(voided)).toBe("done");
    });

    test("finds somebody's version to be the newest, or not, by what stands in the ledger", async () => {
      const patient = await readyPatient(practice);
      const other = await another(patient);
      const first = await weigh(practice, patient, 51);
      const version = first.is === "done" ? first.version : 0;
      expect(is(await weigh(other, patient, 52, { expectedVersion: version }))).toBe("done");
      expect(await weigh(other, patient, 53, { expectedVersion: version })).toMatchObject({
        is: "moved",
        actual: version + 1,
      });
    });
  });

  test("with an empty note keeps no note, and with one keeps it apart", async () => {
    const patient = await readyPatient(practice);
    const report = async (note: string) => {
      const done = await execute(practice, commands["report-pregnancy"], patient, { note }, by);
      return done.is === "done" ? done.entries[0]?.private : "not done";
    };
    expect(await report("  ")).toBeUndefined();
    expect(await report(" by telephone ")).toEqual({ value: { note: "by telephone" } });
  });
});
