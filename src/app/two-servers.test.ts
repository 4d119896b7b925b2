/** What two servers on one database, each with a memory of its own, must not do differently from one. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at } from "../core/calendar.ts";
import { type PostgresServer, startPostgres } from "../ledger/testing/postgres-server.ts";
import { importFiles } from "./import/import-files.ts";
import { readKnowledge } from "./knowledge-files.ts";
import { openPractice } from "./open-practice.ts";
import type { Place } from "./place.ts";
import type { Practice } from "./practice.ts";
import { register } from "./register.ts";

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
