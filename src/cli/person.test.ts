import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AuditTrail } from "../app/audit.ts";
import { commands } from "../app/commands/index.ts";
import { type By, entry, toStored } from "../app/entries.ts";
import { execute } from "../app/execute.ts";
import { openPractice } from "../app/open-practice.ts";
import { happening, patientStream } from "../app/practice.ts";
import { register } from "../app/register.ts";
import { at } from "../core/calendar.ts";
import { isowardHere } from "./testing/isoward.ts";

const clinic = "tokyo-monthly";
const by: By = { role: "administrator", id: "adele", authenticated: true };

/** What a clinic's administrator and auditor do from a terminal. */
describe("isoward on people's data", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-people-"));
  const isoward = isowardHere(folder);
  let gone = "";
  let treated = "";
  beforeAll(async () => {
    // Long ago, so that a retention of a year has run.
    const now = at("2024-01-10T01:30:00Z");
    const practice = await openPractice(join(folder, "data"), { now: () => now });
    const registered = async (name: string) => {
      const person = { name, birthDate: "2001-02-03" };
      const done = await register(practice, clinic, person, { by: { ...by, role: "front-desk" } });
      return done.patient ?? "";
    };
    gone = await registered("山田 花子");
    treated = await registered("鈴木 一郎");
    const supply = { product: "isotroin", capsules: 30, capsuleMg: 20, dailyMg: 20, days: 30 };
    const written = { by, clinic, now, today: happening(now, "Asia/Tokyo") };
    await practice.ledger.append({
      stream: patientStream(treated),
      expectedVersion: 1,
      entries: [toStored(entry("supply-dispensed", supply, { actor: "pharmacist" }), written)],
    });
    const policy = { policy: "retention", signedBy: "Dr Example", years: 1 };
    await execute(practice, commands["sign-policy"], clinic, policy, { by: { ...by, role: "prescriber" } });
    const audit = new AuditTrail(practice);
    const person = { account: "nina", appointments: [], links: [] };
    for (let time = 0; time < 3; time += 1)
      await audit.read("readPatient", {
        person,
        role: "nurse",
        clinic,
        through: "own-clinic",
        patient: gone,
      });
    await practice.ledger.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  test("writes an audit trail that verifies anywhere, and says what was done to it", async () => {
    const written = await isoward("audit", "export", clinic, "--out", "trail.ndjson");
    expect([written.status, written.err]).toEqual([0, ""]);
    expect(written.out).toContain("3 entries were written");
    const file = join(folder, "trail.ndjson");
    expect(statSync(file).mode & 0o077).toBe(0);
    expect((await isoward("audit", "verify", "trail.ndjson")).out).toContain("is whole: 3 entries");
    expect((await isoward("verify", "--export-root", "root.json")).status).toBe(0);
    const against = await isoward(
      "audit",
      "verify",
      "trail.ndjson",
      "--against",
      "root.json",
      "--lang",
      "ja",
    );
    expect([against.status, against.err]).toEqual([0, ""]);
    expect(against.out).toMatch(/ルートの時点/);

    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace('"account":"nina"', '"account":"nora"'));
    const bent = await isoward("audit", "verify", "trail.ndjson");
    expect([bent.status, bent.out]).toEqual([1, ""]);
    expect(bent.err).toContain("hash audit/tokyo-monthly/2024-01 1");
    // Whoever can write files can leave a month out and have the rest be whole; a root kept elsewhere knows.
    const lines = text.trim().split("\n");
    const head = { ...JSON.parse(lines[0] ?? ""), streams: [] };
    const start = `${JSON.stringify(head)}\n`;
    const end = { end: true, entries: 0, sha256: createHash("sha256").update(start).digest("hex") };
    writeFileSync(file, `${start}${JSON.stringify(end)}\n`);
    expect((await isoward("audit", "verify", "trail.ndjson")).status).toBe(0);
    const shorter = await isoward("audit", "verify", "trail.ndjson", "--against", "root.json");
    expect([shorter.status, shorter.err]).toEqual([1, expect.stringContaining("missing-stream")]);
    const others = await isoward("audit", "export", clinic, "--from", "2030-01");
    writeFileSync(file, others.out);
    expect((await isoward("audit", "verify", "trail.ndjson", "--against", "root.json")).status).toBe(0);
    expect((await isoward("audit", "verify", "nowhere.ndjson")).status).toBe(2);
  });

  test("takes everything of somebody along, and nothing of anybody else", async () => {
    const written = await isoward("export", gone, "--out", "hanako.json");
    expect([written.status, written.err]).toEqual([0, ""]);
    const text = readFileSync(join(folder, "hanako.json"), "utf8");
    expect(text).toContain("山田 花子");
    expect(text).not.toContain("鈴木");
    expect(JSON.parse(text).accesses).toHaveLength(4);
    expect((await isoward("export", "ZZZZZZZZ")).status).toBe(2);
    expect(JSON.parse((await isoward("export", gone)).out).patient).toBe(gone);
  });

  test("erases nobody while something speaks against it, all of which it says", async () => {
    const unset = await isoward("erase", gone);
    expect([unset.status, unset.out]).toEqual([3, ""]);
    expect(unset.err).toContain("was not told how long records have to be kept");
    writeFileSync(join(folder, "isoward.yaml"), "retentionYears: 1\n");
    const unfinished = await isoward("erase", treated, "--lang", "ja", "--confirm", treated);
    expect([unfinished.status, unfinished.err]).toEqual([3, expect.stringContaining("最後のカプセル")]);
    const unconfirmed = await isoward("erase", gone);
    expect([unconfirmed.status, unconfirmed.err]).toEqual([2, expect.stringContaining("--confirm")]);
    const other = await isoward("erase", gone, "--confirm", treated);
    expect([other.status, other.err]).toEqual([3, expect.stringContaining("is not this patient's number")]);
  });

  test("erases somebody once, with a proof that stays", async () => {
    const erased = await isoward("erase", gone, "--confirm", gone);
    expect([erased.status, erased.err]).toEqual([0, ""]);
    expect(erased.out).toContain(`patient/${gone}`);
    const again = await isoward("erase", gone, "--json");
    const { proof } = JSON.parse(again.out);
    expect(erased.out).toContain(proof.hash);
    expect((await isoward("export", gone)).out).not.toContain("花子");
    expect((await isoward("verify")).status).toBe(0);
  });
});
