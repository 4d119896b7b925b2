/** What somebody sees of their own account. */
import { symmetricDecrypt } from "better-auth/crypto";
import type { z } from "zod";
import { demoRoleOf } from "./demo.ts";
import { isFresh, type Mine } from "./given.ts";
import { keptSession } from "./sessions.ts";
import type { accountShape } from "./shapes.ts";

interface PasskeyRow {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt?: Date | null;
}

export async function accountView({ accounts, person }: Mine): Promise<z.infer<typeof accountShape>> {
  const { context } = accounts.engine;
  const { internalAdapter, adapter } = context;
  const where = [{ field: "userId", value: person.account }];
  const user = await internalAdapter.findUserById(person.account);
  const credential = await internalAdapter.findCredentialAccount(person.account);
  const passkeys = await adapter.findMany<PasskeyRow>({ model: "passkey", where });
  const totp = await adapter.findOne<{ backupCodes: string; verified: boolean }>({
    model: "twoFactor",
    where,
  });
  const isOn = user !== null && "twoFactorEnabled" in user && user.twoFactorEnabled === true;
  const rows = await internalAdapter.listSessions(person.account, { onlyActiveSessions: true });
  const demo = demoRoleOf(person.account) !== undefined;
  return {
    account: person.account,
    name: person.name,
    email: user?.email ?? "",
    demo,
    fresh: isFresh(person),
    password: typeof credential?.password === "string",
    secondFactor: isOn,
    recoveryCodesLeft:
      totp === null || !isOn
        ? 0
        : codesIn(await symmetricDecrypt({ key: context.secretConfig, data: totp.backupCodes })),
    passkeys: passkeys.map(({ id, name, createdAt }) => ({
      id,
      name: name ?? "",
      since: (createdAt ?? new Date(0)).toISOString(),
    })),
    sessions: rows
      .map((row) => ({ row, kept: keptSession(row, person.name) }))
      // An account of the demo is everybody's: nobody sees from where the others came.
      .filter(({ kept }) => !demo || kept.id === person.session)
      .map(({ row, kept }) => ({
        session: kept.id,
        current: kept.id === person.session,
        how: kept.how,
        at: kept.startedAt.toISOString(),
        usedAt: kept.usedAt.toISOString(),
        until: kept.expiresAt.toISOString(),
        address: row.ipAddress ?? "",
        agent: row.userAgent ?? "",
      }))
      .toSorted((a, b) => Number(b.current) - Number(a.current) || b.usedAt.localeCompare(a.usedAt)),
  };
}

function codesIn(json: string): number {
  const read: unknown = JSON.parse(json);
  return Array.isArray(read) ? read.length : 0;
}

/** What better-auth answers with new codes. */
export function recoveryCodesOf(body: unknown): readonly string[] {
  const codes = typeof body === "object" && body !== null && "backupCodes" in body ? body.backupCodes : [];
  return Array.isArray(codes) ? codes.map(String) : [];
}
