/** The second wall, asked from outside: what PostgreSQL shows where the application's own check is planted away. */
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { patientStream } from "../../app/practice.ts";
import { readyPatient, supplyOf } from "../../app/testing/ready-patient.ts";
import { type PostgresServer, startPostgres } from "../../ledger/testing/postgres-server.ts";
import { apiServer } from "../api.ts";
import { routes } from "../routes/index.ts";
import { type AStaffedApi, aStaffedApi } from "../testing/a-staffed-api.ts";

const clinic = "tokyo-monthly";
const elsewhere = "pore-care";
const name = "壁 花子";

interface Office extends AStaffedApi {
  readonly patient: string;
  readonly number: string;
}

async function anOffice(place?: { readonly database: string }): Promise<Office> {
  const office = await aStaffedApi(undefined, place === undefined ? {} : { place });
  await office.appoint("paul", clinic, "prescriber");
  await office.appoint("anna", clinic, "administrator");
  await office.appoint("aude", clinic, "auditor");
  await office.appoint("ole", elsewhere, "prescriber");
  await office.appoint("phil", elsewhere, "pharmacist");
  await office.appoint("bea", "ten-day-start", "nurse");
  await office.appoint("glen", "three-month-supply", "nurse");
  const patient = await readyPatient(office.practice);
  const other = await readyPatient(office.practice);
  const at = `/api/patients/${patient}`;
  expect((await office.post(`${at}/record-name`, "paul", { name })).status).toBe(200);
  await office.link("pia", patient, "patient");
  await office.link("gus", patient, "guardian");
  await office.link("other", other, "patient");
  await office.post(`${at}/start-treatment`, "bea", { reason: "Moved here." });
  await office.post(`${at}/end-treatment`, "bea");
  await office.post(`${at}/break-glass`, "glen", { reason: "Unconscious." });
  const given = await office.post(`${at}/authorise-supply`, "paul", supplyOf());
  return { ...office, patient, number: String(given.body.entries[0].body.number) };
}

describe("The second wall", () => {
  let server: PostgresServer;
  let walled: Office;
  let bare: Office;
  beforeAll(async () => {
    server = await startPostgres();
    walled = await anOffice({ database: await server.database() });
    bare = await anOffice();
  }, 60_000);
  afterAll(async () => {
    await walled.close();
    await bare.close();
    await server.remove();
  });

  const reads = routes.filter(
    ({ method, access, path }) => method === "get" && typeof access !== "string" && path !== "/api/changes",
  );
  const addressOf = (path: string, { patient, number }: Office) =>
    path.replace("{patient}", patient).replace("{number}", number).replace("{clinic}", clinic);
  /** What somebody is answered. */
  async function told(app: Pick<Hono, "request">, path: string, account: string, office: Office) {
    const response = await app.request(addressOf(path, office), { headers: { "Test-Account": account } });
    return `${response.status} ${await response.text()}`;
  }
  /** The routes as they are, asked by anybody whom any clinic appointed or any record is linked to. */
  function unchecked({ practice, accounts }: Office) {
    return apiServer(practice, {
      accounts,
      rightsAreHeld: true,
      routes: routes.map((one) =>
        typeof one.access === "string"
          ? one
          : { ...one, access: { doing: "list-clinics", of: "all" } as const },
      ),
    });
  }
  const shows = (said: string) => said.includes(name) || said.includes("supply-authorised");

  test("stands where the server is on PostgreSQL, and not in a file", () => {
    expect(walled.practice.ledger.isWalled).toBe(true);
    expect(bare.practice.ledger.isWalled).toBe(false);
  });

  test("shows nobody of another clinic a patient or a list, though the application's check is planted away", async () => {
    const shown: string[] = [];
    for (const { path, operationId } of reads) {
      for (const account of ["ole", "phil", "other"]) {
        expect(shows(await told(unchecked(walled), path, account, walled)), `${account} ${path}`).toBe(false);
        if (shows(await told(unchecked(bare), path, account, bare))) shown.push(`${account} ${operationId}`);
      }
      // Whose they are sees them, with no check on the way either.
      const own = await told(unchecked(walled), path, "paul", walled);
      if (shows(await told(unchecked(bare), path, "paul", bare)))
        expect([path, shows(own)]).toEqual([path, true]);
    }
    // Without the wall they are shown: the test above can fail.
    for (const operation of ["readPatient", "readTimeline", "readToday", "findPatients", "readAuthorisation"])
      expect(shown).toContain(`ole ${operation}`);
    expect(shown).toContain("other readPatient");
  });

  test("keeps from whom a planted list would name, also where somebody of the clinic looked a moment before", async () => {
    const path = "/api/clinics/{clinic}/today";
    expect(shows(await told(unchecked(walled), path, "paul", walled))).toBe(true);
    const said = await told(unchecked(walled), path, "ole", walled);
    expect(JSON.parse(said.slice(4))).toMatchObject({ clinic, lines: [] });
    expect(await told(unchecked(walled), "/api/clinics/{clinic}/patients", "ole", walled)).toBe(
      '200 {"items":[],"next":null}',
    );
  });

  test("lets nothing be written on a record that is not seen", async () => {
    const { practice, patient } = walled;
    const before = await practice.ledger.version(patientStream(patient));
    for (const [command, body] of [
      ["record-weight", { kg: 60 }],
      ["authorise-supply", supplyOf()],
      ["stop-treatment", {}],
    ] as const) {
      const answer = await unchecked(walled).request(`/api/patients/${patient}/${command}`, {
        method: "POST",
        headers: { "Test-Account": "ole", "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      expect(shows(await answer.text())).toBe(false);
    }
    expect(await practice.ledger.version(patientStream(patient))).toBe(before);
  });

  test("holds where the application is mistaken about who treats the patient", async () => {
    for (const [office, isShown] of [
      [walled, false],
      [bare, true],
    ] as const) {
      const { histories } = office.practice;
      const read = histories.read.bind(histories);
      const planted = vi.spyOn(histories, "read").mockImplementation(async (...asked) => {
        const found = await read(...asked);
        return found.version === 0 ? found : { ...found, treatedAt: [clinic, elsewhere] };
      });
      const said = await told(office.app, "/api/patients/{patient}", "ole", office);
      planted.mockRestore();
      expect(shows(said)).toBe(isShown);
    }
  });

  test("shows whom the table lets in all that they would see without it", async () => {
    const { practice, accounts, bugs } = walled;
    const { ledger } = practice;
    const without = apiServer(
      { ...practice, ledger: { ...ledger, isWalled: false } },
      { accounts, rightsAreHeld: true },
    );
    let seen = 0;
    // What is read is noted, and shown to whoever asks who read.
    const unnoted = reads.filter(({ operationId }) => !/Access|Audit|verif|export/i.test(operationId));
    expect(reads.length - unnoted.length).toBeLessThan(7);
    for (const { path } of unnoted) {
      for (const account of ["paul", "anna", "aude", "phil", "bea", "glen", "pia", "gus", "ole"]) {
        const said = await told(walled.app, path, account, walled);
        expect(said, `${account} ${path}`).toBe(await told(without, path, account, walled));
        if (said.startsWith("200")) seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(30);
    expect(bugs).toEqual([]);
  });

  test("shows an auditor why a record of another clinic's patient was opened in an emergency, and its patient who looked", async () => {
    await walled.appoint("abe", "three-month-supply", "auditor");
    const trail = await walled.get("/api/clinics/three-month-supply/audit", "abe");
    expect(JSON.stringify(trail.body)).toContain("Unconscious.");
    expect(JSON.stringify(trail.body)).not.toContain(name);
    const { body } = await walled.get(`/api/patients/${walled.patient}/accesses`, "pia");
    const roles = new Set(body.items.map(({ role }: { readonly role: string }) => role));
    for (const role of ["prescriber", "pharmacist", "nurse"]) expect(roles).toContain(role);
  });
});
