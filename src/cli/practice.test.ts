import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPractice } from "../app/open-practice.ts";
import { readyPatient } from "../app/testing/ready-patient.ts";
import { isowardHere, isowardIn } from "./testing/isoward.ts";

/** A clinic run from a terminal: the same words, refusals and exit statuses as the pages and the API. */
describe("isoward on a practice", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-cli-"));
  const isoward = isowardHere(folder);
  const supply = ["--product", "isotroin", "--capsule-mg", "20", "--daily-mg", "40", "--days", "30"];
  const pack = ["--lot", "A1", "--expires-on", "2031-01-31"];
  let patient = "";
  let number = "";
  beforeAll(async () => {
    const practice = await openPractice(join(folder, "data"));
    patient = await readyPatient(practice);
    await practice.ledger.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("registers once: who looks the same is sent back, and registered where said to be somebody else", async () => {
    const person = [
      "--clinic",
      "tokyo-monthly",
      "--name",
      "架空 花子",
      "--birth-date",
      "2001-04-12",
      "--as",
      "front-desk",
    ];
    const first = await isoward("register", ...person);
    expect([first.status, first.err]).toEqual([0, ""]);
    const again = await isoward("register", ...person, "--lang", "ja");
    expect(again.status).toBe(3);
    expect(again.err).toMatch(/[ぁ-ん]/);
    const other = await isoward("register", ...person, "--not-the-same-as", first.out.trim());
    expect(other.status).toBe(0);
    expect(other.out).not.toBe(first.out);
  });

  test("authorises, dispenses once, and says why not a second time", async () => {
    const authorised = await isoward("authorise", patient, ...supply);
    expect(authorised.status, authorised.err).toBe(0);
    number = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(authorised.out)?.[0] ?? "";
    expect(number).not.toBe("");
    expect((await isoward("authorise", patient, ...supply)).status).toBe(10);
    const dispensed = await isoward(
      "dispense",
      number.toLowerCase().replaceAll("-", " "),
      ...pack,
      "--as",
      "pharmacist",
    );
    expect(dispensed.status, dispensed.err).toBe(0);
    const again = await isoward("dispense", number, ...pack, "--as", "pharmacist");
    expect(again.status).toBe(3);
    expect(again.err).toContain(number);
  });

  test("decides again what was decided, to the same", async () => {
    const { status, out } = await isoward("rerun", number);
    expect(status).toBe(0);
    expect(out.match(/same findings/g)?.length).toBe(4);
  });

  test("shows the record as it was written, with who wrote it", async () => {
    const { status, out } = await isoward("history", patient);
    expect(status).toBe(0);
    expect(out).toContain(number);
    expect(out).toContain("not authenticated");
    expect((await isoward("history", "K7QX2M9P")).status).toBe(2);
  });

  test("asks for the role, and refuses a hand whose word does not count", async () => {
    expect((await isoward("record", "weight", patient, "--kg", "60")).err).toContain("--as");
    const nurse = await isoward("record", "hold-course", patient, "--as", "lab");
    expect(nurse.status).not.toBe(0);
  });

  test("backs up, loses everything, and restores to the same record", async () => {
    const before = (await isoward("history", patient)).out;
    const made = await isoward("backup", "all.backup", "--keys", "keys.copy", "--root", "root.json");
    expect(made.status, made.err).toBe(0);
    expect((await isoward("backup", "all.backup")).status).toBe(2);
    const restored = await isoward("restore", "all.backup", "--keys", "keys.copy", "--data", "again");
    expect(restored.status, restored.err).toBe(0);
    expect((await isoward("history", patient, "--data", join(folder, "again"))).out).toBe(before);
    expect((await isoward("verify", "--data", join(folder, "again"), "--against", "root.json")).status).toBe(
      0,
    );
    expect((await isoward("restore", "all.backup", "--keys", "keys.copy", "--data", "again")).status).toBe(2);
  });

  test("says what was changed behind its back, and where", async () => {
    expect((await isoward("verify")).status).toBe(0);
    const database = new DatabaseSync(join(folder, "data", "ledger.sqlite"));
    database.exec("DROP TRIGGER IF EXISTS entries_no_update");
    const triggers = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")
      .all()
      .map(({ name }) => String(name));
    for (const name of triggers) database.exec(`DROP TRIGGER ${name}`);
    database.exec(
      `UPDATE entries SET body = replace(body, '"kg":60', '"kg":61') WHERE body LIKE '%"kg":60%'`,
    );
    database.close();
    const { status, out } = await isoward("verify");
    expect(status).toBe(1);
    expect(out).toContain(`patient/${patient}`);
  });

  test("imports twice to one outcome, and writes nothing of a file that is half bad", () => {
    // Each call a process of its own, as from a terminal.
    const apart = isowardIn(folder);
    const file = join(folder, "record.yaml");
    const entry = "  - { id: w, type: weight-measured, happened: 2026-10-01, body: { kg: 61 } }";
    writeFileSync(
      file,
      `entries:\n  - { type: registered, happened: 2026-10-01, body: { birthDate: 1999-01-02 } }\n${entry}\n`,
    );
    const to = ["--clinic", "tokyo-monthly", "--as", "nurse", "--data", join(folder, "imported"), "--json"];
    const first = apart("import", file, ...to);
    expect(first.status, first.err).toBe(0);
    const { patient: imported } = JSON.parse(first.out) as { patient: string };
    const again = apart("import", file, ...to, "--patient", imported);
    expect(JSON.parse(again.out)).toMatchObject({ written: 0 });
    writeFileSync(
      file,
      `${readFileSync(file, "utf8")}  - { type: weight-measured, happened: 2026-02-30, body: { kg: 61 } }\n`,
    );
    const bad = apart("import", file, ...to, "--patient", imported);
    expect(bad.status).toBe(2);
    expect(existsSync(join(folder, "imported", "ledger.sqlite"))).toBe(true);
  });
});
