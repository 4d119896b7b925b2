import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandNamed, commandNames } from "../../app/commands/index.ts";
import { readyPatient } from "../../app/testing/ready-patient.ts";
import { commandExamples } from "../openapi/command-examples.ts";
import { type AnApi, anApi } from "../testing/an-api.ts";
import { seen } from "../testing/conforms.ts";

describe("A command", () => {
  let api: AnApi;
  let patient = "";
  beforeAll(async () => {
    api = await anApi();
    patient = await readyPatient(api.practice);
  });
  afterAll(() => api.close());
  const weigh = (kg: unknown, headers?: Record<string, string>, role: string | undefined = "nurse") =>
    api.post(`/api/patients/${patient}/record-weight`, role, { kg }, headers);
  const version = async () => (await api.get(`/api/patients/${patient}`)).body.version as number;

  test("answers with what it wrote, and the version it led to", async () => {
    const before = await version();
    const { status, headers, body } = await weigh(61.5);
    expect(status).toBe(200);
    expect(headers.get("etag")).toBe(`"${before + 1}"`);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.has("idempotency-replayed")).toBe(false);
    expect(body).toMatchObject({
      version: before + 1,
      repeated: false,
      entries: [
        {
          type: "weight-measured",
          body: { kg: 61.5 },
          actor: { role: "nurse", id: "demo-nurse", authenticated: false },
          recordedAt: "2026-11-20T01:30:00Z",
        },
      ],
    });
  });

  test("writes nothing where the record says so already", async () => {
    const before = await version();
    const { status, body, headers } = await weigh(61.5);
    expect({ status, body, etag: headers.get("etag") }).toEqual({
      status: 200,
      body: { version: before, entries: [], repeated: false },
      etag: `"${before}"`,
    });
  });

  test("is somebody's word: without a role it is sent back with what to send", async () => {
    const { status, headers, body } = await api.post(`/api/patients/${patient}/record-weight`, undefined, {
      kg: 60,
    });
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toContain("Isoward-Role");
    expect(body.remedy.en).toContain("prescriber");
  });

  test("is refused from a role that may not give it, in the language asked for", async () => {
    const { status, headers, body } = await api.post(
      `/api/patients/${patient}/authorise-supply`,
      "nurse",
      commandExamples["authorise-supply"],
      {
        "Accept-Language": "ja",
      },
    );
    expect(status).toBe(403);
    expect(headers.get("content-language")).toBe("ja");
    expect(body).toMatchObject({
      type: "/problems/not-your-word",
      refusal: { id: "not-your-word", facts: { role: "nurse" } },
    });
    expect(body.detail).toBe(body.text.ja);
  });

  test("says where its input does not fit, as a JSON Pointer", async () => {
    const { status, body } = await weigh("sixty");
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ pointer: "#/kg", detail: expect.stringContaining("number") }]);
    const policy = await api.post("/api/clinics/tokyo-monthly/sign-policy", "prescriber", {
      policy: "laboratory",
      signedBy: "Dr Fictional",
      rows: [{ analyte: "ck", fromGrade: 9, action: "ask" }],
    });
    expect(policy.body.errors[0].pointer).toBe("#/rows/0/fromGrade");
  });

  test("is refused with a reason, a remedy and facts whose days are text", async () => {
    const { status, body } = await api.post(`/api/patients/${patient}/record-weight`, "nurse", {
      kg: 60,
      happened: "2026-11-25",
    });
    expect(status).toBe(409);
    expect(body.refusal).toEqual({
      id: "dated-ahead",
      facts: { happenedDay: "2026-11-25", todayDay: "2026-11-20" },
    });
    expect(body.text.ja).toMatch(/11月/);
    expect(body.remedy.en.length).toBeGreaterThan(10);
  });

  test("is not given on a record that has moved on", async () => {
    const before = await version();
    const stale = await weigh(62, { "If-Match": `"${before - 1}"` });
    expect(stale.status).toBe(412);
    expect(stale.body.text.en).toContain(`version ${before - 1}; by now it is version ${before}`);
    expect((await weigh(62, { "If-Match": `W/"${before}"` })).status).toBe(412);
    expect((await weigh(62, { "If-Match": "twelve" })).status).toBe(400);
    expect(await version()).toBe(before);
    expect((await weigh(62, { "If-Match": `"${before}"` })).status).toBe(200);
  });

  test("is done once under one key, and says that it was", async () => {
    const key = { "Idempotency-Key": '"7e0f1c52-weigh"' };
    const first = await weigh(63, key);
    const again = await weigh(63, key);
    expect(again.status).toBe(200);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.body).toEqual({ ...first.body, repeated: true });
    const other = await weigh(64, key);
    expect(other.status).toBe(422);
    expect(other.body.type).toBe("/problems/key-reused");
  });

  test("goes to nobody where the number is nobody's", async () => {
    for (const nobody of ["00000000", "nobody", "K7QX-2M9P", "%F0%9F%92%8A", "..%2F..%2Fetc"]) {
      const { status, body } = await api.post(`/api/patients/${nobody}/record-weight`, "nurse", { kg: 60 });
      expect(status, nobody).toBe(404);
      expect(body.refusal.id, nobody).toBe("unknown-patient");
    }
  });

  test("reads a patient's number as it is typed", async () => {
    const typed = `${patient.slice(0, 4).toLowerCase()}-${patient.slice(4)}`;
    expect((await api.get(`/api/patients/${typed}`)).body.patient).toBe(patient);
  });

  test("can be done at another site of the clinic, and at no other", async () => {
    const there = await api.post(`/api/patients/${patient}/record-weight?site=second`, "nurse", { kg: 65 });
    expect(there.status).toBe(200);
    const nowhere = await api.post(`/api/patients/${patient}/record-weight?site=third`, "nurse", { kg: 66 });
    expect(nowhere.status).toBe(404);
    expect(nowhere.body.refusal.facts).toMatchObject({ field: "site", given: "third" });
    const misspelt = await api.post(`/api/patients/${patient}/record-weight?sight=second`, "nurse", {
      kg: 66,
    });
    expect(misspelt.body.errors).toEqual([{ parameter: "sight", detail: "there is no such parameter" }]);
  });

  test("may come without a body where it needs none", async () => {
    const { status } = await api.post(`/api/patients/${patient}/ask-medicines`, "nurse");
    expect(status).toBe(200);
  });

  test("about a clinic writes the clinic's own record", async () => {
    const { status, body, headers } = await api.post(
      "/api/clinics/tokyo-monthly/sign-policy",
      "prescriber",
      commandExamples["sign-policy"],
    );
    expect(status).toBe(200);
    expect(headers.get("etag")).toBe(`"${body.version}"`);
    expect(body.entries[0]).toMatchObject({ type: "policy-signed", body: { policy: "laboratory" } });
    expect((await api.post("/api/clinics/nowhere/sign-policy", "prescriber", {})).status).toBe(404);
  });

  test("of every name takes its example from whoever may give it", async () => {
    const understood = new Map<string, string>();
    for (const name of commandNames) {
      const { on, roles } = commandNamed(name) ?? { on: "patient", roles: [] };
      const role = roles.find((one) => one !== "unknown");
      const subject = on === "patient" ? await readyPatient(api.practice) : "tokyo-monthly";
      const { status, body } = await api.post(`/api/${on}s/${subject}/${name}`, role, commandExamples[name]);
      understood.set(name, status === 200 ? "done" : (body.refusal?.id ?? body.type));
    }
    const refused = [...understood].filter(([, what]) => what !== "done");
    // What they are held against is another patient's: authorisations, entries and courses that are not there.
    const whyNot = new Set(refused.map(([, what]) => what));
    expect(
      [...whyNot].filter(
        (what) => what.startsWith("/problems/") || what === "not-your-word" || what === "unknown-id",
      ),
    ).toEqual([]);
    expect(understood.size).toBeGreaterThan(60);
    expect(refused.length, JSON.stringify(refused)).toBeLessThan(25);
  });

  test("answers as the description says, every time", () => {
    expect(seen.answers).toBeGreaterThan(90);
    expect(api.bugs).toEqual([]);
  });
});
