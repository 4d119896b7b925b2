import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readyPatient } from "../../app/testing/ready-patient.ts";
import { questions } from "../../core/questions/index.ts";
import { type AnApi, anApi } from "../testing/an-api.ts";

describe("A question", () => {
  let api: AnApi;
  beforeAll(async () => {
    api = await anApi();
  });
  afterAll(() => api.close());
  const ask = (id: string, body: object) => api.post(`/api/questions/${id}`, undefined, body);

  test("is one of the list", async () => {
    const { body } = await api.get("/api/questions");
    expect(body.questions.map(({ id }: { id: string }) => id)).toEqual(questions.map(({ id }) => id));
  });

  test.each(questions.map((one) => [one.id, one] as const))(
    "%s is answered in both languages, with its sources, and of nobody",
    async (id, { example }) => {
      const { status, body } = await ask(id, { ...example, under: "tokyo-monthly", on: "2026-11-22" });
      expect(status, JSON.stringify(body)).toBe(200);
      expect(body).toMatchObject({ question: id, on: "2026-11-22", clinic: "tokyo-monthly" });
      expect(body.headline.text.en).not.toBe(body.headline.text.ja);
      const said = [body.headline, ...body.remarks] as { cites: string[] }[];
      for (const cite of said.flatMap(({ cites }) => cites)) expect(body.sources).toHaveProperty([cite]);
    },
  );

  test("is asked under no place that does not exist, and on no day that does not", async () => {
    const nowhere = await ask("may-i", { activity: "blood-donation", under: "atlantis" });
    expect(nowhere.status).toBe(422);
    expect(nowhere.body.errors[0]).toMatchObject({
      pointer: "#/under",
      detail: expect.stringContaining("jp-selfpay"),
    });
    const never = await ask("may-i", { activity: "blood-donation", on: "2026-02-30" });
    expect(never.body.errors[0].pointer).toBe("#/on");
    const before = await ask("may-i", { activity: "blood-donation", during: true, on: "1950-01-01" });
    expect(before.body.errors[0].pointer).toBe("#/on");
  });

  test("says what is wrong with each field, and guesses nothing", async () => {
    const { status, body } = await ask("may-i", { activity: "waxin", stoped: "2026-01-01", during: "maybe" });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      "#/activity",
      "#/during",
      "#/stoped",
    ]);
    expect((await ask("may-i", {})).body.errors).toEqual([
      expect.objectContaining({ pointer: "#/activity", detail: "this must be given" }),
    ]);
  });

  test("names a field that is none where it stands, whatever characters are in its name", async () => {
    const { body } = await ask("may-i", { activity: "alcohol", "a.b/c~d": 1 });
    expect(body.errors).toEqual([expect.objectContaining({ pointer: "#/a.b~1c~0d" })]);
  });

  test.each([[[]], [null], [5], [true]])("is not asked by %j", async (body) => {
    const { status } = await api.post("/api/questions/triage", undefined, body);
    expect(status).toBe(422);
  });

  test("takes JSON's own types alone, and says what is wrong in the language asked for", async () => {
    const given = { results: [{ analyte: "alt", value: "95" }], darkUrine: "no" };
    const { status, body } = await api.post("/api/questions/labs", undefined, given, {
      "Accept-Language": "ja",
    });
    expect(status).toBe(422);
    const [value, urine] = body.errors;
    expect(value).toMatchObject({ pointer: "#/results/0/value", detail: expect.stringContaining("数値") });
    expect(value.text.en).toContain("a number");
    expect(urine.pointer).toBe("#/darkUrine");
  });

  test("says what its fields can choose from", async () => {
    const { body } = await api.get("/api/choices/activities");
    expect(body.choices.length).toBeGreaterThan(45);
    expect(body.choices).toContainEqual(expect.objectContaining({ id: "waxing" }));
    expect((await api.get("/api/choices/unicorns")).status).toBe(404);
  });

  test("of a patient takes from the record what it knows", async () => {
    const patient = await readyPatient(api.practice);
    const path = `/api/patients/${patient}/questions/may-i`;
    const { status, body } = await api.post(path, undefined, { activity: "献血" });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ clinic: "tokyo-monthly", asked: { activity: "blood-donation" } });
    expect((await api.post("/api/patients/ZZZZZZZZ/questions/may-i", undefined, {})).status).toBe(404);
  });
});
