import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { importFiles } from "./import-files.ts";
import { bundle, by, clinic, importing, somebody, weight } from "./testing/importing.ts";

const { close, imported, practice, problems, stateOf } = await importing();
afterAll(close);

describe("An Isoward record", () => {
  const record = readFileSync(new URL("../../../examples/first-supply.yaml", import.meta.url), "utf8");

  test("keeps whose word each entry was, with nobody's signature; twice changes nothing", async () => {
    const first = await imported([record]);
    expect(first).toMatchObject({ created: true, superseded: 0 });
    expect(first.account.every(({ is }) => is === "new")).toBe(true);
    const stored = await practice.ledger.read(`patient/${first.patient}`);
    expect(new Set(stored.map(({ actor }) => actor.role)).size).toBeGreaterThan(2);
    for (const { type, actor, source } of stored) {
      expect(source.kind).toBe("import");
      expect(actor.authenticated).toBe(type === "document-imported");
    }
    const again = await imported([record]);
    expect(again).toMatchObject({
      patient: first.patient,
      created: false,
      written: 0,
      unchanged: first.account.length,
    });
  });

  const born = "{ type: registered, happened: 2026-10-01, body: { birthDate: 1991-02-03 } }";
  const kg = (value: number, more = "") =>
    `{ id: w1, type: weight-measured, happened: 2026-10-02, actor: nurse, body: { kg: ${value} }${more} }`;
  const file = (...entries: readonly string[]) =>
    `entries:\n${entries.map((one) => `  - ${one}\n`).join("")}`;

  test("is mended by its own ids, and a correction in it finds what it mends", async () => {
    const corrected =
      "{ type: corrected, happened: 2026-10-03, actor: nurse, body: { ref: w1, reason: typing mistake, replacement: { kg: 60 } } }";
    const first = await imported([file(born.replace("1991", "1981"), corrected, kg(160))]);
    const weightNow = async () => (await stateOf(first.patient)).record.last("weight-measured")?.body.kg;
    expect(await weightNow()).toBe(60);
    const again = await imported([file(kg(165), corrected)], { patient: first.patient });
    // The entry that is mended is another now, and so is what mends it.
    expect(again).toMatchObject({ written: 2, superseded: 2 });
    expect(await weightNow()).toBe(60);
    await imported([file(kg(62))], { patient: first.patient });
    expect(await weightNow()).toBe(62);
  });

  test("is mended part by part: a second correction builds on the first", async () => {
    const part = (happened: string, ref: string, replacement: string) =>
      `{ id: ${ref}, type: corrected, happened: ${happened}, actor: nurse, body: { ref: s1, reason: x, replacement: ${replacement} } }`;
    const scored =
      "{ id: s1, type: severity-scored, happened: 2026-10-02, actor: nurse, body: { severity: mild, gags: 10 } }";
    const later = part("2026-10-05", "c2", "{ gags: 32 }");
    const earlier = part("2026-10-03", "c1", "{ severity: severe }");
    const { patient } = await imported([file(born.replace("1991", "1984"), later, scored, earlier)]);
    expect((await stateOf(patient)).record.last("severity-scored")?.body).toMatchObject({
      severity: "severe",
      gags: 32,
    });
    const third = part("2026-10-06", "c3", "{ iga: 4 }");
    await imported([file(scored, third)], { patient });
    expect((await stateOf(patient)).record.last("severity-scored")?.body).toMatchObject({
      severity: "severe",
      gags: 32,
      iga: 4,
    });
  });

  test("permits nothing here: authorisations, overrides and a clinic's own words are left aside", async () => {
    const result = await imported([
      file(
        born.replace("1991", "1982"),
        "{ type: policy-signed, happened: 2026-10-01, actor: prescriber, body: { policy: pregnancy-test-kit, signedBy: X, detectsMiuPerMl: 25 } }",
        "{ id: a, type: supply-authorised, happened: 2026-10-01, actor: prescriber, body: { number: N1, product: isotroin, capsuleMg: 20, capsules: 60, dailyMg: 40, dosesPerDay: 2, days: 30, edition: 2021-12-13 } }",
        "{ type: supply-dispensed, happened: 2026-10-01, actor: pharmacist, body: { number: N1, product: isotroin, capsuleMg: 20, capsules: 60, dailyMg: 40, days: 30 } }",
        "{ type: corrected, happened: 2026-10-01, actor: prescriber, body: { ref: a, reason: x, withdrawn: true } }",
        "{ type: finding-overridden, happened: 2026-10-01, actor: prescriber, body: { rule: x, reason: y, because: z } }",
      ),
    ]);
    expect(result.account.map(({ leftAside }) => leftAside?.reason)).toEqual([
      undefined,
      "clinics-own",
      "given-elsewhere",
      undefined,
      "given-elsewhere",
      "mends-what-was-left-aside",
    ]);
    const { record } = await stateOf(result.patient);
    expect(record.authorisations).toEqual([]);
    expect(record.last("supply-dispensed")?.body.number).toBe("elsewhere:N1");
  });

  test("is refused with its line where a word does not count, is dated ahead, or stands for two things", async () => {
    const attested =
      "{ type: category-attested, happened: 2026-10-01, actor: nurse, body: { canBecomePregnant: false } }";
    const given = { name: "half-bad.yaml", text: file(born, kg(60), attested) };
    const refused = await importFiles(practice, [given], { by }, { clinic });
    expect(refused).toMatchObject({
      problems: [
        { file: "half-bad.yaml", line: 4, remedy: "write `actor: prescriber`, if that is who it was" },
      ],
    });
    const ahead = await importFiles(
      practice,
      [{ name: "ahead.yaml", text: file(born, kg(60).replace("2026-10-02", "2026-12-02")) }],
      { by },
      { clinic },
    );
    expect(ahead).toMatchObject({ problems: [{ file: "ahead.yaml", line: 3 }] });
    expect(await problems([file(born, kg(60)), file(kg(61))])).toEqual([
      'the id "w1" stands for another entry in record.yaml',
    ]);
  });

  test("of somebody nameless born on the same day is not taken for somebody new unasked", async () => {
    const first = await imported([file(born)]);
    expect(await problems([file(born, kg(70))])).toEqual([
      `somebody who may be the same person is registered already: ${first.patient}`,
    ]);
    expect(await imported([file(born, kg(70))], { patient: first.patient })).toMatchObject({ written: 1 });
  });

  test("and FHIR of one person go together", async () => {
    const patient = somebody({ birthDate: "1983-02-03" });
    const result = await imported([
      bundle(patient, weight(patient, 58)),
      file(born.replace("1991", "1983"), kg(59).replace("10-02", "10-05")),
    ]);
    expect(result.account.map(({ leftAside }) => leftAside?.reason)).toEqual([
      undefined,
      undefined,
      "registered-already",
      undefined,
    ]);
    expect((await stateOf(result.patient)).record.of("registered")).toHaveLength(1);
    expect(await problems([bundle(somebody()), file(born)])).toEqual([
      "the files are about people born on different days: 2000-06-15, 1991-02-03",
    ]);
  });
});
