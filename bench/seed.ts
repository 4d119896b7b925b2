/** Patients of the golden examples, many at a time: the bench's practices are made of them, straight into a ledger. */
import { randomUUIDv7 } from "node:crypto";
import { newRoute } from "../src/app/authorisation-number.ts";
import { type By, type EntryDraft, entry, toStored } from "../src/app/entries.ts";
import { clinicStream, happening, type Practice, patientStream, settingOf } from "../src/app/practice.ts";
import { exampleOf } from "../src/app/testing/ready-patient.ts";
import type { Day } from "../src/core/calendar.ts";
import type { NewEntry } from "../src/ledger/ledger.ts";

export const clinic = "tokyo-monthly";

/** Everything is there for a first supply; what it takes is recorded in so many entries. */
export const ready = "ready-cannot";

/** Patients of a clinic on an ordinary day: ready, authorised, under treatment, with and without a way to conceive. */
export const mixed = [
  "ready-can",
  "ready-cannot",
  "month-two-cannot",
  "minor-cannot",
  "authorised-can",
  "authorised-cannot",
  "authorised-month-two-cannot",
] as const;

/** As many appends as are handed to the ledger before any is waited for. */
const atOnce = 500;

/** Puts so many patients into the ledger, the examples in turn. @returns their numbers */
export async function seed(
  practice: Practice,
  count: number,
  examples: readonly string[],
): Promise<string[]> {
  const histories = examples.map((name) => historyOf(practice, name));
  const patients: string[] = [];
  while (patients.length < count) {
    const group = Array.from({ length: Math.min(atOnce, count - patients.length) }, newRoute);
    const taken = await Promise.all(
      group.map((patient, index) => {
        const history = histories[(patients.length + index) % histories.length] ?? [];
        const entries = history.map((one) => ({ ...one, id: randomUUIDv7(), ...named(one, patient) }));
        return practice.ledger.append({ stream: patientStream(patient), expectedVersion: 0, entries });
      }),
    );
    if (taken.some(({ is }) => is !== "appended")) throw new Error("a patient was not taken");
    patients.push(...group);
  }
  return patients;
}

/** Appoints an account for each prescriber. */
export async function appoint(practice: Practice, accounts: readonly string[]): Promise<void> {
  const now = practice.now();
  const by: By = { role: "administrator", id: "bench", authenticated: true };
  const written = { by, clinic, now, today: happening(now, zoneOf(practice)) };
  const entries = accounts.map((account) =>
    toStored(entry("staff-appointed", { account, role: "prescriber" }), written),
  );
  const stream = clinicStream(clinic);
  const expectedVersion = await practice.ledger.version(stream);
  const appended = await practice.ledger.append({ stream, expectedVersion, entries });
  if (appended.is !== "appended") throw new Error("the prescribers were not appointed");
}

/** An example's entries, moved so that its day is today. */
function historyOf(practice: Practice, name: string): NewEntry[] {
  const { entries, day } = exampleOf(name);
  const now = practice.now();
  const today = happening(now, zoneOf(practice));
  const shift = today.day - day;
  return entries.map((one) => {
    const draft = {
      type: one.type,
      body: one.body,
      actor: one.actor,
      happened: { day: (one.happened.day + shift) as Day },
    } as EntryDraft;
    const by: By = { role: one.actor, id: "bench", authenticated: true };
    return toStored(draft, { by, clinic, site: "first", now, today });
  });
}

/** Everybody has a name, encrypted under a key of their own, as they have where somebody registers them. */
function named({ type }: NewEntry, patient: string): Pick<NewEntry, "private"> {
  return type === "registered" ? { private: { name: `架空 ${patient}`, kana: `カクウ ${patient}` } } : {};
}

const zoneOf = ({ knowledge }: Practice) => settingOf(clinic, knowledge)?.zone ?? "UTC";
