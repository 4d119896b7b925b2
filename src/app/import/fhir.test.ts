import { afterAll, describe, expect, test } from "vitest";
import { verify } from "../../ledger/verify.ts";
import { readyPatient } from "../testing/ready-patient.ts";
import { findPatients } from "../views/find-patients.ts";
import { about, bundle, by, clinic, importing, rxnorm, somebody, weight } from "./testing/importing.ts";

const { close, folder, imported, practice, problems, stateOf } = await importing();
afterAll(close);

describe("A FHIR file", () => {
  test("registers a new patient, keeps the name privately, and gives an account of every resource", async () => {
    const patient = somebody({ identifier: [{ system: "urn:test:mrn", value: "12345" }] });
    const result = await imported([
      bundle(patient, weight(patient, 55), { resourceType: "Encounter", id: "e", ...about(patient) }),
    ]);
    expect(result).toMatchObject({ created: true, written: 2, unchanged: 0, superseded: 0 });
    expect(result.account.map(({ resource, became, is }) => [resource, became.length, is])).toEqual([
      [`Patient/${patient.id}`, 1, "new"],
      ["Encounter/e", 0, "new"],
      ["Observation/weight", 1, "new"],
    ]);
    expect(result.account[1]?.leftAside).toEqual({ reason: "not-relevant", detail: "Encounter" });
    const { record, personal } = await stateOf(result.patient);
    expect(record.last("weight-measured")).toMatchObject({
      body: { kg: 55 },
      actor: "unknown",
      source: "import",
    });
    expect(personal.name).toMatch(/^Test Nobody\d+$/);
    const found = await findPatients(practice, { clinic, search: personal.name?.slice(5) ?? "" });
    expect(found.items.map((one) => one.patient)).toEqual([result.patient]);
    for (const stored of await practice.ledger.read(`patient/${result.patient}`)) {
      expect(JSON.stringify(stored.body)).not.toMatch(/Nobody|12345/);
      expect(stored.source.kind).toBe("import");
      expect(stored.actor).toMatchObject({ id: by.id });
      expect(stored.actor.authenticated).toBe(stored.type === "document-imported");
    }
  });

  test("finds its patient again by the resource's id or by an identifier", async () => {
    const patient = somebody({ identifier: [{ system: "urn:test:mrn", value: "777" }] });
    const first = await imported([bundle(patient)]);
    const byId = await imported([bundle({ ...patient, identifier: [] }, weight(patient, 51))]);
    expect(byId).toMatchObject({ patient: first.patient, created: false });
    const renamed = { ...patient, id: "another-id" };
    const byIdentifier = await imported([bundle(renamed, weight(renamed, 52, "w2"))]);
    expect(byIdentifier).toMatchObject({ patient: first.patient, created: false });
    expect((await stateOf(first.patient)).record.of("weight-measured")).toHaveLength(2);
    expect((await stateOf(first.patient)).record.of("registered")).toHaveLength(1);
  });

  test("goes into a patient who is there already, whose registration stands", async () => {
    const there = await readyPatient(practice, "ready-can");
    const patient = somebody();
    const result = await imported([bundle(patient, weight(patient, 54))], { patient: there });
    expect(result).toMatchObject({ patient: there, created: false, written: 1 });
    expect(result.account[0]?.leftAside).toEqual({ reason: "registered-already" });
    // And is found again without a number.
    expect(await imported([bundle(patient, weight(patient, 54))])).toMatchObject({
      patient: there,
      written: 0,
      unchanged: 2,
    });
  });

  test("makes no order a fact: it is accounted for, and proposed", async () => {
    const patient = somebody();
    const order = {
      resourceType: "MedicationRequest",
      id: "order",
      status: "active",
      intent: "order",
      medicationCodeableConcept: rxnorm("197844"),
      ...about(patient),
    };
    const result = await imported([bundle(patient, order)]);
    expect(result.proposals).toEqual([{ order: "order", capsuleMg: 20, refills: 0 }]);
    expect(result.account[1]).toMatchObject({ became: [], leftAside: { reason: "order-proposed" } });
    expect((await stateOf(result.patient)).record.authorisations).toEqual([]);
  });

  test("names unnamed resources by what they say, wherever they stand", async () => {
    const patient = somebody();
    const { id: _none, ...unnamed } = weight(patient, 50);
    const first = await imported([bundle(patient, unnamed, unnamed)]);
    expect(first).toMatchObject({ written: 3 });
    expect(first.account.map(({ resource }) => resource).slice(1)).toEqual([
      expect.stringMatching(/^Observation\/~[0-9a-f]{16}$/),
      expect.stringMatching(/^Observation\/~[0-9a-f]{16}\.2$/),
    ]);
    const again = await imported([bundle(weight(patient, 49, "other"), unnamed, patient, unnamed)]);
    expect(again).toMatchObject({ written: 1, unchanged: 3 });
  });
});

describe("What is private", () => {
  test("is gone once the person was erased, and takes no import any more", async () => {
    const patient = somebody({ name: [{ text: "Gone Tomorrow" }] });
    const { patient: number } = await imported([bundle(patient, weight(patient, 55))]);
    const stream = `patient/${number}`;
    const rawOf = async () =>
      (await practice.ledger.read(stream)).filter(({ type }) => type === "document-imported");
    expect(JSON.stringify(await rawOf())).toContain("Gone Tomorrow");
    await practice.ledger.erase(stream);
    practice.histories.forget(stream);
    expect((await rawOf()).map((one) => one.private)).toEqual(["erased", "erased"]);
    expect(JSON.stringify(await practice.ledger.read(stream))).not.toContain("Gone Tomorrow");
    expect((await stateOf(number)).record.last("weight-measured")?.body.kg).toBe(55);
    expect(await problems([bundle(patient)], { patient: number })).toEqual([
      expect.stringContaining("was erased"),
    ]);
    expect((await verify(folder)).faults).toEqual([]);
  });

  test("keeps no raw form of what says nothing here", async () => {
    const patient = somebody();
    const { patient: number } = await imported([
      bundle(patient, { resourceType: "Encounter", id: "e", ...about(patient), secret: "elsewhere" }),
    ]);
    expect(JSON.stringify(await practice.ledger.read(`patient/${number}`))).not.toContain("elsewhere");
  });
});
