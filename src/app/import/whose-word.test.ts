import { afterAll, describe, expect, test } from "vitest";
import type { By } from "../entries.ts";
import { importFiles } from "./import-files.ts";
import {
  asText,
  bundle,
  by,
  clinic,
  importing,
  prescriber,
  rxnorm,
  somebody,
  taking,
} from "./testing/importing.ts";

const { close, practice, stateOf } = await importing();
afterAll(close);

let born = 1950;
const file = (...entries: readonly object[]) => ({ name: "record.json", text: JSON.stringify({ entries }) });
const said = (type: string, body: object = {}, actor = "prescriber", more: object = {}) => ({
  type,
  happened: "2026-11-10",
  actor,
  body,
  ...more,
});
const as = async (who: By, given: Parameters<typeof importFiles>[1][number], patient?: string) => {
  const result = await importFiles(
    practice,
    [given],
    { by: who },
    { clinic, site: "first", ...(patient === undefined ? {} : { patient }) },
  );
  if ("problems" in result) throw new Error(result.problems.map(({ says }) => says).join("\n"));
  return result;
};
const registered = async () => {
  born += 1;
  const birthDate = `${born}-02-03`;
  return (await as(by, file(said("registered", { birthDate }, "front-desk")))).patient;
};
const reasons = ({ account }: Awaited<ReturnType<typeof as>>) =>
  account.map(({ leftAside }) => leftAside?.reason);

describe("A word that takes authority", () => {
  const settling = [
    said("mood-assessed", { conclusion: "may-continue" }),
    said("category-attested", { canBecomePregnant: false }),
    said("judgement-recorded", { rule: "medicines-do-not-conflict", conclusion: "may-continue" }),
    said("symptom-assessed", { symptom: "headache", conclusion: "may-continue" }),
    said("course-resumed"),
    said("results-reviewed"),
    said("pregnancy-ended"),
    said("condition-ended", { condition: "acne" }),
  ];

  test("stays a document where whoever imports it may not give it, and counts once somebody who may does", async () => {
    const patient = await registered();
    const first = await as(by, file(...settling), patient);
    expect(first.written).toBe(0);
    expect(new Set(reasons(first))).toEqual(new Set(["not-the-importers-word"]));
    const types = async () => new Set((await stateOf(patient)).history.entries.map(({ type }) => type));
    expect(await types()).toEqual(new Set(["registered", "document-imported"]));
    expect(await as(by, file(...settling), patient)).toMatchObject({
      written: 0,
      unchanged: settling.length,
    });
    const nurse = await as({ ...prescriber, role: "nurse" }, file(...settling), patient);
    expect(nurse.written).toBe(1);
    const theirs = await as(prescriber, file(...settling), patient);
    expect(theirs.written).toBe(settling.length - 1);
    expect(await types()).toContain("mood-assessed");
    // What counted once goes on counting, whoever brings the file again.
    expect(await as(by, file(...settling), patient)).toMatchObject({ written: 0, superseded: 0 });
  });

  test("comes in from anybody where it speaks against treatment", async () => {
    const patient = await registered();
    const result = await as(
      by,
      file(
        said("category-attested", { canBecomePregnant: true }),
        said("mood-assessed", { conclusion: "stop" }),
        said("pregnancy-reported", {}, "patient"),
        said("course-held", {}, "patient"),
      ),
      patient,
    );
    expect(reasons(result)).toEqual([undefined, undefined, undefined, undefined]);
    expect(result.written).toBe(4);
  });

  test("of a FHIR file is held to the same", async () => {
    const person = somebody({ birthDate: "1949-01-02" });
    const over = taking(person, "3640", "over", {
      status: "completed",
      effectiveDateTime: undefined,
      effectivePeriod: { start: "2020-01-01", end: "2020-02-01" },
    });
    const history = asText(bundle(person, over));
    const first = await as(by, history);
    const medicines = async () =>
      (await stateOf(first.patient)).record.medicines.map(({ body }) => body.medicine);
    expect(reasons(first)).toEqual([undefined, "not-the-importers-word"]);
    expect(await medicines()).toEqual(["doxycycline"]);
    await as({ ...prescriber, role: "nurse" }, history);
    expect(await medicines()).toEqual([]);
  });
});

describe("A correction in a file", () => {
  const alarm = said("mood-screened", { selfHarmThoughts: true }, "nurse", { id: "m1" });
  const withdrawn = said("corrected", { ref: "m1", reason: "oops", withdrawn: true }, "nurse", { id: "c1" });
  const screens = async (patient: string) =>
    (await stateOf(patient)).record.of("mood-screened").map(({ body }) => body.selfHarmThoughts);

  test("takes an alarm back only where a prescriber imports it", async () => {
    const patient = await registered();
    const claimed = { ...withdrawn, actor: "prescriber" };
    const first = await as(by, file(alarm, claimed), patient);
    expect(reasons(first)).toEqual([undefined, "not-the-importers-word"]);
    expect(await screens(patient)).toEqual([true]);
    await as(prescriber, file(alarm, claimed), patient);
    expect(await screens(patient)).toEqual([]);
  });

  test("does not open what a changed copy of the alarm would close", async () => {
    const patient = await registered();
    await as(by, file(alarm), patient);
    const calm = { ...alarm, body: { selfHarmThoughts: false } };
    const changed = await as(by, file(calm), patient);
    expect(reasons(changed)).toEqual(["stands-until-withdrawn"]);
    expect(changed.superseded).toBe(0);
    expect(new Set(await screens(patient))).toEqual(new Set([false, true]));
    expect(await as(by, file(calm), patient)).toMatchObject({ written: 0, unchanged: 1 });
    expect(await as(prescriber, file(calm), patient)).toMatchObject({ written: 0, superseded: 1 });
    expect(await screens(patient)).toEqual([false]);
  });

  test("does not make a permission of a word that permitted nothing", async () => {
    const patient = await registered();
    const can = said("category-attested", { canBecomePregnant: true }, "nurse", { id: "a1" });
    const cannot = said("corrected", { ref: "a1", reason: "x", replacement: { canBecomePregnant: false } });
    await as(by, file(can, cannot), patient);
    const { record } = await stateOf(patient);
    expect(record.of("category-attested").map(({ body }) => body.canBecomePregnant)).toEqual([true]);
  });
});

describe("A day and an instant that do not belong together", () => {
  test("are sent back with their line", async () => {
    const patient = await registered();
    const odd = { day: "2026-11-17", at: "2026-11-10T00:00:00Z" };
    const weight = { ...said("weight-measured", { kg: 60 }, "nurse"), happened: odd };
    await expect(as(by, file(weight), patient)).rejects.toThrow("its instant is of another day");
  });

  test("are sent back like a number that cannot be; of FHIR the number alone is left out", async () => {
    const patient = await registered();
    const supply = said("supply-dispensed", { product: "isotroin", capsules: 1, days: 1e300 }, "pharmacist");
    await expect(as(by, file(supply), patient)).rejects.toThrow("days 1e+300 cannot be right");
    const person = somebody({ birthDate: "1948-01-02" });
    const dispensed = {
      resourceType: "MedicationDispense",
      id: "supply",
      status: "completed",
      whenHandedOver: "2026-11-01",
      daysSupply: { value: 1e9 },
      medicationCodeableConcept: rxnorm("6064"),
      subject: { reference: `Patient/${person.id}` },
    };
    const result = await as(by, asText(bundle(person, dispensed)));
    const [out] = (await stateOf(result.patient)).record.of("supply-dispensed");
    expect(out?.body.days).toBeUndefined();
    expect(out).toBeDefined();
  });
});
