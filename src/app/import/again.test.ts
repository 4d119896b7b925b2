import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { authoriseSupply } from "../commands/authorise-supply.ts";
import { correctEntry } from "../commands/correct-entry.ts";
import { execute } from "../execute.ts";
import { readyPatient, supplyOf } from "../testing/ready-patient.ts";
import {
  about,
  bundle,
  importing,
  prescriber,
  rxnorm,
  somebody,
  taking,
  weight,
} from "./testing/importing.ts";

const { close, imported, itIs, practice, stateOf } = await importing();
afterAll(close);

/** What stands, as text, in no order. */
const standing = async (patient: string) => {
  const { record } = await stateOf(patient);
  const types = [
    "weight-measured",
    "medicine-started",
    "medicine-ended",
    "condition-recorded",
    "registered",
  ] as const;
  return [
    ...types.flatMap((type) =>
      record
        .of(type)
        .map(({ body, happened }) => JSON.stringify([type, body, type === "registered" ? 0 : happened])),
    ),
    ...record.undated.map(({ type, body }) => JSON.stringify(["undated", type, body])),
  ].toSorted();
};

describe("The same again", () => {
  test("changes nothing, in whatever order", async () => {
    const patient = somebody();
    const resources = [
      patient,
      weight(patient, 55),
      taking(patient, "3640", "doxycycline"),
      taking(patient, "6851", "undated", { effectiveDateTime: undefined }),
      { resourceType: "Claim", id: "c", patient: { reference: `Patient/${patient.id}` } },
    ];
    const { patient: number } = await imported([bundle(...resources)]);
    const before = await practice.ledger.position();
    const again = await imported([bundle(...resources.toReversed())]);
    expect(again).toMatchObject({ patient: number, written: 0, unchanged: 5, superseded: 0 });
    expect(again.account.every(({ is }) => is === "unchanged")).toBe(true);
    expect(await practice.ledger.position()).toBe(before);
  });

  test("property: in any parts and order, and some of them twice, the same stands as all at once", async () => {
    const resources = (patient: { id: string }) => [
      weight(patient, 55),
      weight(patient, 54, "w2", "2026-11-09"),
      taking(patient, "3640", "doxycycline"),
      taking(patient, "6851", "undated", { effectiveDateTime: undefined }),
      // A supply that runs out ends a medicine only where nothing else says that it goes on.
      {
        resourceType: "MedicationDispense",
        id: "supply",
        status: "completed",
        whenHandedOver: "2026-11-01",
        daysSupply: { value: 5 },
        medicationReference: { reference: "Medication/m" },
        ...about(patient),
      },
      {
        resourceType: "Medication",
        id: "m",
        code: rxnorm("3640"),
      },
      { resourceType: "Encounter", id: "e", ...about(patient) },
    ];
    const whole = somebody();
    // A nurse may say that a medicine has ended.
    const nurse = { ...prescriber, role: "nurse" } as const;
    const all = await standing((await imported([bundle(whole, ...resources(whole))], {}, nurse)).patient);
    const indexes = [0, 1, 2, 3, 4, 5, 6];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(indexes, { minLength: indexes.length }),
        fc.array(fc.nat(indexes.length), { maxLength: 4 }),
        fc.array(fc.subarray(indexes), { maxLength: 2 }),
        async (order, cuts, twice) => {
          const patient = somebody();
          const own = resources(patient);
          const pick = (some: readonly number[]) => some.flatMap((index) => own[index] ?? []);
          const ends = [0, ...cuts.toSorted((a, b) => a - b), order.length];
          const parts = ends.slice(1).map((end, place) => order.slice(ends[place], end));
          let last = "";
          for (const part of [...parts, ...twice])
            last = (await imported([bundle(patient, ...pick(part))], {}, nurse)).patient;
          expect(await standing(last)).toEqual(all);
          const again = await imported([bundle(...pick(order), patient)], {}, nurse);
          expect(again).toMatchObject({ written: 0, superseded: 0, unchanged: 8 });
        },
      ),
      { numRuns: 25 },
    );
  });

  test("two at once register one person", async () => {
    const patient = somebody();
    const results = await Promise.all([1, 2, 3].map(() => imported([bundle(patient, weight(patient, 50))])));
    expect(new Set(results.map((one) => one.patient)).size).toBe(1);
    expect(results.map(({ created }) => created)).toEqual([true, false, false]);
  });
});

describe("A changed resource", () => {
  test("withdraws what its older version became, and says the new; and back again", async () => {
    const patient = somebody();
    const { patient: number } = await imported([bundle(patient, weight(patient, 155))]);
    const mended = await imported([bundle(patient, weight(patient, 55))]);
    expect(mended).toMatchObject({ written: 1, superseded: 1, unchanged: 1 });
    expect(mended.account.map(({ is }) => is)).toEqual(["unchanged", "changed"]);
    const kgs = async () => (await stateOf(number)).record.of("weight-measured").map(({ body }) => body.kg);
    expect(await kgs()).toEqual([55]);
    await imported([bundle(patient, weight(patient, 155))]);
    expect(await kgs()).toEqual([155]);
    await imported([bundle(patient, { ...weight(patient, 155), status: "entered-in-error" })]);
    expect(await kgs()).toEqual([]);
  });

  test("that says the same facts keeps their entries, and what was corrected in them", async () => {
    const patient = somebody();
    const first = await imported([bundle(patient, weight(patient, 155))]);
    const [ref = ""] = first.account[1]?.became ?? [];
    const correction = { ref, reason: "typing mistake", replacement: { kg: 55 } };
    await execute(practice, correctEntry, first.patient, correction, { by: prescriber });
    const touched = { ...weight(patient, 155), meta: { versionId: "2" } };
    const again = await imported([bundle(patient, touched)]);
    expect(again).toMatchObject({ written: 0, superseded: 0, unchanged: 1 });
    expect(again.account[1]).toMatchObject({ is: "changed", became: [ref] });
    expect((await stateOf(first.patient)).record.last("weight-measured")?.body.kg).toBe(55);
  });

  test("without a day stands no longer once it was withdrawn, or got one", async () => {
    const patient = somebody();
    const undated = taking(patient, "3640", "d", { effectiveDateTime: undefined });
    const { patient: number } = await imported([bundle(patient, undated)]);
    const medicines = async () => (await stateOf(number)).record.medicines.map(({ body }) => body.medicine);
    expect(await medicines()).toEqual(["doxycycline"]);
    expect((await stateOf(number)).record.undated).toHaveLength(1);
    await imported([bundle(patient, taking(patient, "3640", "d"))]);
    expect((await stateOf(number)).record.undated).toEqual([]);
    expect(await medicines()).toEqual(["doxycycline"]);
    await imported([bundle(patient, { ...undated, status: "entered-in-error" })]);
    expect(await medicines()).toEqual([]);
  });

  test("dated ahead speaks against treatment now, and is dated once its day has come", async () => {
    const patient = somebody();
    const later = taking(patient, "3640", "d", { effectiveDateTime: "2026-11-20" });
    const first = await imported([bundle(patient, later, weight(patient, 55, "w", "2026-11-20"))]);
    expect(first.account.map(({ leftAside }) => leftAside?.reason)).toEqual([
      undefined,
      "dated-ahead",
      "dated-ahead",
    ]);
    expect((await stateOf(first.patient)).record.medicines).toHaveLength(1);
    expect((await stateOf(first.patient)).record.last("weight-measured")).toBeUndefined();
    itIs("2026-11-21T10:30:00+09:00");
    const again = await imported([bundle(patient, later)]);
    expect(again).toMatchObject({ written: 2, superseded: 2 });
    expect((await stateOf(first.patient)).record.undated).toEqual([]);
    expect((await stateOf(first.patient)).record.last("weight-measured")?.body.kg).toBe(55);
    itIs("2026-11-18T10:30:00+09:00");
  });

  test("voids an open authorisation that it speaks against, also where it brings no day", async () => {
    for (const effectiveDateTime of ["2026-11-17", undefined]) {
      const there = await readyPatient(practice);
      const authorised = await execute(practice, authoriseSupply, there, supplyOf(), { by: prescriber });
      expect(authorised.is).toBe("done");
      const patient = somebody({ birthDate: undefined });
      await imported([bundle(patient, taking(patient, "3640", "d", { effectiveDateTime }))], {
        patient: there,
      });
      expect((await stateOf(there)).record.authorisations.at(-1)?.state).toBe("voided");
    }
  });
});
