import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type At, at } from "../core/calendar.ts";
import { AuditTrail, type Reader } from "./audit.ts";
import { type OpenPractice, openPractice } from "./open-practice.ts";

const clinic = "tokyo-monthly";

describe("The audit trail's writer", () => {
  let folder = "";
  let practice: OpenPractice;
  let now: At = at("2026-11-20T01:30:00Z");
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-audit-"));
    practice = await openPractice(folder, { now: () => now });
  });
  afterAll(async () => {
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  const reader = (account: string): Reader => ({
    person: { account, appointments: [], links: [] },
    role: "nurse",
    clinic,
    through: "own-clinic",
    patient: "K7QX2M9P",
  });
  const accountsIn = async (stream: string) =>
    (await practice.ledger.read(stream)).map(({ actor }) => actor.id);

  test("writes a thousand that come at once in two appends: the first, and all that came meanwhile", async () => {
    const audit = new AuditTrail(practice);
    const append = vi.spyOn(practice.ledger, "append");
    const first = audit.read("readPatient", reader("a0"));
    await new Promise(setImmediate);
    const others = Array.from({ length: 999 }, (_, index) =>
      audit.read("readPatient", reader(`a${index + 1}`)),
    );
    await Promise.all([first, ...others]);
    expect(append.mock.calls.map(([{ entries }]) => entries.length)).toEqual([1, 999]);
    append.mockRestore();
    const written = await accountsIn(`audit/${clinic}/2026-11`);
    expect(written).toEqual(Array.from({ length: 1000 }, (_, index) => `a${index}`));
  });

  test("shares a stream with another server's, and neither loses a line", async () => {
    const before = await practice.ledger.version(`audit/${clinic}/2026-11`);
    const servers = [new AuditTrail(practice), new AuditTrail(practice), new AuditTrail(practice)];
    await Promise.all(
      servers.flatMap((server, own) =>
        Array.from({ length: 20 }, (_, index) => server.read("readPatient", reader(`b${own * 20 + index}`))),
      ),
    );
    const since = (await accountsIn(`audit/${clinic}/2026-11`)).slice(before);
    expect(since.toSorted()).toEqual(Array.from({ length: 60 }, (_, index) => `b${index}`).toSorted());
  });

  test("begins a stream with each month of the clinic's own calendar, and one for who acts for no clinic", async () => {
    const audit = new AuditTrail(practice);
    // Already December in Tokyo.
    now = at("2026-11-30T15:30:00Z");
    await Promise.all([
      audit.read("readPatient", reader("c")),
      audit.read("readPatient", { ...reader("d"), clinic: undefined }),
    ]);
    expect(await accountsIn(`audit/${clinic}/2026-12`)).toEqual(["c"]);
    // Nobody's calendar: still November in UTC.
    expect(await accountsIn("audit/none/2026-11")).toEqual(["d"]);
  });

  test("fails for everybody whose line could not be written, and goes on afterwards", async () => {
    const audit = new AuditTrail(practice);
    const append = vi.spyOn(practice.ledger, "append").mockRejectedValueOnce(new Error("no room"));
    const tried = await Promise.allSettled([
      audit.read("readPatient", reader("e")),
      audit.read("readPatient", reader("f")),
    ]);
    expect(tried.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await audit.read("readPatient", reader("g"));
    append.mockRestore();
    expect(await accountsIn(`audit/${clinic}/2026-12`)).toEqual(["c", "g"]);
  });

  test("has lost nothing of an account's that failed, and holds up only who waits for it", async () => {
    const audit = new AuditTrail(practice);
    const append = vi.spyOn(practice.ledger, "append").mockRejectedValueOnce(new Error("no room"));
    await expect(audit.account({ what: "signed-in", account: "h" })).rejects.toThrow("no room");
    append.mockRestore();
    await expect(audit.accountsNoted()).rejects.toThrow("no room");
    await audit.accountsNoted();
    await audit.account({ what: "signed-in", account: "h", how: "passkey" });
    await audit.accountsNoted();
    const lines = await practice.ledger.read("audit/none/2026-11");
    expect(lines.at(-1)?.body).toEqual({ account: "h", event: "signed-in", how: "passkey" });
  });
});
