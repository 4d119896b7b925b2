import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiServer } from "../../http/api.ts";
import { type OpenPractice, openPractice } from "../open-practice.ts";
import { register } from "../register.ts";
import { prescriber } from "../testing/ready-patient.ts";
import { todayView } from "./today.ts";

const clinic = "tokyo-monthly";
let folder = "";
let practice: OpenPractice;
let patients: readonly string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "isoward-unreadable-"));
  practice = await openPractice(folder);
  const someone = async (name: string) => {
    const done = await register(practice, clinic, { name, birthDate: "2000-01-02" }, { by: prescriber });
    return done.patient ?? "";
  };
  patients = [await someone("鈴木 一"), await someone("鈴木 二")];
  const stream = `patient/${patients[0]}`;
  const [first] = await practice.ledger.read(stream);
  if (first === undefined) throw new Error("nobody was registered");
  const { id: _id, stream: _stream, version, position: _p, hash: _h, private: _x, ...entry } = first;
  // What a program that is not this one may have written.
  const strange = { ...entry, id: crypto.randomUUID(), type: "of-another-program", body: {} };
  await practice.ledger.append({ stream, expectedVersion: version, entries: [strange] });
});
afterAll(async () => {
  await practice.ledger.close();
  rmSync(folder, { recursive: true });
});

test("A record that cannot be read is an alarm in the list, told of once, and everybody else is listed", async () => {
  const causes: unknown[] = [];
  const list = async () =>
    (await todayView(practice, clinic, undefined, (cause) => causes.push(cause)))?.lines;
  expect((await list())?.map(({ patient, name, standing: { group } }) => [patient, name, group])).toEqual([
    [patients[0], "鈴木 一", "alarm"],
    [patients[1], "鈴木 二", "gather"],
  ]);
  expect((await list())?.[0]?.standing.headline.en).toBe("This record cannot be read.");
  expect(causes).toHaveLength(1);
});

test("Its page answers with a problem that says whose it is, and the others answer", async () => {
  const logged: unknown[] = [];
  const api = apiServer(practice, { log: (_id, cause) => logged.push(cause) });
  for (const path of ["", "/timeline"]) {
    const answer = await api.request(`/api/patients/${patients[0]}${path}`);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ type: "/problems/record-unreadable" });
  }
  expect(logged).toHaveLength(2);
  expect((await api.request(`/api/patients/${patients[1]}`)).status).toBe(200);
  expect((await api.request(`/api/clinics/${clinic}/today`)).status).toBe(200);
});
