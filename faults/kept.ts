/** Where a practice stands that is to be shaken: a folder, and a PostgreSQL database where its ledger is in one. */
import { openPractice } from "../src/app/open-practice.ts";
import { type Practice, patientStream } from "../src/app/practice.ts";
import { readyPatient } from "../src/app/testing/ready-patient.ts";
import type { StoredEntry } from "../src/ledger/ledger.ts";
import { verifyPostgres } from "../src/ledger/postgres/verify.ts";
import { type Verified, verify } from "../src/ledger/verify.ts";
import { type Staff, staff } from "./people.ts";

export interface Kept {
  /** Of the accounts' secret; on SQLite of everything. */
  readonly folder: string;
  readonly database?: string | undefined;
}

export const openKept = ({ folder, database }: Kept) =>
  openPractice(database === undefined ? { folder } : { database });

export const verifyKept = ({ folder, database }: Kept): Promise<Verified> =>
  database === undefined ? verify(folder) : verifyPostgres(database);

/** A practice with people to work in it and patients who are ready for a supply. */
export interface Seeded {
  readonly staff: Staff;
  readonly patients: readonly string[];
  /** How many entries each patient begins with. */
  readonly before: ReadonlyMap<string, number>;
}

export async function seeded(kept: Kept, patients: number): Promise<Seeded> {
  return await opened(kept, async (practice) => {
    const own = await staff(kept, practice);
    const numbers = await Promise.all(Array.from({ length: patients }, () => readyPatient(practice)));
    const versions = await practice.ledger.versions(numbers.map(patientStream));
    const before = new Map(numbers.map((one) => [one, versions.get(patientStream(one)) ?? 0] as const));
    return { staff: own, patients: numbers, before };
  });
}

/** What the ledger holds of them, now that nobody writes to it. */
export async function streamsOf(
  kept: Kept,
  patients: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEntry[]>> {
  return await opened(kept, async ({ ledger }) => {
    const streams = new Map<string, readonly StoredEntry[]>();
    for (const patient of patients) streams.set(patient, await ledger.read(patientStream(patient)));
    return streams;
  });
}

async function opened<T>(kept: Kept, work: (practice: Practice) => Promise<T>): Promise<T> {
  const practice = await openKept(kept);
  try {
    return await work(practice);
  } finally {
    await practice.ledger.close();
  }
}
