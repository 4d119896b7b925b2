import { afterAll, describe, expect, test } from "vitest";
import { importFiles } from "./import-files.ts";
import { asText, bundle, by, clinic, importing, somebody, weight } from "./testing/importing.ts";

const { close, imported, practice, problems, stateOf } = await importing();
afterAll(close);

describe("Nothing is written where it is not certain", () => {
  test("two patients in one file: which of them is asked", async () => {
    const [one, two] = [somebody(), somebody()];
    const both = bundle(one, two, weight(one, 50), weight(two, 60, "w2"));
    expect(await problems([both])).toEqual([`there are 2 patients: ${one.id}, ${two.id}`]);
    const chosen = await imported([both], { subject: two.id });
    expect((await stateOf(chosen.patient)).record.of("weight-measured").map(({ body }) => body.kg)).toEqual([
      60,
    ]);
    const others = chosen.account.filter(({ is }) => is === "not-kept");
    expect(others.map(({ leftAside }) => leftAside?.reason)).toEqual(["other-patient", "other-patient"]);
    const kept = await practice.ledger.read(`patient/${chosen.patient}`);
    expect(JSON.stringify(kept)).not.toContain(one.id);
  });

  test("a file that is half bad, and one among several", async () => {
    const patient = somebody();
    const bad = [
      { ...weight(patient, 50), id: "same" },
      { ...weight(patient, 60), id: "same" },
    ];
    expect(await problems([bundle(patient, ...bad)])).toEqual([
      "Observation/same is given more than once, with different content.",
    ]);
    expect(
      await problems([bundle(patient), "entries: [{ type: registered, happened: 2026-13-01 }]"]),
    ).toHaveLength(1);
    const deep = JSON.parse(`${'{"a":'.repeat(500)}1${"}".repeat(500)}`);
    expect(await problems([bundle(patient, { ...weight(patient, 50), deep })])).toEqual([
      "it nests too deep",
    ]);
  });

  test("who looks like somebody who is there, and is said not to be", async () => {
    const patient = somebody();
    const first = await imported([bundle(patient)]);
    const twin = { ...patient, id: "twin" };
    expect(await problems([bundle(twin)])).toEqual([
      `somebody who may be the same person is registered already: ${first.patient}`,
    ]);
    const other = await imported([bundle(twin)], { notTheSameAs: [first.patient] });
    expect(other).toMatchObject({ created: true });
    expect(await problems([bundle(twin)], { patient: first.patient })).toEqual([
      `this person was imported as patient ${other.patient} before, not as ${first.patient}`,
    ]);
  });

  test("another date of birth than is registered", async () => {
    const patient = somebody();
    const first = await imported([bundle(patient)]);
    const says = `the file is about somebody born on 2000-06-16, which is not the date of birth of patient ${first.patient}`;
    const other = { ...patient, birthDate: "2000-06-16" };
    expect(await problems([bundle(other)])).toEqual([says]);
    expect(await problems([bundle({ ...other, id: "x" })], { patient: first.patient })).toEqual([says]);
  });

  test("nobody, no date of birth, no such patient, another clinic's word", async () => {
    expect(await problems([weight({ id: "x" }, 50)])).toEqual([expect.stringContaining("nobody is named")]);
    expect(await problems([bundle(somebody({ birthDate: "2000" }))])).toEqual([
      "no full date of birth is given, and nobody is registered without one",
    ]);
    expect(await problems([bundle(somebody({ birthDate: "2090-01-01" }))])).toEqual([
      "2090-01-01 is no date of birth",
    ]);
    expect(await problems([bundle(somebody())], { patient: "00000000" })).toEqual([
      "there is no patient 00000000",
    ]);
    expect(await problems([bundle(somebody())], { clinic: "nowhere" })).toEqual([
      'there is no clinic "nowhere"',
    ]);
    expect(await problems([bundle(somebody())], { site: "third" })).toEqual([
      'tokyo-monthly has no site "third"',
    ]);
    const byPatient = await importFiles(
      practice,
      [asText(bundle(somebody()))],
      { by: { ...by, role: "patient" } },
      { clinic },
    );
    expect(byPatient).toMatchObject({ problems: [{ says: "patient may not import" }] });
  });

  test("later resources alone need no Patient where there was one before", async () => {
    const patient = somebody();
    const { patient: number } = await imported([bundle(patient)]);
    const alone = await imported([weight(patient, 53)], { patient: number });
    expect(alone).toMatchObject({ created: false, written: 1 });
    const stranger = await imported([weight({ id: "stranger" }, 53, "w9")], { patient: number });
    expect(stranger.account).toMatchObject([{ is: "not-kept", leftAside: { reason: "other-patient" } }]);
  });
});
