/** What a run of the bench measured, and how large it was. */
import type { Loaded } from "./load.ts";
import type { ThreadTime } from "./profile.ts";
import type { Inserted } from "./raw.ts";

export type StoreName = "SQLite" | "PostgreSQL";

export interface Size {
  readonly isQuick: boolean;
  readonly stores: readonly StoreName[];
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: number;
  /** Patients on the server when a patient's page is read. */
  readonly pagesAt: readonly number[];
  readonly postgresPatients: number;
  /** Patients of the clinic whose list is read. */
  readonly clinicPatients: number;
  /** How often a page or a list is read. */
  readonly reads: number;
}

export const fullSize: Size = {
  isQuick: false,
  stores: ["SQLite", "PostgreSQL"],
  seconds: 5,
  warmUpSeconds: 2,
  connections: 50,
  pagesAt: [1_000, 10_000, 100_000],
  postgresPatients: 40_000,
  clinicPatients: 2_000,
  reads: 300,
};

/** Large enough to see that all of it runs, and no more. */
export const quickSize: Size = {
  isQuick: true,
  stores: ["SQLite", "PostgreSQL"],
  seconds: 0.2,
  warmUpSeconds: 0.05,
  connections: 4,
  pagesAt: [100],
  postgresPatients: 100,
  clinicPatients: 20,
  reads: 5,
};

/** Durable authorisations of one store, beside what bounds them. */
export interface Authorised {
  readonly store: StoreName;
  readonly patients: number;
  readonly entriesPerPatient: number;
  readonly load: Loaded;
  /** Fixed JSON from the same server, to somebody without an account. */
  readonly fixed: Loaded;
  readonly fixedBytes: number;
  readonly inserted: Inserted;
  /** Of an authorisation as it is kept. */
  readonly entryBytes: number;
  /** From a second server under the same load, that was watched. */
  readonly threads: readonly ThreadTime[];
}

export interface Times {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** A patient's page, with so many patients on the server. */
export interface PageRead {
  readonly store: StoreName;
  readonly patients: number;
  readonly entriesPerPatient: number;
  /** Read for the first time since the server started. */
  readonly cold: Times;
  /** Read again. */
  readonly warm: Times;
  readonly bytes: number;
  readonly startMs: number;
  /** Of the server at rest, before anything was asked. */
  readonly restMb: number;
  readonly diskBytesPerPatient: number;
  /** Entries a second while they were put in. */
  readonly seededPerSecond: number;
  /** Empty where it was not watched. */
  readonly threads: readonly ThreadTime[];
}

/** Today's list of a clinic. */
export interface ListRead {
  readonly patients: number;
  readonly entriesPerPatient: number;
  readonly coldMs: number;
  readonly unchanged: Times;
  readonly afterEntry: Times;
  readonly bytes: number;
  /** The longest that something else waited for its answer while the list was worked out. */
  readonly othersWaitedMs: number;
  readonly threads: readonly ThreadTime[];
}

export interface AtRest {
  readonly patients: number;
  readonly startMs: number;
  readonly residentMb: number;
}

/** What an administrator does, with a ledger of so many entries. */
export interface Upkeep {
  readonly store: StoreName;
  readonly entries: number;
  readonly backupBytes: number;
  /** Copied, and verified. */
  readonly backupMs: number;
  readonly verifyMs: number;
  /** Copied back, verified, and the lists filled anew. */
  readonly restoreMs: number;
}

/** How much is written of a patient, by the clinics of the demo. */
export interface Written {
  readonly patients: number;
  /** Handed out. */
  readonly supplies: number;
  readonly entries: number;
  readonly bytes: number;
  /** Of an entry by what it is: an authorisation and a dispensing hold their decision. */
  readonly bytesOf: readonly { readonly what: string; readonly count: number; readonly bytes: number }[];
}

export interface Measured {
  readonly day: string;
  readonly isQuick: boolean;
  readonly machine: string;
  /** Of the last minute, before it began: what else the machine was doing. */
  readonly loadBefore: number;
  readonly cores: number;
  readonly connections: number;
  readonly authorised: readonly Authorised[];
  readonly pages: readonly PageRead[];
  readonly list: ListRead;
  readonly upkeep: readonly Upkeep[];
  readonly written: Written;
  readonly rest: AtRest;
  /** Of the decision alone, by what is done, a second. */
  readonly decided: Readonly<Record<string, number>>;
}
