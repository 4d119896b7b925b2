import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readyPatient } from "../../app/testing/ready-patient.ts";
import { LedgerError } from "../../ledger/ledger.ts";
import { type AStaffedApi, aStaffedApi } from "../testing/a-staffed-api.ts";

const clinic = "tokyo-monthly";
const elsewhere = "pore-care";

describe("The audit trail", () => {
  let office: AStaffedApi;
  let patient = "";
  beforeAll(async () => {
    office = await aStaffedApi();
    patient = await readyPatient(office.practice);
    await office.appoint("nina", clinic, "nurse");
    await office.appoint("paul", clinic, "prescriber");
    await office.appoint("ole", elsewhere, "prescriber");
  });
  afterAll(() => office.close());

  const page = () => `/api/patients/${patient}`;
  const lastOf = async (at = clinic) => (await office.lines(at)).at(-1);
  const count = async (at = clinic) => (await office.lines(at)).length;
  /** Nothing can be appended while the work runs. */
  const withFullDisk = async (work: () => Promise<void>) => {
    const full = new LedgerError("full", "the disk is full", "free some");
    const append = vi.spyOn(office.practice.ledger, "append").mockRejectedValue(full);
    try {
      await work();
    } finally {
      append.mockRestore();
    }
  };

  test("has who read whose data, as what, and through what right", async () => {
    expect((await office.get(page(), "nina")).status).toBe(200);
    expect(await lastOf()).toMatchObject({
      type: "person-data-read",
      actor: { role: "nurse", id: "nina", authenticated: true },
      clinic,
      body: { patient, account: "nina", operation: "readPatient", through: "own-clinic" },
    });
  });

  test("has every one of two hundred reads at once, each once and in fewer appends", async () => {
    const before = await count();
    const asked = Array.from({ length: 200 }, (_, index) => `${page()}/timeline?limit=${index + 1}`);
    const append = vi.spyOn(office.practice.ledger, "append");
    const answers = await Promise.all(asked.map((path) => office.get(path, "paul")));
    const appends = append.mock.calls.length;
    append.mockRestore();
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(appends).toBeLessThan(100);
    const lines = (await office.lines(clinic)).slice(before);
    expect(lines).toHaveLength(200);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(200);
    expect(lines.every(({ body }) => (body as { operation: string }).operation === "readTimeline")).toBe(
      true,
    );
  });

  test("shows nothing that it cannot write down", async () => {
    const before = await count();
    await withFullDisk(async () => {
      const { status, body, headers } = await office.get(page(), "nina");
      expect([status, body.type, headers.get("retry-after")]).toEqual([503, "/problems/not-noted", "1"]);
      expect(JSON.stringify(body)).not.toContain("birthDate");
    });
    expect(await count()).toBe(before);
    expect((await office.get(page(), "nina")).status).toBe(200);
  });

  test("has who was refused, also where nobody has the number; the clinics that treat the patient know too", async () => {
    expect((await office.get(page(), "ole")).status).toBe(403);
    expect(await lastOf(elsewhere)).toMatchObject({
      type: "access-refused",
      body: { patient, account: "ole", operation: "readPatient", why: "no-relation" },
    });
    const rows = await office.practice.ledger.query(
      "SELECT clinic, account, patient, why FROM view_access WHERE type = 'access-refused' ORDER BY clinic",
    );
    expect(rows).toEqual(
      [elsewhere, clinic].map((at) => ({ clinic: at, account: "ole", patient, why: "no-relation" })),
    );
    expect((await office.get("/api/patients/ZZZZZZZZ", "ole")).status).toBe(404);
    expect(await lastOf(elsewhere)).toMatchObject({ body: { patient: "ZZZZZZZZ", why: "unknown-patient" } });
  });

  test("names nobody who is not signed in, and notes nothing of what is nobody's data", async () => {
    const before = await count();
    expect((await office.get(page())).status).toBe(401);
    expect((await office.get("/api/clinics", "nina")).status).toBe(200);
    expect((await office.get("/api/protocols")).status).toBe(200);
    expect(await count()).toBe(before);
  });

  test("has a write that was refused with the patient's findings, which were seen", async () => {
    const fresh = { name: "山田 花子", birthDate: "2001-02-03" };
    expect((await office.post(`/api/clinics/${clinic}/patients`, "nina", fresh)).status).toBe(201);
    const before = await count();
    const again = await office.post(`/api/clinics/${clinic}/patients`, "nina", fresh);
    expect([again.status, again.body.patients.length]).toEqual([409, 1]);
    expect((await count()) - before).toBe(1);
    expect(await lastOf()).toMatchObject({ body: { operation: "register" } });
  });

  test("has what happened to an account at every clinic that appointed it, and a sign-in waits for it", async () => {
    office.accounts.tell({ what: "password-changed", account: "nina" });
    const { accounts } = office;
    const signedOut = vi.spyOn(accounts.signIn, "personOf").mockImplementation(() => {
      // As a route does: told before it answers.
      accounts.tell({ what: "signed-in", account: "ole", how: "passkey", address: "198.51.100.7" });
      return Promise.resolve(undefined);
    });
    const answer = await office.app.request("/api/sign-in");
    signedOut.mockRestore();
    expect(answer.status).toBe(200);
    expect(await lastOf()).toMatchObject({
      type: "account-event",
      actor: { id: "nina" },
      body: { event: "password-changed" },
    });
    const line = await lastOf(elsewhere);
    expect(line).toMatchObject({ body: { event: "signed-in", account: "ole", how: "passkey" } });
    expect(JSON.stringify(line)).not.toContain("198.51");
    // Only what was planted above.
    expect(office.bugs).toEqual([expect.any(LedgerError)]);
  });

  test("is not filled by somebody from outside who tries links that nobody made", async () => {
    const tryLink = async () =>
      await office.app.request("/api/sign-in/link", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ token: "a".repeat(43) }),
      });
    const before = await count("none");
    const tried = await Promise.all(Array.from({ length: 300 }, tryLink));
    expect(tried.every(({ status }) => status === 410)).toBe(true);
    const lines = (await office.lines("none")).slice(before);
    expect(lines.length).toBeLessThanOrEqual(100);
    expect(lines[0]).toMatchObject({ type: "account-event", body: { event: "link-refused" } });
    // What somebody here does, and what names an account, is written however much was tried.
    office.accounts.tell({ what: "link-made", purpose: "invitation" });
    office.accounts.tell({ what: "sign-in-failed", account: "nina", how: "password" });
    await office.app.request("/api/sign-in");
    expect(await lastOf("none")).toMatchObject({ body: { event: "link-made" } });
    expect(await lastOf()).toMatchObject({ body: { event: "sign-in-failed", account: "nina" } });
  });

  test("finds a patient's accesses without reading months", async () => {
    const read = vi.spyOn(office.practice.ledger, "read");
    const rows = await office.practice.ledger.query(
      "SELECT account, operation FROM view_access WHERE patient = :patient ORDER BY position DESC LIMIT 1",
      { patient },
    );
    expect([rows, read.mock.calls]).toEqual([[{ account: "ole", operation: "readPatient" }], []]);
    read.mockRestore();
  });
});

test("It has who printed the sheet for a day without a computer, and who was refused it", async () => {
  const office = await aStaffedApi();
  const patient = await readyPatient(office.practice);
  await office.appoint("nina", clinic, "nurse");
  const lastOf = async () => (await office.lines(clinic)).at(-1);
  await office.appoint("frida", clinic, "front-desk");
  const sheet = `/api/clinics/${clinic}/downtime`;
  const printed = await office.get(sheet, "nina");
  expect(printed.status).toBe(200);
  expect(printed.body.lines.map((line: { patient: string }) => line.patient)).toContain(patient);
  const body = { account: "nina", operation: "readDowntime", through: "own-clinic" };
  expect(await lastOf()).toMatchObject({ type: "person-data-read", body });
  expect((await office.get(sheet, "frida")).status).toBe(403);
  const refused = { account: "frida", operation: "readDowntime", why: "not-your-role" };
  expect(await lastOf()).toMatchObject({ type: "access-refused", body: refused });
  await office.close();
});
