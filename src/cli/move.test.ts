/** `isoward move`, as an administrator gives it: record, keys and accounts into PostgreSQL, and back into a folder. */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPractice, readPractice } from "../app/open-practice.ts";
import { placeOf } from "../app/place.ts";
import { patientStream } from "../app/practice.ts";
import { readyPatient } from "../app/testing/ready-patient.ts";
import { projector } from "../app/views/projector.ts";
import { apiServer } from "../http/api.ts";
import { openAccounts } from "../http/auth/accounts.ts";
import { moveAccounts, refuseAccounts } from "../http/auth/move-accounts.ts";
import { move } from "../ledger/move.ts";
import { type PostgresServer, startPostgres } from "../ledger/testing/postgres-server.ts";
import { isowardIn } from "./testing/isoward.ts";

const folder = mkdtempSync(join(tmpdir(), "isoward-move-"));
const data = join(folder, "data");
const isoward = isowardIn(folder);
const person = { name: "架空 礼子", email: "reiko@clinic.example", password: "harbour lantern ninety" };
let server: PostgresServer;
let database = "";
let keys = "";
let patient = "";

interface At {
  readonly folder: string;
  readonly database?: string;
  readonly keys?: string;
}

/** What a server of a place answers to a request of a browser. */
async function asked(at: At, path: string, body?: object) {
  const practice = await openPractice(placeOf({ data: at.folder, ...at }));
  const accounts = await openAccounts(at);
  try {
    const token = body === undefined ? "" : (await accounts.firstLink("http://localhost")).split("#")[1];
    const response = await apiServer(practice, { accounts }).request(
      `http://localhost${path}`,
      {
        method: body === undefined ? "GET" : "POST",
        headers: {
          "Content-Type": "application/json",
          Origin: "http://localhost",
          "Sec-Fetch-Site": "same-origin",
        },
        ...(body === undefined ? {} : { body: JSON.stringify({ token, ...body }) }),
      },
      { incoming: { socket: { remoteAddress: "198.51.100.1" } } },
    );
    return { status: response.status, body: (await response.json()) as unknown };
  } finally {
    await accounts.close();
    await practice.ledger.close();
  }
}

const signIn = (at: At) => {
  const { email, password } = person;
  return asked(at, "/api/sign-in/password", { email, password, token: undefined });
};

beforeAll(async () => {
  server = await startPostgres();
  [database, keys] = [await server.database(), await server.database()];
  const practice = await openPractice(data);
  patient = await readyPatient(practice);
  await practice.ledger.close();
  await asked({ folder: data }, "/api/sign-in/link/account", person);
  // A practice is moved once, so whoever moves it otherwise has one of their own.
  for (const copy of ["killed", "beside", "restored"]) cpSync(data, join(folder, copy), { recursive: true });
});
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true });
});

describe("A practice", () => {
  test("moves into PostgreSQL with its accounts, and is told what to set", async () => {
    const done = isoward("move", "--from", "data", "--to", database, "--keys", keys);
    expect([done.status, done.err]).toEqual([0, ""]);
    expect(done.out).toContain("keys and 1 account are in postgres://isoward:***@");
    expect(done.out).toContain(`  keys: postgres://isoward:***@`);
    expect(done.out).toContain(`keep data: ${data}`);
    expect(await signIn({ folder: data, database, keys })).toMatchObject({
      status: 200,
      body: { signedIn: { name: person.name, how: "password" } },
    });
  });

  test("is moved once: run again it says so, and leaves alone who signed in since", async () => {
    const again = isoward("move", "--from", "data", "--to", database, "--keys", keys);
    expect([again.status, again.err]).toEqual([0, ""]);
    expect(again.out).toMatch(/\d+ of the entries had come already/);
    expect(await signIn({ folder: data, database, keys })).toMatchObject({ status: 200 });
  });

  test("goes on where it was killed after the accounts had come", async () => {
    const [to, from] = [{ database: await server.database() }, { folder: join(folder, "killed") }];
    const accounts = { from, to, secretIn: data };
    const killed = move({
      from,
      to,
      projector,
      refuse: () => refuseAccounts(accounts),
      async alongside() {
        expect(await moveAccounts(accounts)).toBe(1);
        throw new Error("killed");
      },
    });
    await expect(killed).rejects.toThrow("killed");
    const done = isoward("move", "--from", "killed", "--to", to.database);
    expect([done.status, done.err]).toEqual([0, ""]);
    expect(await signIn({ folder: data, ...to })).toMatchObject({ status: 200 });
  });

  test("is not moved beside other people's accounts", async () => {
    const taken = await server.database();
    await (await openAccounts({ folder: data, database: taken })).close();
    await server.run(
      taken,
      `INSERT INTO accounts."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
       VALUES ('x', 'x', 'x@clinic.example', false, now(), now())`,
    );
    const refused = isoward("move", "--from", "beside", "--to", taken);
    expect([refused.status, refused.err]).toEqual([2, expect.stringContaining("accounts in the database")]);
  });

  test("is not moved without the secret of its accounts, nor from a folder to a folder", () => {
    const without = isoward(
      "move",
      "--from",
      database,
      "--keys",
      keys,
      "--to",
      "elsewhere",
      "--data",
      "nowhere",
    );
    expect([without.status, without.err]).toEqual([
      2,
      expect.stringContaining("secret that belongs to the accounts"),
    ]);
    const folders = isoward("move", "--from", "data", "--to", "elsewhere");
    expect([folders.status, folders.err]).toEqual([2, expect.stringContaining("are folders")]);
    expect(existsSync(join(folder, "elsewhere"))).toBe(false);
  });

  test("moves back into a folder, the same, by the settings' database", async () => {
    const back = join(folder, "back");
    const done = isoward(
      "move",
      "--from",
      database,
      "--keys",
      keys,
      "--to",
      "back",
      "--data",
      "data",
      "--lang",
      "ja",
    );
    expect([done.status, done.err]).toEqual([0, ""]);
    expect(done.out).toContain("1件のアカウント");
    expect(existsSync(join(folder, "back.moving"))).toBe(false);
    expect(await signIn({ folder: back })).toMatchObject({ status: 200 });
    const [before, after] = await Promise.all(
      [data, back].map(async (one) => {
        const practice = await readPractice(one);
        const entries = await practice.ledger.read(patientStream(patient));
        await practice.ledger.close();
        return entries;
      }),
    );
    expect(after).toEqual(before);
    expect(before?.length).toBeGreaterThan(5);
  });

  test("is served at its old place no more, which says where it went", () => {
    const refused = isoward(
      "register",
      "--clinic",
      "tokyo-monthly",
      "--name",
      "架空",
      "--birth-date",
      "2001-01-01",
      "--as",
      "front-desk",
      "--data",
      "data",
    );
    expect([refused.status, refused.err]).toEqual([2, expect.stringContaining("was moved to the database")]);
  });
});

describe("In PostgreSQL a practice, by the settings that its server has,", () => {
  const set = async (name: string, at: { readonly database: string; readonly keys: string }) => {
    const own = join(folder, name);
    mkdirSync(own);
    const lines = [`database: ${at.database}`, `keys: ${at.keys}`, "data: data"];
    writeFileSync(join(own, "isoward.yaml"), lines.join("\n"));
    return isowardIn(own);
  };
  const copies = ["--keys", "../keys.copy", "--accounts", "../accounts.copy", "--secret", "../secret.copy"];

  test("is backed up, verified, and restored into another database with its accounts", async () => {
    const one = { database: await server.database(), keys: await server.database() };
    const moved = isoward("move", "--from", "restored", "--to", one.database, "--keys", one.keys);
    expect([moved.status, moved.err]).toEqual([0, ""]);
    const there = await set("there", one);
    mkdirSync(join(folder, "there", "data"));
    copyFileSync(join(data, "accounts.secret"), join(folder, "there", "data", "accounts.secret"));
    const written = there("record", "weight", patient, "--kg", "61.5", "--as", "nurse");
    expect([written.status, written.err]).toEqual([0, ""]);
    expect(there("history", patient).out).toContain("61.5");
    expect(existsSync(join(folder, "there", "data", "ledger.sqlite"))).toBe(false);
    const made = there("backup", "../ledger.copy", ...copies, "--root", "../root.json");
    expect([made.status, made.err]).toEqual([0, ""]);
    const verified = there("verify", "--against", "../root.json");
    expect([verified.status, verified.out]).toEqual([0, expect.stringContaining("The ledger is whole")]);

    const other = { database: await server.database(), keys: await server.database() };
    const elsewhere = await set("elsewhere-set", other);
    const done = elsewhere("restore", "../ledger.copy", ...copies);
    expect([done.status, done.err]).toEqual([0, ""]);
    expect(done.out).toContain("entries restored into postgres://isoward:***@");
    expect(elsewhere("verify", "--against", "../root.json").status).toBe(0);
    expect(await signIn({ folder: join(folder, "elsewhere-set", "data"), ...other })).toMatchObject({
      status: 200,
    });
  });
});
