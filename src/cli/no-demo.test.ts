/** What `serve --demo` refuses: it lets anybody in, so it is for ledgers of fictional people alone. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isNobodys, refuseNoDemo } from "../app/demo/only-fictional.ts";
import { staff } from "../app/demo/staff.ts";
import { demoBy } from "../app/demo/tell.ts";
import { entry, toStored } from "../app/entries.ts";
import { importFiles } from "../app/import/import-files.ts";
import { readKnowledge } from "../app/knowledge-files.ts";
import { openPractice } from "../app/open-practice.ts";
import type { Place } from "../app/place.ts";
import { clinicStream, happening, type Practice } from "../app/practice.ts";
import { register } from "../app/register.ts";
import { findPatients } from "../app/views/find-patients.ts";
import { packageFolder } from "../app/write-schemas.ts";
import { buildWebApart, isWebStale } from "../http/build-web.ts";
import { type PostgresServer, startPostgres } from "../ledger/testing/postgres-server.ts";

const clinic = "tokyo-monthly";
const knowledge = readKnowledge();

describe("A demo", () => {
  let server: PostgresServer;
  const folder = mkdtempSync(join(tmpdir(), "isoward-no-demo-"));
  let folders = 0;
  const inFolder = async (): Promise<Place> => ({ folder: join(folder, String((folders += 1))) });
  const inPostgres = async (): Promise<Place> => ({ database: await server.database() });
  beforeAll(async () => {
    server = await startPostgres();
    if (isWebStale()) await buildWebApart();
  }, 120_000);
  afterAll(async () => {
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(place: Place): Promise<Practice> {
    return await openPractice(place, { knowledge });
  }
  async function appoint(practice: Practice, accounts: readonly string[]) {
    const now = practice.now();
    const written = { by: demoBy("administrator"), clinic, now, today: happening(now, "Asia/Tokyo") };
    const entries = accounts.map((account) =>
      toStored(entry("staff-appointed", { account, role: "nurse" }), written),
    );
    const stream = clinicStream(clinic);
    const expectedVersion = await practice.ledger.version(stream);
    expect((await practice.ledger.append({ stream, expectedVersion, entries })).is).toBe("appended");
  }
  const demoStaff = staff(clinic, "pore-care").map(({ account }) => account);
  const real = { role: "nurse", id: "an account", authenticated: true } as const;
  const nobody = { role: "nurse", id: "cli", authenticated: false } as const;
  const person = (name: string) => ({ name, birthDate: "1990-01-02" });
  const fictional = async (practice: Practice) =>
    (await findPatients(practice, { clinic })).items.map((one) => one.fictional);

  describe.each([
    ["a folder", inFolder],
    ["PostgreSQL", inPostgres],
  ] as const)("in %s", (_name, at) => {
    test("is made where nobody is yet, and served where its people work and all patients are fictional", async () => {
      const practice = await opened(await at());
      expect(await isNobodys(practice)).toBe(true);
      await expect(refuseNoDemo(practice)).rejects.toThrow("it was not made as one");
      await appoint(practice, demoStaff);
      expect(await isNobodys(practice)).toBe(false);
      await register(practice, clinic, person("一"), { by: demoBy("nurse") });
      await register(practice, clinic, person("二"), { by: nobody });
      const text = JSON.stringify({
        entries: [
          { type: "registered", happened: "2026-11-01", actor: "nurse", body: { birthDate: "1991-01-02" } },
        ],
      });
      // Imported again they are the same person, and no real one.
      for (const written of [1, 0]) {
        const again = await importFiles(practice, [{ name: "a.json", text }], { by: nobody }, { clinic });
        expect(again).toMatchObject({ written });
      }
      expect(await fictional(practice)).toEqual([true, true, true]);
      await refuseNoDemo(practice);
      await practice.ledger.close();
    });

    test("is none where somebody is not fictional, however many are", async () => {
      const practice = await opened(await at());
      await appoint(practice, demoStaff);
      await register(practice, clinic, person("一"), { by: demoBy("nurse") });
      await register(practice, clinic, person("二"), { by: real });
      // From then on nobody is fictional who is not said to be.
      await register(practice, clinic, person("三"), { by: nobody });
      expect((await fictional(practice)).filter((one) => !one)).toHaveLength(2);
      await expect(refuseNoDemo(practice)).rejects.toThrow("2 people who are not fictional");
      await practice.ledger.close();
    });

    test("is not made beside people who work there, though nobody was registered yet", async () => {
      const practice = await opened(await at());
      await appoint(practice, ["an account"]);
      expect(await isNobodys(practice)).toBe(false);
      await expect(refuseNoDemo(practice)).rejects.toThrow("people work there");
      await practice.ledger.close();
    });
  });

  test("is not served on a practice: the server says why, and ends", async () => {
    const place = { database: await server.database() };
    const practice = await opened(place);
    await register(practice, clinic, person("一"), { by: real });
    await practice.ledger.close();
    const args = [
      join(packageFolder, "bin/isoward.js"),
      "serve",
      "--port",
      "0",
      "--demo",
      "--data",
      join(folder, "data"),
    ];
    const run = spawn(process.execPath, args, { env: { ...process.env, ISOWARD_DATABASE: place.database } });
    let said = "";
    run.stderr.on("data", (text: Buffer) => (said += text.toString()));
    expect(await new Promise((resolve) => run.once("exit", resolve))).toBe(2);
    expect(said).toContain("it holds 1 person who is not fictional");
    expect(said).toContain("start without --demo");
  });
});
