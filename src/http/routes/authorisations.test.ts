import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readyPatient, supplyOf } from "../../app/testing/ready-patient.ts";
import { type AnApi, anApi } from "../testing/an-api.ts";

const pack = { lot: "A1234", expiresOn: "2028-03-31" };

describe("An authorisation", () => {
  let api: AnApi;
  beforeAll(async () => {
    api = await anApi();
  });
  afterAll(() => api.close());

  async function authorised(): Promise<string> {
    const patient = await readyPatient(api.practice);
    const { status, body } = await api.post(
      `/api/patients/${patient}/authorise-supply`,
      "prescriber",
      supplyOf(),
    );
    expect(status, JSON.stringify(body)).toBe(200);
    return body.entries[0].body.number as string;
  }

  test("is found by its number as it was typed or scanned, and asks for what is not said of the pack", async () => {
    const number = await authorised();
    const typed = encodeURIComponent(number.toLowerCase().replaceAll("-", " "));
    const { status, headers, body } = await api.get(`/api/authorisations/${typed}`);
    expect(status).toBe(200);
    expect(body.authorisation).toMatchObject({ number, state: "open" });
    expect(body.decision.verdict).toBe("ask");
    expect(headers.get("etag")).toBe(`"${body.version}"`);
    const named = await api.get(`/api/authorisations/${number}?lot=A1234&expiresOn=2028-03-31&capsules=60`);
    expect(named.body.decision.verdict).toBe("pass");
  });

  test("is redeemed once, by its number alone", async () => {
    const number = await authorised();
    const dispense = () => api.post(`/api/authorisations/${number}/dispense-supply`, "pharmacist", pack);
    const [first, second] = [await dispense(), await dispense()];
    expect(first.status).toBe(200);
    expect(first.body.entries[0]).toMatchObject({ type: "supply-dispensed", body: { number, lot: "A1234" } });
    expect(first.body.entries[0].body).not.toHaveProperty("decision");
    expect(second.status).toBe(409);
    expect(second.body.refusal).toEqual({ id: "authorisation-used", facts: { number, state: "dispensed" } });
  });

  test("is redeemed by one of fifty who try at once", async () => {
    const number = await authorised();
    const all = await Promise.all(
      Array.from({ length: 50 }, () =>
        api.post(`/api/authorisations/${number}/dispense-supply`, "pharmacist", pack),
      ),
    );
    const count = (wanted: number) => all.filter(({ status }) => status === wanted).length;
    expect([count(200), count(409)]).toEqual([1, 49]);
  });

  test("is refused with the whole decision where it does not pass", async () => {
    const number = await authorised();
    const { status, body } = await api.post(
      `/api/authorisations/${number}/dispense-supply`,
      "pharmacist",
      {},
    );
    expect(status).toBe(409);
    expect(body.refusal).toEqual({ id: "does-not-pass", facts: { verdict: "ask" } });
    expect(body.decision.verdict).toBe("ask");
    expect(body.decision.next.length).toBeGreaterThan(0);
    expect(body.decision.findings.length).toBeGreaterThan(40);
  });

  test("can be voided until it is used, and reversed once it was", async () => {
    const [voided, reversed] = [await authorised(), await authorised()];
    expect((await api.post(`/api/authorisations/${voided}/void-authorisation`, "prescriber")).status).toBe(
      200,
    );
    expect((await api.get(`/api/authorisations/${voided}`)).body.authorisation.state).toBe("voided");
    await api.post(`/api/authorisations/${reversed}/dispense-supply`, "pharmacist", pack);
    expect((await api.post(`/api/authorisations/${reversed}/reverse-supply`, "pharmacist", {})).status).toBe(
      200,
    );
    expect((await api.get(`/api/authorisations/${reversed}`)).body.authorisation.state).toBe("reversed");
  });

  test("decides again as it did", async () => {
    const number = await authorised();
    await api.post(`/api/authorisations/${number}/dispense-supply`, "pharmacist", pack);
    const { status, body } = await api.get(`/api/authorisations/${number}/rerun`);
    expect(status).toBe(200);
    expect(body.reruns.map(({ question }: { question: string }) => question)).toEqual([
      "supply",
      "dispensing",
    ]);
    for (const { again, today, knowledge } of body.reruns) {
      expect({ again, today, kept: knowledge.kept }).toEqual({ again: [], today: [], kept: true });
    }
  });

  test("takes its number from the address and from nowhere else", async () => {
    const [number, other] = [await authorised(), await authorised()];
    const { status, body } = await api.post(`/api/authorisations/${number}/dispense-supply`, "pharmacist", {
      ...pack,
      number: other,
    });
    expect(status).toBe(422);
    expect(body.errors[0].pointer).toBe("#/number");
    expect((await api.post(`/api/authorisations/${number}/dispense-supply`, "pharmacist", "[]")).status).toBe(
      422,
    );
    expect(
      (await api.post(`/api/authorisations/${number}/dispense-supply`, "pharmacist", "null")).status,
    ).toBe(422);
  });

  test("that was mistyped is sent back, and one that nobody gave is not found", async () => {
    const number = await authorised();
    const wrong = `${number.slice(0, -1)}${number.endsWith("7") ? "8" : "7"}`;
    const nobodys = "K7QX-2M9P-8E64";
    for (const path of ["", "/rerun"]) {
      expect((await api.get(`/api/authorisations/${wrong}${path}`)).status).toBe(400);
      expect((await api.get(`/api/authorisations/${nobodys}${path}`)).status).toBe(404);
    }
    for (const verb of ["dispense-supply", "reverse-supply", "void-authorisation"]) {
      expect((await api.post(`/api/authorisations/${wrong}/${verb}`, "prescriber", {})).status).toBe(400);
      const { status, body } = await api.post(`/api/authorisations/${nobodys}/${verb}`, "prescriber", {});
      expect({ status, id: body.refusal.id }).toEqual({ status: 404, id: "no-such-authorisation" });
    }
    expect(api.bugs).toEqual([]);
  });

  test("is asked for with a pack that can be read", async () => {
    const number = await authorised();
    const { status, body } = await api.get(
      `/api/authorisations/${number}?expiresOn=soon&capsules=-3&colour=blue`,
    );
    expect(status).toBe(400);
    expect(body.errors.map(({ parameter }: { parameter: string }) => parameter).toSorted()).toEqual([
      "capsules",
      "colour",
      "expiresOn",
    ]);
  });
});
