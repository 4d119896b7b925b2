import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type At, at, day, dayText } from "../core/calendar.ts";
import type { Role } from "../core/entry.ts";
import { commands } from "./commands/index.ts";
import { type By, type EntryDraft, entry, toStored } from "./entries.ts";
import { eraseWherePermitted } from "./erase-person.ts";
import { erasureCheck } from "./erasure.ts";
import { execute } from "./execute.ts";
import { readKnowledge } from "./knowledge-files.ts";
import { openPractice } from "./open-practice.ts";
import { happening, type Practice, patientStream } from "./practice.ts";
import { register } from "./register.ts";

const clinic = "tokyo-monthly";
const by: By = { role: "administrator", id: "adele", authenticated: true };
const knowledge = readKnowledge();

describe("Erasing a person", () => {
  const folders: string[] = [];
  const opened: Practice[] = [];
  let now: At = at("2026-01-10T01:30:00Z");
  beforeAll(() => {
    now = at("2026-01-10T01:30:00Z");
  });
  afterAll(async () => {
    await Promise.all(opened.map(({ ledger }) => ledger.close()));
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  /** Somebody registered on 10 January 2026, at a practice that keeps records as long as it is told to. */
  const somebody = async (kept: { retentionYears?: number; signedYears?: number }) => {
    now = at("2026-01-10T01:30:00Z");
    const folder = mkdtempSync(join(tmpdir(), "isoward-erasure-"));
    folders.push(folder);
    const { retentionYears, signedYears: years } = kept;
    const practice = await openPractice(folder, { now: () => now, knowledge, retentionYears });
    opened.push(practice);
    if (years !== undefined) {
      const policy = { policy: "retention", signedBy: "Dr Example", years };
      await execute(practice, commands["sign-policy"], clinic, policy, { by: { ...by, role: "prescriber" } });
    }
    const person = { name: "山田 花子", birthDate: "2001-02-03" };
    const { patient = "" } = await register(practice, clinic, person, { by: { ...by, role: "front-desk" } });
    const write = async (role: Role, draft: EntryDraft) => {
      const stream = patientStream(patient);
      const written = { by: { ...by, role }, clinic, now, today: happening(now, "Asia/Tokyo") };
      const expectedVersion = await practice.ledger.version(stream);
      const entries = [toStored(draft, written)];
      expect((await practice.ledger.append({ stream, expectedVersion, entries })).is).toBe("appended");
    };
    const refusals = async () =>
      (await erasureCheck(practice, patient))?.refusals.map(({ refused, facts }) => [
        refused,
        ...Object.entries(facts).map(([name, value]) => (name.endsWith("Day") ? dayText(value) : value)),
      ]);
    return { practice, patient, write, refusals, erase: () => eraseWherePermitted(practice, patient, by) };
  };
  const on = (text: string) => {
    now = at(`${text}T01:30:00Z`);
  };
  const supply = entry("supply-dispensed", {
    product: "isotroin",
    capsules: 30,
    capsuleMg: 20,
    dailyMg: 20,
    days: 30,
  });

  test("is refused while nobody has said how long records are kept, by setting and by signature", async () => {
    const neither = await somebody({});
    expect(await neither.refusals()).toEqual([
      ["erase-retention-unset", "setting", clinic],
      ["erase-retention-unset", "policy", clinic],
    ]);
    expect((await neither.erase())?.is).toBe("refused");
    const unsigned = await somebody({ retentionYears: 5 });
    expect(await unsigned.refusals()).toEqual([["erase-retention-unset", "policy", clinic]]);
    const unset = await somebody({ signedYears: 5 });
    expect(await unset.refusals()).toEqual([["erase-retention-unset", "setting", clinic]]);
  });

  test("is refused until the longer of the two has passed since the last entry about treatment", async () => {
    const kept = await somebody({ retentionYears: 3, signedYears: 5 });
    on("2026-03-01");
    await kept.write("nurse", entry("weight-measured", { kg: 55 }));
    on("2027-01-01");
    // Who gets an account makes the record no younger.
    await kept.write("administrator", entry("account-linked", { account: "pia", as: "patient" }));
    on("2031-03-01");
    expect(await kept.refusals()).toEqual([["erase-retention-runs", 5, "2026-03-01", "2031-03-01"]]);
    on("2031-03-02");
    expect(await kept.refusals()).toEqual([]);
  });

  test("is refused during a course, and as long as the clinic has its last capsule bind, whatever retention says", async () => {
    const treated = await somebody({ retentionYears: 0, signedYears: 0 });
    await treated.write("pharmacist", supply);
    on("2026-02-20");
    expect(await treated.refusals()).toEqual([["erase-during-course", "2026-01-10"]]);
    await treated.write("prescriber", entry("course-ended", { because: "clear" }));
    expect(await treated.refusals()).toContainEqual(["erase-last-capsule-unknown"]);
    await treated.write(
      "patient",
      entry("last-capsule-recorded", {}, { happened: { day: day("2026-02-08") } }),
    );
    on("2026-08-08");
    expect(await treated.refusals()).toEqual([["erase-in-safety-time", "2026-02-08", "2026-08-08"]]);
    expect((await treated.erase())?.is).toBe("refused");
    on("2026-08-09");
    expect(await treated.refusals()).toEqual([]);
  });

  test("is refused while a pregnancy is open", async () => {
    const pregnant = await somebody({ retentionYears: 0, signedYears: 0 });
    await pregnant.write("patient", entry("pregnancy-reported", {}));
    on("2026-06-01");
    expect(await pregnant.refusals()).toEqual([["erase-with-open-pregnancy", "2026-01-10"]]);
    await pregnant.write("prescriber", entry("pregnancy-ended", {}));
    on("2026-06-02");
    expect(await pregnant.refusals()).toEqual([]);
  });

  test("takes the names and whoever's account opened the record, and leaves a proof; again it gives the same", async () => {
    const gone = await somebody({ retentionYears: 0, signedYears: 0 });
    await gone.write("administrator", entry("account-linked", { account: "pia", as: "patient" }));
    on("2026-01-11");
    const erased = await gone.erase();
    if (erased?.is !== "erased") throw new Error(JSON.stringify(erased));
    expect(erased).toMatchObject({
      accounts: ["pia"],
      proof: { number: 1, stream: `patient/${gone.patient}` },
    });
    const { ledger } = gone.practice;
    expect(await ledger.query("SELECT * FROM view_link")).toEqual([]);
    expect(JSON.stringify(await ledger.read(`patient/${gone.patient}`))).not.toContain("花子");
    const again = await gone.erase();
    expect(again).toEqual({ is: "erased", proof: erased.proof, accounts: [] });
    expect(await ledger.version(`patient/${gone.patient}`)).toBe(4);
    expect(await eraseWherePermitted(gone.practice, "ZZZZZZZZ", by)).toBeUndefined();
  });

  test("decides again on what was written meanwhile", async () => {
    const raced = await somebody({ retentionYears: 0, signedYears: 0 });
    on("2026-01-11");
    const { ledger } = raced.practice;
    const { append } = ledger;
    let isFirst = true;
    const racing = {
      ...raced.practice,
      ledger: {
        ...ledger,
        async append(asked: Parameters<typeof append>[0]) {
          if (isFirst) {
            isFirst = false;
            await raced.write("pharmacist", supply);
          }
          return await append(asked);
        },
      },
    };
    const erased = await eraseWherePermitted(racing, raced.patient, by);
    expect(erased).toMatchObject({ is: "refused", refusals: [{ refused: "erase-during-course" }, {}] });
  });
});
