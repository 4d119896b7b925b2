import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type At, at } from "../../core/calendar.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { commands } from "../commands/index.ts";
import { erasePerson } from "../erase-person.ts";
import { execute } from "../execute.ts";
import { readKnowledge } from "../knowledge-files.ts";
import { type OpenPractice, openPractice } from "../open-practice.ts";
import { practice as practiceOf } from "../practice.ts";
import { register } from "../register.ts";
import { prescriber, readyPatient } from "../testing/ready-patient.ts";
import { todayView, workOutLists } from "./today.ts";

const clinic = "tokyo-monthly";
const by = { by: prescriber };
const administrator = { by: { ...prescriber, role: "administrator" } } as const;
const morning = at("2026-11-20T10:00:00+09:00");

describe("Today's list", () => {
  let folder = "";
  let practice: OpenPractice;
  let patients: readonly string[] = [];
  let now: At = morning;
  /** What the store was asked. */
  let asked: string[] = [];
  /** Done once, after the store has found the answer to such a question and before it gives it. */
  let meanwhile: { readonly asking: string; readonly work: () => Promise<unknown> } | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-today-"));
    const opened = await openPractice(folder, { now: () => now, knowledge: readKnowledge() });
    const { ledger } = opened;
    const answered = async <T>(question: string, answer: Promise<T>): Promise<T> => {
      asked.push(question);
      const found = await answer;
      if (meanwhile?.asking !== question) return found;
      const { work } = meanwhile;
      meanwhile = undefined;
      await work();
      return found;
    };
    const counting: Ledger = {
      ...ledger,
      read: (stream, afterVersion) => answered(`read ${stream}`, ledger.read(stream, afterVersion)),
      query: (sql, parameters) => answered("query", ledger.query(sql, parameters)),
      seenBy: () => counting,
      movedSince: (position) => answered("movedSince", ledger.movedSince(position)),
    };
    practice = {
      ...practiceOf(counting, opened.knowledge, opened.now),
      ledger: { ...ledger, ...counting },
    };
    patients = await Promise.all([readyPatient(practice), readyPatient(practice), readyPatient(practice)]);
    await todayView(practice, clinic);
  });
  afterAll(async () => {
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    asked = [];
    meanwhile = undefined;
  });

  const list = async (site?: string) => (await todayView(practice, clinic, site))?.lines ?? [];
  const versionOf = async (patient: string) =>
    (await list()).find((line) => line.patient === patient)?.version;
  const [first, second] = [() => patients[0] ?? "", () => patients[1] ?? ""];
  let kg = 50;
  const weigh = (patient: string) =>
    execute(practice, commands["record-weight"], patient, { kg: (kg += 1) }, by);

  test("in which nothing has moved costs one question, for every site", async () => {
    const before = await list();
    expect(before).toHaveLength(3);
    expect(await list("first")).toEqual(before);
    expect(await list("second")).toEqual([]);
    expect(asked).toEqual(["movedSince", "movedSince", "movedSince"]);
  });

  test("reads anew whoever has moved, and nobody else", async () => {
    const before = (await versionOf(first())) ?? 0;
    await weigh(first());
    asked = [];
    expect(await versionOf(first())).toBe(before + 1);
    expect(asked).toEqual(["movedSince", "query", `read patient/${first()}`, `read clinic/${clinic}`]);
  });

  test("reads everybody anew once the clinic has moved, and once the day is over", async () => {
    const input = { programme: "us-ipledge", party: "site" };
    expect((await execute(practice, commands["enrol"], clinic, input, administrator)).is).toBe("done");
    const readAnew = async () => {
      asked = [];
      await list();
      return asked.filter((one) => one.startsWith("read patient/")).toSorted();
    };
    const everybody = patients.map((patient) => `read patient/${patient}`).toSorted();
    expect(await readAnew()).toEqual(everybody);
    expect(await readAnew()).toEqual([]);
    now = at("2026-11-21T00:00:00+09:00");
    expect(await readAnew()).toEqual(everybody);
    expect(await readAnew()).toEqual([]);
  });

  test("is worked out before anybody looks", async () => {
    const another = practiceOf(practice.ledger, practice.knowledge, practice.now);
    await workOutLists(another, new AbortController().signal);
    asked = [];
    expect((await todayView(another, clinic))?.lines).toEqual(await list());
    expect(asked).toEqual(["movedSince", "movedSince"]);
  });

  test("has whoever is new, and whoever has another name now, where a list that is read anew has them", async () => {
    await list();
    const names = ["ン", "ア", "𠮷", "ﾊ", "カ"];
    for (const kana of names) {
      const person = { name: `架空 ${kana}`, kana, birthDate: "2000-02-03" };
      expect((await register(practice, clinic, person, by)).is).toBe("done");
      await list();
    }
    const kana = { name: "架空 モモ", kana: "モモ" };
    expect((await execute(practice, commands["record-name"], first(), kana, by)).is).toBe("done");
    const order = (lines: readonly { readonly patient: string }[]) => lines.map(({ patient }) => patient);
    const anew = practiceOf(practice.ledger, practice.knowledge, practice.now);
    expect(order(await list())).toEqual(order((await todayView(anew, clinic))?.lines ?? []));
  });

  test("has somebody new as soon as they are registered", async () => {
    const { patient } = await register(practice, clinic, { name: "見本 一", birthDate: "2000-01-02" }, by);
    expect((await list()).map((line) => line.patient)).toContain(patient);
  });

  test("keeps no line of somebody whose record moves while it is worked out", async () => {
    await weigh(first());
    const before = (await versionOf(first())) ?? 0;
    await weigh(first());
    const work = async () => {
      await weigh(first());
      // Somebody else looks, and takes note of what has moved.
      expect(await versionOf(first())).toBe(before + 2);
    };
    // Their own stream is read by then.
    meanwhile = { asking: `read clinic/${clinic}`, work };
    expect(await versionOf(first())).toBe(before + 1);
    expect(await versionOf(first())).toBe(before + 2);
  });

  test("keeps no list that was read before somebody was registered", async () => {
    await weigh(second());
    let patient: string | undefined;
    let beside: Promise<unknown> | undefined;
    const work = async () => {
      const person = { name: "見本 二", birthDate: "2000-01-03" };
      ({ patient } = await register(practice, clinic, person, by));
      // Somebody else looks, and takes note of what has moved; they wait for the one who reads.
      beside = list();
    };
    meanwhile = { asking: "query", work };
    expect((await list()).map((line) => line.patient)).not.toContain(patient);
    await beside;
    expect((await list()).map((line) => line.patient)).toContain(patient);
  });

  test("forgets somebody who is erased while their line is worked out", async () => {
    const { patient = "" } = await register(
      practice,
      clinic,
      { name: "模擬 花", birthDate: "2000-01-04" },
      by,
    );
    const nameNow = async () => (await list()).find((line) => line.patient === patient)?.name;
    const work = async () => {
      await erasePerson(practice, patient, prescriber);
      expect(await nameNow()).toBeNull();
    };
    // Their own stream is read by then, with the name in it.
    meanwhile = { asking: `read clinic/${clinic}`, work };
    await list();
    expect(meanwhile).toBeUndefined();
    expect(await nameNow()).toBeNull();
  });
});
