/** What an administrator gives: backup, restore, verify, migrate; each as somebody runs it. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPractice } from "../app/open-practice.ts";
import { readyPatient } from "../app/testing/ready-patient.ts";
import { openAccounts } from "../http/auth/accounts.ts";
import { isowardHere, isowardIn } from "./testing/isoward.ts";

describe("An administrator", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-administrator-"));
  const isoward = isowardHere(folder);
  const at = (...path: string[]) => join(folder, ...path);
  const files = ["--keys", "keys.copy", "--accounts", "accounts.copy", "--secret", "secret.copy"];
  let patient = "";
  beforeAll(async () => {
    const practice = await openPractice(at("data"));
    patient = await readyPatient(practice);
    await practice.ledger.close();
    const accounts = await openAccounts({ folder: at("data"), demo: true });
    await accounts.firstLink("http://localhost");
    await accounts.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("makes a backup of everything, each file its owner's alone, and verifies it where it lies", () => {
    const lists = ["--root", "root.json", "--erasures", "erasures.json"];
    const made = isowardIn(folder)("backup", "ledger.copy", ...files, ...lists);
    expect([made.status, made.err]).toEqual([0, ""]);
    for (const file of ["ledger.copy", "keys.copy", "accounts.copy", "secret.copy"])
      expect(statSync(at(file)).mode & 0o077, file).toBe(0);
    const verified = isowardIn(folder)("verify", "ledger.copy", "--against", "root.json");
    expect([verified.status, verified.out]).toEqual([0, expect.stringContaining("The ledger is whole")]);
    expect(readdirSync(folder).filter((name) => name.includes("partial"))).toEqual([]);
  });

  test("loses no file by a name mistyped: nothing that is there is written over, by whichever option", async () => {
    const mistyped = at("data", "ledger.sqlite");
    const before = statSync(mistyped).size;
    for (const option of ["--root", "--erasures", "--keys", "--accounts", "--secret"]) {
      const { status, err } = await isoward("backup", "other.copy", option, mistyped);
      expect([status, err], option).toEqual([2, expect.stringContaining("exists already")]);
    }
    expect((await isoward("verify", "--export-root", mistyped)).status).toBe(2);
    expect(statSync(mistyped).size).toBe(before);
    const twice = await isoward("backup", "other.copy", "--keys", "other.copy");
    expect([twice.status, twice.err]).toEqual([2, expect.stringContaining("named twice")]);
    expect(existsSync(at("other.copy"))).toBe(false);
  });

  test("finds no way in in the copy of the accounts: no link, no session", () => {
    const copy = new DatabaseSync(at("accounts.copy"), { readOnly: true });
    for (const table of ["session", "link", "verification"])
      expect(copy.prepare(`SELECT count(*) AS count FROM "${table}"`).get(), table).toEqual({ count: 0 });
    copy.close();
    const live = new DatabaseSync(at("data", "accounts.sqlite"), { readOnly: true });
    expect(live.prepare('SELECT count(*) AS count FROM "link"').get()).toEqual({ count: 1 });
    live.close();
  });

  test("is told which of the files is another one, and nothing is begun", async () => {
    const mistyped = [
      [["ledger.copy", "--keys", "ledger.copy", "--data", "other"], "ledger.copy is no keys file"],
      [["ledger.copy", "--keys", "root.json", "--data", "other"], "root.json is no keys file"],
      [["keys.copy", "--keys", "keys.copy", "--data", "other"], "keys.copy is not a ledger"],
      [["ledger.copy", "--keys", "keys.copy", "--data", "root.json"], "not a directory"],
      [["ledger.copy", "--keys", "keys.copy", "--data", "root.json/other"], "cannot be made"],
    ] as const;
    for (const [given, says] of mistyped) {
      const { status, err } = await isoward("restore", ...given);
      expect([status, err], given.join(" ")).toEqual([2, expect.stringContaining(says)]);
      expect(err).toContain("→");
      expect(err).not.toMatch(/ at .*\.ts|bug/);
    }
    expect(readdirSync(folder).filter((name) => /other|partial/.test(name))).toEqual([]);
  });

  test("restores it elsewhere, and it is the same practice", async () => {
    const again = ["--erasures", "erasures.json", "--data", "restored"];
    const done = await isoward("restore", "ledger.copy", ...files, ...again);
    expect([done.status, done.err]).toEqual([0, ""]);
    expect(readdirSync(at("restored")).toSorted()).toEqual([
      "accounts.secret",
      "accounts.sqlite",
      "keys.sqlite",
      "ledger.sqlite",
    ]);
    expect((await isoward("verify", "--data", "restored", "--against", "root.json")).status).toBe(0);
    const told = async (data: string) => (await isoward("history", patient, "--data", data)).out;
    expect(await told("restored")).toBe(await told("data"));
    expect((await told("restored")).length).toBeGreaterThan(100);
  });

  test("is told what is missing before anything is restored", async () => {
    const wanting = ["restore", "ledger.copy", "--data", "never", "--keys", "keys.copy"];
    const half = await isoward(...wanting, "--accounts", "accounts.copy");
    expect([half.status, half.err]).toEqual([2, expect.stringContaining("--accounts and --secret")]);
    const wrong = await isoward(...wanting, "--accounts", "ledger.copy", "--secret", "secret.copy");
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining("holds no accounts")]);
    const swapped = await isoward(...wanting, "--accounts", "accounts.copy", "--secret", "root.json");
    expect([swapped.status, swapped.err]).toEqual([2, expect.stringContaining("no secret")]);
    expect(existsSync(at("never"))).toBe(false);
    const bare = await isoward(...wanting, "--lang", "ja");
    expect([bare.status, bare.out]).toEqual([0, expect.stringContaining("アカウントは復元していません")]);
  });

  test("goes on without lost keys only where that is said, and is told what that costs", async () => {
    const none = new DatabaseSync(at("keys.copy"), { readOnly: true });
    none.prepare("VACUUM INTO ?").run(at("no-keys"));
    none.close();
    const emptied = new DatabaseSync(at("no-keys"));
    emptied.exec("DELETE FROM keys");
    emptied.close();
    const hasPrivate = await isoward(
      "register",
      "--clinic",
      "tokyo-monthly",
      "--name",
      "架空 花子",
      "--birth-date",
      "2001-04-12",
      "--as",
      "front-desk",
    );
    expect(hasPrivate.status).toBe(0);
    expect((await isoward("backup", "named.copy", "--keys", "named.keys")).status).toBe(0);
    const again = ["restore", "named.copy", "--keys", "no-keys", "--data", "keyless"];
    const refused = await isoward(...again);
    expect([refused.status, refused.err]).toEqual([2, expect.stringContaining("--lose-keys")]);
    const done = await isoward(...again, "--lose-keys");
    expect([done.status, done.out]).toEqual([0, expect.stringMatching(/of 1 streams are lost/)]);
  });

  test("is told by verify of keys that are missing, and of what to do", async () => {
    mkdirSync(at("without"));
    copyFileSync(at("data", "ledger.sqlite"), at("without", "ledger.sqlite"));
    copyFileSync(at("no-keys"), at("without", "keys.sqlite"));
    const { status, out } = await isoward("verify", "--data", "without");
    expect(status).toBe(1);
    expect(out).toMatch(/keys of 1 streams are missing, patient\//);
    expect(out).toContain("docs/operations.md");
    expect(JSON.parse((await isoward("verify", "--data", "without", "--json")).out).lostKeys).toHaveLength(1);
  });

  test("is told by verify what is wrong where, and what to do", async () => {
    mkdirSync(at("broken"));
    for (const file of ["ledger.sqlite", "keys.sqlite"]) copyFileSync(at("data", file), at("broken", file));
    const database = new DatabaseSync(at("broken", "ledger.sqlite"));
    database.exec("DROP TRIGGER entries_stand; UPDATE entries SET body = '{\"kg\":1}' WHERE position = 3");
    database.close();
    const { status, out } = await isoward("verify", "--data", "broken", "--lang", "ja");
    expect(status).toBe(1);
    expect(out).toMatch(/異常が\d+件/);
    expect(out).toMatch(/ {2}hash \S+ \d+: /);
    expect(out).toContain("次にすること");
  });

  test("has nothing to migrate where all is of this version", async () => {
    const { status, out } = await isoward("migrate");
    expect([status, out]).toEqual([0, expect.stringMatching(/of this version already: \d+ entries/)]);
  });

  test("is told beforehand what a migration does; lists alone need no backup", async () => {
    const dry = await isoward("migrate", "--data", "restored", "--dry-run");
    expect([dry.status, dry.out]).toEqual([
      0,
      expect.stringMatching(/Lists are filled anew.*\nNothing was done\.\n$/),
    ]);
    const done = await isoward("migrate", "--data", "restored");
    expect([done.status, done.err]).toEqual([0, ""]);
  });

  test("is asked for a backup before accounts are changed, which is made first", async () => {
    const older = new DatabaseSync(at("restored", "accounts.sqlite"));
    older.exec('DROP TABLE "passkey"');
    older.close();
    const refused = await isoward("migrate", "--data", "restored");
    expect([refused.status, refused.err]).toEqual([2, expect.stringContaining("--backup")]);
    expect((await isoward("migrate", "--data", "restored", "--dry-run", "--lang", "ja")).out).toContain(
      "アカウントにpasskey",
    );
    const done = await isoward("migrate", "--data", "restored", "--backup", "before");
    expect([done.status, done.err]).toEqual([0, ""]);
    expect(readdirSync(at("before")).toSorted()).toEqual(["accounts.sqlite", "ledger.sqlite"]);
    expect((await isoward("migrate", "--data", "restored")).out).toContain("already");
  });

  test("is refused while a server has the practice open", async () => {
    const practice = await openPractice(at("restored"));
    const database = new DatabaseSync(at("restored", "ledger.sqlite"));
    database.exec("UPDATE about SET value = 'older' WHERE name = 'projector'");
    database.close();
    const { status, err } = isowardIn(folder)("migrate", "--data", "restored");
    expect([status, err]).toEqual([2, expect.stringMatching(/process \d+ has written to/)]);
    await practice.ledger.close();
  });
});
