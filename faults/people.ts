/** People who work in a practice: accounts, appointments, and a session of each that lasts through any change of clock. */
import { createHmac } from "node:crypto";
import type { StaffRole } from "../src/app/access.ts";
import { type By, entry, toStored } from "../src/app/entries.ts";
import { clinicStream, happening, type Practice } from "../src/app/practice.ts";
import { openAccounts } from "../src/http/auth/accounts.ts";

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
    const { internalAdapter, adapter, secret } = accounts.engine.context;
    const made = await Promise.all(
      working.map(async (role) => {
        const person = { name: `架空 ${role}`, email: `${role}@clinic.example`, emailVerified: false };
        const { id } = await internalAdapter.createUser(person, { method: "email-password" });
        const { token } = await internalAdapter.createSession(id, false, { how: "password" });
        const signature = createHmac("sha256", secret).update(token).digest("base64");
        return { role, id, shown: `Bearer ${encodeURIComponent(`${token}.${signature}`)}` };
      }),
    );
    // Wherever a clock jumps to, the session is neither over nor idle.
    const far = new Date(Date.now() + 20 * yearMs);
    await adapter.updateMany({
      model: "session",
      where: [{ field: "userId", operator: "in", value: made.map(({ id }) => id) }],
      update: { expiresAt: far, updatedAt: far },
    });
    await appoint(practice, made);
    return Object.fromEntries(made.map(({ role, shown }) => [role, shown])) as Staff;
  } finally {
    await accounts.close();
  }
}

async function appoint(
  practice: Practice,
  people: readonly { readonly role: StaffRole; readonly id: string }[],
): Promise<void> {
  const by: By = { role: "administrator", id: "first", authenticated: true };
  const now = practice.now();
  const written = { by, clinic, now, today: happening(now, zone) };
  const entries = people.map(({ id, role }) =>
    toStored(entry("staff-appointed", { account: id, role }), written),
  );
  const stream = clinicStream(clinic);
  const expectedVersion = await practice.ledger.version(stream);
  const appended = await practice.ledger.append({ stream, expectedVersion, entries });
  if (appended.is !== "appended") throw new Error(`nobody was appointed: ${appended.is}`);
}
