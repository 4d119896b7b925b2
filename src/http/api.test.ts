import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandNamed, commandNames } from "../app/commands/index.ts";
import { readyPatient } from "../app/testing/ready-patient.ts";
import { LedgerError } from "../ledger/ledger.ts";
import { apiServer } from "./api.ts";
import { mostBytes } from "./body/body.ts";
import { commandExamples } from "./openapi/command-examples.ts";
import { routes } from "./routes/index.ts";
import { type AnApi, anApi } from "./testing/an-api.ts";

const runs = (sample: number) => ({ numRuns: sample * Number(process.env["ISOWARD_RUNS"] ?? 1) });

describe("The API", () => {
  let api: AnApi;
  let patient = "";
  beforeAll(async () => {
    api = await anApi();
    patient = await readyPatient(api.practice);
  });
  afterAll(() => api.close());
  const weigh = (body: unknown, headers: Record<string, string> = {}) =>
    api.post(`/api/patients/${patient}/record-weight`, "nurse", body, headers);

  test("says so where there is nothing, or where it is not done this way", async () => {
    for (const path of [
      "/api",
      "/api/",
      "/api/nothing",
      "/api/patients",
      `/api/patients/${patient}/eat`,
      "/problems/",
      "/problems/none",
      "/nothing",
    ]) {
      const { status, headers } = await api.get(path);
      expect(status, path).toBe(404);
      expect(headers.get("content-type"), path).toBe("application/problem+json");
    }
    const wrong = await api.app.request(`/api/patients/${patient}`, { method: "DELETE" });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toBe("GET, HEAD");
    expect((await api.app.request("/api/clinics", { method: "HEAD" })).status).toBe(200);
  });

  test("keeps its answers from being stored, framed, or read by another site", async () => {
    for (const path of ["/api/clinics", "/api/nothing", `/api/patients/${patient}`]) {
      const { headers } = await api.get(path);
      expect(headers.get("cache-control"), path).toBe("no-store");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
      expect(headers.get("cross-origin-resource-policy"), path).toBe("same-origin");
      expect(headers.get("access-control-allow-origin"), path).toBeNull();
    }
  });

  test("serves its description, and a page for each problem", async () => {
    const { body } = await api.get("/openapi.json");
    expect(body.openapi).toMatch(/^3\.1\./);
    const ids = Object.keys(body.components.examples);
    for (const id of ids) {
      const page = await api.get(`/problems/${id}`);
      expect(page.status, id).toBe(200);
      expect(page.body, id).toMatch(/[ぁ-ん]/);
    }
    expect(ids.length).toBeGreaterThan(25);
  });

  test("leaves what is not its own to the web app beneath", async () => {
    const both = apiServer(api.practice, { beneath: () => new Response("the page") });
    expect(await (await both.request("/patients/X")).text()).toBe("the page");
    expect((await both.request("/api/nothing")).status).toBe(404);
    expect((await both.request("/problems/moved")).status).toBe(200);
  });

  test("takes JSON in UTF-8 alone, and not too much of it", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/json; charset=shift_jis",
      "",
    ]) {
      expect((await weigh('{"kg":60}', { "Content-Type": type })).status, type).toBe(415);
    }
    for (const type of ["application/json; charset=UTF-8", "application/merge-patch+json"]) {
      expect((await weigh('{"kg":60}', { "Content-Type": type })).status, type).toBe(200);
    }
    expect((await weigh('{"kg":60}', { "Content-Encoding": "gzip" })).status).toBe(415);
    const long = JSON.stringify({ kg: 60, note: "x".repeat(mostBytes) });
    const { status, body } = await weigh(long);
    expect(status).toBe(413);
    expect(body.text.en).toContain(String(mostBytes));
    expect((await weigh(long, { "Content-Length": String(long.length) })).status).toBe(413);
    expect((await weigh({ kg: 60, note: "長".repeat(4000) })).status).toBe(200);
    expect((await weigh({ kg: 60, note: "x".repeat(4001) })).status).toBe(422);
  });

  test("says what a full, closed or broken store means, and tells nobody what went wrong inside", async () => {
    const failing = (cause: unknown) => {
      const told: string[] = [];
      const ledger = Object.assign(Object.create(api.practice.ledger), {
        append: () => Promise.reject(cause),
      });
      const server = apiServer({ ...api.practice, ledger }, { log: (id) => told.push(id) });
      const headers = { "Content-Type": "application/json", "Isoward-Role": "nurse" };
      const answer = server.request(`/api/patients/${patient}/record-weight`, {
        method: "POST",
        headers,
        body: '{"kg":77}',
      });
      return { answer, told };
    };
    const cases = [
      [new LedgerError("full", "/data is full", "free space"), 507, 0],
      [new LedgerError("closed", "the ledger is closed", "open it"), 503, 0],
      [new LedgerError("locked", "/data is in use", "wait"), 503, 0],
      [new LedgerError("corrupt", "/data is damaged", "restore"), 503, 1],
      [new LedgerError("unreachable", "it does not answer", "start it"), 503, 0],
      [new LedgerError("unsure", "it broke off", "send it again"), 503, 1],
      [new RangeError("/data/secret 架空 花子"), 500, 1],
    ] as const;
    for (const [cause, status, logged] of cases) {
      const { answer, told } = failing(cause);
      const response = await answer;
      const text = await response.text();
      expect(response.status, cause.message).toBe(status);
      expect(text).not.toMatch(/\/data|花子/);
      expect(told).toHaveLength(logged);
      if (logged === 1)
        expect(JSON.parse(text)).toMatchObject({
          id: told[0],
          detail: expect.stringContaining(told[0] ?? "?"),
        });
    }
  });

  test("has no answer above 499 for any body, of any command, however it is made", async () => {
    // What a careless or a hostile program might send in the place of a field.
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom<unknown>(
        -0,
        1e308,
        -1e308,
        2 ** 53,
        5e-324,
        -1,
        0.1,
        "",
        " ",
        "\u0000",
        "2026-02-30",
        "9999-12-31",
        "0000-01-01",
      ),
      fc.constantFrom<unknown>(
        "2026-11-20T25:00:00Z",
        "+275760-09-13T00:00:00Z",
        "-271821-04-20T00:00:00Z",
        "1e3",
        "toString",
        "constructor",
        [],
        [[]],
        {},
        null,
      ),
      fc.constantFrom<unknown>(
        { day: "2026-11-20", at: "2026-11-20T00:00:00Z", zone: "Mars/Olympus" },
        "😀".repeat(500),
        "x".repeat(5000),
      ),
      fc.string({ unit: "binary", maxLength: 20 }),
    );
    const command = fc.constantFrom(...commandNames);
    const body = command.chain((name) => {
      const example = commandExamples[name] ?? {};
      const fields = [...Object.keys(example), "happened", "note", "extra"];
      const changed = fc.array(fc.tuple(fc.constantFrom(...fields), odd), { maxLength: 3 });
      return fc.tuple(
        fc.constant(name),
        fc.oneof(
          changed.map((some) => ({ ...example, ...Object.fromEntries(some) })),
          odd,
        ),
      );
    });
    const subjects = { patient: await readyPatient(api.practice), clinic: "tokyo-monthly" };
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(body, fc.nat(7), async ([name, sent], pick) => {
        const { on, roles } = commandNamed(name) ?? { on: "patient", roles: [] };
        const role = roles.filter((one) => one !== "unknown")[pick % roles.length] ?? "prescriber";
        const { status, body: answer } = await api.post(`/api/${on}s/${subjects[on]}/${name}`, role, sent);
        expect(
          status,
          `${name} ${JSON.stringify(sent)} → ${JSON.stringify(answer)} ${String(api.bugs[0])}`,
        ).toBeLessThan(500);
        if (status === 200) taken += 1;
        // Whatever was taken can be read and decided upon.
        const read = await api.get(`/api/patients/${subjects.patient}`);
        expect(read.status, `after ${name} ${JSON.stringify(sent)}: ${String(api.bugs[0])}`).toBe(200);
      }),
      runs(150),
    );
    expect(taken).toBeGreaterThan(5);
    expect(api.bugs).toEqual([]);
  });

  test("has no answer above 499 for any proposal", async () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.constantFrom(1e308, 1e8, 5e-324, 2 ** 53 - 1, 0, -1),
    );
    const proposal = fc.record(
      {
        product: fc.constantFrom("isotroin", "claravis", "sugar", ""),
        capsuleMg: number,
        capsules: number,
        dailyMg: number,
        dosesPerDay: number,
        days: number,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(proposal, async (sent) => {
        for (const [path, role] of [
          ["supply-decision", undefined],
          ["authorise-supply", "prescriber"],
        ] as const) {
          const { status, body } = await api.post(`/api/patients/${patient}/${path}`, role, sent);
          expect(
            status,
            `${path} ${JSON.stringify(sent)} → ${JSON.stringify(body).slice(0, 300)} ${String(api.bugs[0])}`,
          ).toBeLessThan(500);
        }
      }),
      runs(60),
    );
    expect(api.bugs).toEqual([]);
  });

  test("has no answer above 499 for any address, header or broken body", async () => {
    const part = fc.oneof(
      fc.constantFrom(
        patient,
        "tokyo-monthly",
        "K7QX-2M9P-8E64",
        "..",
        "%2e%2e",
        "%00",
        "%E0%A4%A",
        "__proto__",
        "constructor",
      ),
      fc.webSegment(),
    );
    const pattern = fc.constantFrom(...routes.filter(({ path }) => path !== "/api/changes"));
    const query = fc.oneof(
      fc.constant(""),
      fc.webQueryParameters().map((text) => `?${text}`),
      fc.constantFrom(
        "?limit=1e9",
        "?limit=-1",
        "?before=NaN",
        "?expiresOn=x",
        "?capsules=1e400",
        "?%",
        "?site",
        "?site=%00",
      ),
    );
    const header = fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[^\u0020-\u00ff]/g, ""));
    const broken = fc.oneof(
      fc.string(),
      fc.json().map((text) => text.slice(1)),
      fc.constantFrom("{", "null", "[]", '"', '{"a":1,"a":2}', '{"__proto__":{}}'),
    );
    await fc.assert(
      fc.asyncProperty(
        pattern,
        fc.array(part, { minLength: 3, maxLength: 3 }),
        query,
        fc.tuple(header, header, header, header),
        broken,
        async ({ method, path }, parts, asked, [match, key, accept, role], body) => {
          const there = path.replaceAll(/\{\w+\}/g, () => parts.pop() ?? "x") + asked;
          const response = await api.app.request(`http://localhost${there}`, {
            method: method.toUpperCase(),
            headers: {
              "If-Match": match,
              "Idempotency-Key": key,
              "Accept-Language": accept,
              "Isoward-Role": role === "" ? "nurse" : role,
              "Content-Type": "application/json",
            },
            ...(method === "post" ? { body } : {}),
          });
          expect(
            response.status,
            `${method} ${there} ${await response.text()} ${String(api.bugs[0])}`,
          ).toBeLessThan(500);
        },
      ),
      runs(300),
    );
    expect(api.bugs).toEqual([]);
  });
});
