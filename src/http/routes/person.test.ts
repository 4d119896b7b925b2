import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entry } from "../../app/entries.ts";
import { importFiles } from "../../app/import/import-files.ts";
import { personOf } from "../../app/people.ts";
import { isAsExported } from "../../app/person-export.ts";
import { patientStream } from "../../app/practice.ts";
import { readyPatient } from "../../app/testing/ready-patient.ts";
import { type At, at } from "../../core/calendar.ts";
import { type AStaffedApi, aStaffedApi } from "../testing/a-staffed-api.ts";

const clinic = "tokyo-monthly";
const note = "told by telephone that 田中 came along";

describe("A person's data", () => {
  let office: AStaffedApi;
  let patient = "";
  let other = "";
  let now: At = at("2026-11-20T01:30:00Z");
  beforeAll(async () => {
    office = await aStaffedApi(() => now, { retentionYears: 0 });
    for (const [account, role] of [
      ["adele", "administrator"],
      ["paul", "prescriber"],
      ["nina", "nurse"],
      ["aya", "auditor"],
    ] as const)
      await office.appoint(account, clinic, role);
    const registered = await office.post(`/api/clinics/${clinic}/patients`, "nina", {
      name: "山田 花子",
      kana: "やまだ はなこ",
      birthDate: "2001-02-03",
    });
    patient = registered.body.patient;
    await office.link("pia", patient, "patient");
    const record = `/api/patients/${patient}`;
    await office.post(`${record}/record-weight`, "nina", { kg: 155 });
    const { body } = await office.get(`${record}/timeline?limit=1`, "nina");
    const correction = { ref: body.items[0].id, reason: "typing mistake", replacement: { kg: 55 } };
    await office.post(`${record}/correct-entry`, "nina", correction);
    await office.post(`${record}/report-contraception-lapse`, "nina", { what: "a condom broke", note });
    other = await readyPatient(office.practice);
    await office.get(`/api/patients/${other}`, "nina");
  });
  afterAll(() => office.close());
  const exported = (who: string, of = patient) => office.get(`/api/patients/${of}/export`, who);

  test("can be taken along whole: words, notes, who wrote it, who saw it, and a digest that tells any change", async () => {
    const { status, headers, body } = await exported("pia");
    expect([status, headers.get("content-disposition")]).toEqual([
      200,
      `attachment; filename="isoward-${patient}.json"`,
    ]);
    const types = body.entries.map(({ type }: { type: string }) => type);
    expect(types).toEqual([
      "registered",
      "account-linked",
      "weight-measured",
      "corrected",
      "contraception-lapsed",
    ]);
    expect(body.entries.at(-1)).toMatchObject({ actor: "nurse", body: { what: "a condom broke" } });
    expect(body.kept.at(-1)).toMatchObject({ actor: { id: "nina" }, clinic, private: { note } });
    expect(body.kept[0].private).toMatchObject({ name: "山田 花子", kana: "やまだ はなこ" });
    expect(body.accesses).toContainEqual(
      expect.objectContaining({ account: "nina", what: { en: "Saw the record", ja: "閲覧：記録" } }),
    );
    expect(isAsExported(body)).toBe(true);
    expect(isAsExported({ ...body, patient: other })).toBe(false);
    const bent = structuredClone(body);
    bent.entries[2].body.kg = 56;
    expect(isAsExported(bent)).toBe(false);
  });

  test("hold nothing of anybody else", async () => {
    const { body } = await exported("adele");
    const text = JSON.stringify(body);
    expect(text).not.toContain(other);
    const theirs = await office.practice.ledger.read(patientStream(other));
    expect(theirs.filter(({ id }) => text.includes(id))).toEqual([]);
    expect(theirs.length).toBeGreaterThan(10);
    // Of the audit trail only the lines that name this patient.
    const lines = await office.lines(clinic);
    const others = lines.filter(({ body: said }) => (said as { patient?: string }).patient !== patient);
    const positions = new Set(body.accesses.map(({ position }: { position: number }) => position));
    expect(others.filter(({ position }) => positions.has(position))).toEqual([]);
    expect(others.length).toBeGreaterThan(0);
  });

  test("become a patient's record elsewhere: what was entered stands, corrected as it was", async () => {
    const { body } = await exported("pia");
    const elsewhere = await aStaffedApi(() => now);
    const file = { name: "isoward.json", text: JSON.stringify(body) };
    const by = { role: "front-desk", id: "frank", authenticated: true } as const;
    const done = await importFiles(elsewhere.practice, [file], { by }, { clinic });
    if ("problems" in done) throw new Error(JSON.stringify(done.problems));
    expect(done.account.map(({ is }) => is)).not.toContain("unreadable");
    const stored = await elsewhere.practice.ledger.read(patientStream(done.patient));
    const types = stored.map(({ type }) => type).filter((type) => type !== "document-imported");
    expect(types).toEqual(["registered", "weight-measured", "contraception-lapsed", "corrected"]);
    const again = await importFiles(elsewhere.practice, [file], { by }, { clinic });
    expect(again).toMatchObject({ patient: done.patient, created: false, written: 0 });
    await elsewhere.close();
  });

  test("are the patient's and the administrator's to take along, and nobody else's", async () => {
    const asked = await Promise.all(["pia", "adele", "nina", "paul", "aya"].map((who) => exported(who)));
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 403, 403, 403]);
    expect((await exported("pia", other)).status).toBe(404);
    const last = (await office.lines("none")).findLast(({ type }) => type === "person-data-read");
    expect(last?.body).toMatchObject({ operation: "exportPerson", account: "pia", through: "self", patient });
  });

  test("whose use is restricted are on no list and found by no name; their keepers and an emergency still reach them", async () => {
    const found = async (who: string) => {
      const search = encodeURIComponent("山田");
      const { body } = await office.get(`/api/clinics/${clinic}/patients?search=${search}`, who);
      return body.items.length;
    };
    const today = async () => {
      const { body } = await office.get(`/api/clinics/${clinic}/today`, "nina");
      return body.lines.map((line: { patient: string }) => line.patient).toSorted();
    };
    const restrict = `/api/patients/${patient}/restrict-processing`;
    expect((await office.post(restrict, "adele", { reason: "asked for it in writing" })).status).toBe(200);
    expect([await found("nina"), await found("adele"), await found("aya")]).toEqual([0, 1, 1]);
    expect(await today()).toEqual([other]);
    const refused = await office.get(`/api/patients/${patient}`, "paul");
    expect([refused.status, refused.body.type]).toEqual([403, "/problems/restricted"]);
    expect((await exported("adele")).body.type).toBe("/problems/restricted");
    expect((await exported("pia")).status).toBe(200);
    const reason = "brought in unconscious";
    expect((await office.post(`/api/patients/${patient}/break-glass`, "paul", { reason })).status).toBe(200);
    expect((await office.get(`/api/patients/${patient}`, "paul")).status).toBe(200);
    const again = { name: "山田 花子", birthDate: "2001-02-03" };
    const registering = await office.post(`/api/clinics/${clinic}/patients`, "nina", again);
    expect(registering.body.patients).toHaveLength(1);
    const lift = `/api/patients/${patient}/lift-restriction`;
    expect((await office.post(lift, "adele", { reason: "asked for it again" })).status).toBe(200);
    expect(await found("nina")).toBe(1);
    expect(await today()).toEqual([other, patient].toSorted());
  });

  test("are erased in two steps, the second with the number typed, and for no reason it may not be", async () => {
    const [ask, erase] = [`/api/patients/${patient}/erasure`, `/api/patients/${patient}/erase-person`];
    const confirm = `${patient.slice(0, 4)} ${patient.slice(4).toLowerCase()}`;
    expect((await office.get(ask, "adele")).body).toMatchObject({
      erased: false,
      may: false,
      against: [{ id: "erase-retention-unset", text: { en: expect.stringContaining("signed no policy") } }],
      proof: null,
    });
    const refused = await office.post(erase, "adele", { confirm });
    expect([refused.status, refused.body.type]).toEqual([409, "/problems/erase-retention-unset"]);
    const policy = { policy: "retention", signedBy: "Adele Example", years: 0 };
    expect((await office.post(`/api/clinics/${clinic}/sign-policy`, "paul", policy)).status).toBe(200);
    now = at("2026-11-21T01:30:00Z");
    expect((await office.get(ask, "adele")).body).toMatchObject({
      may: true,
      against: [],
      kept: { years: 0 },
    });
    const unconfirmed = await office.post(erase, "adele", { confirm: other });
    expect([unconfirmed.status, unconfirmed.body.type]).toEqual([409, "/problems/erase-not-confirmed"]);
    for (const who of ["nina", "paul", "aya"])
      expect((await office.post(erase, who, { confirm })).status, who).toBe(403);
    expect((await office.post(erase, "pia", { confirm })).status).toBe(404);
    const erased = await office.post(erase, "adele", { confirm });
    expect(erased).toMatchObject({
      status: 200,
      body: { proof: { number: 1, stream: `patient/${patient}` } },
    });
    expect((await office.post(erase, "adele", { confirm })).body).toEqual(erased.body);
    expect((await office.get(ask, "adele")).body).toMatchObject({ erased: true, proof: erased.body.proof });
    // The account that was there for this record alone is nobody any more.
    expect((await personOf(office.practice, "pia")).links).toEqual([]);
    expect((await exported("pia")).status).toBe(404);
    const { body } = await exported("adele");
    expect(body).toMatchObject({ erased: true });
    expect(JSON.stringify(body)).not.toMatch(/花子|田中|condom/);
  });

  test("of somebody in a course are not erased, and the sentence says why", async () => {
    const supply = { product: "isotroin", capsules: 30, capsuleMg: 20, dailyMg: 20, days: 30 };
    await office.write(patientStream(other), clinic, [
      entry("supply-dispensed", supply, { actor: "pharmacist" }),
    ]);
    const { body } = await office.get(`/api/patients/${other}/erasure`, "adele");
    expect(body.against[0]).toMatchObject({
      id: "erase-during-course",
      text: { ja: expect.stringContaining("クールが進行中") },
    });
  });
});
