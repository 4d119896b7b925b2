/** What two servers on one database, each with a memory of its own, must not do differently from one. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { at } from "../core/calendar.ts";
import { type PostgresServer, startPostgres } from "../ledger/testing/postgres-server.ts";
import { recordWeight } from "./commands/record-weight.ts";
import { entry, toStored } from "./entries.ts";
import { erasePerson } from "./erase-person.ts";
import { execute } from "./execute.ts";
import { forgetErased } from "./forget-erased.ts";
import { importFiles } from "./import/import-files.ts";
import { readKnowledge } from "./knowledge-files.ts";
import { openPractice } from "./open-practice.ts";
import type { Place } from "./place.ts";
import { happening, type Practice, patientStream } from "./practice.ts";
import { register } from "./register.ts";
import { findPatients } from "./views/find-patients.ts";
import { patientView } from "./views/patient.ts";
import { timelineView } from "./views/timeline.ts";
import { todayView } from "./views/today.ts";

const clinic = "tokyo-monthly";
const now = at("2026-11-18T11:00:00+09:00");
const knowledge = readKnowledge();
let server: PostgresServer;
let folder = "";
beforeAll(async () => {
  server = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), "isoward-two-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.remove();
});

const open = (place: Place) => openPractice(place, { now: () => now, knowledge });
const onTwo = async () => {
  const place = { database: await server.database() };
  return await Promise.all([open(place), open(place)]);
};

describe("Somebody who is erased on one server", () => {
  const by = { role: "administrator", id: "anna", authenticated: true } as const;
  const secrets = /忘却|わすれ|a word of theirs/;
  /** One erases; the other has read the record, its list and its timeline before. */
  async function remembered() {
    const [one, other] = await onTwo();
    const person = { name: "忘却 太郎", kana: "わすれ たろう", birthDate: "1990-01-02" };
    const registered = await register(one, clinic, person, { by });
    const patient = registered.patient ?? "";
    const note = "a word of theirs";
    expect((await execute(one, recordWeight, patient, { kg: 60, note }, { by })).is).toBe("done");
    const stream = patientStream(patient);
    const shown = async () =>
      JSON.stringify([
        await patientView(other, patient),
        await todayView(other, clinic),
        await timelineView(other, patient),
        await findPatients(other, { clinic, search: "忘却" }),
        await other.histories.read(stream),
      ]);
    const kept = async () => JSON.stringify(await other.histories.known(stream));
    return {
      shown,
      kept,
      other,
      erase: () => erasePerson(one, patient, by),
      /** The entry that says so, without the key's end: as between the two. */
      sayErased: async () => {
        const { version } = await one.histories.read(stream);
        const written = { by, clinic, now, today: happening(now, "Asia/Tokyo") };
        const entries = [toStored(entry("person-erased", {}), written)];
        expect((await one.ledger.append({ stream, expectedVersion: version, entries })).is).toBe("appended");
      },
      async close() {
        await one.ledger.close();
        await other.ledger.close();
      },
    };
  }

  test("is shown by the other no more, once it is done", async () => {
    const { shown, kept, erase, close } = await remembered();
    expect(await shown()).toMatch(secrets);
    expect(await kept()).toMatch(secrets);
    await erase();
    // Nobody told it: what it kept is as it was, until the record is read.
    expect(await kept()).toMatch(secrets);
    expect(await shown()).not.toMatch(secrets);
    expect(await kept()).not.toMatch(secrets);
    await close();
  });

  test("is kept by the other neither where the key is still there for a moment", async () => {
    const { shown, kept, other, sayErased, close } = await remembered();
    expect(await shown()).toMatch(secrets);
    await sayErased();
    expect(
      JSON.stringify(
        await patientView(other, (await other.ledger.streams("patient/"))[0]?.stream.slice(8) ?? ""),
      ),
    ).not.toMatch(secrets);
    expect(await kept()).not.toMatch(secrets);
    await close();
  });

  test("is forgotten by the other though nobody asks for them there", async () => {
    const { shown, kept, other, erase, close } = await remembered();
    const stop = new AbortController();
    const forgetting = forgetErased(other, stop.signal);
    expect(await shown()).toMatch(secrets);
    await erase();
    await vi.waitFor(async () => expect(await kept()).not.toMatch(secrets), { timeout: 5000 });
    stop.abort();
    await forgetting;
    await close();
  });
});

describe("Two who register at once", () => {
  const by = { role: "nurse", id: "nina", authenticated: true } as const;
  const person = (round: number) => ({ name: `並 ${round}`, kana: `なみ ${round}`, birthDate: "1999-05-06" });
  /** People who were registered twice, where each of two is asked for them at the same time. */
  async function registeredTwice(two: readonly Practice[], rounds: number) {
    let twice = 0;
    for (let round = 0; round < rounds; round += 1) {
      const both = await Promise.all(
        two.map((practice) => register(practice, clinic, person(round), { by })),
      );
      const [refused, ...more] = both.filter(({ is }) => is !== "done");
      expect(more).toEqual([]);
      if (refused === undefined) twice += 1;
      else expect(refused).toMatchObject({ is: "refused", refusal: { refused: "possible-duplicates" } });
    }
    return twice;
  }
  /** The same by a file that names somebody. */
  async function importedTwice(two: readonly Practice[], rounds: number) {
    let twice = 0;
    for (let round = 0; round < rounds; round += 1) {
      const body = { birthDate: `1998-07-${String(round + 10)}` };
      const text = JSON.stringify({
        entries: [{ type: "registered", happened: "2026-11-01", actor: "front-desk", body }],
      });
      const both = await Promise.all(
        two.map((practice) => importFiles(practice, [{ name: "a.json", text }], { by }, { clinic })),
      );
      if (both.filter((done) => "created" in done && done.created).length === 2) twice += 1;
    }
    return twice;
  }

  test("find each other, in one process on a folder", async () => {
    const one = await open({ folder });
    expect(await registeredTwice([one, one], 10)).toBe(0);
    expect(await importedTwice([one, one], 5)).toBe(0);
    await one.ledger.close();
  });

  test("find each other, on two servers", async () => {
    const two = await onTwo();
    expect(await registeredTwice(two, 15)).toBe(0);
    expect(await importedTwice(two, 10)).toBe(0);
    for (const { ledger } of two) await ledger.close();
  });

  test("would not, if the ledger did not look who was begun: the test above can fail", async () => {
    const two = await onTwo();
    const careless = two.map(
      (practice): Practice => ({
        ...practice,
        ledger: {
          ...practice.ledger,
          append: ({ noneBegunSince: _since, ...append }) => practice.ledger.append(append),
        },
      }),
    );
    expect(await registeredTwice(careless, 15)).toBeGreaterThan(0);
    expect(await importedTwice(careless, 10)).toBeGreaterThan(0);
    for (const { ledger } of two) await ledger.close();
  });
});
