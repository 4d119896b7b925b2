import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execute } from "../execute.ts";
import { type OpenPractice, openPractice } from "../open-practice.ts";
import { register } from "../register.ts";
import { give } from "../testing/given.ts";
import { prescriber, readyPatient } from "../testing/ready-patient.ts";
import { commands } from "./index.ts";
import { recordExternalAuthorisation } from "./record-external-authorisation.ts";

describe("A day and its instant", () => {
  const asked = {
    programme: "us-ipledge",
    number: "RMA-1",
    doNotDispenseAfter: "2026-11-26",
    authorisation: "K7QX-2M9P-4TR8",
  };

  test("belong together in every command that takes them", () => {
    const odd = { happened: { day: "2026-11-25", at: "2026-11-20T00:00:00Z" } };
    const read = recordExternalAuthorisation.input.safeParse({ ...asked, ...odd });
    expect(read.error?.issues[0]?.message).toMatch(/do not belong together/);
  });
});

describe("A unit", () => {
  test("that is a word of the programming language is one that nobody can read", () => {
    for (const unit of ["constructor", "toString", "__proto__"]) {
      const outcome = give(commands["record-lab-result"], { analyte: "alt", value: 20, unit }, "lab", []);
      expect("refusal" in outcome && outcome.refusal.refused).toBe("unreadable-unit");
    }
  });
});

describe("The number of a sample", () => {
  test("has no room for a name", () => {
    const { input } = commands["collect-pregnancy-test"];
    expect(input.safeParse({ test: "Mrs Example, room 4" }).success).toBe(false);
    expect(input.safeParse({ test: "L-2026/0417.b" }).success).toBe(true);
  });
});

describe("A practice", () => {
  let folder = "";
  let practice: OpenPractice;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-formalities-"));
    practice = await openPractice(folder);
  });
  afterAll(async () => {
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  test("takes an alarm down whatever is wrong with its day or the length of its note", async () => {
    const patient = await readyPatient(practice);
    const by = { by: { ...prescriber, role: "patient" } } as const;
    const note = `I may be pregnant. ${"x".repeat(5000)}`;
    const odd = { happened: "yesterday", note };
    const alarm = await execute(practice, commands["report-pregnancy"], patient, odd, by);
    expect(alarm.is).toBe("done");
    const mood = { selfHarmThoughts: true, happened: "1066-10-14" };
    expect((await execute(practice, commands["screen-mood"], patient, mood, by)).is).toBe("done");
    // What is no alarm is sent back, and what is wrong with an alarm itself too.
    const calm = { selfHarmThoughts: false, happened: "yesterday" };
    expect((await execute(practice, commands["screen-mood"], patient, calm, by)).is).toBe("invalid");
    const unreadable = { selfHarmThoughts: "yes", happened: "yesterday" };
    expect((await execute(practice, commands["screen-mood"], patient, unreadable, by)).is).toBe("invalid");
  });

  test("registers one person once, though two do it at the same moment", async () => {
    const person = { name: "佐藤 一", birthDate: "2000-01-01" };
    const both = await Promise.all(
      [1, 2].map(() => register(practice, "tokyo-monthly", person, { by: prescriber })),
    );
    expect(both.map(({ is }) => is).toSorted()).toEqual(["done", "refused"]);
  });
});
