/** A server whose battery is flat takes a day of 1970 for today. */
import { expect, test } from "vitest";
import { readyPatient, supplyOf } from "../app/testing/ready-patient.ts";
import { at } from "../core/calendar.ts";
import { anApi, morning } from "./testing/an-api.ts";

test("on a day before its protocol began a clinic decides nothing, is told why, and goes on once the clock is right", async () => {
  let now = morning;
  const api = await anApi(() => now);
  try {
    const patient = await readyPatient(api.practice);
    const before = await api.practice.ledger.position();
    const ask = async () => [
      await api.post(`/api/patients/${patient}/record-weight`, "nurse", { kg: 60.5 }),
      await api.post(`/api/patients/${patient}/authorise-supply`, "prescriber", supplyOf()),
      await api.get(`/api/patients/${patient}`),
    ];
    now = at("1970-01-02T00:00:00Z");
    for (const { status, body } of await ask())
      expect([status, body.type, body.remedy.en]).toEqual([
        503,
        "/problems/nothing-in-force",
        expect.stringContaining("clock"),
      ]);
    expect(await api.practice.ledger.position()).toBe(before);
    now = morning;
    expect((await ask()).map(({ status }) => status)).toEqual([200, 200, 200]);
  } finally {
    await api.close();
  }
});
