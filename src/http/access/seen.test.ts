import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StaffRole } from "../../app/access.ts";
import { entry } from "../../app/entries.ts";
import { readGolden } from "../../app/golden.ts";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { readyPatient, supplyOf } from "../../app/testing/ready-patient.ts";
import { sees, type Topic, topicOf } from "../../app/topics.ts";
import { topicsOfRule, topicsOfStep } from "../../app/topics-of-rules.ts";
import { entryTypes, type Role } from "../../core/entry.ts";
import { allRules } from "../../core/rules/index.ts";
import { type AStaffedApi, aStaffedApi } from "../testing/a-staffed-api.ts";

const clinic = "tokyo-monthly";
const elsewhere = "pore-care";

/** Patients of every kind: of each verdict, one who tells of most topics. */
const names = readGolden(readKnowledge())
  .filter(({ file }) => file.includes(clinic))
  .flatMap(({ patients }) => patients.flatMap(({ id, when }) => ("on" in when ? [id] : [])));

describe("What the API shows of a patient", () => {
  let office: AStaffedApi;
  const patients: string[] = [];
  beforeAll(async () => {
    office = await aStaffedApi();
    for (const role of ["prescriber", "front-desk", "lab", "auditor", "administrator"] as StaffRole[])
      await office.appoint(role, clinic, role);
    await office.appoint("other", elsewhere, "prescriber");
    await office.appoint("counter", elsewhere, "pharmacist");
    await office.appoint("emergency", "ten-day-start", "nurse");
    for (const name of names) patients.push(await readyPatient(office.practice, name));
    await Promise.all(patients.map((patient) => office.link("guardian", patient, "guardian")));
  }, 60_000);
  afterAll(() => office.close());

  const wordsOf = (role: Role): RegExp => {
    const isHidden = (topics: readonly Topic[]) => topics.some((topic) => !sees[role].includes(topic));
    const rules = allRules.map(({ id }) => id).filter((id) => isHidden(topicsOfRule(id)));
    const types = entryTypes.filter((type) => isHidden([topicOf(type)]));
    const actions = ["ask-mood", "assess-mood", "keep-contraception", "collect-pregnancy-test", "take-blood"];
    const hidden = actions.filter((action) => isHidden(topicsOfStep({ action, facts: {} })));
    return new RegExp(`"(?:${[...rules, ...types, ...hidden].join("|")})"`);
  };

  test.each(["guardian", "front-desk", "lab"] as const)(
    "tells a %s by no rule, step or entry what they do not see, and says that there is more",
    async (role) => {
      const words = wordsOf(role);
      let notShown = 0;
      for (const patient of patients) {
        for (const path of [`/api/patients/${patient}`, `/api/patients/${patient}/timeline?limit=500`]) {
          const { status, body } = await office.get(path, role);
          expect(status).toBe(200);
          expect(JSON.stringify(body)).not.toMatch(words);
          notShown += body.notShown.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
        }
        const { body } = await office.get(`/api/patients/${patient}`, role);
        const whole = await office.get(`/api/patients/${patient}`, "prescriber");
        expect(body.decision.verdict).toBe(whole.body.decision.verdict);
        expect(body.standing.group).toBe(whole.body.standing.group);
        expect(whole.body.notShown).toEqual([]);
      }
      expect(notShown).toBeGreaterThan(patients.length);
    },
  );

  test("answers a guardian alike, whether or not a method is in use, until the minor shares it", async () => {
    const using = async (patient: string) =>
      (await office.practice.ledger.read(`patient/${patient}`)).find(
        ({ type }) => type === "contraception-started",
      )?.body as { readonly method: string } | undefined;
    const found = await Promise.all(patients.map(async (one) => [one, await using(one)] as const));
    const [patient = "", used] = found.find(([, method]) => method !== undefined) ?? [];
    const { version } = (await office.get(`/api/patients/${patient}`, "guardian")).body;
    const give = async (command: string, method: string | undefined) => {
      const given = await office.post(`/api/patients/${patient}/${command}`, "guardian", { method });
      return [given.status, JSON.stringify(given.body).replaceAll(method ?? "", "")];
    };
    for (const command of ["start-contraception", "end-contraception"]) {
      const [real, guessed] = [await give(command, used?.method), await give(command, "abstinence")];
      expect(real, command).toEqual(guessed);
      expect(real[0], command).toBe(403);
    }
    expect((await office.get(`/api/patients/${patient}`, "guardian")).body.version).toBe(version);
    const wish = { withinMonths: null, happened: "2026-11-20" };
    for (const who of ["prescriber", "guardian"]) {
      const said = await office.post(`/api/patients/${patient}/record-pregnancy-wish`, who, wish);
      expect([said.status, said.body.version - version], who).toEqual([200, who === "guardian" ? 2 : 1]);
    }
    await office.link("minor", patient, "patient");
    const topics = ["contraception"];
    await office.post(`/api/patients/${patient}/share-with-guardian`, "minor", { topics });
    expect((await give("start-contraception", used?.method))[0]).toBe(200);
  });

  test("says in the place of findings that a prescriber knows", async () => {
    const pages = await Promise.all(
      patients.map(async (patient) => (await office.get(`/api/patients/${patient}`, "front-desk")).body),
    );
    const told = pages.flatMap(({ decision }) =>
      decision.findings.filter(({ rule }: { rule: string }) => rule === "not-shown"),
    );
    expect(told.length).toBeGreaterThan(3);
    expect(new Set(told.map(({ text }) => text.en))).toContain("A prescriber knows what is missing.");
    for (const page of pages) {
      expect(page).toMatchObject({ proposal: {}, authorisations: [], decision: { question: {} } });
      expect(page.course).toMatchObject({ supplies: 0, courseMg: null, weightKg: null });
    }
  });

  test("lists to the front desk who comes, and what about only where it may know", async () => {
    const list = await office.get(`/api/clinics/${clinic}/today`, "front-desk");
    expect(list.body.lines).toHaveLength(patients.length);
    expect(JSON.stringify(list.body)).toContain("A prescriber knows what this is about.");
    expect(JSON.stringify(list.body)).not.toMatch(/pregnan|blood|mood|contracep/i);
    const whole = await office.get(`/api/clinics/${clinic}/today`, "prescriber");
    expect(JSON.stringify(whole.body)).not.toContain("A prescriber knows");
    expect(whole.body.lines.map(({ patient }: { patient: string }) => patient)).toEqual(
      list.body.lines.map(({ patient }: { patient: string }) => patient),
    );
  });

  test("lists to whoever works at some sites alone only who comes there, and takes no word of theirs for another", async () => {
    const appointed = { account: "sid", role: "front-desk" as const, sites: ["second"] };
    await office.write(`clinic/${clinic}`, clinic, [entry("staff-appointed", appointed)]);
    const sitesOf = async (account: string, query = "") =>
      new Set(
        (await office.get(`/api/clinics/${clinic}/today${query}`, account)).body.lines.map(
          ({ site }: { site: string | null }) => site,
        ),
      );
    expect(await sitesOf("front-desk")).toContain("first");
    expect(await sitesOf("sid")).not.toContain("first");
    expect((await office.get(`/api/clinics/${clinic}/today?site=first`, "sid")).status).toBe(403);
    expect(await sitesOf("front-desk")).toContain("first");
    const [patient] = patients;
    const kg = { kg: 61 };
    const at = (site: string) => `/api/patients/${patient}/record-weight?site=${site}`;
    expect((await office.post(at("first"), "sid", kg)).status).toBe(403);
    expect((await office.post(at("second"), "sid", kg)).status).toBe(200);
  });

  test("hides private words and another clinic's notes, and shows what each clinic wrote itself", async () => {
    const [patient = ""] = patients;
    const note = "Her mother must not know.";
    const at = `/api/patients/${patient}`;
    await office.post(`${at}/record-weight`, "prescriber", { kg: 61, note });
    await office.post(`${at}/start-treatment`, "other", { reason: "Moved here." });
    const kg = { kg: 62, note: "Said at pore-care." };
    expect((await office.post(`${at}/record-weight`, "other", kg)).status).toBe(200);
    const read = async (account: string) =>
      JSON.stringify((await office.get(`${at}/timeline?limit=500`, account)).body);
    expect(await read("prescriber")).toContain(note);
    expect(await read("prescriber")).not.toContain("Said at pore-care.");
    expect(await read("other")).toContain("Said at pore-care.");
    expect(await read("other")).not.toContain(note);
    expect(await read("other")).toMatch(/entries of another clinic are not shown/);
    expect(await read("guardian")).not.toMatch(/mother|pore-care\./);
    // The clinic that has gone reads on what it wrote itself, and nothing else.
    await office.post(`${at}/end-treatment`, "other");
    expect((await office.get(at, "other")).status).toBe(403);
    const left = (await office.get(`${at}/timeline?limit=500`, "other")).body;
    expect(left.items.map(({ type }: { type: string }) => type)).toEqual([
      "treatment-relation-ended",
      "weight-measured",
      "treatment-relation-started",
    ]);
  });

  test("lists with a clinic those whom it treats, at none of its sites where their home is elsewhere", async () => {
    const [, patient = ""] = patients;
    const listed = async (site = "") => {
      const { body } = await office.get(`/api/clinics/${elsewhere}/patients`, "other");
      const today = await office.get(`/api/clinics/${elsewhere}/today${site}`, "other");
      const here = (lines: { patient: string }[]) => lines.some((line) => line.patient === patient);
      return [here(body.items), here(today.body.lines)];
    };
    expect(await listed()).toEqual([false, false]);
    await office.post(`/api/patients/${patient}/start-treatment`, "other", { reason: "Moved here." });
    expect(await listed()).toEqual([true, true]);
    const [site] = readKnowledge().clinics[elsewhere]?.sites ?? [];
    expect(await listed(`?site=${site?.id}`)).toEqual([true, true]);
    await office.post(`/api/patients/${patient}/end-treatment`, "other");
    expect(await listed()).toEqual([false, false]);
  });

  test("tells at a counter what a safe supply depends on, by a number that was given", async () => {
    const patient = await readyPatient(office.practice, "ready-can");
    const given = await office.post(
      `/api/patients/${patient}/authorise-supply`,
      "prescriber",
      supplyOf("ready-can"),
    );
    const number = String(given.body.entries[0].body.number);
    const shown = await office.get(`/api/authorisations/${number}`, "counter");
    expect(shown.status).toBe(200);
    expect(shown.body.authorisation.supply.capsules).toBeGreaterThan(0);
    expect(JSON.stringify(shown.body.decision)).toMatch(/patient-is-not-pregnant/);
    expect(JSON.stringify(shown.body.decision)).not.toMatch(/mood-|contraception-|results-/);
    expect(shown.body.decision.notShown).toBeGreaterThan(3);
    for (const account of ["front-desk", "lab"])
      expect((await office.get(`/api/authorisations/${number}`, account)).status, account).toBe(403);
    const rerun = await office.get(`/api/authorisations/${number}/rerun`, "administrator");
    expect([rerun.status, rerun.body.reruns[0].today]).toEqual([200, []]);
    // Once it is no longer open it says so, and not for ever how the patient is.
    expect((await office.post(`/api/authorisations/${number}/void-authorisation`, "prescriber")).status).toBe(
      200,
    );
    const used = await office.get(`/api/authorisations/${number}`, "counter");
    expect([used.status, used.body.authorisation.state, used.body.decision.verdict]).toEqual([
      200,
      "voided",
      expect.not.stringMatching("pass"),
    ]);
    expect(JSON.stringify(used.body.decision)).toContain("authorisation-is-open");
    expect(JSON.stringify(used.body.decision)).not.toMatch(/pregnan|condition|medicine|symptom/);
    expect(Object.keys(used.body.sources)).not.toHaveLength(0);
    const whole = await office.get(`/api/authorisations/${number}`, "prescriber");
    expect(JSON.stringify(whole.body.decision)).toContain("patient-is-not-pregnant");
  });

  test("is a restricted record's to those who keep it, in no list, and in an emergency", async () => {
    const patient = await readyPatient(office.practice);
    const at = `/api/patients/${patient}`;
    const listed = async () => (await office.get(`/api/clinics/${clinic}/today`, "prescriber")).body;
    const before = await listed();
    const reason = { reason: "A letter of 19 November." };
    expect((await office.post(`${at}/restrict-processing`, "administrator", reason)).status).toBe(200);
    expect((await office.get(at, "prescriber")).body.type).toBe("/problems/restricted");
    expect((await office.get(at, "auditor")).status).toBe(200);
    const after = await listed();
    expect(after.lines).toHaveLength(before.lines.length - 1);
    expect(after.notShown).toMatchObject([{ because: "restricted", count: 1 }]);
    expect((await office.post(`${at}/break-glass`, "prescriber", { reason: "An overdose." })).status).toBe(
      200,
    );
    expect((await office.get(at, "prescriber")).status).toBe(200);
    expect((await office.post(`${at}/lift-restriction`, "administrator", reason)).status).toBe(200);
    expect((await listed()).notShown).toEqual([]);
  });

  test("is in an emergency the whole record, to whoever broke the glass alone", async () => {
    const [, , patient = ""] = patients;
    const at = `/api/patients/${patient}`;
    expect((await office.get(at, "emergency")).body.type).toBe("/problems/no-relation");
    const broken = await office.post(`${at}/break-glass`, "emergency", { reason: "Unconscious." });
    expect(broken.body.entries[0]).toMatchObject({
      type: "glass-broken",
      body: { account: "emergency", clinic: "ten-day-start", reason: "Unconscious." },
    });
    const page = await office.get(at, "emergency");
    expect([page.status, page.body.notShown]).toEqual([200, []]);
    expect(JSON.stringify((await office.get(`${at}/timeline`, "prescriber")).body)).toContain("Unconscious.");
    expect(office.bugs).toEqual([]);
  });
});
