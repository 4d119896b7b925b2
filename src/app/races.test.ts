import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { At } from "../core/calendar.ts";
import { authoriseSupply } from "./commands/authorise-supply.ts";
import { dispenseSupply } from "./commands/dispense-supply.ts";
import { execute, type Result } from "./execute.ts";
import { Histories } from "./histories.ts";
import { type OpenPractice, openPractice } from "./open-practice.ts";
import { patientState } from "./patient-state.ts";
import type { Practice } from "./practice.ts";
import { pharmacist, prescriber, readyPatient, supplyOf } from "./testing/ready-patient.ts";

/** `ISOWARD_ROUNDS=1000` for the whole of it. */
const rounds = Number(process.env["ISOWARD_ROUNDS"] ?? 12);
const racers = 50;
const lot = { lot: "A1", expiresOn: "2031-01-31" };

describe(`Over ${rounds} rounds`, () => {
  let folder = "";
  let practice: OpenPractice;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-races-"));
    practice = await openPractice(folder);
  });
  afterAll(async () => {
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  const authorise = (patient: string, more: { expectedVersion?: number } = {}) =>
    execute(practice, authoriseSupply, patient, supplyOf(), { by: prescriber, ...more });
  const count = (results: readonly Result[], is: Result["is"]) =>
    results.filter((one) => one.is === is).length;

  test(`of ${racers} who redeem one authorisation one succeeds, and the others are told why not`, async () => {
    for (let round = 0; round < rounds; round++) {
      const patient = await readyPatient(practice);
      const authorised = await authorise(patient);
      expect(authorised.is, JSON.stringify(authorised)).toBe("done");
      const number = numberOf(authorised);
      const results = await Promise.all(
        Array.from({ length: racers }, () =>
          execute(practice, dispenseSupply, patient, { number, ...lot }, { by: pharmacist }),
        ),
      );
      expect(count(results, "done")).toBe(1);
      const refused = results.flatMap((one) => (one.is === "refused" ? [one.refusal] : []));
      expect(refused).toHaveLength(racers - 1);
      expect(new Set(refused.map(({ refused: why }) => why))).toEqual(new Set(["authorisation-used"]));
      const after = await patientState(practice, patient);
      expect(after?.record.of("supply-dispensed")).toHaveLength(1);
    }
  });

  test("whoever reads while another redeems sees it, though that was later by the clock", async () => {
    const patient = await readyPatient(practice);
    const number = numberOf(await authorise(patient));
    let late = practice.now();
    const redeem = (at: Practice) =>
      execute(at, dispenseSupply, patient, { number, ...lot }, { by: pharmacist });
    let isFirst = true;
    const reading = {
      async read(stream: string, after?: number) {
        if (isFirst) {
          isFirst = false;
          late = (late + 60_000) as At;
          expect((await redeem({ ...practice, now: () => late })).is).toBe("done");
        }
        return await practice.ledger.read(stream, after);
      },
    };
    const slow = { ...practice, now: () => late, histories: new Histories(reading) };
    expect(await redeem(slow)).toMatchObject({ is: "refused", refusal: { refused: "authorisation-used" } });
  });

  test("of two who authorise at one version one succeeds, and the other is told that the record has moved on", async () => {
    for (let round = 0; round < rounds; round++) {
      const patient = await readyPatient(practice);
      const expectedVersion = await practice.ledger.version(`patient/${patient}`);
      const results = await Promise.all([
        authorise(patient, { expectedVersion }),
        authorise(patient, { expectedVersion }),
      ]);
      expect(results.map(({ is }) => is).toSorted()).toEqual(["done", "moved"]);
    }
  });

  test("of two who authorise without looking one succeeds, and the other is refused by the decision", async () => {
    for (let round = 0; round < rounds; round++) {
      const patient = await readyPatient(practice);
      const results = await Promise.all([authorise(patient), authorise(patient)]);
      expect(results.map(({ is }) => is).toSorted()).toEqual(["done", "refused"]);
      const refused = results.find((one) => one.is === "refused");
      expect(refused?.refusal.refused).toBe("does-not-pass");
      expect((await patientState(practice, patient))?.record.authorisations).toHaveLength(1);
    }
  });

  test("the same request sent twice under one key is done once", async () => {
    for (let round = 0; round < rounds; round++) {
      const patient = await readyPatient(practice);
      const idempotencyKey = `key-${round}-${patient}`;
      const send = () =>
        execute(practice, authoriseSupply, patient, supplyOf(), { by: prescriber, idempotencyKey });
      const results = [...(await Promise.all([send(), send(), send()])), await send()];
      expect(count(results, "done")).toBe(4);
      expect(new Set(results.map(numberOf)).size).toBe(1);
      expect((await patientState(practice, patient))?.record.authorisations).toHaveLength(1);
    }
  });
});

function numberOf(result: Result): string {
  const body = result.is === "done" ? result.entries[0]?.body : undefined;
  return typeof body === "object" && body !== null && "number" in body ? (body.number as string) : "";
}
