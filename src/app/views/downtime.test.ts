import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type At, at, atText, dayOf, dayText, parseDay, plus } from "../../core/calendar.ts";
import { commands } from "../commands/index.ts";
import { demoClinic, makeDemo } from "../demo/make-demo.ts";
import { execute } from "../execute.ts";
import { readKnowledge } from "../knowledge-files.ts";
import { type OpenPractice, openPractice } from "../open-practice.ts";
import { patientOf } from "../testing/given.ts";
import { prescriber, readyPatient, supplyOf } from "../testing/ready-patient.ts";
import { downtimeView, handsOut } from "./downtime.ts";
import { redemptionView } from "./redemption.ts";
import type { Downtime } from "./shapes.ts";
import { todayView } from "./today.ts";

const knowledge = readKnowledge();
const zone = "Asia/Tokyo";
const minuteMs = 60_000;
const pharmacist = { role: "pharmacist", id: "test-pharmacist", authenticated: true } as const;

describe("The sheet for a day without a computer", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-downtime-"));
  const now = at("2026-11-20T01:30:00Z");
  let practice: OpenPractice;
  let sheet: Downtime;
  const looked = async () => (await downtimeView(practice, demoClinic)) as Downtime;
  const lineOf = (found: Downtime, patient: string) => found.lines.find((line) => line.patient === patient);
  const authorised = async (example: string) => {
    const patient = await readyPatient(practice, example);
    const told = { by: prescriber };
    const done = await execute(practice, commands["authorise-supply"], patient, supplyOf(example), told);
    expect(done.is).toBe("done");
    return patient;
  };
  /** The counter's answer at an instant, for the pack that the sheet asks for. */
  const atCounter = async (number: string, then: At, expiresOn: string) => {
    const view = await redemptionView({ ...practice, now: () => then }, number, {
      lot: "A1",
      expiresOn: parseDay(expiresOn),
    });
    return "refused" in view ? view.refused : view.decision.verdict;
  };

  beforeAll(async () => {
    await makeDemo(folder, { now, knowledge });
    practice = await openPractice(folder, { now: () => now, knowledge });
    sheet = await looked();
  }, 120_000);
  afterAll(async () => {
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  test("holds everybody whose turn it is or comes by tomorrow, in the order of the list, and nobody else", async () => {
    const today = await todayView(practice, demoClinic);
    const tomorrow = dayText(plus(dayOf(now, zone), 1));
    expect(sheet).toMatchObject({ day: dayText(dayOf(now, zone)), through: tomorrow, zone });
    const wanted = today?.lines.filter(({ standing: { group, earliest, capsulesUntil } }) => {
      if (group === "wait") return earliest !== null && earliest <= tomorrow;
      if (group === "treated") return capsulesUntil !== null && capsulesUntil <= tomorrow;
      return group !== "held" && group !== "ended";
    });
    expect(sheet.lines.map(({ patient }) => patient)).toEqual(wanted?.map(({ patient }) => patient));
    expect(sheet.lines.length).toBeGreaterThan(15);
    expect(sheet.lines.length).toBeLessThan(today?.lines.length ?? 0);
  });

  test("lets hand out only what the counter would pass, from the first to the last minute it names", async () => {
    const may = sheet.lines.flatMap(({ handOut }) => (handOut === null ? [] : [handOut]));
    expect(may.length).toBeGreaterThanOrEqual(3);
    const endOfTomorrow = at("2026-11-21T15:00:00Z");
    for (const { number, from, until, packGoodUntil } of may) {
      const first = from === null ? now : at(from);
      const last = (at(until) - minuteMs) as At;
      for (const then of [first, ((first + last) / 2) as At, last])
        expect(await atCounter(number, then, packGoodUntil ?? ""), `${number} ${atText(then)}`).toBe("pass");
      expect(at(until)).toBeLessThanOrEqual(endOfTomorrow);
      if (at(until) < endOfTomorrow)
        expect(await atCounter(number, at(until), packGoodUntil ?? ""), number).not.toBe("pass");
      const tooShort = dayText(plus(parseDay(packGoodUntil ?? "") ?? (0 as never), -2));
      expect(await atCounter(number, last, tooShort)).toBe("stop");
    }
  });

  test("leaves out nothing that the counter would pass at any hour until tomorrow night", async () => {
    for (const { patient, group, handOut } of sheet.lines) {
      if (handOut !== null || group === "alarm") continue;
      const open = (await practice.histories.read(`patient/${patient}`)).entries.findLast(
        ({ type }) => type === "supply-authorised",
      );
      if (open?.type !== "supply-authorised") continue;
      for (let hours = 0; hours < 38; hours += 6) {
        const then = (now + hours * 60 * minuteMs) as At;
        expect(await atCounter(open.body.number, then, "2030-01-01"), patient).not.toBe("pass");
      }
    }
  });

  test("gives nothing to whoever has no authorisation, or of whom something alarming is known", () => {
    const groups = new Set(sheet.lines.map(({ group }) => group));
    expect([...groups]).toEqual(expect.arrayContaining(["alarm", "prescribe", "gather", "dispense"]));
    for (const { group, handOut } of sheet.lines)
      if (group === "alarm" || group === "prescribe") expect(handOut).toBeNull();
  });

  test("names when a window closes, as the list of the day does, and of nobody for whom time opens something", async () => {
    const today = await todayView(practice, demoClinic);
    const closing = sheet.lines.filter(({ closes }) => closes !== null);
    expect(closing.length).toBeGreaterThan(8);
    expect(new Set(closing.map(({ group }) => group))).toEqual(new Set(["dispense", "prescribe", "gather"]));
    for (const { patient, closes } of closing)
      expect(today?.lines.find((one) => one.patient === patient)?.standing.until).toBe(closes);
  });

  test("is another one once something is written down", async () => {
    const patient = await authorised("ready-cannot");
    expect(lineOf(await looked(), patient)?.handOut?.supply.capsules).toBeGreaterThan(0);
    const told = { by: { role: "patient", id: "x", authenticated: false } } as const;
    const reported = await execute(
      practice,
      commands["report-symptoms"],
      patient,
      { symptoms: ["headache"] },
      told,
    );
    expect(reported.is).toBe("done");
    const line = lineOf(await looked(), patient);
    expect([line?.group, line?.handOut]).toEqual(["alarm", null]);
  });

  test("does not list whom something was handed out to", async () => {
    const patient = await authorised("ready-cannot");
    const number = lineOf(await looked(), patient)?.handOut?.number ?? "";
    const pack = { number, lot: "A1", expiresOn: "2030-01-01" };
    const done = await execute(practice, commands["dispense-supply"], patient, pack, { by: pharmacist });
    expect(done.is).toBe("done");
    expect(lineOf(await looked(), patient)).toBeUndefined();
  });
});

test("A sheet names the hour from which a supply may be handed out tomorrow, and no later one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-downtime-"));
  const now = at("2026-11-20T01:30:00Z");
  const practice = await openPractice(folder, { now: () => now, knowledge });
  const withCapsules = async (capsules: number) => {
    const patient = await readyPatient(practice);
    await execute(practice, commands["authorise-supply"], patient, supplyOf(), { by: prescriber });
    const by = { role: "nurse", id: "test-nurse", authenticated: true } as const;
    const input = { capsules, capsuleMg: 20 };
    expect((await execute(practice, commands["count-capsules"], patient, input, { by })).is).toBe("done");
    const sheet = await downtimeView(practice, demoClinic);
    return sheet?.lines.find((line) => line.patient === patient);
  };
  const forOneDay = await withCapsules(2);
  expect(forOneDay?.handOut).toMatchObject({ from: "2026-11-20T15:00:00Z", until: "2026-11-21T15:00:00Z" });
  const forTwoDays = await withCapsules(4);
  expect([forTwoDays?.group, forTwoDays?.handOut]).toEqual(["dispense", null]);
  await practice.ledger.close();
  rmSync(folder, { recursive: true });
});

test("On a sheet of a clinic elsewhere nothing of a programme is handed out that asks for the site's enrolment", () => {
  const setting = { protocol: "us-ipledge", zone: "America/New_York", confirmedEditions: [] };
  const state = { ...patientOf([]), setting };
  expect([demoClinic, "pore-care"].map((clinic) => handsOut(state, clinic))).toEqual([true, false]);
  expect(handsOut(patientOf([]), "pore-care")).toBe(true);
});
