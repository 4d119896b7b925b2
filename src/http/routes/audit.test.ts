import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { isNoted } from "../../app/audit.ts";
import { verifyExport } from "../../app/audit-export.ts";
import { readyPatient } from "../../app/testing/ready-patient.ts";
import { type At, at } from "../../core/calendar.ts";
import { eventText, operationText, throughText, wayText } from "../../words/audit-words.ts";
import { happenings, waysIn } from "../auth/events.ts";
import { type AStaffedApi, aStaffedApi } from "../testing/a-staffed-api.ts";
import { routes } from "./index.ts";

const clinic = "tokyo-monthly";
const elsewhere = "pore-care";
const audit = `/api/clinics/${clinic}/audit`;
const reason = "unconscious after a fall, nobody to ask";

/** Two patients of a clinic, looked at, written of, and opened from elsewhere. */
describe("Who saw what", () => {
  let office: AStaffedApi;
  let patient = "";
  let other = "";
  let now: At = at("2026-10-30T01:30:00Z");
  beforeAll(async () => {
    office = await aStaffedApi(() => now);
    patient = await readyPatient(office.practice);
    other = await readyPatient(office.practice);
    await office.appoint("nina", clinic, "nurse");
    await office.appoint("aya", clinic, "auditor");
    await office.appoint("adele", clinic, "administrator");
    await office.appoint("ole", elsewhere, "prescriber");
    await office.appoint("ute", elsewhere, "auditor");
    await office.link("pia", patient, "patient");
    await office.link("gus", patient, "guardian");
    await office.get(`/api/patients/${patient}`, "nina");
    now = at("2026-11-20T01:30:00Z");
    await office.get(`/api/patients/${other}`, "nina");
    await office.get(`/api/patients/${patient}`, "ole");
    await office.post(`/api/patients/${patient}/record-weight`, "nina", { kg: 55 });
    await office.post(`/api/patients/${patient}/break-glass`, "ole", { reason });
    await office.get(`/api/patients/${patient}/timeline`, "ole");
  });
  afterAll(() => office.close());

  const said = (
    items: readonly { kind: string; account: string; what: { en: string }; through: string | null }[],
  ) => items.map(({ kind, account, what, through }) => [kind, account, what.en, through]);

  test("a patient sees of their own data: who, as what, what, by what right; reads and writes, newest first", async () => {
    const { status, body } = await office.get(`/api/patients/${patient}/accesses?limit=6`, "pia");
    expect(status).toBe(200);
    expect(said(body.items)).toEqual([
      ["read", "ole", "Saw the record", "broken-glass"],
      ["opened", "ole", expect.stringContaining(reason), "broken-glass"],
      ["write", "nina", "Weight 55 kg", null],
      ["refused", "ole", "Was refused: the patient's page", null],
      ["read", "nina", "Saw the patient's page", "own-clinic"],
      ["write", "first", expect.stringContaining("Account given"), null],
    ]);
    expect(body.items[0]).toMatchObject({
      role: "prescriber",
      clinic: elsewhere,
      clinicTitle: { en: expect.any(String), ja: expect.any(String) },
      throughText: { en: "in an emergency", ja: "緊急時の閲覧として" },
    });
    expect(JSON.stringify(body)).not.toContain(other);
  });

  test("an administrator, who sees no treatment, sees that there was some and not what", async () => {
    const { body } = await office.get(`/api/patients/${patient}/accesses?limit=6`, "adele");
    const write = body.items.find(
      ({ kind, account }: { kind: string; account: string }) => kind === "write" && account === "nina",
    );
    expect(write.what).toEqual({ en: "An entry you do not see", ja: "表示されない記載1件" });
    expect(JSON.stringify(body)).not.toContain("55 kg");
  });

  test("page by page nothing is left out and nothing comes twice", async () => {
    const whole = await office.get(`/api/patients/${patient}/accesses?limit=200`, "pia");
    const pages: number[] = [];
    for (let before: string | null = ""; before !== null; ) {
      const asked = before === "" ? "" : `&before=${before}`;
      const { body } = await office.get(`/api/patients/${patient}/accesses?limit=3${asked}`, "pia");
      pages.push(...body.items.map(({ position }: { position: number }) => position));
      before = body.next;
    }
    const all: number[] = whole.body.items.map(({ position }: { position: number }) => position);
    expect(pages.filter((position) => all.includes(position))).toEqual(all);
    expect(new Set(pages).size).toBe(pages.length);
  });

  test("an auditor finds by patient, by account and by days, and what needs attention apart", async () => {
    const find = async (query: string, who = "aya") =>
      (await office.get(`${audit}?${query}`, who)).body.items;
    expect(said(await find("only=attention&account=ole"))).toEqual([
      ["opened", "ole", "Opened the record in an emergency", "broken-glass"],
      ["refused", "ole", "Was refused: the patient's page", null],
    ]);
    const [opened] = await find("only=attention&account=ole");
    expect(opened).toMatchObject({ patient, why: { en: reason }, clinic: elsewhere });
    expect(said(await find(`patient=${patient}&account=nina`))).toEqual([
      ["write", "nina", "Weight 55 kg", null],
      ["read", "nina", "Saw the patient's page", "own-clinic"],
    ]);
    expect(said(await find("from=2026-10-01&to=2026-10-31"))).toEqual([
      ["read", "nina", "Saw the patient's page", "own-clinic"],
    ]);
    expect(await find("from=2026-10-31&to=2026-11-19")).toEqual([]);
  });

  test("a guardian and a nurse see no accesses; an auditor and the patient do", async () => {
    const asked = await Promise.all(
      ["gus", "nina", "ole", "aya", "pia"].map((who) => office.get(`/api/patients/${patient}/accesses`, who)),
    );
    expect(asked.map(({ status }) => status)).toEqual([404, 403, 403, 200, 200]);
  });

  test("an auditor sees their own clinic's trail alone", async () => {
    expect((await office.get(audit, "ute")).status).toBe(403);
    expect((await office.get(audit, "nina")).status).toBe(403);
    const { body } = await office.get(`/api/clinics/${elsewhere}/audit?limit=200`, "ute");
    const accounts = new Set(body.items.map(({ account }: { account: string }) => account));
    expect(accounts.has("aya")).toBe(false);
    expect(body.items.some(({ kind }: { kind: string }) => kind === "opened")).toBe(true);
  });

  test("an export can be verified anywhere, and whatever is changed, cut or left out in it shows", async () => {
    const { status, headers, body } = await office.get(`${audit}/export`, "aya");
    expect([status, headers.get("content-disposition")]).toEqual([
      200,
      `attachment; filename="isoward-audit-${clinic}.ndjson"`,
    ]);
    const lines: string[] = body.split("\n");
    const faults = async (changed: readonly string[]) =>
      (await verifyExport(changed)).faults.map(({ what }) => what);
    const whole = await verifyExport(lines);
    expect(whole).toMatchObject({ clinic, faults: [], entries: lines.length - 3 });
    expect(whole.heads.map(({ stream }) => stream)).toEqual([
      `audit/${clinic}/2026-10`,
      `audit/${clinic}/2026-11`,
    ]);
    const at = lines.findIndex((line) => line.includes('"account":"nina"'));
    const forged = lines.with(at, lines[at]?.replaceAll("nina", "nobody") ?? "");
    expect(await faults(forged)).toEqual(["hash", "text"]);
    expect(await faults(lines.toSpliced(at, 1))).toContain("text");
    expect(await faults(lines.slice(0, -2))).toContain("text");
    expect(await faults(lines.toSpliced(2, 1))).toContain("gap");
    expect(await faults(["{}"])).toContain("text");
    const october = await office.get(`${audit}/export?to=2026-10`, "aya");
    expect((await verifyExport(october.body.split("\n"))).heads).toHaveLength(1);
  });

  test("verifying goes through the trail, the clinic's own stream and its patients' records", async () => {
    const { body } = await office.get(`${audit}/verify`, "aya");
    const told = body
      .trim()
      .split("\n")
      .map((line: string) => JSON.parse(line));
    expect(told[0]).toMatchObject({ is: "progress", done: 0 });
    const { total } = told[0];
    expect(told.at(-1)).toEqual({
      is: "verified",
      streams: 5,
      entries: total,
      faults: 0,
      audit: 2,
      patients: 2,
    });
    const { kept } = office.practice.ledger;
    const bent = vi
      .spyOn(office.practice.ledger, "kept")
      .mockImplementation(async (stream, after, most) =>
        (await kept(stream, after, most)).map((row) =>
          stream === `patient/${other}` && row.version === 2 ? { ...row, body: "{}" } : row,
        ),
      );
    const again = await office.get(`${audit}/verify`, "aya");
    bent.mockRestore();
    const found = again.body
      .trim()
      .split("\n")
      .map((line: string) => JSON.parse(line));
    expect(found.filter(({ is }: { is: string }) => is === "fault")).toEqual([
      {
        is: "fault",
        fault: { what: "hash", stream: `patient/${other}`, version: 2, says: expect.any(String) },
      },
    ]);
    expect(found.at(-1)).toMatchObject({ is: "verified", faults: 1 });
  });

  test("everything that is noted has plain words", () => {
    const reads = routes.filter(
      ({ access, writes, tag }) =>
        typeof access !== "string" && isNoted(access.doing) && (writes === undefined || tag === "Commands"),
    );
    const wordless = reads.filter(({ operationId }) => operationText(operationId) === undefined);
    expect(wordless.map(({ operationId }) => operationId)).toEqual([]);
    expect(reads.length).toBeGreaterThan(80);
    expect(happenings.filter((event) => eventText(event) === undefined)).toEqual([]);
    expect(waysIn.filter((way) => wayText(way) === undefined)).toEqual([]);
    expect(throughText("nothing")).toBeUndefined();
  });
});
