import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { newNumber } from "../../app/authorisation-number.ts";
import { entry } from "../../app/entries.ts";
import { checkLetters, grouped, numberLetters } from "../../app/read-number.ts";
import { readyPatient, supplyOf } from "../../app/testing/ready-patient.ts";
import { type AStaffedApi, aStaffedApi } from "../testing/a-staffed-api.ts";

const clinic = "tokyo-monthly";
const elsewhere = "pore-care";

/** A listener of /api/changes, as a browser's page is one. */
async function listening(office: AStaffedApi, account: string) {
  const response = await office.app.request("/api/changes", { headers: { "Test-Account": account } });
  const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let said = "";
  let ended = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      said += decoder.decode(value);
      if (done) break;
    }
    ended = true;
  })();
  return {
    status: response.status,
    said: () => said,
    events: () => [...said.matchAll(/^data: (.*)$/gm)].map(([, data = ""]) => JSON.parse(data) as Told),
    ended: () => ended,
    async close() {
      await reader.cancel();
      await reading;
    },
  };
}
interface Told {
  readonly stream: string;
  readonly type: string;
}

describe("Somebody who is signed in and asks for what is not theirs", () => {
  let office: AStaffedApi;
  let [patient, other, number] = ["", "", ""];
  beforeAll(async () => {
    office = await aStaffedApi();
    await office.appoint("paul", clinic, "prescriber");
    await office.appoint("nina", clinic, "nurse");
    await office.appoint("fred", clinic, "front-desk");
    await office.appoint("ole", elsewhere, "prescriber");
    await office.appoint("olga", elsewhere, "front-desk");
    await office.appoint("phil", elsewhere, "pharmacist");
    patient = await readyPatient(office.practice);
    other = await readyPatient(office.practice);
    await office.link("pia", patient, "patient");
    const given = await office.post(`/api/patients/${patient}/authorise-supply`, "paul", supplyOf());
    number = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(JSON.stringify(given.body))?.[0] ?? "";
  });
  afterAll(() => office.close());

  test("gets no authorisation by a number that only looks like one of the patient's", async () => {
    expect((await office.get(`/api/authorisations/${number}`, "phil")).status).toBe(200);
    const forged = newNumber(patient, new Set([number])) ?? "";
    const nobodys = newNumber("ZZZZZZZZ", new Set()) ?? "";
    for (const account of ["phil", "ole", "pia"]) {
      const [one, none] = await Promise.all(
        [forged, nobodys].map((asked) => office.get(`/api/authorisations/${asked}`, account)),
      );
      expect([one?.status, one?.body.type], account).toEqual([404, "/problems/no-such-authorisation"]);
      const alike = JSON.stringify(one?.body).replaceAll(forged, nobodys);
      expect(alike, account).toBe(JSON.stringify(none?.body));
    }
    expect((await office.post(`/api/authorisations/${forged}/dispense-supply`, "phil", {})).status).toBe(404);
  });

  test("is told no number of somebody else's patient by asking to treat them, and is written down", async () => {
    const before = (await office.lines(elsewhere)).length;
    for (const account of ["olga", "ole"]) {
      const asked = await office.post(`/api/patients/${patient}/start-treatment`, account, {
        reason: "Moved here.",
        home: true,
      });
      expect([asked.status, asked.body.type], account).toEqual([409, "/problems/authorisation-open"]);
      expect(JSON.stringify(asked.body), account).not.toContain(number);
    }
    expect((await office.lines(elsewhere)).slice(before).map(({ body }) => body)).toMatchObject([
      { patient, account: "olga", operation: "startTreatment", through: "no-relation" },
      { patient, account: "ole", operation: "startTreatment", through: "no-relation" },
    ]);
  });

  test("finds no authorisation by trying one number after the other, and a given one is not lost by it", async () => {
    await office.appoint("pete", elsewhere, "pharmacist");
    const letters = Array.from(numberLetters);
    const stems = letters.flatMap((a) => letters.map((b) => patient + a + b));
    const numbers = stems.map((stem) => grouped(stem + checkLetters(stem))).filter((one) => one !== number);
    const tried = await Promise.all(
      numbers.slice(0, 40).map((one) => office.get(`/api/authorisations/${one}`, "pete")),
    );
    const count = (status: number) => tried.filter((one) => one.status === status).length;
    expect([count(404), count(429)]).toEqual([10, 30]);
    const held = await office.get(`/api/authorisations/${number}`, "pete");
    expect([held.status, held.body.type]).toEqual([429, "/problems/too-many-numbers"]);
    expect(Number(held.headers.get("retry-after"))).toBeGreaterThan(3000);
    expect((await office.post(`/api/authorisations/${number}/dispense-supply`, "pete", {})).status).toBe(429);
    expect((await office.get(`/api/authorisations/${number}`, "phil")).status).toBe(200);
    // At their own clinic nobody is held up by what they tried elsewhere.
    await office.appoint("pete", clinic, "pharmacist");
    expect((await office.get(`/api/authorisations/${number}`, "pete")).status).toBe(200);
  });

  test("cannot tell a patient of somebody else from nobody, where they work at no clinic", async () => {
    const [theirs, nobodys] = await Promise.all(
      [other, "ZZZZZZZZ"].map((one) => office.get(`/api/patients/${one}`, "pia")),
    );
    const told = (answer: typeof theirs) => ({
      status: answer?.status,
      body: JSON.stringify(answer?.body).replaceAll(other, "ZZZZZZZZ"),
      headers: [...(answer?.headers ?? [])],
    });
    expect(theirs?.status).toBe(404);
    expect(told(theirs)).toEqual(told(nobodys));
  });

  test("takes back at no other counter what a pharmacy handed out, though they have its number", async () => {
    await office.appoint("petra", clinic, "pharmacist");
    await office.appoint("thea", "three-month-supply", "pharmacist");
    const handing = { lot: "A1", expiresOn: "2031-01-31" };
    for (const taker of ["phil", "petra"]) {
      const shown = await readyPatient(office.practice);
      const given = await office.post(`/api/patients/${shown}/authorise-supply`, "paul", supplyOf());
      const at = `/api/authorisations/${String(given.body.entries[0].body.number)}`;
      expect((await office.post(`${at}/dispense-supply`, "phil", handing)).status).toBe(200);
      const tried = await office.post(`${at}/reverse-supply`, "thea");
      expect([tried.status, tried.body.type]).toEqual([409, "/problems/handed-out-elsewhere"]);
      expect((await office.post(`${at}/reverse-supply`, taker, {})).status, taker).toBe(200);
      expect((await office.post(`${at}/reverse-supply`, taker, {})).body.entries, taker).toEqual([]);
    }
  });

  test("is told by an import no more of another clinic's patient than of nobody", async () => {
    const files = [
      {
        name: "a.json",
        text: JSON.stringify({
          entries: [{ type: "weight-measured", happened: "2026-11-01", actor: "nurse", body: { kg: 60 } }],
        }),
      },
    ];
    const into = (one: string) =>
      office.post(`/api/clinics/${elsewhere}/import`, "ole", { files, patient: one });
    const [real, none] = await Promise.all([into(patient), into("ZZZZZZZZ")]);
    expect(real?.status).toBe(none?.status);
    expect(JSON.stringify(real?.body).replaceAll(patient, "ZZZZZZZZ")).toBe(JSON.stringify(none?.body));
    expect(JSON.stringify(real?.body)).not.toContain(clinic);
  });

  test("finds by registering or importing somebody none of another clinic's patients", async () => {
    const fresh = { name: "山田 花子", birthDate: "2001-02-03", kana: "やまだ はなこ" };
    expect((await office.post(`/api/clinics/${clinic}/patients`, "nina", fresh)).status).toBe(201);
    expect((await office.post(`/api/clinics/${elsewhere}/patients`, "ole", fresh)).status).toBe(201);
  });

  test("brings in no rights with an imported record", async () => {
    const said = (type: string, body: object) => ({
      type,
      happened: "2026-11-01",
      actor: "administrator",
      body,
    });
    const text = JSON.stringify({
      entries: [
        {
          type: "registered",
          happened: "2026-11-01",
          actor: "front-desk",
          body: { birthDate: "1999-01-02" },
        },
        said("staff-appointed", { account: "nina", role: "administrator" }),
        said("account-linked", { account: "nina", as: "patient" }),
        said("treatment-relation-started", { clinic: elsewhere, home: true }),
        said("shared-with-guardian", { topics: ["mood"] }),
        said("processing-restricted", { reason: "x" }),
      ],
    });
    const done = await office.post(`/api/clinics/${clinic}/import`, "nina", {
      files: [{ name: "a.json", text }],
    });
    expect(done.status).toBe(200);
    const rows = await office.practice.ledger.query(
      "SELECT account FROM view_appointment WHERE role = 'administrator' UNION ALL SELECT account FROM view_link WHERE account = 'nina'",
      {},
    );
    expect(rows).toEqual([]);
    const { treatedAt, restricted, shared } = await office.practice.histories.read(
      `patient/${done.body.patient}`,
    );
    expect({ treatedAt, restricted, shared }).toEqual({ treatedAt: [clinic], restricted: false, shared: [] });
  });

  test("brings nothing into a record that is kept and not used, and learns no birth date by a wrong one", async () => {
    await office.appoint("amy", clinic, "administrator");
    const kept = await readyPatient(office.practice);
    const { birthDate } = (await office.get(`/api/patients/${kept}`, "nina")).body;
    const born = {
      type: "registered",
      happened: "2026-11-01",
      actor: "nurse",
      body: { birthDate: "1950-01-01" },
    };
    const kg = { type: "weight-measured", happened: "2026-11-01", actor: "nurse", body: { kg: 60 } };
    const bring = (entries: readonly object[]) =>
      office.post(`/api/clinics/${clinic}/import`, "nina", {
        files: [{ name: "a.json", text: JSON.stringify({ entries }) }],
        patient: kept,
      });
    const wrong = await bring([born]);
    expect([wrong.status, wrong.body.type]).toEqual([422, "/problems/import-refused"]);
    expect(JSON.stringify(wrong.body)).not.toContain(birthDate);
    const reason = { reason: "The patient asks." };
    const record = `/api/patients/${kept}`;
    expect((await office.post(`${record}/restrict-processing`, "amy", reason)).status).toBe(200);
    const refused = await bring([kg]);
    expect([refused.status, refused.body.type]).toEqual([422, "/problems/import-refused"]);
    expect(JSON.stringify(refused.body.errors)).toContain("kept and not used");
  });

  test("does not take an appointment's or a broken glass's entry away by correcting it", async () => {
    const reason = { reason: "unconscious in the emergency department" };
    expect((await office.post(`/api/patients/${patient}/break-glass`, "ole", reason)).status).toBe(200);
    const entries = await office.practice.ledger.read(`patient/${patient}`);
    for (const { id, type } of entries.filter(({ type }) => /glass|linked|relation/.test(type))) {
      const tried = await office.post(`/api/patients/${patient}/correct-entry`, "paul", {
        ref: id,
        reason: "x",
        withdrawn: true,
      });
      expect(tried.status, type).toBe(409);
    }
  });

  test("gains no answer by the idempotency key of somebody else", async () => {
    const key = { "Idempotency-Key": "11111111-2222-4333-8444-555555555555" };
    const send = (account: string, one: string, kg: number) =>
      office.app.request(`/api/patients/${one}/record-weight`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Test-Account": account, ...key },
        body: JSON.stringify({ kg }),
      });
    expect((await send("nina", patient, 61)).status).toBe(200);
    const again = await send("nina", patient, 61);
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([200, "true"]);
    for (const [account, one, status] of [
      ["paul", patient, 422],
      ["ole", patient, 422],
      ["phil", other, 403],
      ["pia", patient, 422],
    ] as const) {
      const theirs = await send(account, one, 61);
      expect([account, theirs.status]).toEqual([account, status]);
      expect(theirs.headers.get("idempotency-replayed"), account).toBeNull();
      expect(await theirs.text(), account).not.toContain('"kg"');
    }
  });

  test("is written down whether they ask by GET or by HEAD, and whatever they say that they hold already", async () => {
    const before = (await office.lines(clinic)).length;
    for (const [method, headers] of [
      ["HEAD", {}],
      ["GET", { "If-None-Match": "*" }],
      ["GET", { "If-None-Match": '"1"', Range: "bytes=0-1" }],
      ["GET", { "If-Modified-Since": "Fri, 20 Nov 2099 00:00:00 GMT" }],
    ] as const) {
      const answer = await office.app.request(`/api/patients/${patient}`, {
        method,
        headers: { "Test-Account": "nina", ...headers },
      });
      expect([method, answer.status]).toEqual([method, 200]);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
    expect((await office.lines(clinic)).length - before).toBe(4);
  });

  test("cannot act in a role, or for a clinic, that they do not have by naming it", async () => {
    const send = (account: string, headers: Record<string, string>) =>
      office.app.request(`/api/patients/${patient}/authorise-supply`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Test-Account": account, ...headers },
        body: JSON.stringify(supplyOf()),
      });
    for (const [account, headers] of [
      ["nina", { "Isoward-Role": "prescriber" }],
      ["fred", { "Isoward-Role": "administrator" }],
      ["pia", { "Isoward-Role": "prescriber", "Isoward-Clinic": clinic }],
      ["olga", { "Isoward-Role": "prescriber", "Isoward-Clinic": clinic }],
      ["phil", { "Isoward-Role": "system" }],
      ["nobody", { "Isoward-Role": "prescriber" }],
    ] as const) {
      const answer = await send(account, headers);
      expect([400, 403, 404], `${account} ${JSON.stringify(headers)}`).toContain(answer.status);
    }
    expect(
      (await office.app.request(`/api/patients/${patient}`, { headers: { "Isoward-Role": "prescriber" } }))
        .status,
    ).toBe(401);
  });

  test("hears of their own clinic's patients alone, as far as their role sees, and of nobody's reading", async () => {
    const [own, foreign, desk] = await Promise.all(
      ["paul", "olga", "fred"].map((account) => listening(office, account)),
    );
    await office.post(`/api/patients/${other}/record-weight`, "nina", { kg: 62 });
    await office.post(`/api/patients/${other}/screen-mood`, "nina", { instrument: "phq2", score: 0 });
    await office.get(`/api/patients/${other}`, "nina");
    await vi.waitFor(() => expect(own?.said()).toContain("weight-measured"));
    await office.post(`/api/clinics/${elsewhere}/patients`, "olga", {
      name: "鈴木 一郎",
      birthDate: "1990-01-01",
    });
    await vi.waitFor(() => expect(foreign?.events().map(({ type }) => type)).toEqual(["registered"]));
    expect(own?.events().every(({ stream }) => stream === `patient/${other}`)).toBe(true);
    expect(desk?.events().map(({ type }) => type)).toEqual(own?.events().map(() => "unseen"));
    for (const one of [own, foreign, desk]) await one?.close();
  });

  test("hears nothing more once they are signed out or dismissed", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    await office.appoint("dora", clinic, "nurse");
    const dora = await listening(office, "dora");
    const nina = await listening(office, "nina");
    await office.appoint("adam", clinic, "administrator");
    const dismissed = { account: "dora", role: "nurse" };
    expect((await office.post(`/api/clinics/${clinic}/dismiss-staff`, "adam", dismissed)).status).toBe(200);
    vi.advanceTimersByTime(3000);
    const before = dora.said();
    await office.post(`/api/patients/${other}/record-weight`, "nina", { kg: 63 });
    await vi.waitFor(() => expect(dora.ended()).toBe(true));
    expect(dora.said()).toBe(before);
    expect(nina.ended()).toBe(false);
    vi.spyOn(office.accounts.signIn, "personOf").mockResolvedValueOnce(undefined);
    vi.advanceTimersByTime(3000);
    await office.write(`patient/${other}`, clinic, [entry("weight-measured", { kg: 64 })]);
    await vi.waitFor(() => expect(nina.ended()).toBe(true));
    vi.useRealTimers();
  });

  test("takes no record along, locks or opens none as another clinic that treats the patient too", async () => {
    const shared = await readyPatient(office.practice);
    for (const [account, at] of [
      ["ada", clinic],
      ["otto", elsewhere],
    ] as const)
      await office.appoint(account, at, "administrator");
    const record = `/api/patients/${shared}`;
    await office.post(`${record}/record-weight`, "paul", { kg: 61, note: "Words of this clinic alone." });
    const reason = { reason: "The patient asks." };
    // Of a record that is kept and not used no clinic begins to treat anybody.
    expect((await office.post(`${record}/restrict-processing`, "ada", reason)).status).toBe(200);
    const begun = await office.post(`${record}/start-treatment`, "otto", { reason: "Moved here." });
    expect([begun.status, begun.body.type]).toEqual([403, "/problems/restricted"]);
    expect((await office.post(`${record}/lift-restriction`, "otto", reason)).status).toBe(403);
    expect((await office.post(`${record}/lift-restriction`, "ada", reason)).status).toBe(200);

    expect((await office.post(`${record}/start-treatment`, "otto", { reason: "Moved here." })).status).toBe(
      200,
    );
    for (const answer of [
      await office.get(`${record}/export`, "otto"),
      await office.get(`${record}/erasure`, "otto"),
      await office.post(`${record}/erase-person`, "otto", { confirm: shared }),
      await office.post(`${record}/restrict-processing`, "otto", reason),
    ])
      expect([answer.status, answer.body.type]).toEqual([403, "/problems/not-home-clinic"]);
    expect((await office.get(`${record}/export`, "ada")).status).toBe(200);
    expect((await office.get(`${record}/accesses`, "otto")).status).toBe(200);
    // Where the home clinic has gone, the clinic that stays answers.
    expect((await office.post(`${record}/end-treatment`, "paul")).status).toBe(200);
    expect((await office.get(`${record}/erasure`, "otto")).status).toBe(200);
    expect((await office.get(`${record}/erasure`, "ada")).status).toBe(403);
  });

  test("writes nothing by a request that began before they were dismissed and is sent slowly", async () => {
    await office.appoint("slow", clinic, "nurse");
    await office.appoint("chief", clinic, "administrator");
    const text = new TextEncoder();
    let finish = () => {};
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(text.encode('{"kg":'));
        finish = () => {
          controller.enqueue(text.encode("61}"));
          controller.close();
        };
      },
    });
    const headers = { "Content-Type": "application/json", "Test-Account": "slow" };
    const slowly = { method: "POST", headers, body, duplex: "half" };
    const sending = office.app.request(`/api/patients/${patient}/record-weight`, slowly);
    await setTimeout(1100);
    const version = await office.practice.ledger.version(`patient/${patient}`);
    const out = { account: "slow", role: "nurse" };
    expect((await office.post(`/api/clinics/${clinic}/dismiss-staff`, "chief", out)).status).toBe(200);
    finish();
    expect([403, 404]).toContain((await sending).status);
    expect(await office.practice.ledger.version(`patient/${patient}`)).toBe(version);
  });
});
