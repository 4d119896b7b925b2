/** An API as `isoward serve` has it, asked without a port by everybody there can be: rights held, each in a session. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entry } from "../src/app/entries.ts";
import { readKnowledge } from "../src/app/knowledge-files.ts";
import { openPractice } from "../src/app/open-practice.ts";
import { clinicStream, patientStream } from "../src/app/practice.ts";
import { readyPatient, supplyOf } from "../src/app/testing/ready-patient.ts";
import { staffRoles } from "../src/core/vocabulary.ts";
import { apiServer } from "../src/http/api.ts";
import { openAccounts } from "../src/http/auth/accounts.ts";
import { conforms } from "../src/http/testing/conforms.ts";
import { clinic, newAccount, newSession, write } from "./people.ts";

const knowledge = readKnowledge();
const elsewhere = "pore-care";

export const askers = [
  ...staffRoles,
  "patient",
  "guardian",
  "prescriber elsewhere",
  "a stranger",
  "nobody",
] as const;
export type Asker = (typeof askers)[number];

/** Somebody to ask about, as everybody sees them. */
export interface Somebody {
  readonly patient: string;
  /** The record of a minor, that the guardian is let into. */
  readonly child: string;
  /** Of an authorisation that is open. */
  readonly number: string;
}

export async function signedInApi() {
  const folder = mkdtempSync(join(tmpdir(), "isoward-fuzz-"));
  const practice = await openPractice(folder, { knowledge });
  const accounts = await openAccounts({ folder });
  const bugs: unknown[] = [];
  const app = apiServer(practice, {
    accounts,
    rightsAreHeld: true,
    log: (_id, cause) => {
      bugs.push(cause);
    },
  });
  const ids = new Map<Asker, string>();
  const sessions = new Map<Asker, string>();
  for (const asker of askers) {
    if (asker !== "nobody") ids.set(asker, await newAccount(accounts, asker, `fuzz-${ids.size}`));
  }
  const id = (asker: Asker) => ids.get(asker) ?? "";
  const appointed = staffRoles.map((role) => entry("staff-appointed", { account: id(role), role }));
  await write(practice, clinicStream(clinic), appointed);
  const other = entry("staff-appointed", { account: id("prescriber elsewhere"), role: "prescriber" });
  await write(practice, clinicStream(elsewhere), [other], elsewhere);

  return {
    practice,
    bugs,
    /** Whoever ended their session, or lost it, comes in again. */
    async comeIn(asker: Asker) {
      if (asker !== "nobody") sessions.set(asker, await newSession(accounts, id(asker)));
    },
    /** A patient with an authorised supply, and a minor; both are ready, and nobody did anything odd to them yet. */
    async somebody(): Promise<Somebody> {
      const patient = await readyPatient(practice);
      await write(practice, patientStream(patient), [
        entry("account-linked", { account: id("patient"), as: "patient" }),
      ]);
      const child = await readyPatient(practice, "minor-cannot");
      await write(practice, patientStream(child), [
        entry("account-linked", { account: id("guardian"), as: "guardian" }),
      ]);
      const made = await app.request(`/api/patients/${patient}/authorise-supply`, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Authorization: await newSession(accounts, id("prescriber")),
        },
        body: JSON.stringify(supplyOf()),
      });
      const number = /"number":"([A-Z0-9-]+)"/.exec(await made.text())?.[1];
      if (number === undefined) throw new Error("nothing was authorised");
      return { patient, child, number };
    },
    /** Asks as somebody does; every answer is held against the description. */
    async ask(
      asker: Asker,
      method: string,
      path: string,
      body: string | Uint8Array | undefined,
      headers: Readonly<Record<string, string>>,
    ): Promise<Response> {
      const shown = sessions.get(asker);
      const response = await app.request(path, {
        method,
        headers: {
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...(shown === undefined ? {} : { Authorization: shown }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : Buffer.from(body) }),
      });
      await conforms(method, path, response);
      return response;
    },
    async close() {
      await accounts.close();
      await practice.ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type SignedInApi = Awaited<ReturnType<typeof signedInApi>>;
