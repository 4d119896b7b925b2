/**
 * A server that is made to be killed, with a defect planted in it: `node faults/server.ts FOLDER DEFECT [DATABASE]`.
 * But for the defect it is what `isoward serve` starts: people sign in, and rights are held. Prints its address.
 */
import { practice as practiceOf } from "../src/app/practice.ts";
import { openAccounts } from "../src/http/auth/accounts.ts";
import { type Running, startServer } from "../src/http/server.ts";
import type { Append, Ledger } from "../src/ledger/ledger.ts";
import { type Kept, openKept } from "./kept.ts";

/** Defects planted on purpose, to show that the history checker finds them. */
export const defects = {
  none: "nothing is wrong",
  "early-acknowledge": "writes are acknowledged before they are durable",
  "skipped-re-decide": "after a conflict the entries are appended as they were decided before",
  "lost-lock": "of two who write at one version both are told that they did, and one write is dropped",
} as const;
export type Defect = keyof typeof defects;

function planted(ledger: Ledger, defect: Defect): Ledger {
  if (defect === "none") return ledger;
  return new Proxy(ledger, {
    get(target, name) {
      if (name === "append") return (append: Append) => appendWith(target, append, defect);
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

async function appendWith(ledger: Ledger, append: Append, defect: Defect) {
  if (defect === "early-acknowledge") {
    const version = await ledger.version(append.stream);
    if (version !== append.expectedVersion) return await ledger.append(append);
    // Written some time later, if the process is still there.
    setTimeout(() => void ledger.append(append).catch(() => {}), 40);
    return { is: "appended" as const, entries: asIfStored(append) };
  }
  const appended = await ledger.append(append);
  if (appended.is !== "conflict") return appended;
  if (defect === "lost-lock") return { is: "appended" as const, entries: asIfStored(append) };
  const { readVersions: _ignored, ...blind } = append;
  return await ledger.append({ ...blind, expectedVersion: await ledger.version(append.stream) });
}

function asIfStored({ stream, expectedVersion, entries }: Append) {
  return entries.map(({ private: hidden, ...entry }, index) => ({
    ...entry,
    stream,
    version: expectedVersion + index + 1,
    position: 0,
    hash: "",
    ...(hidden === undefined ? {} : { private: { value: hidden } }),
  }));
}

/** Starts it in this process. */
export async function startPlanted(kept: Kept, defect: Defect): Promise<Running> {
  const opened = await openKept(kept);
  const practice = practiceOf(planted(opened.ledger, defect), opened.knowledge, opened.now);
  const accounts = await openAccounts(kept);
  const server = await startServer({
    practice,
    accounts,
    rightsAreHeld: true,
    folder: "",
    port: 0,
    host: "127.0.0.1",
  });
  return {
    url: server.url,
    async close() {
      await server.close();
      await accounts.close();
      await opened.ledger.close();
    },
  };
}

if (import.meta.main) {
  const [folder = "", defect = "none", database] = process.argv.slice(2);
  console.log((await startPlanted({ folder, database }, defect as Defect)).url);
}
