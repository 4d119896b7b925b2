import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { entry, toStored } from "./entries.ts";
import { KeptPeople } from "./kept-people.ts";
import { type OpenPractice, openPractice } from "./open-practice.ts";
import { personOf } from "./people.ts";
import { clinicStream, happening } from "./practice.ts";

const clinic = "tokyo-monthly";

describe("The rights of an account", () => {
  let folder = "";
  let practice: OpenPractice;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-people-"));
    practice = await openPractice(folder);
  });
  afterAll(async () => {
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  const write = async (draft: ReturnType<typeof entry>) => {
    const now = practice.now();
    const by = { role: "administrator", id: "first", authenticated: true } as const;
    const stream = clinicStream(clinic);
    const expectedVersion = await practice.ledger.version(stream);
    const entries = [toStored(draft, { by, clinic, now, today: happening(now, "Asia/Tokyo") })];
    await practice.ledger.append({ stream, expectedVersion, entries });
  };
  const rolesOf = async (account: string) =>
    (await personOf(practice, account)).appointments.map(({ role }) => role);

  test("are asked for once while nobody changes any", async () => {
    const query = vi.spyOn(practice.ledger, "query");
    await Promise.all([rolesOf("a"), rolesOf("b")]);
    const asked = query.mock.calls.length;
    await Promise.all([rolesOf("a"), rolesOf("b"), rolesOf("a")]);
    expect([asked, query.mock.calls.length]).toEqual([4, 4]);
    query.mockRestore();
  });

  test("change at once with what this process writes, and end with it", async () => {
    expect(await rolesOf("c")).toEqual([]);
    await write(entry("staff-appointed", { account: "c", role: "nurse" }));
    expect(await rolesOf("c")).toEqual(["nurse"]);
    await write(entry("staff-dismissed", { account: "c", role: "nurse" }));
    expect(await rolesOf("c")).toEqual([]);
  });

  test("that were read before they changed, and came after, count for nobody else", async () => {
    const before = await practice.ledger.query("SELECT * FROM view_appointment WHERE account = :account", {
      account: "d",
    });
    let answer: (rows: typeof before) => void = () => {};
    vi.spyOn(practice.ledger, "query").mockImplementationOnce(
      () => new Promise((resolve) => (answer = resolve)),
    );
    const slow = rolesOf("d");
    await write(entry("staff-appointed", { account: "d", role: "nurse" }));
    answer(before);
    expect(await slow).toEqual([]);
    expect(await rolesOf("d")).toEqual(["nurse"]);
  });

  test("that another server changed are known when a second is over", async () => {
    let now = 0;
    const people = new KeptPeople(() => now);
    let read = 0;
    const person = () => {
      read += 1;
      return Promise.resolve({ account: "e", appointments: [], links: [] });
    };
    for (const ms of [0, 999, 1000]) {
      now = ms;
      await people.of("e", person);
    }
    expect(read).toBe(2);
  });
});
