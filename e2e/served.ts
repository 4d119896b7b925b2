/** A practice as `isoward serve --demo` serves it: rights are held, and its people sign in by one click. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { otherClinic } from "../src/app/demo/make-demo.ts";
import { policies } from "../src/app/demo/policies.ts";
import { staff } from "../src/app/demo/staff.ts";
import { give } from "../src/app/demo/tell.ts";
import { type OpenPractice, openPractice } from "../src/app/open-practice.ts";
import { recordLinkUsed } from "../src/app/people-links.ts";
import type { Place } from "../src/app/place.ts";
import type { At } from "../src/core/calendar.ts";
import type { Role } from "../src/core/entry.ts";
import type { Knowledge } from "../src/core/knowledge/schema.ts";
import { type Accounts, openAccounts } from "../src/http/auth/accounts.ts";
import { webFolder } from "../src/http/build-web.ts";
import { startServer } from "../src/http/server.ts";
import { type Databases, freshDatabases, movedBy } from "./databases.ts";
import { type Store, storeAsked } from "./store.ts";

export const clinicId = "tokyo-monthly";

export interface Served {
  readonly place: Place;
  readonly practice: OpenPractice;
  readonly accounts: Accounts;
  readonly url: string;
  close(): Promise<void>;
}

export interface Beginning {
  /** Else as ISOWARD_TEST_STORE says. */
  readonly store?: Store;
  /** Fills a practice before it is moved anywhere; a clinic with its staff and policies and without patients, where left out. */
  readonly begin?: (at: string | Databases["place"]) => Promise<void>;
}

interface Options extends Beginning {
  readonly now?: () => At;
  readonly knowledge?: Knowledge;
  readonly retentionYears?: number;
}

export async function openServed(options: Options = {}): Promise<Served> {
  const { store = storeAsked(), begin, ...opening } = options;
  // Where one thing does not open, what was opened before it is closed.
  await using open = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), "isoward-e2e-"));
  open.defer(() => rmSync(folder, { recursive: true }));
  const databases = store === "sqlite" ? undefined : await freshDatabases();
  open.defer(() => databases?.drop());
  const there = databases?.place;
  const beginning = store === "postgres" && there !== undefined ? there : folder;
  if (begin === undefined) {
    const practice = await openPractice(beginning, opening);
    await settle(practice);
    await practice.ledger.close();
  } else {
    await begin(beginning);
  }
  if (store === "moved" && there !== undefined) {
    await (await openAccounts({ folder, demo: true })).close();
    await movedBy(folder, there);
  }
  const place = there ?? { folder };
  const practice = await openPractice(place, opening);
  open.defer(() => practice.ledger.close());
  const accounts = await openAccounts({
    folder,
    database: there?.database,
    demo: true,
    onLinkUsed: ({ link, account }) => recordLinkUsed(practice, link, account),
  });
  open.defer(() => accounts.close());
  const from = { practice, accounts, rightsAreHeld: true, folder: webFolder };
  const server = await startServer({ ...from, port: 0, host: "127.0.0.1" });
  open.defer(() => server.close());
  const running = open.move();
  return { place, practice, accounts, url: server.url, close: () => running.disposeAsync() };
}

/** Signs a browser in as the demo's person in a role, without its page. */
export async function comeIn(context: BrowserContext, url: string, role: Role): Promise<void> {
  const answer = await context.request.post(`${url}/api/sign-in/demo`, { data: { role } });
  if (!answer.ok()) throw new Error(`nobody comes in as ${role}: ${await answer.text()}`);
}

/** What a clinic settles before its first patient, and who works there. */
async function settle(practice: OpenPractice): Promise<void> {
  const settling = [
    ...staff(clinicId, otherClinic).map(({ clinic, account, role }) => ({
      clinic,
      command: "appoint-staff" as const,
      input: { account, role },
      by: "administrator" as const,
    })),
    ...policies.map((policy) => ({ clinic: clinicId, ...policy })),
  ];
  for (const { clinic, command, input, by } of settling) {
    const result = await give(practice, command, clinic, input, by);
    if (result.is !== "done") throw new Error(`${command}: ${JSON.stringify(result).slice(0, 500)}`);
  }
}
