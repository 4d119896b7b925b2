import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Command } from "./commands/command.ts";
import { commands } from "./commands/index.ts";
import { execute } from "./execute.ts";
import { type OpenPractice, openPractice } from "./open-practice.ts";
import { patientState } from "./patient-state.ts";
import { patientStream } from "./practice.ts";
import { prescriber, readyPatient } from "./testing/ready-patient.ts";

describe("What people write in their own words", () => {
  const words = "Saw Mr Example about it";
  let folder = "";
  let practice: OpenPractice;
  let patient = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-words-"));
    practice = await openPractice(folder);
    patient = await readyPatient(practice);
    const by = { by: prescriber };
    await execute(practice, commands["start-medicine"], patient, { text: words }, by);
    const [medicine] = (await patientState(practice, patient))?.record.medicines ?? [];
    const ref = { ref: medicine?.id, reason: words, replacement: { text: `${words}, twice` } };
    await execute(practice, commands["correct-entry"], patient, ref, by);
    const coding = [{ system: "x", code: "y", display: words }];
    await execute(practice, commands["record-condition"], patient, { coding }, by);
    // Mended, and not in words: the coded part of a correction is nobody's secret.
    const weight = (await patientState(practice, patient))?.record.last("weight-measured")?.id;
    const kg = { ref: weight, reason: words, replacement: { kg: 31, written: words } };
    await execute(practice, commands["correct-entry"], patient, kg, by);
    await execute(practice, commands["collect-pregnancy-test"], patient, { test: "T1" }, by);
    await execute(
      practice,
      commands["result-pregnancy-test"],
      patient,
      { test: "T1", result: "negative" },
      by,
    );
    const result = (await patientState(practice, patient))?.record.last("pregnancy-test-resulted")?.id;
    const positive = { ref: result, reason: words, replacement: { result: "positive" } };
    await execute(practice, commands["correct-entry"], patient, positive, by);
  });
  afterAll(async () => {
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  test("is read in its place, corrections of it too", async () => {
    const { record } = (await patientState(practice, patient)) ?? {};
    expect(record?.medicines.map(({ body }) => body.text)).toEqual([`${words}, twice`]);
    expect(record?.of("corrected").map(({ body }) => body.reason)).toEqual([words, words, words]);
    expect(record?.last("condition-recorded")?.body.coding?.[0]?.display).toBe(words);
    expect(record?.last("weight-measured")?.body).toEqual({ kg: 31, written: words });
  });

  test("stands in no open body", async () => {
    const open = (await practice.ledger.read(patientStream(patient))).map(({ body }) => JSON.stringify(body));
    expect(open.length).toBeGreaterThan(20);
    expect(open.filter((body) => body.includes("Mr Example"))).toEqual([]);
  });

  test("is gone once the person is erased, and the rest is still read", async () => {
    await practice.ledger.erase(patientStream(patient));
    practice.histories.forget(patientStream(patient));
    const { record, version } = (await patientState(practice, patient)) ?? {};
    expect(version).toBeGreaterThan(20);
    expect(record?.medicines.map(({ body }) => body.text)).toEqual([undefined]);
    expect(record?.of("corrected").map(({ body }) => body.reason)).toEqual(["—", "—", "—"]);
  });

  test("takes no correction with it: what was mended stays mended", async () => {
    const { record } = (await patientState(practice, patient)) ?? {};
    expect(record?.last("weight-measured")?.body.kg).toBe(31);
    expect(record?.tests.at(-1)?.result).toBe("positive");
  });

  test("stands in the way of nothing afterwards: an alarm, a correction and an override are written without it", async () => {
    const done = async (name: keyof typeof commands, input: object) => {
      const given = await execute(practice, commands[name] as Command<unknown>, patient, input, {
        by: prescriber,
      });
      if (given.is !== "done") throw new Error(JSON.stringify(given).slice(0, 500));
      return given.entries[0]?.private;
    };
    const ref = (await patientState(practice, patient))?.record.last("weight-measured")?.id;
    expect(await done("report-contraception-lapse", { what: words, note: words })).toBeUndefined();
    expect(await done("correct-entry", { ref, reason: words, replacement: { kg: 60 } })).toBeUndefined();
    expect(await done("record-unread-result", { analyte: "alt", written: words })).toBeUndefined();
    const { record } = (await patientState(practice, patient)) ?? {};
    expect(record?.last("contraception-lapsed")?.body).toEqual({});
    expect(record?.last("corrected")?.body.reason).toBe("—");
    expect(record?.last("weight-measured")?.body.kg).toBe(60);
    expect(record?.last("result-unread")?.body.written).toBe("—");
  });
});
