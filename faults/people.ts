/** People of a practice: accounts, what they were appointed to, and sessions that last through any change of clock. */
import { createHmac } from "node:crypto";
import type { StaffRole } from "../src/app/access.ts";
import { type By, type EntryDraft, entry, toStored } from "../src/app/entries.ts";
import { clinicStream, happening, type Practice } from "../src/app/practice.ts";
import { type Accounts, openAccounts } from "../src/http/auth/accounts.ts";

export const clinic = "tokyo-monthly";
const zone = "Asia/Tokyo";
const working = ["prescriber", "nurse", "pharmacist"] as const satisfies readonly StaffRole[];

/** What each shows as `Authorization`. */
export type Staff = Readonly<Record<(typeof working)[number], string>>;

const yearMs = 365 * 86_400_000;

/** Makes them where they are kept; the ledger is open. */
export async function staff(
  kept: { readonly folder: string; readonly database?: string | undefined },
  practice: Practice,
): Promise<Staff> {
  const accounts = await openAccounts(kept);
  try {
    const made = await Promise.all(
      working.map(async (role) => ({ role, account: await newAccount(accounts, role) })),
    );
    const drafts = made.map(({ role, account }) => entry("staff-appointed", { account, role }));
    await write(practice, clinicStream(clinic), drafts);
    const shown = made.map(async ({ role, account }) => [role, await newSession(accounts, account)] as const);
    return Object.fromEntries(await Promise.all(shown)) as Staff;
  } finally {
    await accounts.close();
  }
}

/** @returns its id */
export async function newAccount(accounts: Accounts, name: string, email = name): Promise<string> {
  const person = { name: `架空 ${name}`, email: `${email}@clinic.example`, emailVerified: false };
  const { internalAdapter } = accounts.engine.context;
  return (await internalAdapter.createUser(person, { method: "email-password" })).id;
}

/** @returns what somebody in it shows as `Authorization` */
export async function newSession(accounts: Accounts, account: string): Promise<string> {
  const { internalAdapter, adapter, secret } = accounts.engine.context;
  const { token } = await internalAdapter.createSession(account, false, { how: "password" });
  // Wherever a clock jumps to, it is neither over nor idle.
  const far = new Date(Date.now() + 20 * yearMs);
  await adapter.update({
    model: "session",
    where: [{ field: "token", value: token }],
    update: { expiresAt: far, updatedAt: far },
  });
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `Bearer ${encodeURIComponent(`${token}.${signature}`)}`;
}

/** Straight into a stream, in the name of the clinic's first administrator. */
export async function write(
  practice: Practice,
  stream: string,
  drafts: readonly EntryDraft[],
  of: string = clinic,
): Promise<void> {
  const by: By = { role: "administrator", id: "first", authenticated: true };
  const now = practice.now();
  const written = { by, clinic: of, now, today: happening(now, zone) };
  const entries = drafts.map((draft) => toStored(draft, written));
  const expectedVersion = await practice.ledger.version(stream);
  const appended = await practice.ledger.append({ stream, expectedVersion, entries });
  if (appended.is !== "appended") throw new Error(`not written: ${appended.is}`);
}
