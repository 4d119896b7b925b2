import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnApi, anApi } from "../testing/an-api.ts";

let api: AnApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(() => api.close());

const given = { weightKg: 60, targetMgPerKg: 120, dailyMg: 40, product: "isotroin", start: "2027-01-10" };

test("a plan is answered with its days, capsules and events for machines", async () => {
  const { status, body } = await api.post("/api/questions/plan", undefined, { ...given, on: "2026-11-22" });
  expect(status).toBe(200);
  expect(body.plans[0]).toMatchObject({
    id: "asked",
    days: 180,
    mg: 7200,
    mgPerKg: 120,
    lastCapsule: "2027-07-08",
  });
  expect(body.plans[0].supplies).toHaveLength(6);
  expect(body.plans.length).toBeGreaterThan(3);
});

test("and as a calendar file in either language", async () => {
  for (const [lang, title] of [
    ["en", "SUMMARY:Last capsule"],
    ["ja", "SUMMARY:最後のカプセル"],
  ]) {
    const answer = await api.post(`/api/questions/plan/calendar?lang=${lang}`, undefined, {
      ...given,
      on: "2026-11-22",
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    expect(answer.body).toContain(title);
  }
});

test("a plan past a limit makes no calendar, and says why", async () => {
  const { status, body } = await api.post("/api/questions/plan/calendar", undefined, {
    ...given,
    dailyMg: 200,
    on: "2026-11-22",
  });
  expect(status).toBe(422);
  expect(JSON.stringify(body)).toContain("the plan goes past a limit");
});

test("what makes no plan makes no calendar, and says why", async () => {
  const { status, body } = await api.post("/api/questions/plan/calendar", undefined, { dailyMg: 40 });
  expect(status).toBe(422);
  expect(JSON.stringify(body)).toContain("How far should the course go?");
});
