import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readyPatient, supplyOf } from "../../app/testing/ready-patient.ts";
import { type AnApi, anApi } from "../testing/an-api.ts";

const clinic = "/api/clinics/tokyo-monthly";

describe("A clinic's patients", () => {
  let api: AnApi;
  beforeAll(async () => {
    api = await anApi();
  });
  afterAll(() => api.close());
  const register = (person: object, headers?: Record<string, string>) =>
    api.post(`${clinic}/patients?site=first`, "front-desk", { birthDate: "2001-04-12", ...person }, headers);

  test("are registered under numbers of their own, at an address where they can be read", async () => {
    const { status, headers, body } = await register({ name: "架空 花子", kana: "カクウ ハナコ" });
    expect(status).toBe(201);
    expect(headers.get("location")).toBe(`/api/patients/${body.patient}`);
    expect(headers.get("etag")).toBe('"1"');
    const read = await api.get(headers.get("location") ?? "");
    expect(read.body).toMatchObject({
      name: "架空 花子",
      site: "first",
      version: 1,
      birthDate: "2001-04-12",
    });
  });

  test("who look the same are shown, and nobody is merged", async () => {
    const first = await register({ name: "架空 次郎", birthDate: "1999-01-02" });
    const second = await register({ name: "架空　次郎", birthDate: "1999-01-02" });
    expect(second.status).toBe(409);
    expect(second.body.patients).toEqual([
      expect.objectContaining({ patient: first.body.patient, name: "架空 次郎" }),
    ]);
    const other = await register({
      name: "架空 次郎",
      birthDate: "1999-01-02",
      notTheSameAs: [first.body.patient],
    });
    expect(other.status).toBe(201);
    expect(other.body.patient).not.toBe(first.body.patient);
  });

  test("are registered once under one key", async () => {
    const key = { "Idempotency-Key": "register-saburo" };
    const first = await register({ name: "架空 三郎" }, key);
    const again = await register({ name: "架空 三郎" }, key);
    expect(again.status).toBe(201);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.body).toEqual({ ...first.body, repeated: true });
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
  });

  test("are not registered by patients, without a name, before they are born, or nowhere", async () => {
    expect(
      (await api.post(`${clinic}/patients`, "patient", { name: "A", birthDate: "2001-04-12" })).status,
    ).toBe(403);
    const { status, body } = await register({ birthDate: "12 April 2001" });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      "#/birthDate",
      "#/name",
    ]);
    expect((await register({ name: "A", birthDate: "2030-01-01" })).status).toBe(409);
    expect((await api.post("/api/clinics/nowhere/patients", "nurse", {})).status).toBe(404);
    expect((await api.post("/api/clinics/toString/patients", "nurse", {})).status).toBe(404);
    expect((await api.post(`${clinic}/patients?site=third`, "nurse", {})).status).toBe(404);
  });

  test("are found by a part of their name, a page at a time", async () => {
    for (const name of ["検索 一", "検索 二", "検索 三"]) await register({ name, birthDate: "1990-05-05" });
    const names = ({ body }: { body: { items: { name: string }[] } }) => body.items.map(({ name }) => name);
    const first = await api.get(`${clinic}/patients?search=${encodeURIComponent("検索")}&limit=2`);
    const second = await api.get(
      `${clinic}/patients?search=${encodeURIComponent("検索")}&limit=2&after=${encodeURIComponent(first.body.next)}`,
    );
    expect([...names(first), ...names(second)].toSorted()).toEqual(["検索 一", "検索 三", "検索 二"]);
    expect(second.body.next).toBeNull();
    expect((await api.get(`${clinic}/patients?limit=0`)).status).toBe(400);
    expect((await api.get(`${clinic}/patients?limit=many`)).status).toBe(400);
    expect((await api.get(`${clinic}/patients?serach=x`)).status).toBe(400);
    expect((await api.get(`${clinic}/patients?search=x&search=y`)).body.errors).toEqual([
      { parameter: "search", detail: "given more than once" },
    ]);
    expect((await api.get("/api/clinics?site=first")).status).toBe(400);
    expect(
      (await api.get(`${clinic}/patients?search=${encodeURIComponent("%_\\'\"; --")}`)).body.items,
    ).toEqual([]);
  });

  test("stand on today's list, of the clinic or of one site", async () => {
    const patient = await readyPatient(api.practice);
    const all = await api.get(`${clinic}/today`);
    expect(all.body).toMatchObject({ clinic: "tokyo-monthly", day: "2026-11-20", zone: "Asia/Tokyo" });
    expect(all.body.lines.length).toBeGreaterThan(3);
    const second = await api.get(`${clinic}/today?site=second`);
    expect(second.body.lines).toEqual([]);
    expect((await api.get(`${clinic}/today?site=third`)).status).toBe(404);
    expect((await api.get("/api/clinics/nowhere/today")).body.refusal.facts).toMatchObject({
      field: "clinic",
      given: "nowhere",
    });
    expect(patient).toHaveLength(8);
  });

  test("are listed with their clinics", async () => {
    const { body } = await api.get("/api/clinics");
    // The clinic with the most patients comes first.
    expect(body.clinics[0]).toMatchObject({
      id: "tokyo-monthly",
      zone: "Asia/Tokyo",
      sites: [{ id: "first" }, expect.anything()],
    });
    expect(body.clinics.length).toBeGreaterThan(3);
  });
});

describe("A patient", () => {
  let api: AnApi;
  let patient = "";
  beforeAll(async () => {
    api = await anApi();
    patient = await readyPatient(api.practice);
  });
  afterAll(() => api.close());

  test("is decided anew each time, whatever the caller has kept", async () => {
    const first = await api.get(`/api/patients/${patient}`);
    const etag = first.headers.get("etag") ?? "";
    const again = await api.get(`/api/patients/${patient}`, { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(200);
    expect(again.headers.get("cache-control")).toBe("no-store");
    expect(again.body).toEqual(first.body);
  });

  test("has a timeline, newest first, a page at a time", async () => {
    const lines: number[] = [];
    let next: string | null = null;
    do {
      const { body } = await api.get(
        `/api/patients/${patient}/timeline?limit=7${next === null ? "" : `&before=${next}`}`,
      );
      lines.push(...body.items.map(({ version }: { version: number }) => version));
      ({ next } = body);
    } while (next !== null);
    expect(lines).toEqual(Array.from({ length: lines.length }, (_, at) => lines.length - at));
    expect(lines.length).toBeGreaterThan(20);
    expect((await api.get("/api/patients/00000000/timeline")).status).toBe(404);
  });

  test("can be asked what a supply would come to, and nothing is written", async () => {
    const asked = (body: unknown) => api.post(`/api/patients/${patient}/supply-decision`, undefined, body);
    const whole = await asked(supplyOf());
    expect(whole.status).toBe(200);
    expect(whole.body.decision.verdict).toBe("pass");
    expect(Object.keys(whole.body.sources).length).toBeGreaterThan(10);
    expect((await asked({})).body.decision.verdict).toBe("ask");
    expect((await asked({ ...supplyOf(), product: "sugar" })).body.decision.verdict).not.toBe("pass");
    expect((await asked({ mg: 20 })).status).toBe(422);
    expect((await api.get(`/api/patients/${patient}`)).headers.get("etag")).toBe(whole.headers.get("etag"));
    expect(api.bugs).toEqual([]);
  });
});
