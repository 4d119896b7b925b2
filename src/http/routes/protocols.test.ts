import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { register } from "../../app/register.ts";
import { comparable } from "../../core/knowledge/compare.ts";
import { type AnApi, anApi } from "../testing/an-api.ts";

describe("Clinics", () => {
  test("are listed with the busiest first: the one with patients, then the one with more sites", async () => {
    const api = await anApi();
    const first = async () => ((await api.get("/api/clinics")).body.clinics as { id: string }[])[0]?.id;
    expect(await first()).toBe("tokyo-monthly");
    const born = { name: "架空 花子", birthDate: "2000-01-01" };
    const by = { role: "front-desk", id: "test", authenticated: false } as const;
    const { is } = await register(api.practice, "pore-care", born, { by });
    expect(is).toBe("done");
    expect(await first()).toBe("pore-care");
    await api.close();
  });
});

describe("Protocols", () => {
  let api: AnApi;
  beforeAll(async () => {
    api = await anApi();
  });
  afterAll(() => api.close());
  const compare = (query: string) => api.get(`/api/protocols/compare?${query}`);

  test("are listed with their editions, as in force on a day", async () => {
    const { status, body } = await api.get("/api/protocols?on=2026-01-21");
    expect(status).toBe(200);
    const ids = (body.protocols as { id: string }[]).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(comparable(api.practice.knowledge).toSorted());
    expect(body.protocols).toContainEqual(
      expect.objectContaining({ id: "uk-mhra", jurisdiction: "UK", inForce: "2023-10-31" }),
    );
  });

  test("any two stand side by side in both languages, each value with its source", async () => {
    const { status, body } = await compare("a=jp-selfpay&b=tokyo-monthly");
    expect(status).toBe(200);
    expect(body).toMatchObject({ on: "2026-11-20", a: { is: "protocol" }, b: { is: "clinic" } });
    const [first] = body.values as { stricter: string }[];
    expect(first?.stricter).not.toBe("same");
    expect(body.values).toContainEqual(
      expect.objectContaining({
        parameter: "contraceptionMonthsAfter",
        floor: true,
        stricter: "b",
        b: expect.objectContaining({
          text: { en: "6 months", ja: "6か月" },
          sources: [expect.objectContaining({ id: "page-004", checked: "read" })],
        }),
      }),
    );
  });

  test("every two of them answer as described", async () => {
    const ids = comparable(api.practice.knowledge);
    for (const a of ids) expect((await compare(`a=${a}&b=us-ipledge`)).status, a).toBe(200);
    expect(ids.length).toBeGreaterThanOrEqual(11);
  });

  test.each([
    ["an unknown one", "a=jp-selfpay&b=atlantis", "b", /jp-selfpay, label-eu/],
    ["one not yet in force", "a=uk-mhra&b=label-eu&on=2020-01-01", "a", /2023-10-31/],
    ["a day that does not exist", "a=label-us&b=label-eu&on=2026-02-30", "on", /./],
    ["nothing beside it", "a=label-us", "b", /./],
    ["a misspelt parameter", "a=label-us&b=label-eu&no=2026-01-01", "no", /no such parameter/],
  ])("%s is a bad query that names the parameter", async (_what, query, parameter, detail) => {
    const { status, body } = await compare(query);
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({ parameter, detail: expect.stringMatching(detail) });
  });
});
