/** Somebody of the staff lost everything that opened their account: an administrator's link, and what it may not do. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readyPatient } from "../../app/testing/ready-patient.ts";
import { type AStaffedApi, aStaffedApi } from "../testing/a-staffed-api.ts";

const clinic = "tokyo-monthly";
const elsewhere = "pore-care";
const path = `/api/clinics/${clinic}/recovery-links`;
const minuteMs = 60_000;

describe("A way back for somebody of the staff", () => {
  let api: AStaffedApi;
  let lost = "";
  let signedInAt = new Date(Date.now() - 60 * minuteMs);
  beforeAll(async () => {
    api = await aStaffedApi();
    const user = { name: "見本 直", email: "nao@clinic.example", emailVerified: false };
    const made = api.accounts.engine.context.internalAdapter.createUser(user, { method: "email-password" });
    lost = (await made).id;
    await api.appoint("admin", clinic, "administrator");
    await api.appoint("aya", clinic, "auditor");
    await api.appoint("nurse", clinic, "nurse");
    await api.appoint(lost, clinic, "prescriber");
    const asked = vi.mocked(api.accounts.signIn.personOf).getMockImplementation();
    vi.spyOn(api.accounts.signIn, "personOf").mockImplementation(async (request) => {
      const found = await asked?.(request);
      return found === undefined ? undefined : { ...found, at: signedInAt.toISOString() };
    });
  });
  afterAll(() => api.close());
  const tokenOf = ({ address }: { address: string }) => new URL(address).hash.slice(1);
  const use = (token: string) =>
    api.post("/api/sign-in/link/recovery", undefined, { token, password: "meadow clock seventeen" });

  test("is made soon after the administrator signed in, and by nobody else", async () => {
    const stale = await api.post(path, "admin", { account: lost });
    expect([stale.status, stale.body.type]).toEqual([403, "/problems/sign-in-again"]);
    signedInAt = new Date();
    for (const who of ["nurse", "aya"])
      expect((await api.post(path, who, { account: lost })).status, who).toBe(403);
  });

  test("is none any more once whoever made it was dismissed, or its owner has rights elsewhere", async () => {
    await api.appoint("brief", clinic, "administrator");
    const made = await api.post(path, "brief", { account: lost });
    expect(made.status).toBe(200);
    const out = { account: "brief", role: "administrator" };
    expect((await api.post(`/api/clinics/${clinic}/dismiss-staff`, "admin", out)).status).toBe(200);
    expect((await use(tokenOf(made.body))).status).toBe(410);

    const again = await api.post(path, "admin", { account: lost });
    await api.appoint(lost, elsewhere, "nurse");
    expect((await use(tokenOf(again.body))).status).toBe(410);
    await api.appoint("head", elsewhere, "administrator");
    const gone = { account: lost, role: "nurse" };
    expect((await api.post(`/api/clinics/${elsewhere}/dismiss-staff`, "head", gone)).status).toBe(200);
  });

  test("is good once and for an hour; a newer one takes its place; making it is in the audit trail", async () => {
    const older = await api.post(path, "admin", { account: lost });
    expect(older.status).toBe(200);
    const minutes = (Date.parse(older.body.until) - Date.now()) / minuteMs;
    expect(minutes).toBeGreaterThan(58);
    expect(minutes).toBeLessThanOrEqual(60);
    const newer = await api.post(path, "admin", { account: lost });
    expect((await use(tokenOf(older.body))).status).toBe(410);
    expect((await use(tokenOf(newer.body))).status).toBe(200);
    expect((await use(tokenOf(newer.body))).status).toBe(410);
    const { body } = await api.get(`/api/clinics/${clinic}/audit`, "aya");
    const said = body.items.map(
      ({ account, what, why }: { account: string; what: { en: string }; why: { en: string } }) => [
        account,
        what.en,
        why?.en ?? null,
      ],
    );
    expect(said).toContainEqual(["admin", "A link back into an account was made", "見本 直"]);
    expect(said).toContainEqual([lost, "The account was recovered", "by a one-time link"]);
  });

  test("is refused where the account could do what the administrator could not give, and of one's own", async () => {
    const refused = async (account: string) => (await api.post(path, "admin", { account })).body.type;
    expect(await refused("admin")).toBe("/problems/not-yours-to-recover");
    expect(await refused("nobody")).toBe("/problems/no-such-account");
    await api.appoint(lost, elsewhere, "administrator");
    expect(await refused(lost)).toBe("/problems/not-yours-to-recover");
    await api.appoint("admin", elsewhere, "administrator");
    expect((await api.post(path, "admin", { account: lost })).status).toBe(200);
  });

  test("is refused where the account opens the record of another clinic's patient", async () => {
    const patient = await readyPatient(api.practice);
    await api.link(lost, patient, "guardian");
    expect((await api.post(path, "admin", { account: lost })).status).toBe(200);
    await api.appoint("other", "three-month-supply", "nurse");
    await api.post(`/api/patients/${patient}/start-treatment`, "other", {
      reason: "Moved here.",
      home: true,
    });
    await api.post(`/api/patients/${patient}/end-treatment`, "nurse");
    const { body } = await api.post(path, "admin", { account: lost });
    expect(body.type).toBe("/problems/not-yours-to-recover");
  });
});
