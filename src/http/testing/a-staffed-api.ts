/** An API over a new practice where rights are held, asked by people whose accounts were appointed or linked. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import type { StaffRole } from "../../app/access.ts";
import { type By, entry, toStored } from "../../app/entries.ts";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { openPractice } from "../../app/open-practice.ts";
import { linkHolds } from "../../app/people-links.ts";
import type { Place } from "../../app/place.ts";
import { clinicStream, happening, patientStream } from "../../app/practice.ts";
import { type At, dayText } from "../../core/calendar.ts";
import { apiServer } from "../api.ts";
import { openAccounts } from "../auth/accounts.ts";
import { morning } from "./an-api.ts";
import { conforms } from "./conforms.ts";

const knowledge = readKnowledge();
/** Names whoever asks, in the place of a session. */
const asking = "Test-Account";
const administrator: By = { role: "administrator", id: "first", authenticated: true };

export async function aStaffedApi(
  now: () => At = () => morning,
  { retentionYears, place }: { readonly retentionYears?: number; readonly place?: Place } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "isoward-staffed-"));
  const practice = await openPractice(place ?? { folder }, { now, knowledge, retentionYears });
  const accounts = await openAccounts({ folder, linkHolds: (link) => linkHolds(practice, link) });
  vi.spyOn(accounts.signIn, "personOf").mockImplementation((request) => {
    const account = request.headers.get(asking);
    const at = "2026-11-20T00:00:00.000Z";
    return Promise.resolve(
      account === null
        ? undefined
        : { account, name: account, session: "s", how: "password", secondFactor: true, at },
    );
  });
  const bugs: unknown[] = [];
  const app = apiServer(practice, { accounts, rightsAreHeld: true, log: (_id, cause) => bugs.push(cause) });

  const write = async (stream: string, clinic: string, drafts: readonly ReturnType<typeof entry>[]) => {
    const written = { by: administrator, clinic, now: now(), today: happening(now(), "Asia/Tokyo") };
    const entries = drafts.map((draft) => toStored(draft, written));
    const expectedVersion = await practice.ledger.version(stream);
    const appended = await practice.ledger.append({ stream, expectedVersion, entries });
    if (appended.is !== "appended") throw new Error(JSON.stringify(appended));
  };

  const ask = async (method: string, path: string, account: string | undefined, body?: unknown) => {
    const response = await app.request(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(account === undefined ? {} : { [asking]: account }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    await conforms(method, path, response);
    const text = await response.text();
    const type = response.headers.get("content-type") ?? "";
    // oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects in it
    const read: any = /[/+]json\b/.test(type) ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, body: read };
  };

  return {
    practice,
    accounts,
    app,
    bugs,
    folder,
    get: (path: string, account?: string) => ask("GET", path, account),
    post: (path: string, account: string | undefined, body: unknown = {}) => ask("POST", path, account, body),
    appoint: (account: string, clinic: string, role: StaffRole) =>
      write(clinicStream(clinic), clinic, [entry("staff-appointed", { account, role })]),
    link: (account: string, patient: string, as: "patient" | "guardian", clinic = "tokyo-monthly") =>
      write(patientStream(patient), clinic, [entry("account-linked", { account, as })]),
    write,
    /** Lines of this month's audit trail. */
    async lines(clinic: string) {
      const month = dayText(happening(now(), "Asia/Tokyo").day).slice(0, 7);
      return await practice.ledger.read(`audit/${clinic}/${month}`);
    },
    async close() {
      await accounts.close();
      await practice.ledger.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type AStaffedApi = Awaited<ReturnType<typeof aStaffedApi>>;
