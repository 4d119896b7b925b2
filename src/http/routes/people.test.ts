import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { erasePerson } from "../../app/erase-person.ts";
import { personOf } from "../../app/people.ts";
import { recordLinkUsed } from "../../app/people-links.ts";
import { readyPatient } from "../../app/testing/ready-patient.ts";
import { type AStaffedApi, aStaffedApi } from "../testing/a-staffed-api.ts";

const clinic = "tokyo-monthly";

describe("People of a clinic", () => {
  let api: AStaffedApi;
  beforeAll(async () => {
    api = await aStaffedApi();
    await api.appoint("admin", clinic, "administrator");
    await api.appoint("nurse", clinic, "nurse");
    await api.appoint("elsewhere", "pore-care", "administrator");
  });
  afterAll(() => api.close());

  /** Opens the link as its new owner would: what it is for is written down under their account. */
  const use = async (address: string, account: string) => {
    const link = await api.accounts.links.open(new URL(address).hash.slice(1));
    if (link === undefined) throw new Error("the link opens nothing");
    await recordLinkUsed(api.practice, link, account);
  };

  test("are listed for their administrator, and for nobody else", async () => {
    const { status, body } = await api.get(`/api/clinics/${clinic}/staff`, "admin");
    expect(status).toBe(200);
    expect(body.staff).toContainEqual({
      account: "nurse",
      name: null,
      role: "nurse",
      sites: null,
      since: "2026-11-20T01:30:00Z",
      until: null,
    });
    for (const [account, expected] of [
      ["nurse", 403],
      ["elsewhere", 403],
      [undefined, 401],
    ] as const)
      expect((await api.get(`/api/clinics/${clinic}/staff`, account)).status, account).toBe(expected);
  });

  test("are invited by a link, which appoints whoever uses it, in the inviter's name", async () => {
    const path = `/api/clinics/${clinic}/invitations`;
    expect((await api.post(path, "nurse", { role: "prescriber" })).status).toBe(403);
    expect((await api.post(path, "admin", { role: "captain" })).status).toBe(422);
    expect((await api.post(path, "admin", { role: "nurse", sites: ["moon"] })).status).toBe(404);
    const { status, body } = await api.post(path, "admin", { role: "prescriber", sites: ["first"] });
    expect(status).toBe(200);
    await use(body.address, "new-doctor");
    expect((await personOf(api.practice, "new-doctor")).appointments).toEqual([
      { clinic, role: "prescriber", sites: ["first"] },
    ]);
    const [appointed] = (await api.practice.ledger.read(`clinic/${clinic}`)).slice(-1);
    expect(appointed?.actor).toEqual({ role: "administrator", id: "admin", authenticated: true });
  });

  test("of whom the first administers every clinic of the server", async () => {
    const token = await api.accounts.links.make("first-administrator");
    await use(`https://x.example/sign-in/first#${token}`, "founder");
    const { appointments } = await personOf(api.practice, "founder");
    expect(appointments.map(({ clinic: at }) => at).toSorted()).toEqual(
      Object.keys(api.practice.knowledge.clinics).toSorted(),
    );
    expect(new Set(appointments.map(({ role }) => role))).toEqual(new Set(["administrator"]));
  });

  test("a patient is given a way into their own record, and no other", async () => {
    const patient = await readyPatient(api.practice);
    const other = await readyPatient(api.practice);
    const path = `/api/patients/${patient}/invitations`;
    expect((await api.post(path, "elsewhere", { as: "patient" })).status).toBe(403);
    const { body } = await api.post(path, "nurse", { as: "patient" });
    await use(body.address, "owner");
    expect((await api.get(`/api/patients/${patient}`, "owner")).status).toBe(200);
    expect((await api.get(`/api/patients/${other}`, "owner")).status).toBe(404);
  });

  test("are named by their e-mail address where they have an account, to their administrator alone", async () => {
    const user = { name: "見本 直", email: "nao@clinic.example", emailVerified: false };
    const { id } = await api.accounts.engine.context.internalAdapter.createUser(user, {
      method: "email-password",
    });
    const path = `/api/clinics/${clinic}/find-account`;
    for (const account of ["nao@clinic.example", " NAO@clinic.example", id])
      expect(await api.post(path, "admin", { account })).toMatchObject({
        status: 200,
        body: { account: id, name: "見本 直" },
      });
    const none = await api.post(path, "admin", { account: "nobody@clinic.example" });
    expect([none.status, none.body.type]).toEqual([404, "/problems/no-such-account"]);
    expect((await api.post(path, "nurse", { account: id })).status).toBe(403);
    // A patient's address is as good as nobody's: who has an account here is treated here.
    await api.link(id, await readyPatient(api.practice), "patient");
    for (const account of ["nao@clinic.example", id]) {
      const patients = await api.post(path, "admin", { account });
      expect([patients.status, patients.body]).toEqual([404, none.body]);
    }
  });

  test("are asked for by address in the audit trail, whether somebody has an account there or nobody", async () => {
    const path = `/api/clinics/${clinic}/find-account`;
    const before = (await api.lines(clinic)).length;
    for (const account of ["admin@clinic.example", "missed@clinic.example"])
      expect((await api.post(path, "admin", { account })).status).toBe(404);
    const lines = (await api.lines(clinic)).slice(before);
    const asked = { account: "admin", operation: "findAccount" };
    expect(lines).toMatchObject([
      { type: "person-data-read", body: asked },
      { type: "person-data-read", body: asked },
    ]);
    expect(JSON.stringify(lines)).not.toContain("missed");
  });

  test("who were dismissed stay on the list, with the day, behind everybody who is there", async () => {
    const who = { account: "temp", role: "front-desk" };
    expect((await api.post(`/api/clinics/${clinic}/appoint-staff`, "admin", who)).status).toBe(200);
    expect((await api.post(`/api/clinics/${clinic}/dismiss-staff`, "admin", who)).status).toBe(200);
    const listed = (await api.get(`/api/clinics/${clinic}/staff`, "admin")).body.staff;
    expect(listed.at(-1)).toMatchObject({ ...who, until: "2026-11-20T01:30:00Z" });
    expect(listed.filter(({ until }: { until: string | null }) => until !== null)).toHaveLength(1);
    await api.post(`/api/clinics/${clinic}/appoint-staff`, "admin", who);
    const again = (await api.get(`/api/clinics/${clinic}/staff`, "admin")).body.staff;
    expect(again.every(({ until }: { until: string | null }) => until === null)).toBe(true);
  });

  test("of a patient are shown: the clinics that treat and treated them, the accounts that open the record", async () => {
    const patient = await readyPatient(api.practice);
    await api.link("pia", patient, "patient");
    await api.link("gus", patient, "guardian");
    const record = `/api/patients/${patient}`;
    await api.post(`${record}/unlink-account`, "nurse", { account: "gus" });
    await api.post(`${record}/start-treatment`, "elsewhere", { reason: "Moved here.", home: true });
    await api.post(`${record}/end-treatment`, "nurse");
    const { status, body } = await api.get(`${record}/rights`, "elsewhere");
    expect(status).toBe(200);
    expect(body.clinics).toMatchObject([
      { clinic: "pore-care", home: true, until: null, reason: "Moved here." },
      { clinic, home: false, until: "2026-11-20T01:30:00Z", reason: null },
    ]);
    expect(body.links).toMatchObject([
      { account: "pia", as: "patient", until: null },
      { account: "gus", as: "guardian", until: "2026-11-20T01:30:00Z" },
    ]);
    expect((await api.get(`${record}/rights`, "pia")).body).toEqual(body);
    expect((await api.get(`${record}/rights`, "gus")).status).toBe(404);
  });

  test("who begin to treat somebody else's patient say why, for the patient and the other clinic to read", async () => {
    const patient = await readyPatient(api.practice);
    await api.link("rea", patient, "patient");
    const record = `/api/patients/${patient}`;
    for (const said of [{}, { reason: " " }]) {
      const missing = await api.post(`${record}/start-treatment`, "elsewhere", said);
      expect([missing.status, missing.body.errors[0].pointer]).toEqual([422, "#/reason"]);
    }
    expect((await api.get(`${record}/rights`, "elsewhere")).status).toBe(403);
    const reason = { reason: "She lives nearer to us." };
    expect((await api.post(`${record}/start-treatment`, "elsewhere", reason)).status).toBe(200);
    for (const reader of ["nurse", "rea"]) {
      const { clinics } = (await api.get(`${record}/rights`, reader)).body;
      expect(clinics, reader).toMatchObject([{ clinic }, { clinic: "pore-care", home: false, ...reason }]);
    }
    // As everything in somebody's own words, it goes with the person.
    const [begun] = (await api.practice.ledger.read(`patient/${patient}`)).slice(-1);
    expect(begun?.body).toEqual({ clinic: "pore-care", home: false });
  });

  test("are let in by nobody's link who was dismissed, or treats the patient no longer", async () => {
    await api.appoint("leaving", clinic, "administrator");
    await api.appoint("leaving-too", clinic, "front-desk");
    const patient = await readyPatient(api.practice);
    const made = async (path: string, account: string, body: object) =>
      String((await api.post(path, account, body)).body.address);
    const addresses = [
      await made(`/api/clinics/${clinic}/invitations`, "leaving", { role: "administrator" }),
      await made(`/api/patients/${patient}/invitations`, "leaving-too", { as: "patient" }),
    ];
    const tokens = addresses.map((address) => new URL(address).hash.slice(1));
    const links = await Promise.all(tokens.map((token) => api.accounts.links.open(token)));
    for (const [account, role] of [
      ["leaving", "administrator"],
      ["leaving-too", "front-desk"],
    ] as const)
      expect(
        (await api.post(`/api/clinics/${clinic}/dismiss-staff`, "admin", { account, role })).status,
      ).toBe(200);
    for (const [index, token] of tokens.entries()) {
      const path = "/api/sign-in/link";
      const looked = await api.post(path, undefined, { token });
      expect([looked.status, looked.body.type]).toEqual([410, "/problems/link-refused"]);
      const person = { name: "B", email: `back-${index}@example.org`, password: "harbour lantern ninety" };
      expect((await api.post(`${path}/account`, undefined, { token, ...person })).status).toBe(410);
      const link = links[index];
      // Who was dismissed while it was being used.
      if (link === undefined) throw new Error("the link opened nothing while it should");
      await expect(recordLinkUsed(api.practice, link, "back-again")).rejects.toThrow("nobody gives");
    }
    expect(await personOf(api.practice, "back-again")).toMatchObject({ appointments: [], links: [] });
    const { internalAdapter } = api.accounts.engine.context;
    expect(await internalAdapter.findUserByEmail("back-0@example.org")).toBeNull();
  });

  test("open nobody's record to an account once the person was erased", async () => {
    const patient = await readyPatient(api.practice);
    const { body } = await api.post(`/api/patients/${patient}/invitations`, "nurse", { as: "guardian" });
    await erasePerson(api.practice, patient, { role: "administrator", id: "admin", authenticated: true });
    expect(await api.accounts.links.open(new URL(body.address).hash.slice(1))).toBeUndefined();
    const linked = await api.post(`/api/patients/${patient}/link-account`, "nurse", {
      account: "somebody",
      as: "patient",
    });
    expect([linked.status, linked.body.type]).toEqual([409, "/problems/personal-data-erased"]);
  });

  test("a way back into an account gives no new rights", async () => {
    await recordLinkUsed(api.practice, { purpose: "recovery", payload: { account: "nurse" } }, "nurse");
    expect((await personOf(api.practice, "nurse")).appointments).toEqual([{ clinic, role: "nurse" }]);
  });
});
